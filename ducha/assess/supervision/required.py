"""What the document requires of those who supervise themselves, period by period (督查方法)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from ducha.assess.reference import Reference
from ducha.assess.states import State
from ducha.deadlines import Kind, cutoffs
from ducha.deadlines.cycles import Cycle, period_at, period_named
from ducha.deadlines.spans import Span, month_end, months_later
from ducha.model import Campaign, Method, Register

if TYPE_CHECKING:
    from ducha.model.records import IssuedBulletin, Records


_WEEK = timedelta(days=7)


class Requirement(NamedTuple):
    """What one period of a method requires, and what was held in it: an obligation of those who supervise.

    What the document asks for only in principle (原则上) leaves them owing nothing; it is told as not held.
    """

    id: str
    """`method@2013-06`, by the period's last month, of a week `method@2013-W26`, of other days by the last of them"""
    method: Method
    by: tuple[str, ...]
    """the units that owe it: those that the document names, else the campaign's office"""
    first: date
    """the period's first day"""
    last: date
    """its last day"""
    due: date
    """the last day on time: of an inspection the period's last, of a bulletin as the office has set it"""
    required: int
    """how many"""
    held: int
    """how many there were"""
    state: State
    """`done` once enough are held, `overdue` after the due day, `pending` before"""

    @property
    def is_in_principle(self) -> bool:
        """Whether the document asks for it in principle only."""
        return "原则上" in (self.method.strength or "")

    @property
    def is_short(self) -> bool:
        """Whether it is owed: its day has passed, and not enough were held."""
        return self.state is State.OVERDUE and not self.is_in_principle

    @property
    def is_of_months(self) -> bool:
        """Whether its period is one whole month or several, not a week or other days."""
        return Span(self.first, self.last).is_of_months

    @property
    def missing(self) -> int:
        """How many are still to be held."""
        return max(self.required - self.held, 0)


def find_requirements(campaign: Campaign, records: Records, reference: Reference) -> Iterator[Requirement]:
    """Yield what was required in each period that has begun, by method and period.

    Months and pairs of months are counted from that of issue, longer periods are the calendar's, and of shorter ones
    the first is that in which the document was issued; county-wide, each method for all groups together
    (新政发〔2013〕36号 督查工作方案 二). A method without a number requires nothing.
    """
    for method in campaign.supervision.methods:
        by = Register(campaign).known(method.by) if method.by else (campaign.office,)
        for span in _spans(campaign, method) if method.at_least else ():
            if span.first <= reference.records_until:
                yield _requirement(campaign, method, by, span, records, reference)


def _requirement(
    campaign: Campaign, method: Method, by: tuple[str, ...], span: Span, records: Records, reference: Reference
) -> Requirement:
    until, required = reference.records_until, method.at_least or 0
    if method.kind == "bulletin":
        held, due = sum(one.day <= until and _reports(one, span) for one in records.bulletins), _send_by(campaign, span)
    else:
        days = [one.day for one in records.inspections if one.method == method.id and one.day <= until]
        held, due = sum(span.first <= day <= span.last for day in days), span.last
    state = State.DONE if held >= required else State.OVERDUE if due < reference.day else State.PENDING
    return Requirement(f"{method.id}@{_name(span)}", method, by, *span, due, required, held, state)


def _name(span: Span) -> str:
    """A span by its last month; a week by its number, other days by the last of them, as periods of duties are."""
    if span.is_of_months:
        return f"{span.last:%Y-%m}"
    return period_at(Cycle.WEEK, span.last).name if _is_week(span) else span.last.isoformat()


def _is_week(span: Span) -> bool:
    week = period_at(Cycle.WEEK, span.last)
    return span == (week.first, week.last)


def _spans(campaign: Campaign, method: Method) -> Iterator[Span]:
    reading, issued = campaign.read(method.every), campaign.document.issued or campaign.start
    if reading.kind is not Kind.RECURRENCE or not reading.rrule:
        return
    number = _months_in(reading.rrule)
    if number in (1, 2):
        yield from _spans_of_months(campaign, number, issued.replace(day=1))
        return
    begun = issued.replace(day=1) if number else issued
    earliest = begun if number else begun - _WEEK  # a week may be cut off before it ends
    for period in cutoffs(reading.rrule, earliest, period_at(Cycle.YEAR, campaign.end).last):
        if begun <= period.last and period.first <= campaign.end:
            yield Span(period.first, period.last)


def _spans_of_months(campaign: Campaign, number: int, begun: date) -> Iterator[Span]:
    while begun <= campaign.end:
        end = months_later(begun, number - 1)
        yield Span(begun, month_end(end.year, end.month))
        begun = months_later(begun, number)


def _months_in(rrule: str) -> int:
    """How many months a period of a rule has, 0 of weeks, days and parts of a month (每旬, 每半月)."""
    rule = dict(part.split("=") for part in rrule.split(";"))
    if "," in rule.get("BYMONTHDAY", ""):
        return 0
    months = {"MONTHLY": 1, "YEARLY": 12 // len(rule.get("BYMONTH", "1").split(","))}
    return months.get(rule["FREQ"], 0)


def _reports(bulletin: IssuedBulletin, span: Span) -> bool:
    """Whether a bulletin reports on just these days: twelve monthly ones are no annual one."""
    period = period_named(bulletin.period)
    return period is not None and (period.first, period.last) == span


def _send_by(campaign: Campaign, span: Span) -> date:
    """By when a bulletin is sent: the day that is set, in the month after its period; else that month's end.

    One on a week is sent in the week after it.
    """
    if _is_week(span):
        return period_at(Cycle.WEEK, span.last).following.last
    following = period_at(Cycle.MONTH, span.last).following
    number = campaign.bulletin.send_by
    return following.first.replace(day=number) if number else following.last
