"""Working days by the statutory calendar: weekends, the holidays of the yearly notices, and the days worked instead."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from ducha.deadlines.holidays import NOTICES

_DAY = timedelta(1)
_SATURDAY = 5


def add_workdays(day: date, number: int) -> tuple[date, str]:
    """Return the working day that is ``number`` after a day, and a note.

    The day itself is not counted. The note says, in Chinese, whose years no notice is known; there Monday to
    Friday count.
    """
    years: dict[int, None] = {}
    while number > 0:
        day += _DAY
        years.setdefault(day.year)
        number -= is_workday(day)
    unknown = "、".join(f"{year}年" for year in years if year not in NOTICES)
    return day, f"没有{unknown}的放假安排，按周一至周五计" if unknown else ""


def next_workday(day: date) -> date:
    """Return a day if it is worked, else the first after it that is."""
    while not is_workday(day):
        day += _DAY
    return day


def is_workday(day: date) -> bool:
    """Whether a day is worked: by the notice of its year, or where none is known from Monday to Friday."""
    off, worked = _calendar(day.year)
    return day in worked or (day.weekday() < _SATURDAY and day not in off)


@cache
def _calendar(year: int) -> tuple[frozenset[date], frozenset[date]]:
    off, worked = NOTICES.get(year, ("", ""))
    return frozenset(_days(year, off)), frozenset(_days(year, worked))


def _days(year: int, text: str) -> Iterator[date]:
    for run in text.split():
        first, _, last = run.partition("-")
        month, day = (int(number) for number in first.split("."))
        end_month, _, end_day = (last or f"{day}").rpartition(".")
        begin, end = date(year, month, day), date(year, int(end_month or month), int(end_day))
        for number in range((end - begin).days + 1):
            yield begin + number * _DAY
