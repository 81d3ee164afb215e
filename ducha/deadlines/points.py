"""One point or stretch of time inside a phrase: ``2013年6月底``, ``三季度末``, ``上半年``, ``年底``."""

from __future__ import annotations

import re
from datetime import date
from enum import Enum
from typing import NamedTuple

from ducha.deadlines.spans import Span, month_end, month_part, months

_POINT = re.compile(
    r"""(?:(?P<year>\d{4}|[今本明次去])年)?
    (?: (?P<month>\d{1,2})月份?(?:(?P<day>\d{1,2})[日号]|(?P<part>底|末|初|上旬|中旬|下旬))?
      | 第?(?P<quarter>[1-4])季度?(?P<quarter_end>底|末)?
      | (?P<half>[上下])半年(?P<half_end>底|末)?
      | (?P<year_part>(?(year)年?|年)[底末内初终])
      | (?P<whole>全年)
    )?""",
    re.VERBOSE,
)
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_YEAR_WORDS = {"今": 0, "本": 0, "明": 1, "次": 1, "去": -1}


class Shape(Enum):
    """How much of the calendar a point covers."""

    DAY = "one day, or the last day of a unit"
    UNIT = "a bare month, quarter or half-year: before it and by its end are both possible"
    PART = "a part of a month or the first month of a year"
    WHOLE = "a whole year"


class Point(NamedTuple):
    """The span a phrase's time covers, and its shape."""

    span: Span
    shape: Shape

    @property
    def month(self) -> int:
        """The month in which the span ends."""
        return self.span.last.month


def parse_point(text: str, year: int) -> Point | None:
    """Read one point; ``year`` stands in where the text names none, None if the text is no point.

    Raises ValueError with a Chinese reason for a month or day that no calendar has.
    """
    if iso := _ISO.fullmatch(text):
        day = _day(*map(int, iso.groups()))
        return Point(Span(day, day), Shape.DAY)
    found = _POINT.fullmatch(text)
    if not text or not found:
        return None
    words = found.groupdict()
    named = words["year"]
    base = year if named is None else year + _YEAR_WORDS[named] if named in _YEAR_WORDS else int(named)
    if not date.min.year < base < date.max.year:
        raise ValueError(f"没有{base}年")
    return _within_year(base, words)


def _within_year(year: int, words: dict[str, str | None]) -> Point:
    if words["month"]:
        return _within_month(year, int(words["month"]), words["day"], words["part"])
    if words["quarter"]:
        last = int(words["quarter"]) * 3
        return _unit(months(year, last - 2, last), words["quarter_end"])
    if words["half"]:
        last = 6 if words["half"] == "上" else 12
        return _unit(months(year, last - 5, last), words["half_end"])
    if words["year_part"]:
        if words["year_part"].endswith("初"):
            return Point(months(year, 1, 1), Shape.PART)
        return _unit(months(year, 1, 12), words["year_part"])
    return Point(months(year, 1, 12), Shape.WHOLE)


def _within_month(year: int, month: int, day: str | None, part: str | None) -> Point:
    if not 1 <= month <= 12:
        raise ValueError(f"没有{month}月")
    if day:
        exact = _day(year, month, int(day))
        return Point(Span(exact, exact), Shape.DAY)
    if part:
        return Point(month_part(year, month, part), Shape.DAY if part in "底末" else Shape.PART)
    return Point(months(year, month, month), Shape.UNIT)


def _unit(span: Span, end_word: str | None) -> Point:
    return Point(Span(span.last, span.last), Shape.DAY) if end_word else Point(span, Shape.UNIT)


def _day(year: int, month: int, day: int) -> date:
    if not date.min.year < year < date.max.year:
        raise ValueError(f"没有{year}年")
    if not 1 <= month <= 12:
        raise ValueError(f"没有{month}月")
    last = month_end(year, month).day
    if not 1 <= day <= last:
        raise ValueError(f"{year}年{month}月只有{last}天，没有{day}日")
    return date(year, month, day)
