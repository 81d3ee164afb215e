"""Times with a beginning and an end: ``3—4月``, ``8月5日至20日``, ``10月至次年3月``, ``2013—2015年``."""

from __future__ import annotations

import re
from datetime import date

from ducha.deadlines.patterns import Pattern
from ducha.deadlines.points import Base, parse_point
from ducha.deadlines.reading import Kind, Reading, Unreadable

BEFORE = ("之前", "以前", "前夕", "前")
START = ("开始", "以来", "起")

NAMES_YEAR = Pattern(r"\d{4}(?:年|[-/.]\d)|[今本当明次翌来去上后前]年", re.ASCII)
BARE_NUMBER = Pattern(r"(?:.*[年月第])?\d{1,4}", re.ASCII)
WITHIN_MONTH = Pattern(r"月?[底末]|[上中下]旬|[上下]半月|中下旬|\d{1,2}[日号]", re.ASCII)
_UNIT = Pattern(r"(?:\d{4}年)?\d{1,2}(月|[日号]|季)", re.ASCII)
_SHORT_DAY = Pattern(r"\d{1,2}([./-])\d{1,2}", re.ASCII)
_YEAR = Pattern(r"\d{4}年", re.ASCII)
_ISO = Pattern(r"\d{4}-\d{1,2}(?:-\d{1,2})?(?:前|起)?", re.ASCII)
_TWO_ISO = Pattern(r"(\d{4}-\d{1,2}-\d{1,2})-(\d{4}-\d{1,2}-\d{1,2})", re.ASCII)


def stripped(text: str, endings: tuple[str, ...]) -> str:
    """Return a text without the first of some endings that it has."""
    if not text.endswith(endings):
        return text
    return text[: -len(next(ending for ending in endings if text.endswith(ending)))]


def parse_range(text: str, base: Base) -> Reading | None:
    """Read the time between two points, None if there are none. Raises Unreadable for one that runs backwards."""
    ends = _two_ends(text)
    if ends is None:
        return None
    first = parse_point(_left(*ends), base)
    if first is None:
        return None
    day = first.span.first
    right_base = Base(day.year, base.document, bool(NAMES_YEAR.match(ends[0])) or base.is_named)
    last = parse_point(_right(ends[1], day), right_base)
    if last is None:
        return None
    if last.span.last < day:
        wrong = f"结束早于开始，跨年的写成{ends[0]}至次年{ends[1]}" if "年" not in ends[1] else "结束早于开始"
        raise Unreadable(wrong)
    return Reading(Kind.WINDOW, day, last.span.last, note=first.note or last.note, is_stretch=True)


def _two_ends(text: str) -> tuple[str, str] | None:
    """Split a range at its dash; the dashes of 2013-06-30 part nothing."""
    left, dash, right = text.partition("~")
    if not dash and (two := _TWO_ISO.fullmatch(text)):
        left, right = two[1], two[2]
    elif not dash:
        if NAMES_YEAR.match(text) and _ISO.fullmatch(text):
            return None
        left, dash, right = text.partition("-")
        if not dash:
            return None
    left = left[1:] if left[:1] in ("自", "从", "由") else left
    return stripped(left, START), stripped(right, BEFORE)


def _left(left: str, right: str) -> str:
    """A bare number at the left has the unit of the right: 3—4月, 2013—2015年, 一至三季度."""
    if not BARE_NUMBER.fullmatch(left):
        return left
    if len(left) == 4 and _YEAR.match(right):
        return f"{left}年"
    unit = _UNIT.match(right)
    return f"{left}{unit[1]}" if unit and not left.endswith(("年", "月")) else left


def _right(right: str, first: date) -> str:
    """A right end within a month is of the left's month: 8月5日至20日, 3月上旬至下旬."""
    if WITHIN_MONTH.fullmatch(right):
        return f"{first.month}月{right}"
    if found := _SHORT_DAY.fullmatch(right):
        return f"{first.year:04}{found[1]}{right}"
    return right
