"""First and last days of the units of time that documents name."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import NamedTuple


class Span(NamedTuple):
    """A first and a last day, both included."""

    first: date
    last: date


def month_end(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def months(year: int, first: int, last: int) -> Span:
    """Return the span of some months of one year: a quarter is ``months(2013, 4, 6)``."""
    return Span(date(year, first, 1), month_end(year, last))


def month_part(year: int, month: int, part: str) -> Span:
    """Return the span of a part of a month.

    上旬 and 初 are the days 1 to 10, 中旬 11 to 20, 下旬 21 to the end; 底 and 末 are the last day alone.
    """
    last = month_end(year, month)
    first_day = {"上旬": 1, "初": 1, "中旬": 11, "下旬": 21}.get(part, last.day)
    last_day = {"上旬": 10, "初": 10, "中旬": 20}.get(part, last.day)
    return Span(date(year, month, first_day), date(year, month, last_day))
