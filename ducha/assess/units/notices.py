"""Notices (催办单、督办通知单): what one unit is told in writing, and by what number."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from ducha.assess.assessment import Assessment
from ducha.assess.obligations import Obligation
from ducha.assess.states import State
from ducha.assess.units.calls import Call, ReturnsDue
from ducha.model import Campaign, Liaison, Register
from ducha.model.papers import NOTICES, NoticeKind

if TYPE_CHECKING:
    from ducha.assess.supervision.issues import IssueStanding
    from ducha.model.records import Notice, Records


class NoticePaper(NamedTuple):
    """What a notice says to one unit: the only thing its template is given."""

    campaign: Campaign
    kind: NoticeKind
    """`remind` (催办单) or `supervise` (督办通知单)"""
    number: int | None
    """of its kind in its year, None of a draft"""
    day: date
    """the day on which it is sent"""
    records_until: date
    """the last day whose records count"""
    unit: str
    liaison: Liaison | None
    """whom it goes to at the unit"""
    contact: Liaison | None
    """whom to call at the office"""
    reply_by: date | None
    """by when to reply, None where no day is set"""
    late: tuple[Obligation, ...]
    """due and not finished, longest late first"""
    issues_late: tuple[IssueStanding, ...]
    """matters past their limit"""
    returns: tuple[ReturnsDue, ...]
    """not sent by their cut-off day"""
    soon: tuple[Obligation, ...]
    """of a reminder: falling due soon, the nearest first"""
    issues_soon: tuple[IssueStanding, ...]
    """of a reminder: matters whose limit is near"""
    earlier: tuple[Notice, ...]
    """notices to the unit that named some of these before, oldest first"""

    @property
    def name(self) -> str:
        """催办单 or 督办通知单."""
        return NOTICES[self.kind]

    @property
    def mark(self) -> str | None:
        """催办〔2013〕3号, None of a draft."""
        if self.number is None:
            return None
        return self.campaign.notices.mark(self.kind, self.day.year, self.number)

    @property
    def lines(self) -> tuple[tuple[str, str], ...]:
        """Id and title of all that it names, in its order."""
        late = [(o.id, o.full_title) for o in self.late] + [(one.id, one.title) for one in self.issues_late]
        returns = [(one.id, late.duty.duty.title) for late in self.returns for one in late.returns]
        soon = [(o.id, o.full_title) for o in self.soon] + [(one.id, one.title) for one in self.issues_soon]
        return (*late, *returns, *soon)

    @property
    def is_repeated(self) -> bool:
        """Whether the unit was sent a notice of this kind that named just this on the same day."""
        same = (one for one in self.earlier if one.kind == self.kind and one.day == self.day)
        return any(frozenset(one.items) == frozenset(self.items) for one in same)

    @property
    def items(self) -> tuple[str, ...]:
        """Ids of all that it names, as they are recorded with its number."""
        return tuple(name for name, _ in self.lines)


def compose_notice(assessment: Assessment, call: Call, kind: NoticeKind) -> NoticePaper | None:
    """Return what a unit is told, None where there is nothing to tell it, or nobody to tell.

    A reminder names what is late and what soon will be, a supervision notice only what is late; what is being
    verified is in neither, since nobody knows yet that it is late.
    """
    campaign, reference = assessment.campaign, assessment.reference
    if call.unit is None:
        return None
    is_reminder, register = kind == "remind", Register(campaign)
    paper = NoticePaper(
        campaign=campaign,
        kind=kind,
        number=None,
        day=reference.day,
        records_until=reference.records_until,
        unit=call.unit,
        liaison=call.liaison,
        contact=register.liaison(register.office),
        reply_by=_reply_by(campaign, reference.day),
        late=tuple(o for o in call.late if o.state is State.OVERDUE),
        issues_late=tuple(one for one in call.issues if one.state is State.OVERDUE),
        returns=tuple(_late_returns(call)),
        soon=call.soon if is_reminder else (),
        issues_soon=tuple(one for one in call.issues if one.days_left is not None) if is_reminder else (),
        earlier=(),
    )
    named = frozenset(paper.items)
    if not named:
        return None
    own = notices_to(assessment, call.unit)
    return paper._replace(earlier=tuple(one for one in own if named & frozenset(one.items)))


def notices_to(assessment: Assessment, unit: str) -> tuple[Notice, ...]:
    """Return the notices that a unit was sent, but for void ones."""
    register = Register(assessment.campaign)
    return tuple(one for one in assessment.notices if register.resolve(one.unit) == unit and not one.void)


def next_number(records: Records | None, kind: NoticeKind, year: int) -> int:
    """Return the number after the highest that was ever used of a kind in a year, of void ones too."""
    used = [one.number for one in (records.notices if records else ()) if one.kind == kind and one.day.year == year]
    return max(used, default=0) + 1


def _reply_by(campaign: Campaign, day: date) -> date | None:
    days = campaign.notices.reply_days
    return day + timedelta(days=days) if days else None


def _late_returns(call: Call) -> Iterator[ReturnsDue]:
    for due in call.returns:
        late = tuple(one for one in due.returns if one.state is State.OVERDUE)
        if late:
            yield due._replace(returns=late)
