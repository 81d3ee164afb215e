"""The pager: found, fed in UTF-8, left alone by Ctrl-C, and never a reason to lose a line of the result."""

from __future__ import annotations

import os
import select
import shlex
import shutil
import signal
import subprocess
import sys
import time

import pytest

from ducha.cli import output, streams
from ducha.render.page import Column, Table
from tests.cli.test_app import on_a_terminal
from tests.conftest import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal and its programs")

TEXT = "# 督查通报\n\n**（一）** 到期未完成。\n"
LONG = "\n\n".join(f"第{number}行" for number in range(1, 2001)) + "\n"
"""more than a pipe holds, so that ducha is still writing while the pager waits for a key"""

needs_less = pytest.mark.skipif(shutil.which("less") is None, reason="needs less")
Capture = pytest.CaptureFixture[str]
Patch = pytest.MonkeyPatch


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: Patch) -> None:
    for name in ("DUCHA_PAGER", "PAGER", "LESS", "LESSCHARSET", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")


@pytest.fixture
def _terminal(monkeypatch: Patch) -> None:
    monkeypatch.setattr(streams, "is_terminal", lambda: True)


def python(code: str) -> str:
    """A pager written in Python, as a command line."""
    return shlex.join([sys.executable, "-c", code])


TELL = python("import os, sys; print([os.environ.get('LESS'), *sys.argv[1:]]); print(sys.stdin.buffer.read().hex())")


@pytest.mark.usefixtures("_terminal")
@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ({"DUCHA_PAGER": TELL + " 甲", "PAGER": "false"}, ["FRX", "甲"]),
        ({"PAGER": TELL + " -S 'a b' ; $HOME *"}, ["FRX", "-S", "a b", ";", "$HOME", "*"]),
        ({"PAGER": TELL, "LESS": "-S"}, ["-S"]),
        ({"PAGER": TELL, "LESS": ""}, [""]),
    ],
)
def test_the_pager_gets_the_text_in_utf8_without_a_shell(
    monkeypatch: Patch, capfd: Capture, settings: dict[str, str], told: list[str]
) -> None:
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    output.show_markdown(TEXT, pager=True)
    first, second = capfd.readouterr().out.splitlines()
    assert first == str(told)
    text = bytes.fromhex(second).decode("utf-8")
    assert "督查通报" in text
    assert "\x1b[1" in text  # as on the terminal itself


@pytest.mark.usefixtures("_terminal")
@pytest.mark.parametrize(
    ("pager", "words"),
    [
        ("no-such-pager -R", "没有这个文件或目录"),
        ("/etc/passwd", "没有权限"),
        ("less 'oops", "引号"),
        ("false", "退出码1"),
        ("sh -c 'exit 127'", "退出码127"),
    ],
)
def test_a_pager_that_fails_costs_one_line_and_no_text(
    monkeypatch: Patch, capfd: Capture, pager: str, words: str
) -> None:
    monkeypatch.setenv("PAGER", pager)
    output.show_page([TEXT, Table("表", (Column("列"),), (("值",),))], pager=True)
    out, err = capfd.readouterr()
    assert "（一）" in out
    assert "值" in out
    assert err.startswith(f"ducha：分页程序“{pager}”")
    assert err.count("\n") == 1
    assert words in err


@pytest.mark.usefixtures("_terminal")
@pytest.mark.parametrize("settings", [{"PAGER": ""}, {"DUCHA_PAGER": " ", "PAGER": "false"}, {"PATH": "/nowhere"}])
def test_no_pager_is_plain_printing(monkeypatch: Patch, capfd: Capture, settings: dict[str, str]) -> None:
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    output.show_markdown(TEXT, pager=True)
    out, err = capfd.readouterr()
    assert "督查通报" in out
    assert err == ""


def test_a_pipe_knows_no_pager(monkeypatch: Patch, capfd: Capture) -> None:
    monkeypatch.setenv("PAGER", "false")
    output.show_markdown(TEXT, pager=True)
    output.show_page([TEXT], pager=True)
    assert capfd.readouterr() == (TEXT + TEXT + "\n", "")


@pytest.mark.usefixtures("_terminal")
@pytest.mark.parametrize("pager", ["true", "head -n 1", "no-such-pager"])
def test_a_pager_left_early_is_no_fault_and_ctrl_c_is_ours_again(monkeypatch: Patch, pager: str) -> None:
    monkeypatch.setenv("PAGER", pager)
    before = signal.getsignal(signal.SIGINT)
    output.show_markdown(LONG, pager=True)
    assert signal.getsignal(signal.SIGINT) is before


@pytest.mark.parametrize("arguments", ["status --pager", "bulletin --month 6 --pager"])
def test_the_commands_use_it_on_a_terminal(arguments: str) -> None:
    pager = python("import sys; print('PAGED', len(sys.stdin.read()) > 1000)")
    assert on_a_terminal(arguments.split(), DUCHA_PAGER=pager) == (0, b"PAGED True\r\n")


PATIENT = """
import signal, sys, time
caught = []
signal.signal(signal.SIGINT, lambda *_: caught.append(1))
print("READY", flush=True)
while not caught:
    time.sleep(0.01)
print("GOT", sys.stdin.buffer.read().decode().split()[-1], flush=True)
"""


def test_ctrl_c_is_for_the_pager_and_the_rest_still_arrives() -> None:
    code, shown = in_a_terminal("READY", "\x03", PAGER=python(PATIENT))
    assert code == 0
    assert "GOT 第2000行" in shown
    assert "Traceback" not in shown


def test_a_pager_that_ctrl_c_ends_has_not_failed() -> None:
    dying = python("import signal, time; signal.signal(2, signal.SIG_DFL); print('READY', flush=True); time.sleep(60)")
    code, shown = in_a_terminal("READY", "\x03", PAGER=dying)
    assert code == 0
    assert "分页程序" not in shown
    assert "Traceback" not in shown


@needs_less
@pytest.mark.parametrize("keys", ["q", "\x03q", "Gq"])
def test_less_is_the_usual_pager_and_reads_utf8_in_any_locale(keys: str) -> None:
    code, shown = in_a_terminal("第3行", keys, LC_ALL="C", PYTHONIOENCODING="ascii")
    assert code == 0
    assert ("第2000行" in shown) == (keys == "Gq")
    assert "Traceback" not in shown
    assert "分页程序" not in shown


@needs_less
def test_less_leaves_a_short_text_on_the_screen() -> None:
    code, shown = in_a_terminal("第3行", "", lines=3)
    assert code == 0
    assert "第3行" in shown


def in_a_terminal(marker: str, keys: str, lines: int = 2000, **changes: str) -> tuple[int, str]:
    """Page so many lines in a pseudo-terminal of its own; once the marker is shown, press a key at every silence."""
    import pty

    environment = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "60", "LINES": "20", **changes}
    command = [sys.executable, "-c", SHOW, str(lines)]
    shown, waiting, patience = bytearray(), list(keys), time.monotonic() + 60
    parent, child = pty.openpty()
    with subprocess.Popen(
        command, stdin=child, stdout=child, stderr=child, env=environment, start_new_session=True
    ) as process:
        os.close(child)
        while (chunk := _read(parent)) != b"":
            shown += chunk or b""
            if chunk is None and waiting and marker.encode() in shown:
                os.write(parent, waiting.pop(0).encode())
            if time.monotonic() > patience:
                break
        os.close(parent)  # which ends whoever still waits for a key
    return process.returncode, shown.decode("utf-8", "replace")


def _read(terminal: int) -> bytes | None:
    """What the terminal shows next, nothing after a silence, empty at the end."""
    if not select.select([terminal], [], [], 0.1)[0]:
        return None
    try:
        return os.read(terminal, 65536)
    except OSError:  # the other end is gone
        return b""


SHOW = """
import os, sys
os.close(os.open(os.ttyname(1), os.O_RDWR))  # makes it the terminal of this session, which Ctrl-C needs
from ducha.cli import output, streams
streams.prepare()
text = "\\n\\n".join(f"第{number}行" for number in range(1, int(sys.argv[1]) + 1))
output.show_markdown(text, pager=True)
"""
