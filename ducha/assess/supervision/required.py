"""What the document requires of those who supervise themselves, period by period (督查方法)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from ducha.assess.reference import Reference
from ducha.assess.states import State
from ducha.deadlines.cycles import Cycle, period_at, period_named
from ducha.deadlines.spans import Span
from ducha.model import Campaign, Method, Register
from ducha.model.supervised import required_spans

if TYPE_CHECKING:
    from ducha.model.records import IssuedBulletin, Records


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
    is_due: bool
    """whether its due day has passed, so that it is counted as met or not"""

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

    It is county-wide, each method for all groups together (新政发〔2013〕36号 督查工作方案 二); a method without a
    number requires nothing.
    """
    register = Register(campaign)
    for method in campaign.supervision.methods:
        by = register.known(method.by) if method.by else (register.office,)
        for span in required_spans(campaign, method):
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
    is_due = due < reference.day
    state = State.DONE if held >= required else State.OVERDUE if is_due else State.PENDING
    return Requirement(f"{method.id}@{_name(span)}", method, by, *span, due, required, held, state, is_due)


def days_of_papers(campaign: Campaign, records: Records, reference: Reference) -> dict[str, tuple[date, ...]]:
    """Return when papers were sent out: id of a method that asks for bulletins → a day for each of its own."""
    known = [one for one in records.bulletins if one.day <= reference.records_until]
    asked = (method for method in campaign.supervision.methods if method.kind == "bulletin")
    spans = {method.id: [*required_spans(campaign, method)] for method in asked}
    return {
        method: tuple(one.day for one in known if any(_reports(one, span) for span in of_method))
        for method, of_method in spans.items()
    }


def _name(span: Span) -> str:
    """A span by its last month; a week by its number, other days by the last of them, as periods of duties are."""
    if span.is_of_months:
        return f"{span.last:%Y-%m}"
    return period_at(Cycle.WEEK, span.last).name if _is_week(span) else span.last.isoformat()


def _is_week(span: Span) -> bool:
    week = period_at(Cycle.WEEK, span.last)
    return span == (week.first, week.last)


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
