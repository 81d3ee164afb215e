"""Whom to call about what (催办): what is late or falls due soon, by who answers for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from ducha.assess.assessment import Assessment, longest_late
from ducha.assess.charged import Chargeable, by_each_unit, by_sender
from ducha.assess.duties.returns import DutyStanding, ReturnStanding
from ducha.assess.obligations import Obligation
from ducha.assess.states import State
from ducha.model import Liaison, Register

if TYPE_CHECKING:
    from ducha.assess.supervision.issues import IssueStanding

_Charged = TypeVar("_Charged", bound=Chargeable)
_LATE = (State.OVERDUE, State.UNVERIFIED)


class ReturnsDue(NamedTuple):
    """The returns of one duty that one unit has not sent, by cut-off day."""

    duty: DutyStanding
    returns: tuple[ReturnStanding, ...]


class Call(NamedTuple):
    """What one unit is to be called about, the longest late first."""

    unit: str | None
    """None for what the document charges to nobody"""
    liaison: Liaison | None
    late: tuple[Obligation, ...]
    """due and not finished"""
    soon: tuple[Obligation, ...]
    """falling due within the days asked for, the nearest first"""
    not_begun: tuple[Obligation, ...]
    """due later, but nobody told of a beginning"""
    returns: tuple[ReturnsDue, ...]
    """not sent, by duty"""
    issues: tuple[IssueStanding, ...]
    """matters handed over that are past their limit or soon will be, by limit"""


def find_calls(assessment: Assessment, within: int) -> tuple[Call, ...]:
    """Return a call for each unit, in the register's order, nobody last; what several share is in each one's."""
    register = Register(assessment.campaign)
    owed = _charged(assessment, (o for o in assessment.obligations if _calls(o, within)))
    returns: defaultdict[str | None, list[ReturnsDue]] = defaultdict(list)
    for unit, due in _unsent(assessment, within):
        returns[unit].append(due)
    issues = _charged(assessment, (one for one in assessment.issues if _is_urgent(one, within)))
    units = sorted({*owed, *returns, *issues}, key=lambda unit: (unit is None, register.position(unit or "")))
    return tuple(
        _call(unit, register.liaison(unit or ""), owed[unit], returns[unit], within)._replace(
            issues=tuple(issues[unit])
        )
        for unit in units
    )


class Disputed(NamedTuple):
    """What nobody is called about while an objection to it is open."""

    obligations: tuple[Obligation, ...]
    returns: tuple[ReturnStanding, ...]
    issues: tuple[IssueStanding, ...]
    """matters handed over and not closed"""


def find_disputed(assessment: Assessment) -> Disputed:
    """Return what is in dispute, of one unit what it answers for and owes."""
    returns = (one for duty in assessment.own_duties for one in duty.returns)
    issues = (one for one in assessment.issues if one.state is State.DISPUTED and one.is_open)
    return Disputed(
        assessment.in_state(State.DISPUTED),
        tuple(one for one in returns if one.state is State.DISPUTED and one.is_due),
        tuple(one for one in issues if assessment.scope.unit in (None, *one.units.charged)),
    )


def _charged(assessment: Assessment, items: Iterable[_Charged]) -> defaultdict[str | None, list[_Charged]]:
    """What is charged to each unit, or to the one in scope alone."""
    found, only = by_each_unit(items), assessment.scope.unit
    return defaultdict(list, {unit: of for unit, of in found.items() if only in (None, unit)})


def _calls(obligation: Obligation, within: int) -> bool:
    return obligation.state in _LATE or obligation.not_begun or _is_soon(obligation, within)


def _is_urgent(issue: IssueStanding, within: int) -> bool:
    return issue.state in _LATE or (issue.days_left is not None and issue.days_left <= within)


def _is_soon(obligation: Obligation, within: int) -> bool:
    left = obligation.days_left
    return obligation.state.is_ahead and left is not None and left <= within


def _call(
    unit: str | None, liaison: Liaison | None, owed: list[Obligation], returns: list[ReturnsDue], within: int
) -> Call:
    soon = [o for o in owed if _is_soon(o, within)]
    return Call(
        unit,
        liaison,
        late=tuple(sorted((o for o in owed if o.state in _LATE), key=longest_late)),
        soon=tuple(sorted(soon, key=lambda o: (o.days_left, o.sort_key))),
        not_begun=tuple(sorted((o for o in owed if o.not_begun and not _is_soon(o, within)), key=lambda o: o.sort_key)),
        returns=tuple(returns),
        issues=(),
    )


def _unsent(assessment: Assessment, within: int) -> Iterator[tuple[str, ReturnsDue]]:
    day = assessment.reference.day
    for duty in assessment.own_duties:
        unsent = (r for r in duty.returns if r.state in _LATE or (r.state.is_ahead and _left(r, day) <= within))
        for unit, returns in by_sender(unsent).items():
            yield unit, ReturnsDue(duty, tuple(returns))


def _left(one: ReturnStanding, day: date) -> int:
    return (one.period.cutoff - day).days
