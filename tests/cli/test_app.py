"""The command line as a whole: help in Chinese, version, exit codes, pipes and foreign terminals."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import ducha
from ducha.cli import app, clock
from tests.conftest import ROOT, Run

ENGLISH = re.compile(r"\b(Usage|Options|Commands|Arguments|Show|exit|required|default|Error|Try)\b")


def ducha_process(*arguments: str, **changes: str) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **changes}
    command = [sys.executable, "-m", "ducha", *arguments]
    return subprocess.run(command, capture_output=True, env=environment, cwd=ROOT, timeout=60, check=False)


def test_the_version(run: Run) -> None:
    assert run("--version").out == f"ducha {ducha.__version__}\n"


@pytest.mark.parametrize("arguments", [["--help"], ["status", "--help"], ["bulletin", "-h"], ["check", "-h"], []])
def test_help_reads_in_chinese(run: Run, arguments: list[str]) -> None:
    ran = run(*arguments)
    assert "用法：" in ran.out
    assert "选项" in ran.out
    assert not ENGLISH.search(ran.out), ran.out


def test_an_unknown_command_and_a_missing_option(run: Run) -> None:
    assert (run("stauts").code, run("bulletin").code) == (2, 2)
    assert "没有命令“stauts”" in run("stauts").err
    assert "--month" in run("bulletin").err


def test_a_bug_is_exit_3_with_its_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail() -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr(clock, "today", fail)
    assert app.main(["status", "--plans", str(ROOT / "plans")]) == 3
    err = capsys.readouterr().err
    assert "RuntimeError: boom" in err
    assert "内部错误" in err


def test_ctrl_c_is_exit_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(clock, "today", interrupt)
    assert app.main(["status", "--plans", str(ROOT / "plans")]) == 130


def test_a_pipe_carries_utf8_whatever_the_locale() -> None:
    usual = ducha_process("status")
    assert usual.returncode == 0
    gbk = ducha_process("status", PYTHONIOENCODING="gbk", LC_ALL="C")
    assert gbk.stdout == usual.stdout
    assert "破难攻坚" in usual.stdout.decode()
    assert b"\x1b" not in usual.stdout
    assert b"\r" not in usual.stdout


def test_every_run_prints_the_same_bytes() -> None:
    for arguments in (["status", "--month", "6", "--format", "json"], ["bulletin", "--month", "6"]):
        first, second = (ducha_process(*arguments, PYTHONHASHSEED=seed) for seed in ("1", "2"))
        assert first.stdout == second.stdout
        assert first.returncode == 0


def test_a_closed_pipe_ends_quietly() -> None:
    script = f'{sys.executable} -m ducha status --format json | head -c 10 >/dev/null; echo "${{PIPESTATUS[0]}}"'
    for _ in range(5):  # who closes first is a race
        ran = subprocess.run(["bash", "-c", script], capture_output=True, cwd=ROOT, timeout=60, check=False)
        assert (ran.stdout, ran.stderr) == (b"0\n", b"")


@pytest.mark.parametrize("arguments", ["status", "check", "bulletin --month 6", "--version"])
@pytest.mark.parametrize("target", ["&-", "/dev/full"])
def test_output_that_cannot_be_written_is_no_traceback(arguments: str, target: str) -> None:
    script = f"{sys.executable} -m ducha {arguments} >{target}"
    ran = subprocess.run(["bash", "-c", script], capture_output=True, cwd=ROOT, timeout=60, check=False)
    assert ran.returncode == 2
    assert b"Traceback" not in ran.stderr
    assert ran.stderr.decode().count("\n") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("encoding", ["gbk", "utf-8", "ascii"])
def test_any_terminal_can_show_it(encoding: str) -> None:
    code, shown = on_a_terminal(["status"], PYTHONIOENCODING=encoding)
    assert code == 0
    if encoding != "ascii":
        assert "破难攻坚六大行动" in shown.decode(encoding)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_colour_on_a_terminal_unless_it_is_refused() -> None:
    _, coloured = on_a_terminal(["status"], TERM="xterm-256color", NO_COLOR="")
    _, plain = on_a_terminal(["status"], TERM="xterm-256color", NO_COLOR="1")
    assert re.search(rb"\x1b\[[0-9;]*3[0-7]m|\x1b\[1m", coloured)
    assert not re.search(rb"\x1b\[[0-9;]*3[0-7]m", plain)


def on_a_terminal(arguments: list[str], **changes: str) -> tuple[int, bytes]:
    """Run ducha with a pseudo-terminal for its output; return the exit code and what it showed."""
    import pty

    shown = bytearray()
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "100", **changes}
    parent, child = pty.openpty()
    command = [sys.executable, "-m", "ducha", *arguments]
    with subprocess.Popen(command, stdin=child, stdout=child, stderr=child, env=environment, cwd=ROOT) as process:
        os.close(child)
        while True:
            try:
                shown += (chunk := os.read(parent, 65536))
            except OSError:  # the other end is gone
                break
            if not chunk:
                break
    os.close(parent)
    return process.returncode, bytes(shown)


@pytest.mark.parametrize("layout", ["checkout", "wheel"])
def test_templates_are_found_beside_the_package_and_inside_it(tmp_path: Path, layout: str) -> None:
    """An editable install runs from the checkout; a wheel carries the templates inside the package."""
    home = tmp_path / "home"
    shutil.copytree(ROOT / "ducha", home / "ducha", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "templates", home / ("ducha/templates" if layout == "wheel" else "templates"))
    empty = tmp_path / "empty"
    empty.mkdir()
    command = [sys.executable, "-m", "ducha", "bulletin", "--month", "6", "--plans", str(ROOT / "plans")]
    environment = {**os.environ, "PYTHONPATH": str(home)}
    ran = subprocess.run(command, capture_output=True, env=environment, cwd=empty, timeout=60, check=False)
    assert ran.returncode == 0, ran.stderr.decode()
    assert "督查通报" in ran.stdout.decode()


@pytest.mark.parametrize(
    ("arguments", "commands"),
    [
        (["status", "--month", "6"], ["status"]),
        (["template", "list"], ["template"]),
        (["--version"], []),
        (["--help"], list(app.COMMANDS)),
        (["stauts"], list(app.COMMANDS)),
        ([], list(app.COMMANDS)),
    ],
)
def test_only_the_command_that_is_called_is_made(arguments: list[str], commands: list[str]) -> None:
    assert list(app.needed(arguments)) == commands


def test_starting_imports_no_more_than_the_command_needs() -> None:
    code = "import sys; from ducha.cli.app import main; main(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}

    def modules(*arguments: str) -> set[str]:
        command = [sys.executable, "-c", code, *arguments]
        ran = subprocess.run(command, capture_output=True, env=environment, check=True, cwd=ROOT)
        return set(ran.stderr.decode().split())

    assert not modules("--version") & {"pydantic", "yaml", "rich", "jinja2", "ducha.model", "ducha.cli.status"}
    needless = {"rich", "jinja2", "ducha.assess.bulletin", "ducha.cli.bulletin", "multiprocessing"}
    needless |= {"ducha.advice.names", "ducha.rules.doubts", "ducha.store.careful", "ducha.store.mending"}
    assert not modules("status") & needless
    assert "ducha.rules.doubts" in modules("check")
    assert not modules("bulletin", "--month", "6") & {"rich", "ducha.cli.status", "ducha.render.status"}
