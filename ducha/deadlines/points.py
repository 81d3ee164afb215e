"""One point or stretch of time inside a phrase: ``2013年6月底``, ``三季度末``, ``上半年``, ``“十二五”末``."""

from __future__ import annotations

import re
from datetime import date
from enum import Enum
from typing import NamedTuple

from ducha.deadlines.patterns import Pattern
from ducha.deadlines.reading import Unreadable
from ducha.deadlines.spans import MONTH_PARTS, Span, month_end, month_part, months

_POINT = Pattern(
    rf"""(?:(?P<year>\d{{4}}|\d\d|[今本当明次翌来去上后前])年度?)?
    (?: (?P<month>\d{{1,2}})月份?(?:的?月?(?P<part>[之以]?内|{"|".join(MONTH_PARTS)})|(?P<day>\d{{1,2}})[日号]?)?
      | (?P<until>前(?=[2-4]))?第?(?P<quarter>[1-4])个?季度?(?P<quarter_part>[底末初]|[之以]?内)?
      | (?P<half>[上下])半年(?P<half_part>[底末初]|[之以]?内)?
      | (?(year)年?|年度?)(?P<year_part>[底末终初中]|[之以]?内)
      | (?P<whole>全年度?)
    )?""",
    re.VERBOSE | re.ASCII,
)
_NUMBERS = Pattern(r"(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2})[日号]?)?", re.ASCII)
_FIVE_YEARS = Pattern(
    r"[“\"]?(十[一二三四五六七八九]?|[一二三四六七八九])五[”\"]?(?:规划|时期)?(?P<part>[末底初]|期末|期)?"
)
_SHORT_YEAR = "年份要写四位数字，如2013年"

_YEAR_WORDS = {"今": 0, "本": 0, "明": 1, "后": 2, "去": -1, "上": -1, "前": -2}
"""counted from the year in which the document is written"""
_NEXT_YEAR_WORDS = {"当": 0, "次": 1, "翌": 1, "来": 1}
"""counted from the year that was spoken of last: 2013年11月至次年2月"""


class Shape(Enum):
    """How much of the calendar a point covers."""

    DAY = "one day, or the last day of a unit"
    UNIT = "a bare month, quarter, half-year or year: before it and by its end are both possible"
    PART = "a part of a month or the first month of a year"
    WHOLE = "a whole year"


class Point(NamedTuple):
    """The span a phrase's time covers, and its shape."""

    span: Span
    shape: Shape
    note: str = ""


class Base(NamedTuple):
    """What stands in where a point names no year: the year spoken of last; and the year the document is of."""

    year: int
    document: int
    is_named: bool = False
    """whether the year spoken of last had four digits; only then may two follow (2015年12月至16年1月)"""


def parse_point(text: str, base: Base) -> Point | None:
    """Read one point in spelt text, None if it is none. Raises Unreadable for what no calendar has."""
    found = _POINT.fullmatch(text)
    if not text or not found:
        return _in_numbers(text) or _in_five_years(text)
    year = named_year(found["year"], base)
    if found["month"]:
        return _in_month(year, int(found["month"]), found["day"], found["part"])
    if found["quarter"]:
        last = int(found["quarter"]) * 3
        return _in_unit(months(year, 1 if found["until"] else last - 2, last), found["quarter_part"])
    if found["half"]:
        last = 6 if found["half"] == "上" else 12
        return _in_unit(months(year, last - 5, last), found["half_part"])
    if found["year_part"] == "中":
        return Point(Span(middle := date(year, 6, 30), middle), Shape.DAY, "“年中”按6月30日读")
    if found["year_part"]:
        return _in_unit(months(year, 1, 12), found["year_part"])
    return Point(months(year, 1, 12), Shape.WHOLE)


def named_year(word: str | None, base: Base) -> int:
    """Return the year that a word or number before 年 means."""
    if word is None:
        year = base.year
    elif word in _YEAR_WORDS:
        year = base.document + _YEAR_WORDS[word]
    elif word in _NEXT_YEAR_WORDS:
        year = base.year + _NEXT_YEAR_WORDS[word]
    elif len(word) == 4:
        year = int(word)
    elif base.is_named:
        year = base.year // 100 * 100 + int(word)
    else:
        raise Unreadable(_SHORT_YEAR)
    if not date.min.year < year < date.max.year:
        raise Unreadable(f"{year}年超出历法能算的年份")
    return year


def _in_numbers(text: str) -> Point | None:
    """2013-06-30, 2013.6.30, 2013/6/30 and the month 2013-06."""
    if not (found := _NUMBERS.fullmatch(text)):
        return None
    return _in_month(named_year(found[1], Base(0, 0)), int(found[3]), found[4], None)


def _in_five_years(text: str) -> Point | None:
    """The sixth five-year plan was that of 1981 to 1985, and each since has followed it."""
    if not (found := _FIVE_YEARS.fullmatch(text)) or (found[1] == "十" and text == "十五"):
        return None
    number = "一二三四五六七八九".find(found[1][-1]) + 1 + 10 * found[1].startswith("十")
    if number < 6:
        return None
    first = 1951 + 5 * number
    span = Span(date(first, 1, 1), date(first + 4, 12, 31))
    if found["part"] == "初":
        return Point(months(first, 1, 12), Shape.PART)
    return _in_unit(span, None if found["part"] in (None, "期") else "末")


def _in_month(year: int, month: int, day: str | None, part: str | None) -> Point:
    if not 1 <= month <= 12:
        raise Unreadable(f"没有{month}月")
    if day:
        last = month_end(year, month).day
        if not 1 <= int(day) <= last:
            raise Unreadable(f"{year}年{month}月只有{last}天，没有{int(day)}日")
        exact = date(year, month, int(day))
        return Point(Span(exact, exact), Shape.DAY)
    if part is None or part.endswith("内"):
        return _in_unit(months(year, month, month), part)
    span = month_part(year, month, part)
    note = f"“{month}月中”按中旬读" if part == "中" else ""
    return Point(span, Shape.DAY if part in "底末" else Shape.PART, note)


def _in_unit(span: Span, part: str | None) -> Point:
    if part is None:
        return Point(span, Shape.UNIT)
    if part == "初":
        return Point(months(span.first.year, span.first.month, span.first.month), Shape.PART)
    return Point(Span(span.last, span.last), Shape.DAY)
