"""What a bulletin will say of each unit, for the units to check before it is printed (数据核对)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from ducha.assess.bulletin.bulletin import Bulletin
from ducha.assess.duties.returns import count
from ducha.assess.figures.own import OwnFigure, own_figures
from ducha.assess.obligations import Obligation
from ducha.assess.reference import check_day
from ducha.assess.states import State
from ducha.assess.supervision.required import Requirement
from ducha.assess.tally import tally
from ducha.assess.verify.annexes import Annexes, find_annexes
from ducha.assess.verify.mentions import find_mentions
from ducha.assess.verify.sheet import OwedReturn, Shared, Sheet
from ducha.assess.verify.weekly import as_weekly, is_weekly
from ducha.deadlines.cycles import Period
from ducha.model import Campaign, Liaison, Register


def nobodys(bulletin: Bulletin) -> tuple[Obligation, ...]:
    """Return what the bulletin names and the document charges to nobody: no unit has it on its sheet as its own."""
    return tuple(o for o in _said(bulletin) if not o.units.charged)


def compose_sheets(bulletin: Bulletin, campaign: Campaign, units: Iterable[str]) -> tuple[Sheet, ...]:
    """Return the sheets of some units or groups, by their registered names; ``campaign`` still has the liaisons."""
    register = Register(campaign)
    contact = register.liaison(bulletin.masthead.office)
    said = tuple(_said(bulletin))
    mentions = find_mentions(register, bulletin.assessment.plans)
    annexes = find_annexes(bulletin)
    sheets = (
        _sheet(bulletin, register, unit, said, contact)._replace(
            mentions=mentions.get(unit, ()), annexes=annexes.of(unit)
        )
        for unit in units
    )
    return tuple(as_weekly(sheet, bulletin) if is_weekly(bulletin) else sheet for sheet in sheets)


def _sheet(
    bulletin: Bulletin, register: Register, unit: str, said: Sequence[Obligation], contact: Liaison | None
) -> Sheet:
    group, groups, assessment = register.group(unit), register.groups_of(unit), bulletin.assessment
    charged = [o for o in assessment.obligations if unit in o.units.charged]
    named = {o.id for o in said if unit in o.units.charged}
    shared = [found for o in said if o.id not in named and (found := _share(o, unit, groups))]
    owed = [OwedReturn(duty, one) for duty in bulletin.duties for one in duty.returns if one.unit == unit]
    in_period = [entry for entry in owed if bulletin.period.holds(entry.one.period.cutoff)]
    ahead = [entry for entry in owed if bulletin.period.following.holds(entry.one.period.cutoff)]

    def of_it(*lists: Iterable[Obligation]) -> tuple[Obligation, ...]:
        """Those that are named and charged to it, each once."""
        return tuple({o.id: o for some in lists for o in some if o.id in named}.values())

    changes = bulletin.changes
    return Sheet(
        unit=unit,
        groups=groups,
        members=register.known(group.members) if group else (),
        is_group=group is not None,
        contact=contact,
        reply_day=_reply_day(bulletin),
        tally=tally(charged, assessment.reference.day),
        named_late=dict(bulletin.late.by_unit).get(unit),
        unfinished=of_it(bulletin.late.all),
        finished=of_it(bulletin.newly_finished, changes.finished if changes else ()),
        indicators=tuple(i for i in assessment.indicators if unit in i.units.charged),
        places=tuple(_places(bulletin, unit)),
        returns=tuple(sorted((*_left(owed, bulletin.period), *in_period), key=lambda entry: entry.one.period.cutoff)),
        reported=count(entry.one for entry in in_period if entry.duty.is_report),
        worked=count(entry.one for entry in in_period if not entry.duty.is_report),
        moved=of_it(bulletin.extended, changes.moved if changes else ()),
        unjudged=of_it(bulletin.unclear, bulletin.unverified, bulletin.disputed, bulletin.stopped),
        ahead=of_it(bulletin.due_next, bulletin.not_begun),
        returns_ahead=tuple(entry for entry in ahead if entry.duty.is_report),
        issues=tuple(one for one in (bulletin.matters.listed if bulletin.matters else ()) if one.units.role_of(unit)),
        supervision=tuple(_required(bulletin, unit)),
        as_member=tuple(one for one in shared if one.part is None),
        concerning=tuple(one for one in shared if one.part),
        mentions=(),
        annexes=Annexes(),
    )


def _reply_day(bulletin: Bulletin) -> date | None:
    campaign = bulletin.campaign
    return check_day(campaign, bulletin.assessment.reference.records_until) if campaign.bulletin.check_within else None


def _said(bulletin: Bulletin) -> Iterator[Obligation]:
    """Yield whatever the bulletin names, in the common order."""
    b, changes = bulletin, bulletin.changes
    lists = [b.newly_finished, b.extended, b.late.all, b.due_next]
    if not is_weekly(b):
        lists += [b.unclear, b.unverified, b.disputed, b.stopped, b.not_begun]
        lists += [changes.finished, changes.moved] if changes else []
    named = {o.id for some in lists for o in some}
    yield from (o for o in b.assessment.obligations if o.id in named)


def _share(o: Obligation, unit: str, groups: Sequence[str]) -> Shared | None:
    """How an item that is not charged to a unit concerns it all the same."""
    for name in groups:
        if name in o.units.charged:
            return Shared(o, None, name)
    for name in (unit, *groups):
        role = o.units.role_of(name)
        if role == "responsible" or role == "support":
            return Shared(o, role, None if name == unit else name)
    if any(one.by == unit and not one.settled for one in o.objections):
        return Shared(o, "objected", None)
    is_quoted = o.state is State.OVERDUE and o.last_report is not None and o.last_report.by == unit
    return Shared(o, "quoted", None) if is_quoted else None


def _places(bulletin: Bulletin, unit: str) -> Iterator[OwnFigure]:
    """Yield its own figures; where none is known of any member before the day, the bulletin names none."""
    for indicator in bulletin.by_member:
        day = indicator.due.present
        is_known = indicator.is_contested or indicator.is_reported
        if is_known or (day and day < bulletin.assessment.reference.day):
            yield from own_figures([indicator], unit)


def _required(bulletin: Bulletin, unit: str) -> Iterator[Requirement]:
    """Yield the supervision required of it that fell due."""
    if bulletin.supervision:
        yield from (one for one in bulletin.supervision.fell_due if unit in one.by)


def _left(owed: Iterable[OwedReturn], period: Period) -> Iterator[OwedReturn]:
    """Yield what is left of periods before: reports that have not come, or came only now, and what is in dispute."""
    for entry in owed:
        if entry.one.period.cutoff < period.first:
            is_left = entry.one.state is State.OVERDUE or period.holds(entry.one.received)
            if (entry.duty.is_report and is_left) or entry.one.state is State.DISPUTED:
                yield entry
