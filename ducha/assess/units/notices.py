"""Notices (催办单、督办通知单): what one unit is told in writing, and by what number."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING

from ducha.assess.assessment import Assessment
from ducha.assess.states import State
from ducha.assess.units.calls import Call, ReturnsDue
from ducha.assess.units.paper import GroupPart, NoticePaper
from ducha.model import Campaign, Register
from ducha.model.papers import NoticeKind

if TYPE_CHECKING:
    from ducha.model.records import Notice, Records


def compose_notices(
    assessment: Assessment, units: Iterable[str], calls: Iterable[Call], kind: NoticeKind
) -> Iterator[NoticePaper]:
    """Yield what some units or groups, by registered names, are told, but for those there is nothing to tell.

    ``calls`` are those of everybody. A reminder names what is late and what soon will be, a supervision notice only
    what is late; what is being verified is in neither, since nobody knows yet that it is late. What is charged to a
    group is on its members' papers under its name: the document charges the group and never its members one by one,
    but only they have an address.
    """
    register = Register(assessment.campaign)
    by_unit = {call.unit: call for call in calls}
    for unit in units:
        nothing = Call(unit, register.liaison(unit), late=(), soon=(), not_begun=(), returns=(), issues=())
        groups = {name: by_unit[name] for name in register.groups_of(unit) if name in by_unit}
        paper = _compose(assessment, unit, by_unit.get(unit, nothing), groups, kind)
        if paper.items:
            yield paper


def notices_to(assessment: Assessment, unit: str) -> tuple[Notice, ...]:
    """Return the notices that a unit was sent, but for void ones."""
    register = Register(assessment.campaign)
    return tuple(one for one in assessment.notices if register.resolve(one.unit) == unit and not one.void)


def next_number(records: Records | None, kind: NoticeKind, year: int) -> int:
    """Return the number after the highest that was ever used of a kind in a year, of void ones too."""
    used = [one.number for one in (records.notices if records else ()) if one.kind == kind and one.day.year == year]
    return max(used, default=0) + 1


def _compose(
    assessment: Assessment, unit: str, call: Call, groups: Mapping[str, Call], kind: NoticeKind
) -> NoticePaper:
    campaign, reference, register = assessment.campaign, assessment.reference, Register(assessment.campaign)
    own = _part(unit, call, kind)
    paper = NoticePaper(
        campaign=campaign,
        kind=kind,
        number=None,
        day=reference.day,
        records_until=reference.records_until,
        unit=unit,
        is_group=register.group(unit) is not None,
        liaison=call.liaison,
        contact=register.liaison(register.office),
        reply_by=_reply_by(campaign, reference.day),
        late=own.late,
        issues_late=own.issues_late,
        returns=tuple(_late_returns(call)),
        soon=own.soon,
        issues_soon=own.issues_soon,
        as_member=tuple(_as_member(own, groups, kind)),
        earlier=(),
    )
    named = frozenset(paper.items)
    return paper._replace(earlier=tuple(one for one in notices_to(assessment, unit) if named & frozenset(one.items)))


def _as_member(own: GroupPart, groups: Mapping[str, Call], kind: NoticeKind) -> Iterator[GroupPart]:
    """What is charged to its groups, each item once; what is charged to itself beside its group is its own."""
    told = set(own.items)
    for group, call in groups.items():
        part = _part(group, call, kind, told)
        if part.items:
            yield part
        told.update(part.items)


def _part(name: str, call: Call, kind: NoticeKind, told: Collection[str] = ()) -> GroupPart:
    """What is said under one name, but for what has been ``told`` under another."""
    is_reminder = kind == "remind"
    obligations = [o for o in call.late if o.id not in told]
    issues = [one for one in call.issues if one.id not in told]
    return GroupPart(
        name,
        late=tuple(o for o in obligations if o.state is State.OVERDUE),
        issues_late=tuple(one for one in issues if one.state is State.OVERDUE),
        soon=tuple(o for o in call.soon if o.id not in told) if is_reminder else (),
        issues_soon=tuple(one for one in issues if one.days_left is not None) if is_reminder else (),
    )


def _reply_by(campaign: Campaign, day: date) -> date | None:
    days = campaign.notices.reply_days
    return day + timedelta(days=days) if days else None


def _late_returns(call: Call) -> Iterator[ReturnsDue]:
    for due in call.returns:
        late = tuple(one for one in due.returns if one.state is State.OVERDUE)
        if late:
            yield due._replace(returns=late)
