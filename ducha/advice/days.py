"""A day, month or year that was written in another way, or that no calendar has."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from ducha.advice.widths import half_width
from ducha.deadlines import Kind, read
from ducha.model.values import YEARS

_DAY = re.compile(r"(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})[日号]?|(\d{2})(\d{2}))")
_MONTH = re.compile(r"(\d{4})(?:[-/.年](\d{1,2})月?份?|(\d{2}))")
_PART_OF_YEAR = re.compile(
    r"(\d{4})年?[-.]?(?:Q(?=[1-4]$)|第?(?=[一二三四上下1-4][季半]))([一二三四上下1-4])(?:半年|季度?)?", re.IGNORECASE
)
_YEAR = re.compile(r"(\d{4})年?度?")
_WITHOUT_YEAR = re.compile(r"(\d{1,2})[-/.月](\d{1,2})[日号]?")
_DAY_NUMBER = re.compile(r"(\d{5})(?:\.\d+)?")
_BEFORE_THE_FIRST = date(1899, 12, 30)
"""of the numbers by which spreadsheets know days, in the 1900 date system; it has a 29 February 1900"""
_LIKELY = range(2000, 2100)
_OUT_OF_RANGE = f"年份要在{YEARS[0]}至{YEARS[-1]}之间"


def advise_day(written: str, year: int | None = None) -> str:
    """Return how a day should have been written, or which days its month has; ``year`` that of the days beside it."""
    text = _bare(written)
    if found := _DAY.fullmatch(text):
        return _checked(*(int(part) for part in found.groups() if part))
    if found := _WITHOUT_YEAR.fullmatch(text):
        month, day = int(found[1]), int(found[2])
        if year:
            return _checked(year, month, day)
        return f"写全年份，如2013-{month:02}-{day:02}" if month <= 12 and day <= 31 else _FORM
    if found := _MONTH.fullmatch(text):
        return "要写到日，如2013-06-30"
    return _advise_numbered(text) or _FORM


def _advise_numbered(text: str) -> str | None:
    """Return the day that a spreadsheet shows as a number, None where it is unlikely to be meant."""
    found = _DAY_NUMBER.fullmatch(text)
    day = _BEFORE_THE_FIRST + timedelta(int(found[1])) if found else None
    if day is None or day.year not in _LIKELY:
        return None
    return f"像是表格软件的日期序号，按1900日期系统是{day}：把格式设为年-月-日，或写成{day}"


def advise_limit(written: str, year: int | None) -> str:
    """Return on which day a limit ends that takes no words of a document."""
    reading, *others = read(written, year=year) if year else (None,)
    if others or reading is None or reading.kind is not Kind.DAY or reading.end is None:
        return advise_day(written, year)
    days = sorted({day for day in (reading.strict_end, reading.end) if day})
    if days[-1].year not in YEARS:
        return _OUT_OF_RANGE
    return "写成" + "或".join(f"{day}" for day in days)


def find_day(written: str, year: int | None) -> str | None:
    """Return a day that was written in another way as it should have been, None for what is no day."""
    advice = advise_day(written, year)
    found = re.fullmatch(r"写成(\d{4}-\d{2}-\d{2})", advice)
    return found[1] if found else None


def advise_month(written: str) -> str:
    """Return how a month should have been written."""
    text = _bare(written)
    found = _MONTH.fullmatch(text) or re.fullmatch(r"(\d{4})[-/.年](\d{1,2})[-/.月].*", text)
    if found:
        year, month = (int(part) for part in found.groups() if part)
        if year not in YEARS:
            return _OUT_OF_RANGE
        return f"写成{year}-{month:02}" if 1 <= month <= 12 else f"没有{month}月，月份是01至12"
    return "写成2013-06这样的年-月"


def advise_year(written: str) -> str:
    """Return how a year should have been written."""
    found = _YEAR.match(_bare(written))
    if found is None or found.string[found.end() :].isdecimal():
        return "写四位数字，如2013"
    return f"写成{found[1]}" if int(found[1]) in YEARS else _OUT_OF_RANGE


def advise_period(written: str) -> str:
    """Return how a period of a duty should have been named."""
    text = _bare(written)
    if re.match(r"\d{4}(?!\d)", text) and int(text[:4]) not in YEARS:
        return _OUT_OF_RANGE
    if found := _PART_OF_YEAR.fullmatch(text):
        part = {"上": "H1", "下": "H2"}.get(found[2]) or f"Q{'一二三四'.find(found[2]) + 1 or found[2]}"
        return f"写成{found[1]}-{part}"
    if found := _YEAR.fullmatch(text):
        return f"写成{found[1]}"
    if _MONTH.fullmatch(text):
        return advise_month(text)
    return "写成2013-06（月）、2013-Q2（季度）、2013-H1（半年）、2013（年）、2013-W26（周）或2013-06-10（旬、日）"


def advise_phrase(written: str) -> str | None:
    """Return how a limit that was meant as a day should have been written, None if it was not."""
    found = _DAY.fullmatch(_bare(written))
    return _checked(*(int(part) for part in found.groups() if part)) if found else None


def is_no_day(advice: str) -> bool:
    """Whether advice says that a day is none of its month's, and not only written otherwise."""
    return "只有" in advice or advice.startswith("没有")


def is_out_of_range(advice: str) -> bool:
    """Whether advice says that a year is too early or too late."""
    return advice == _OUT_OF_RANGE


_FORM = "写成2013-06-30这样的年-月-日"


def _bare(written: str) -> str:
    text = re.sub(r"\([^()]*\)$", "", "".join(half_width(written).split()))
    return re.sub(r"[-‐‑–—－]", "-", text).strip("“”\"'。，,；;、")


def _checked(year: int, month: int, day: int) -> str:
    if year not in YEARS:
        return _OUT_OF_RANGE
    if not 1 <= month <= 12:
        return f"没有{month}月，月份是01至12"
    last = monthrange(year, month)[1]
    if day > last:
        return f"{year}年{month}月只有{last}天，最后一天是{year}-{month:02}-{last:02}"
    return f"写成{year}-{month:02}-{day:02}" if day else "没有0日，日期从01起"
