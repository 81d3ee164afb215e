"""The whole program on a damaged campaign: no traceback, an exit code that is true, an output that can be read."""

from __future__ import annotations

import io
import json
import re
import traceback
from collections.abc import Iterator, Sequence
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

from ducha.cli.app import main
from ducha.problems import Problem, Severity
from ducha.store import check
from tests.conftest import TODAY

_COMMANDS = (
    ("check", "--notes", "--format", "text"),
    ("status",),
    ("check", "--strict", "--format", "json"),
    ("bulletin", "--month", "6"),
    ("check", "--notes", "--strict", "--format", "github"),
    ("status", "--format", "json"),
    ("issues",),
    ("inspections",),
    ("due",),
    ("show", "2013-001"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
"""what would reach into a reader's terminal; templates may indent with tabs"""
_TRACEBACK = "Traceback (most recent call last)"


def complaints_of_commands(directory: Path, turn: int) -> list[str]:
    """Run two of the commands, in turns, and tell what should not be so."""
    commands = (_COMMANDS[(2 * turn + other) % len(_COMMANDS)] for other in range(2))
    try:
        return [complaint for command in commands for complaint in _complaints(directory, command)]
    except Exception:
        return [traceback.format_exc()]


def _complaints(directory: Path, command: Sequence[str]) -> Iterator[str]:
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = main([*command, "--plans", str(directory)])
    told = f"{' '.join(command)}: exit code {code}"
    if code not in (0, 1, 2) or _TRACEBACK in err.getvalue():
        yield f"{told}\n{err.getvalue()}"
    if found := _CONTROL.search(out.getvalue() + err.getvalue()):
        yield f"{told}, control character {found.group()!r} in the output"
    if command[0] == "check":
        wrong = _wrong_with_check(check(directory, TODAY).problems, code, command, out.getvalue())
        yield from (f"{told}, {one}" for one in wrong)


def _wrong_with_check(problems: Sequence[Problem], code: int, command: Sequence[str], output: str) -> Iterator[str]:
    severities = {Severity.ERROR, Severity.WARNING} if "--strict" in command else {Severity.ERROR}
    if code != any(problem.severity in severities for problem in problems):
        yield f"problems: {[problem.code for problem in problems][:20]}"
    if (shown := _shown(command[-1], output)) != len(problems):
        yield f"{shown} of {len(problems)} problems shown"


def _shown(form: str, output: str) -> int:
    """How many problems an output tells of."""
    if form == "json":
        return len(json.loads(output)["problems"])
    pattern = r"^::(?:error|warning|notice) file=" if form == "github" else r"^\S.*?:\d+:\d+: (?:错误|警告|提示)DC\d{3}"
    return len(re.findall(pattern, output, re.MULTILINE))
