"""All units side by side: what is charged to each, and how much of the whole that comes to."""

from __future__ import annotations

from typing import NamedTuple

from ducha.assess.assessment import Assessment
from ducha.assess.charged import by_each_unit, by_sender
from ducha.assess.duties.returns import ReturnTally, count, reports
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
    owed, returns = by_each_unit(assessment.obligations), by_sender(reports(assessment.duties_due))
    matters = by_each_unit(issue for issue in assessment.issues if issue.is_open)
    names = sorted({*owed, *returns, *matters}, key=lambda unit: (unit is None, register.position(unit or "")))
    rows = (
        UnitRow(
            unit,
            register.category(unit) if unit else None,
            tally(owed[unit], assessment.reference.day),
            sum(o.units.is_shared for o in owed[unit]),
            count(returns.get(unit or "", ())),
            len(matters[unit]),
            sum(issue.state is State.OVERDUE for issue in matters[unit]),
        )
        for unit in names
    )
    listed = tuple(row for row in rows if category in (None, row.category) and not row.is_idle)
    shared = sum(o.units.is_shared for o in assessment.obligations)
    return UnitRows(listed, assessment.tally, shared)
