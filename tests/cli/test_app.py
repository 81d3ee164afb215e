"""The command line as a whole: help in Chinese, version, exit codes, pipes and foreign terminals."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

import pytest

import ducha
from ducha.cli import app, clock
from tests.conftest import ROOT, Run

ENGLISH = re.compile(r"\b(Usage|Options|Commands|Arguments|Show|exit|required|default|Error|Try)\b")

_Job = TypeVar("_Job")
_Done = TypeVar("_Done")


def side_by_side(work: Callable[[_Job], _Done], jobs: Iterable[_Job]) -> list[_Done]:
    """What the work makes of each job, in their order; it is to start a process and wait for it."""
    with ThreadPoolExecutor() as pool:
        return list(pool.map(work, jobs))


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
    foreign = {"PYTHONIOENCODING": "gbk", "LC_ALL": "C"}
    usual, gbk = side_by_side(lambda changes: ducha_process("status", **changes), ({}, foreign))
    assert usual.returncode == 0
    assert gbk.stdout == usual.stdout
    assert "破难攻坚" in usual.stdout.decode()
    assert b"\x1b" not in usual.stdout
    assert b"\r" not in usual.stdout


def test_every_run_prints_the_same_bytes() -> None:
    commands = (["status", "--month", "6", "--format", "json"], ["bulletin", "--month", "6"])
    runs = [(command, seed) for command in commands for seed in ("1", "2")]
    first, second, third, fourth = side_by_side(lambda run: ducha_process(*run[0], PYTHONHASHSEED=run[1]), runs)
    assert first.stdout == second.stdout
    assert third.stdout == fourth.stdout
    assert (first.returncode, third.returncode) == (0, 0)


def test_a_closed_pipe_ends_quietly() -> None:
    """Whether the reader has gone before the first byte, or while more than a pipe holds is being written."""

    def left_after(arguments: str, read: int) -> tuple[int, bytes]:
        command = [sys.executable, "-m", "ducha", *arguments.split()]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, bufsize=0, cwd=ROOT) as process:
            assert process.stdout
            assert process.stderr
            assert len(process.stdout.read(read)) == read
            process.stdout.close()
            told = process.stderr.read()
        return process.returncode, told

    cases = (("status --format json", 10), ("status --format json", 0), ("status", 0), ("--version", 0))
    assert side_by_side(lambda case: left_after(*case), cases) == [(0, b"")] * len(cases)


@pytest.mark.parametrize("target", ["&-", "/dev/full"])
def test_output_that_cannot_be_written_is_no_traceback(target: str) -> None:
    def attempt(arguments: str) -> subprocess.CompletedProcess[bytes]:
        script = f"{sys.executable} -m ducha {arguments} >{target}"
        return subprocess.run(["bash", "-c", script], capture_output=True, cwd=ROOT, timeout=60, check=False)

    for ran in side_by_side(attempt, ("status", "check", "bulletin --month 6", "--version")):
        assert ran.returncode == 2, ran
        assert b"Traceback" not in ran.stderr, ran
        assert ran.stderr.decode().count("\n") == 1, ran


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_any_terminal_can_show_it() -> None:
    def shown_in(encoding: str) -> tuple[int, bytes]:
        return on_a_terminal(["status"], PYTHONIOENCODING=encoding)

    (first, gbk), (second, utf8), (third, _) = side_by_side(shown_in, ("gbk", "utf-8", "ascii"))
    assert (first, second, third) == (0, 0, 0)
    assert "破难攻坚六大行动" in gbk.decode("gbk")
    assert "破难攻坚六大行动" in utf8.decode("utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_colour_on_a_terminal_unless_it_is_refused() -> None:
    def shown_with(no_color: str) -> bytes:
        return on_a_terminal(["status"], TERM="xterm-256color", NO_COLOR=no_color)[1]

    coloured, plain = side_by_side(shown_with, ("", "1"))
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


def test_templates_are_found_beside_the_package_and_inside_it(tmp_path: Path) -> None:
    """An editable install runs from the checkout; a wheel carries the templates inside the package."""
    empty = tmp_path / "empty"
    empty.mkdir()

    def run_in(layout: str) -> subprocess.CompletedProcess[bytes]:
        home = tmp_path / layout
        shutil.copytree(ROOT / "ducha", home / "ducha", ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copytree(ROOT / "templates", home / ("ducha/templates" if layout == "wheel" else "templates"))
        command = [sys.executable, "-m", "ducha", "bulletin", "--month", "6", "--plans", str(ROOT / "plans")]
        environment = {**os.environ, "PYTHONPATH": str(home)}
        return subprocess.run(command, capture_output=True, env=environment, cwd=empty, timeout=60, check=False)

    for ran in side_by_side(run_in, ("checkout", "wheel")):
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

    def modules(arguments: str) -> set[str]:
        command = [sys.executable, "-c", code, *arguments.split()]
        ran = subprocess.run(command, capture_output=True, env=environment, check=True, cwd=ROOT)
        return set(ran.stderr.decode().split())

    version, status, check, bulletin = side_by_side(modules, ("--version", "status", "check", "bulletin --month 6"))
    assert not version & {"pydantic", "yaml", "rich", "jinja2", "ducha.model", "ducha.cli.status"}
    needless = {"rich", "jinja2", "ducha.assess.bulletin.bulletin", "ducha.cli.bulletin", "multiprocessing"}
    needless |= {"ducha.advice.names", "ducha.rules.doubts", "ducha.store.syntax.careful", "ducha.store.mending"}
    assert not status & needless
    assert "ducha.rules.doubts" in check
    assert not bulletin & {"rich", "ducha.cli.status", "ducha.render.pages.status"}
