"""Git's conflict markers: two versions of the same lines, between which somebody has to choose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ducha.store.syntax.faults import Fault, Mark
from ducha.store.syntax.text import lines_of
from ducha.store.syntax.yamltext import MARKERS

MARKED = frozenset(MARKERS)

_MARKER = re.compile(r"(<{7}|\|{7}|={7}|>{7})(?: (.*))?")
_SHOWN = 40
"""characters of a side that a message quotes"""


class _Conflict(NamedTuple):
    """One conflict: its first and last line, and what each side is called and says."""

    first: int
    last: int
    names: tuple[str, str]
    sides: tuple[list[str], list[str]]


def find_conflicts(text: str) -> Fault | None:
    """Return one fault for all conflicts that git has left in a text."""
    lines = lines_of(text)
    marked = [
        (number, found[1][0], (found[2] or "").strip())
        for number, line in enumerate(lines, start=1)
        if line[:7] in MARKED and (found := _MARKER.fullmatch(line))
    ]
    if not marked:
        return None
    conflicts = list(_whole(marked, lines))
    return _fault(conflicts) if conflicts else _half_resolved(marked[0][0])


def _whole(marked: Sequence[tuple[int, str, str]], lines: Sequence[str]) -> Iterator[_Conflict]:
    """Yield the conflicts of which every marker is there: one of each sort, in order."""
    opened: list[tuple[int, str, str]] = []
    for mark in marked:
        sign = mark[1]
        if sign == "<":
            opened = [mark]
        elif opened and "<|=>".index(sign) > "<|=>".index(opened[-1][1]):
            opened.append(mark)
            if sign == ">" and opened[-2][1] == "=":
                ours, middle, theirs = opened[0], opened[-2], mark
                end_of_ours = opened[1][0]
                sides = (list(lines[ours[0] : end_of_ours - 1]), list(lines[middle[0] : theirs[0] - 1]))
                yield _Conflict(ours[0], theirs[0], (ours[2], theirs[2]), sides)
        if sign == ">":
            opened = []


def _fault(conflicts: Sequence[_Conflict]) -> Fault:
    first = conflicts[0]
    ours, theirs = (name or "未写名称" for name in first.names)
    more = f"，全文共{len(conflicts)}处" if len(conflicts) > 1 else ""
    message = (
        f"第{first.first}至{first.last}行有git合并冲突{more}："
        f"“{ours}”写{_side(first.sides[0])}，分支“{theirs}”写{_side(first.sides[1])}"
    )
    hint = "每处留下正确的一边，删去<<<<<<<、=======、>>>>>>>各行"
    marks = [Mark(conflict.first, 1, 0) for conflict in conflicts]
    return Fault("DC106", message, hint, marks[0], also=tuple(marks[1:]))


def _half_resolved(line: int) -> Fault:
    return Fault("DC106", "有没删干净的git合并冲突标记", "删去这一行，并核对上下内容", Mark(line, 1, 0))


def _side(written: Sequence[str]) -> str:
    lines = [line.strip() for line in written if line.strip()]
    if not lines:
        return "（没有这几行）"
    shown = lines[0] if len(lines[0]) <= _SHOWN else lines[0][:_SHOWN] + "…"
    return f"“{shown}”" + (f"等{len(lines)}行" if len(lines) > 1 else "")
