"""Calendar periods, of which reports speak: weeks, months, quarters, half-years and years."""

from __future__ import annotations

import re
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from ducha.deadlines.spans import Span, months

_ONE_DAY = timedelta(days=1)


class Cycle(StrEnum):
    """How long a period is."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"


_MONTHS = {Cycle.MONTH: 1, Cycle.QUARTER: 3, Cycle.HALF: 6, Cycle.YEAR: 12}


class Period(NamedTuple):
    """A period that a report speaks of; weeks run from Monday to Sunday (ISO 8601)."""

    cycle: Cycle
    """`week`, `month`, `quarter`, `half` or `year`"""
    first: date
    """its first day"""
    last: date
    """its last day"""

    @property
    def year(self) -> int:
        """The year in which it ends; of a week the one that has most of its days (ISO 8601)."""
        return self.first.isocalendar().year if self.cycle is Cycle.WEEK else self.last.year

    @property
    def following(self) -> Period:
        """The one after it, as long as it."""
        return period_at(self.cycle, self.last + _ONE_DAY)

    @property
    def preceding(self) -> Period:
        """The one before it, as long as it."""
        return period_at(self.cycle, self.first - _ONE_DAY)

    @property
    def name(self) -> str:
        """``2013-06``, ``2013-Q2``, ``2013-H1``, ``2013``, ``2013-W26``, as plan files write it."""
        if self.cycle is Cycle.WEEK:
            return f"{self.year}-W{self.first.isocalendar().week:02}"
        number = (self.last.month - 1) // _MONTHS[self.cycle] + 1
        parts = {Cycle.MONTH: f"-{number:02}", Cycle.QUARTER: f"-Q{number}", Cycle.HALF: f"-H{number}"}
        return f"{self.year}{parts.get(self.cycle, '')}"

    def after(self, earlier: Period) -> int:
        """How many periods it comes after an earlier one that is as long as it."""
        if self.cycle is Cycle.WEEK:
            return (self.first - earlier.first).days // 7
        months_between = (self.year - earlier.year) * 12 + self.last.month - earlier.last.month
        return months_between // _MONTHS[self.cycle]

    def holds(self, day: date | None) -> bool:
        """Whether a day lies in it."""
        return day is not None and self.first <= day <= self.last


def cycle_of(rrule: str) -> Cycle | None:
    """Return how long the periods of a recurrence are, None of other lengths than those of reports."""
    rule = dict(part.split("=") for part in rrule.split(";"))
    if "," in rule.get("BYDAY", "") + rule.get("BYMONTHDAY", ""):
        return None
    if rule["FREQ"] == "YEARLY":
        times = len(rule.get("BYMONTH", "12").split(","))
        return {1: Cycle.YEAR, 2: Cycle.HALF, 4: Cycle.QUARTER}.get(times)
    return {"WEEKLY": Cycle.WEEK, "MONTHLY": Cycle.MONTH}.get(rule["FREQ"])


def period_at(cycle: Cycle, day: date) -> Period:
    """Return the period of a length in which a day lies."""
    if cycle is Cycle.WEEK:
        monday = day - day.weekday() * _ONE_DAY
        return Period(cycle, monday, monday + 6 * _ONE_DAY)
    return Period(cycle, *_months_around(day, _MONTHS[cycle]))


def period_numbered(cycle: Cycle, year: int, number: int) -> Period | None:
    """Return a period by its number in its year: week 1—53, month 1—12, quarter 1—4, half 1—2; None if there is none.

    The number of a year is 1.
    """
    if cycle is Cycle.WEEK:
        try:
            return period_at(cycle, date.fromisocalendar(year, number, 1))
        except ValueError:
            return None
    step = _MONTHS[cycle]
    return period_at(cycle, date(year, number * step, 1)) if 1 <= number <= 12 // step else None


def period_named(name: str) -> Period | None:
    """Return the period of a ``Period.name``; None for what is no period's name, a day or week 53 of a year of 52."""
    found = _NAME.fullmatch(name)
    if found is None:
        return None
    year, letter, number = found.groups()
    cycle = Cycle.YEAR if number is None else _LETTERS[letter]
    return period_numbered(cycle, int(year), int(number or 1))


_NAME = re.compile(r"(\d{4})(?:-([QHW]?)(\d{1,2}))?", re.ASCII)

_LETTERS = {"": Cycle.MONTH, "Q": Cycle.QUARTER, "H": Cycle.HALF, "W": Cycle.WEEK}


def _months_around(day: date, step: int) -> Span:
    first = day.month - (day.month - 1) % step
    return months(day.year, first, first + step - 1)
