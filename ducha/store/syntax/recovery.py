"""Reading on after a slip that spoils one line only, so that one run tells of the rest of the file too."""

from __future__ import annotations

import re
from typing import NamedTuple

from ducha.store.syntax.careful import Builder
from ducha.store.syntax.conflicts import find_conflicts
from ducha.store.syntax.faults import Fault
from ducha.store.syntax.libyaml import find_unspeakable
from ducha.store.syntax.text import lines_of
from ducha.store.syntax.yamltext import NOTHING, Parsed

_MOST = 20
"""slips of one text that are read past"""
_LONGEST = 100_000
"""characters of a text that is read again and again"""
_KEY = re.compile(r"(?P<before>\s*(?:- +)*)(?P<key>[A-Za-z_]+)\s*(?:[:：;；\s]|$)")
_ENTRY = re.compile(r"(?P<before>\s*(?:- +)+)(?=[^\s-])")


class _Line(NamedTuple):
    """A line without what nobody could read, so that it spoils nothing else."""

    number: int
    text: str


def careful_data(text: str) -> Parsed:
    """Return a text's data without what a plan may not hold, and every fault, past slips that are of one line.

    None is told of beside a character that stands for nothing, or a conflict of git's.
    """
    alone = find_unspeakable(text) or find_conflicts(text)
    return Parsed(NOTHING, (_last(alone),)) if alone else _read_on(text)


def _read_on(text: str) -> Parsed:
    lines, slips = lines_of(text), list[Fault]()
    while True:
        readable = "\n".join(lines)
        builder = Builder(readable)
        data, faults = builder.build()
        end = faults[-1] if faults and data is NOTHING else None
        line = _without_value(end, lines) if end and len(slips) < _MOST and len(text) < _LONGEST else None
        if end is None or line is None or any(slip.mark.line == line.number for slip in slips):
            told = (*faults[:-1], _last(end)) if end and _has_content(lines) else faults
            lost = frozenset(slip.mark.line for slip in slips)
            return Parsed(data, (*slips, *told), readable, lost, builder.places)
        slips.append(end)
        lines[line.number - 1] = line.text


def _has_content(lines: list[str]) -> bool:
    return any(line.strip() and not line.lstrip().startswith("#") for line in lines)


def _last(fault: Fault) -> Fault:
    """A fault beyond which nothing was looked at says so."""
    return fault._replace(hint=f"{fault.hint}；改好后再检查一遍，其余内容还没有查")


def _without_value(fault: Fault, lines: list[str]) -> _Line | None:
    """Return a slip's line with its key and an empty value, None if the slip may be another line's."""
    number = fault.mark.line
    if not fault.is_local or number > len(lines):
        return None
    line = lines[number - 1]
    if found := _KEY.match(line):
        value = "" if _goes_on(found["before"], lines[number:]) else " ''"
        return _Line(number, f"{found['before']}{found['key']}:{value}")
    if found := _ENTRY.match(line):
        return _Line(number, f"{found['before']}''")
    return None


def _goes_on(before: str, below: list[str]) -> bool:
    """Whether the next line is part of the value of a key with something ``before`` it."""
    following = next((line for line in below if line.strip() and not line.lstrip().startswith("#")), "")
    indent = len(following) - len(following.lstrip())
    return indent > len(before) or (indent == len(before) and following.lstrip().startswith("- "))
