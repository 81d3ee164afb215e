"""Problems as annotations: GitHub's workflow commands, which it shows beside the changed lines.

``::error file=…,line=…,col=…,endColumn=…,title=…::message``, with what would end a part escaped.
"""

from __future__ import annotations

from collections.abc import Iterable

from ducha.problems import Problem, Severity

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def github_lines(problems: Iterable[Problem]) -> str:
    """Return one command a line for each problem."""
    return "".join(_annotation(problem) + "\n" for problem in problems)


def _annotation(problem: Problem) -> str:
    spot = problem.spot
    places = "".join(f"；另见{one.file}:{one.line}:{one.column}" for one in problem.related)
    hint = f"（{problem.hint}）" if problem.hint else ""
    properties = {
        "file": spot.file,
        "line": spot.line,
        "col": spot.column,
        "endColumn": spot.column + spot.length,
        "title": problem.code,
    }
    shown = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{_COMMANDS[problem.severity]} {shown}::{_data(problem.message + hint + places)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
