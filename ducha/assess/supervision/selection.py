"""Which matters a list shows: those of its period, by state, source and cause."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ducha.assess.states import State
from ducha.assess.supervision.issues import IssueStanding
from ducha.deadlines.cycles import Period


class IssueFilter(NamedTuple):
    """What was asked for; nothing asked for is empty, None and false."""

    states: tuple[State, ...] = ()
    sources: tuple[str, ...] = ()
    cause: str | None = None
    """by its title"""
    needs_decision: bool = False

    def keeps(self, issue: IssueStanding) -> bool:
        """Whether a matter is listed."""
        if self.states and issue.state not in self.states:
            return False
        if self.sources and issue.source not in self.sources:
            return False
        if self.cause and issue.cause != self.cause:
            return False
        return not self.needs_decision or issue.needs_decision is not None


def select_issues(
    issues: Iterable[IssueStanding], period: Period | None, chosen: IssueFilter
) -> tuple[IssueStanding, ...]:
    """Return the matters that were asked for; in a report on a period, of those that its bulletin lists."""
    return tuple(one for one in issues if (period is None or is_of(one, period)) and chosen.keeps(one))


def is_of(issue: IssueStanding, period: Period) -> bool:
    """Whether a matter is one of a period: open at its end, or closed or handed over in it."""
    return issue.is_open or period.holds(issue.closed) or period.holds(issue.assigned)
