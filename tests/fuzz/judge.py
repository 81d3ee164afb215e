"""What holds of every result, whatever stands in the files."""

from __future__ import annotations

import traceback
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from ducha.problems import SEVERITIES, Problem
from ducha.store import check
from tests.conftest import TODAY
from tests.fuzz.lines import lines_of, wrong_with_spot

_SHOWN = 3
"""wrong problems told of one directory"""

Contents = dict[str, tuple[int, bytes]]


class Verdict(NamedTuple):
    """What a check told, and what should not be so of it."""

    problems: tuple[Problem, ...]
    complaints: list[str]


def judge(directory: Path, again: bool = True) -> Verdict:
    """Check a campaign's directory, again if wanted, and judge the result."""
    before = contents(directory)
    try:
        problems = check(directory, TODAY).problems
        is_same = not again or check(directory, TODAY).problems == problems
    except Exception:
        return Verdict((), [traceback.format_exc()])
    told = [] if is_same else ["a second run tells something else"]
    if contents(directory) != before:
        told.append("the directory was changed")
    if (places := [problem.spot[:3] for problem in problems]) != sorted(places):
        told.append("the problems are not in the order of their places")
    return Verdict(problems, [*told, *islice(wrong_with(problems, before), _SHOWN)])


def contents(directory: Path) -> Contents:
    """Every file of a directory: when it was written and what it holds."""
    return {path.name: (path.stat().st_mtime_ns, path.read_bytes()) for path in sorted(directory.iterdir())}


def wrong_with(problems: Sequence[Problem], files: Contents) -> Iterator[str]:
    """What problems lack, and places that no file has."""
    lines = {name: lines_of(data) for name, (_, data) in files.items()}
    for problem in problems:
        if not (problem.code in SEVERITIES and problem.message and problem.hint):
            yield f"without a code, a message or a hint: {_told(problem)}"
        for spot in (problem.spot, *problem.related):
            if wrong := wrong_with_spot(spot, lines.get(Path(spot.file).name, [])):
                yield f"{wrong}: {_told(problem)}"


def _told(problem: Problem) -> str:
    return repr(problem) if len(repr(problem)) < 1_000 else repr(problem)[:500] + " … " + repr(problem)[-300:]
