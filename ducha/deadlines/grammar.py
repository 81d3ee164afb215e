"""How a whole phrase is read: cadence, range, start, limit or point, tried in that order."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

from ducha.deadlines.numerals import normalise
from ducha.deadlines.points import Point, Shape, parse_point
from ducha.deadlines.reading import Kind, Reading
from ducha.deadlines.recurrences import parse_recurrence
from ducha.deadlines.spans import Span

LONGEST = 200
"""characters a phrase may have; a longer one is not a deadline but a paragraph"""

_BEFORE = re.compile(r"(?P<point>.+?)(?:之前|以前|前夕|前)")
_FROM = re.compile(r"[自从]?(?P<point>.+?)(?:起|开始|以来)")
_CAMPAIGN = re.compile(r"全程")
_BARE_NUMBER = re.compile(r"\d{1,2}")
_UNIT_AT_END = re.compile(r"\d{1,2}(月份?|[日号]|季度?)$")
_DAY_ONLY = re.compile(r"\d{1,2}[日号]")


@lru_cache(maxsize=4096)
def read(
    phrase: str,
    *,
    year: int,
    campaign: Span | tuple[date, date] | None = None,
    issued: date | None = None,
    assume_year: bool = False,
) -> tuple[Reading, ...]:
    """Return what a phrase means: one reading (no rule of the table yields several yet).

    ``year`` is the base year of a phrase that names none; ``campaign`` gives 全程 its first and last day.
    What was read is remembered, as a campaign uses the same few phrases thousands of times. Never raises: a
    text that names no time is one reading of kind UNRESOLVABLE with the reason in ``note``.
    """
    if len(phrase) > LONGEST:
        return (Reading(Kind.UNRESOLVABLE, note=f"时限不超过{LONGEST}字"),)
    text = normalise(phrase)
    try:
        return (_read(text, year, campaign),)
    except ValueError as impossible:
        return (Reading(Kind.UNRESOLVABLE, note=str(impossible)),)


def _read(text: str, year: int, campaign: tuple[date, date] | None) -> Reading:
    if reading := parse_recurrence(text):
        return reading
    if _CAMPAIGN.fullmatch(text):
        if campaign is None:
            return Reading(Kind.UNRESOLVABLE, note="“全程”需要行动的起止日期")
        return Reading(Kind.PERIOD, start=campaign[0], end=campaign[1])
    for rule in _RULES:
        if reading := rule(text, year):
            return reading
    return Reading(Kind.UNRESOLVABLE, note="没有读出时间")


def _range(text: str, year: int) -> Reading | None:
    left, dash, right = text.partition("-")
    if not dash or parse_point(text, year):
        return None
    if _BARE_NUMBER.fullmatch(left) and (unit := _UNIT_AT_END.search(right)):
        left += unit[1]  # 3-4月
    first = parse_point(left, year)
    if first is None:
        return None
    right = right.removesuffix("前")
    if _DAY_ONLY.fullmatch(right):
        right = f"{first.month}月{right}"  # 8月5日至20日
    last = parse_point(right, first.span.first.year)
    if last is None:
        return None
    if last.span.last < first.span.first:
        return Reading(Kind.UNRESOLVABLE, note="结束早于开始")
    return Reading(Kind.WINDOW, start=first.span.first, end=last.span.last)


def _from(text: str, year: int) -> Reading | None:
    found = _FROM.fullmatch(text)
    point = parse_point(found["point"], year) if found else None
    return point and Reading(Kind.WINDOW, start=point.span.first)


def _before(text: str, year: int) -> Reading | None:
    found = _BEFORE.fullmatch(text)
    point = parse_point(found["point"], year) if found else None
    if point is None:
        return None
    return Reading(Kind.DAY, end=point.span.last, strict_end=_day_before(point))


def _day_before(point: Point) -> date | None:
    """The earlier reading of 7月份前, where the unit before 前 is a whole month, quarter or half-year."""
    return point.span.first - timedelta(days=1) if point.shape is Shape.UNIT else None


def _point(text: str, year: int) -> Reading | None:
    point = parse_point(text, year)
    if point is None:
        return None
    if point.shape is Shape.DAY:
        return Reading(Kind.DAY, end=point.span.last)
    kind = Kind.PERIOD if point.shape is Shape.WHOLE else Kind.WINDOW
    return Reading(kind, start=point.span.first, end=point.span.last)


_RULES: tuple[Callable[[str, int], Reading | None], ...] = (_range, _from, _before, _point)
