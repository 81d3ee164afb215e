"""The reference day: on which day a report judges, and how far records count."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal, NamedTuple

from ducha.deadlines.cycles import Cycle, Period, period_at, period_numbered
from ducha.model import Campaign
from ducha.problems import DuchaError

Source = Literal["option", "period", "campaign", "clock"]

_ONE_DAY = timedelta(days=1)


class Reference(NamedTuple):
    """The day on which a report judges, where that day came from, and the last day whose records exist for it.

    A report on a period judges on the morning after its last day and knows records up to that last day, so
    that a bulletin rendered in December is the same as in July. Any other report knows records of its own day.
    """

    day: date
    """the day of judgement"""
    source: Source
    """where that day came from"""
    records_until: date
    """the last day whose records count"""
    period: Period | None = None
    """what the report speaks of"""

    @property
    def is_mid_period(self) -> bool:
        """Whether the period reported on was not over on the reference day."""
        return self.period is not None and self.day <= self.period.last


def on_day(campaign: Campaign, as_of: date | None, today: date) -> Reference:
    """Return the reference of a report on no period: ``as_of``, else the campaign's, else the clock."""
    if as_of:
        return Reference(as_of, "option", as_of)
    if campaign.as_of:
        return Reference(campaign.as_of, "campaign", campaign.as_of)
    return Reference(today, "clock", today)


def on_period(campaign: Campaign, number: int, year: int | None, today: date, cycle: Cycle = Cycle.MONTH) -> Reference:
    """Return the reference of a report on a period, by its number in its year; raises DuchaError where there is none.

    Without a year it is that in which most of the period lies inside the campaign.
    """
    period = _in_campaign(campaign, cycle, number, year)
    latest = _latest(campaign, today)
    if period.first >= latest:
        raise DuchaError(f"{_called(cycle, period.year, number)}还没有数据可报（参照日最晚为{latest}）")
    return _after(period, latest)


def check_day(campaign: Campaign, last: date) -> date:
    """Return the day by which units have checked data up to a last day, and what they object to is settled or not.

    That day is the period's last, or, of a period that is not over, the last whose records the report knows.
    """
    return last + campaign.bulletin.check_within * _ONE_DAY


def checked_until(campaign: Campaign, reference: Reference) -> date:
    """Return the last day whose objections count: in a report on a period that by which its data were checked.

    Units see the data only after the last day reported on; a later objection is one to the next report.
    """
    if reference.period is None:
        return reference.records_until
    day = check_day(campaign, reference.records_until)
    return max(reference.records_until, min(day, campaign.as_of or day))


def on_known_periods(campaign: Campaign, cycle: Cycle, today: date) -> Iterator[Reference]:
    """Yield the references of every period of the campaign of which something can be known."""
    latest, period = _latest(campaign, today), period_at(cycle, campaign.start)
    while period.first <= campaign.end and period.first < latest:
        yield _after(period, latest)
        period = period.following


def on_period_before(campaign: Campaign, reference: Reference) -> Reference | None:
    """Return the reference of the report of the same kind before this one, None where there was none.

    The first monthly report is the campaign's first bulletin if that is set. Otherwise the first of any kind is
    that of the day of issue, or, where that day is not known, of the campaign's start.
    """
    if reference.period is None:
        return None
    earlier = reference.period.preceding
    first = campaign.bulletin.first if earlier.cycle is Cycle.MONTH else None
    begun = earlier.name >= first if first else earlier.last >= (campaign.document.issued or campaign.start)
    return Reference(reference.period.first, "period", earlier.last, earlier) if begun else None


def _latest(campaign: Campaign, today: date) -> date:
    """The last day on which a report on a period may judge."""
    return min(day for day in (campaign.as_of, today) if day)


def _after(period: Period, latest: date) -> Reference:
    day = min(period.last + _ONE_DAY, latest)
    return Reference(day, "period", day - _ONE_DAY, period)


def _in_campaign(campaign: Campaign, cycle: Cycle, number: int, year: int | None) -> Period:
    """The period of a number most of which lies in the campaign; raises DuchaError where none does, or several do."""
    years = (year,) if year else range(campaign.start.year - 1, campaign.end.year + 2)
    known = [period for one in years if (period := period_numbered(cycle, one, number))]
    days = {period: _days_inside(campaign, period) for period in known}
    most = max(days.values(), default=0)
    inside = [period for period in known if days[period] == most > 0]
    if len(inside) == 1:
        return inside[0]
    span, what = f"{campaign.start}至{campaign.end}", _called(cycle, year, number)
    if inside:
        raise DuchaError(f"行动期（{span}）内有几个{what}；请用--year写明年份")
    raise DuchaError(f"{what}不在行动期内（{span}）" if known else f"没有{what}")


def _days_inside(campaign: Campaign, period: Period) -> int:
    return (min(period.last, campaign.end) - max(period.first, campaign.start)).days + 1


def _called(cycle: Cycle, year: int | None, number: int) -> str:
    told = ("上半年", "下半年")[number - 1] if cycle is Cycle.HALF else _NUMBERED[cycle].format(number)
    return (f"{year}年" if year else "") + told


_NUMBERED = {
    Cycle.WEEK: "第{}周",
    Cycle.MONTH: "{}月",
    Cycle.QUARTER: "第{}季度",
    Cycle.YEAR: "全年",
}
