"""The reference day: on which day a report judges, and how far records count."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal, NamedTuple

from ducha.deadlines.spans import month_end
from ducha.model import Campaign
from ducha.problems import DuchaError

Source = Literal["option", "period", "campaign", "clock"]

_ONE_DAY = timedelta(days=1)


class Period(NamedTuple):
    """A calendar month that a report speaks of."""

    year: int
    month: int

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.month, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return month_end(self.year, self.month)

    @property
    def following(self) -> Period:
        """The month after it."""
        return Period(self.year + self.month // 12, self.month % 12 + 1)

    @property
    def preceding(self) -> Period:
        """The month before it."""
        return Period(self.year - (self.month == 1), (self.month - 2) % 12 + 1)

    def __str__(self) -> str:
        """``2013-06``, as plan files write a month."""
        return f"{self.year}-{self.month:02}"

    def holds(self, day: date | None) -> bool:
        """Whether a day lies in it."""
        return day is not None and self.first <= day <= self.last


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
    """the month reported on"""

    @property
    def is_mid_period(self) -> bool:
        """Whether the month reported on was not over on the reference day."""
        return self.period is not None and self.day <= self.period.last


def on_day(campaign: Campaign, as_of: date | None, today: date) -> Reference:
    """Return the reference of a report on no period: ``as_of``, else the campaign's, else the clock."""
    if as_of:
        return Reference(as_of, "option", as_of)
    if campaign.as_of:
        return Reference(campaign.as_of, "campaign", campaign.as_of)
    return Reference(today, "clock", today)


def on_period(campaign: Campaign, month: int, year: int | None, today: date) -> Reference:
    """Return the reference of a report on a month; raises DuchaError where there can be none.

    Without a year it is the one whose month lies inside the campaign.
    """
    period = Period(year or _year_of(campaign, month), month)
    if period.last < campaign.start or period.first > campaign.end:
        raise DuchaError(f"{period.year}年{month}月不在行动期内（{campaign.start}至{campaign.end}）")
    latest = min(day for day in (campaign.as_of, today) if day)
    if period.first >= latest:
        raise DuchaError(f"{period.year}年{month}月还没有数据可报（参照日最晚为{latest}）")
    day = min(period.last + _ONE_DAY, latest)
    return Reference(day, "period", day - _ONE_DAY, period)


def on_known_months(campaign: Campaign, today: date) -> tuple[Reference, ...]:
    """Return the references of every month of the campaign of which something can be known."""
    latest = on_day(campaign, None, today).day
    month, references = Period(campaign.start.year, campaign.start.month), []
    while month.first <= campaign.end and month.first < latest:
        references.append(on_period(campaign, month.month, month.year, latest))
        month = month.following
    return tuple(references)


def on_period_before(campaign: Campaign, reference: Reference) -> Reference | None:
    """Return the reference of the report before this one, None where there was none.

    The first report is the campaign's first bulletin if that is set, else that of the month of issue, or, where
    that day is not known, of the campaign's start.
    """
    if reference.period is None:
        return None
    earlier = reference.period.preceding
    issued = campaign.document.issued or campaign.start
    if str(earlier) < (campaign.bulletin.first or str(Period(issued.year, issued.month))):
        return None
    return Reference(reference.period.first, "period", earlier.last, earlier)


def _year_of(campaign: Campaign, month: int) -> int:
    years = [
        year
        for year in range(campaign.start.year, campaign.end.year + 1)
        if Period(year, month).last >= campaign.start and Period(year, month).first <= campaign.end
    ]
    if len(years) == 1:
        return years[0]
    span = f"{campaign.start}至{campaign.end}"
    reason = f"行动期（{span}）内有几个{month}月" if years else f"{month}月不在行动期内（{span}）"
    raise DuchaError(f"{reason}；请用--year写明年份")
