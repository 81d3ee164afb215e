"""Where a line of Chinese text may fold: no line begins with closing punctuation (避头尾, GB/T 15834—2011 5.1)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ducha.render.page import width

_NOT_FIRST = frozenset("、，。．；：？！）〕】》〉」』”’…—～·％℃,.;:?!)]}%/")
"""may not begin a line: closing marks, marks of a pause, marks that join, units"""

_NOT_LAST = frozenset("（〔【《〈「『“‘([{")
"""may not end a line"""


def folds(text: str, room: int) -> list[int]:
    """Return the places at which to fold text into lines of at most ``room`` cells, blanks at their ends apart."""
    places, begin = [], 0
    for line in text.split("\n"):
        places += [begin + at for at in _folds(line, room)] if width(line) > room else []
        begin += len(line) + 1
    return places


def _folds(line: str, room: int) -> Iterator[int]:
    start, reach = 0, _reach(line, 0, room)
    while reach < len(line):
        start = _last(line, start, reach, _is_place) or _last(line, start, reach, _is_proper) or reach
        yield start
        reach = _reach(line, start, room)


def _reach(line: str, start: int, room: int) -> int:
    """How far a line that starts somewhere goes: one character at least, and all blanks after it."""
    at, left = start, room
    while at < len(line) and (at == start or left >= width(line[at])):
        left -= width(line[at])
        at += 1
    while at < len(line) and line[at] == " ":
        at += 1
    return at


def _last(line: str, start: int, reach: int, may_fold: Callable[[str, str], bool]) -> int | None:
    """The last place between two ends at which a line may fold."""
    return next((at for at in range(reach, start, -1) if may_fold(line[at - 1], line[at])), None)


def _is_place(before: str, after: str) -> bool:
    """Whether a line may fold here: properly, and inside no word, number or id."""
    return _is_proper(before, after) and (before == " " or not (before.isascii() and after.isascii()))


def _is_proper(before: str, after: str) -> bool:
    return after not in _NOT_FIRST and after != " " and before not in _NOT_LAST
