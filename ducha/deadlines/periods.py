"""A recurrence as its periods: what each is called, its days, and the last of them on time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from ducha.deadlines.spans import month_end, months

_WEEKDAYS = {name: number for number, name in enumerate(("MO", "TU", "WE", "TH", "FR", "SA", "SU"))}
_PARTS_OF_YEAR = {4: "Q", 2: "H"}
_DAY = timedelta(1)


class Due(NamedTuple):
    """One period of a recurrence: its label (2013-06, 2013-Q2, 2013-W26), its days, and the last day on time."""

    period: str
    first: date
    last: date
    cutoff: date


@lru_cache(maxsize=1024)
def cutoffs(rrule: str, first: date, last: date) -> tuple[Due, ...]:
    """Return the periods of a rule whose cut-off lies between two days, both included.

    ``rrule`` is one that ``read`` gives. A day that a month does not have is the month's last; a rule that names
    no day is on time until its period ends. A rule with several days a month or week has part-periods, each
    from the day after the cut-off before it and called by its own cut-off.
    """
    rule = dict(part.split("=") for part in rrule.split(";"))
    expand = {"DAILY": _daily, "WEEKLY": _weekly, "MONTHLY": _monthly, "YEARLY": _yearly}[rule["FREQ"]]
    return tuple(due for due in expand(rule, first, last) if first <= due.cutoff <= last)


def _daily(_: dict[str, str], first: date, last: date) -> Iterator[Due]:
    for number in range((last - first).days + 1):
        day = first + number * _DAY
        yield Due(day.isoformat(), day, day, day)


def _weekly(rule: dict[str, str], first: date, last: date) -> Iterator[Due]:
    days = [_WEEKDAYS[name] for name in rule.get("BYDAY", "SU").split(",")]
    monday = first - first.weekday() * _DAY
    while monday <= last:
        if len(days) == 1:
            year, week, _ = monday.isocalendar()
            yield Due(f"{year}-W{week:02}", monday, monday + 6 * _DAY, monday + days[0] * _DAY)
        else:
            before = days[-1] - 7
            for day in days:
                yield _part(monday + (before + 1) * _DAY, monday + day * _DAY)
                before = day
        monday += 7 * _DAY


def _monthly(rule: dict[str, str], first: date, last: date) -> Iterator[Due]:
    for year, month in _months_between(first, last):
        days = _days_in(rule, year, month)
        if "," not in rule.get("BYMONTHDAY", ""):
            span = months(year, month, month)
            yield Due(f"{year}-{month:02}", span.first, span.last, days[0])
        else:
            earlier = (year, month - 1) if month > 1 else (year - 1, 12)
            before = _days_in(rule, *earlier)[-1]
            for day in days:
                yield _part(before + _DAY, day)
                before = day


def _yearly(rule: dict[str, str], first: date, last: date) -> Iterator[Due]:
    """Months as far apart as quarters, half-years or years are cut-offs of these, in whichever of their months."""
    named = [int(month) for month in rule["BYMONTH"].split(",")]
    step = 12 // len(named)
    is_even = 12 % len(named) == 0 and named == list(range(named[0], 13, step)) and named[0] <= step
    for year, month in _months_between(first, last):
        if month in named:
            begin = month - (month - 1) % step if is_even else month
            end = begin + step - 1 if is_even else month
            label = _label(year, end, len(named) if is_even else 0)
            yield Due(label, *months(year, begin, end), _days_in(rule, year, month)[0])


def _label(year: int, month: int, parts: int) -> str:
    if parts == 1:
        return f"{year}"
    letter = _PARTS_OF_YEAR.get(parts)
    return f"{year}-{letter}{month * parts // 12}" if letter else f"{year}-{month:02}"


def _part(first: date, cutoff: date) -> Due:
    return Due(cutoff.isoformat(), first, cutoff, cutoff)


def _days_in(rule: dict[str, str], year: int, month: int) -> list[date]:
    last = month_end(year, month)
    if "BYDAY" in rule:
        fitting, position = _fitting(rule, last)
        return [fitting[position if position < 0 else min(position, len(fitting)) - 1]]
    named = (int(day) for day in rule.get("BYMONTHDAY", "-1").split(","))
    return sorted({last if day < 0 else last.replace(day=min(day, last.day)) for day in named})


def _fitting(rule: dict[str, str], last: date) -> tuple[list[date], int]:
    """The working days of a month (the statutory ones), or its days of one weekday (-1FR), and which is meant."""
    days = [last.replace(day=number) for number in range(1, last.day + 1)]
    if "BYSETPOS" in rule:
        from ducha.deadlines.workdays import is_workday  # which hardly any duty asks for

        return [day for day in days if is_workday(day)], int(rule["BYSETPOS"])
    weekday = _WEEKDAYS[rule["BYDAY"][-2:]]
    return [day for day in days if day.weekday() == weekday], int(rule["BYDAY"][:-2])


def _months_between(first: date, last: date) -> Iterator[tuple[int, int]]:
    for number in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        yield number // 12, number % 12 + 1
