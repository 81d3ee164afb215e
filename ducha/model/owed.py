"""When a duty's returns are owed: its cadence, cut short to the time for which it holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from ducha.deadlines import Kind, Reading, cutoffs
from ducha.deadlines.reading import LAST_PERIOD
from ducha.model.campaign import Campaign
from ducha.model.duty import Duty
from ducha.model.plan import Plan
from ducha.model.register import Register

_LONGEST = timedelta(days=366)
"""of a period"""


class Owed(NamedTuple):
    """One period for which a return is owed; its ``cutoff`` is the last day on time."""

    name: str
    """2013-06, 2013-Q2, 2013-H1, 2013, 2013-W26, or the last day of a shorter one"""
    first: date
    last: date
    cutoff: date


def owed_periods(campaign: Campaign, plan: Plan, duty: Duty, until: date = date.max) -> tuple[Owed, ...]:
    """Return the periods of every cadence of a duty that begin by a day, by cut-off day, the shorter first.

    A duty holds from ``since``, else from the day of issue (of the campaign's start where that is not known), to
    ``until``, else to the end of its plan or campaign; a plan's own span narrows both. What speaks of the current
    period is owed if its cut-off lies in that time, what speaks of the period before if that period ends in it.
    Two of one name (每月10日、每月25日前) are called by their cut-off days.
    """
    begin, end = holds(campaign, plan, duty)
    cadences = [
        [*_spoken_of(reading.rrule, covers_previous(duty, reading), begin, end)]
        for reading in campaign.readings(duty.every)
        if reading.kind is Kind.RECURRENCE and reading.rrule
    ]
    periods = [period for named in _told_apart(cadences) for period in named if period.first <= until]
    moved = (period._replace(cutoff=campaign.moved(period.cutoff)) for period in periods)
    return tuple(sorted(moved, key=lambda period: (period.cutoff, -period.first.toordinal())))


def _told_apart(cadences: Sequence[Sequence[Owed]]) -> Iterator[Sequence[Owed]]:
    """Yield the periods of cadences, those of cadences that share a name called by their cut-off days."""
    names = Counter(name for periods in cadences for name in {period.name for period in periods})
    for periods in cadences:
        if any(names[period.name] > 1 for period in periods):
            yield [period._replace(name=period.cutoff.isoformat()) for period in periods]
        else:
            yield periods


def covers_previous(duty: Duty, reading: Reading) -> bool:
    """Whether each return speaks of the period before: as the duty says, else as its cadence does (次月5日前)."""
    return duty.covers == "previous" or (duty.covers is None and LAST_PERIOD in reading.note)


def day_owed(campaign: Campaign, duty: Duty) -> Callable[[Owed], date]:
    """Return what gives the day on which a unit owes a period: its cut-off, of the period before its last day."""
    if any(covers_previous(duty, reading) for reading in campaign.readings(duty.every)):
        return lambda period: period.last
    return lambda period: period.cutoff


def excused_times(campaign: Campaign, register: Register, duty: Duty) -> Mapping[str, list[tuple[date, date]]]:
    """Return the times, by their first and last day, in which units do not owe a duty."""
    excused: dict[str, list[tuple[date, date]]] = {}
    for one in duty.exempt:
        time = bounds(campaign, one.since, one.until, date.min, date.max)
        for unit in register.members_of(one.unit):
            excused.setdefault(unit, []).append(time)
    return excused


def _spoken_of(rrule: str, is_previous: bool, begin: date, end: date) -> Iterator[Owed]:
    if not is_previous:
        yield from (Owed(*period) for period in cutoffs(rrule, begin, end))
        return
    for before, period in pairwise(cutoffs(rrule, begin - 2 * _LONGEST, end + _LONGEST)):
        if begin <= before.last <= end:
            yield Owed(before.period, before.first, before.last, period.cutoff)


def holds(campaign: Campaign, plan: Plan, duty: Duty) -> tuple[date, date]:
    """Return the first and last day for which a duty holds, at most a year before and after its campaign."""
    begin, end = campaign.document.issued or campaign.start, campaign.end
    if plan.when:
        span = campaign.read(plan.when)
        begin, end = max(begin, span.start or begin), min(end, span.end or end)
    begin, end = bounds(campaign, duty.since, duty.until, begin, end)
    return max(begin, campaign.start - _LONGEST), min(end, campaign.end + _LONGEST)


def bounds(campaign: Campaign, since: str | None, until: str | None, begin: date, end: date) -> tuple[date, date]:
    """Return the first and last day of a time given by phrases, each of which replaces a day of a given time."""
    if since:
        first = campaign.read(since)
        begin = first.start or first.end or begin
    return begin, (campaign.read(until).end or end) if until else end
