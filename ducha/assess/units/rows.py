"""All units side by side: what is charged to each, and how much of the whole that comes to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from ducha.assess.assessment import Assessment
from ducha.assess.duties.returns import ReturnStanding, ReturnTally, count
from ducha.assess.obligations import Obligation
from ducha.assess.states import State
from ducha.assess.tally import Tally, tally
from ducha.model import Register


class UnitRow(NamedTuple):
    """What is charged to one unit, or to nobody."""

    unit: str | None
    """None for what the document charges to nobody"""
    category: str | None
    """部门, 乡镇, …"""
    tally: Tally
    """of obligations"""
    shared: int
    """how many of them others are charged with too"""
    returns: ReturnTally
    """of what is sent to somebody"""
    issues: int
    """matters handed over and not closed"""
    issues_late: int
    """of these, past their limit"""

    @property
    def is_idle(self) -> bool:
        """Whether nothing at all is charged to it."""
        return not (self.tally.total or self.returns.due or self.returns.ahead or self.issues)


class UnitRows(NamedTuple):
    """A row for each unit that is charged with anything, in the register's order, nobody last."""

    rows: tuple[UnitRow, ...]
    total: Tally
    """of all obligations, each once"""
    shared: int
    """how many obligations several units share"""

    @property
    def summed(self) -> int:
        """The sum of the rows' totals: more than the whole by what is shared."""
        return sum(row.tally.total for row in self.rows)


def find_unit_rows(assessment: Assessment, category: str | None = None) -> UnitRows:
    """Gather what is charged to each unit, of one category if that is asked for.

    What several share is in each one's row, groups stand under their own names (domain: 合计大于总数).
    """
    register = Register(assessment.campaign)
    owed: defaultdict[str | None, list[Obligation]] = defaultdict(list)
    for obligation in assessment.obligations:
        for unit in obligation.units.charged or (None,):
            owed[unit].append(obligation)
    returns = _returns(assessment)
    matters: defaultdict[str | None, list[bool]] = defaultdict(list)
    for issue in assessment.issues:
        for unit in issue.units.charged if issue.is_open else ():
            matters[unit].append(issue.state is State.OVERDUE)
    names = sorted({*owed, *returns, *matters}, key=lambda unit: (unit is None, register.position(unit or "")))
    rows = (
        UnitRow(
            unit,
            register.category(unit) if unit else None,
            tally(owed[unit], assessment.reference.day),
            sum(len(o.units.charged) > 1 for o in owed[unit]),
            count(returns.get(unit or "", ())),
            len(matters[unit]),
            sum(matters[unit]),
        )
        for unit in names
    )
    listed = tuple(row for row in rows if category in (None, row.category) and not row.is_idle)
    shared = sum(len(o.units.charged) > 1 for o in assessment.obligations)
    return UnitRows(listed, assessment.tally, shared)


def _returns(assessment: Assessment) -> dict[str, list[ReturnStanding]]:
    found: dict[str, list[ReturnStanding]] = {}
    for duty in _reports(assessment):
        for one in duty:
            found.setdefault(one.unit, []).append(one)
    return found


def _reports(assessment: Assessment) -> Iterable[tuple[ReturnStanding, ...]]:
    """The returns of what is sent to somebody, of the period reported on if there is one."""
    return (duty.returns for duty in assessment.duties_due if duty.is_report)
