"""Matters handed over, in a bulletin: what became of those of last time, and what is new (上期问题整改情况)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from ducha.assess.assessment import Assessment
from ducha.assess.states import State
from ducha.assess.supervision.issues import IssueStanding
from ducha.assess.supervision.selection import is_of
from ducha.deadlines.cycles import Period


class Matters(NamedTuple):
    """The matters of a period; ``closed``, ``overdue``, ``claimed``, ``in_hand`` and ``disputed`` are ``before``."""

    before: tuple[IssueStanding, ...]
    """handed over and not closed at the end of the period before, as they stand now"""
    closed: tuple[IssueStanding, ...]
    """of these, closed since"""
    overdue: tuple[IssueStanding, ...]
    """of these, past their limit, longest late first"""
    claimed: tuple[IssueStanding, ...]
    """of these, said to be settled by the unit, and not checked yet"""
    in_hand: tuple[IssueStanding, ...]
    """of these, not due yet"""
    disputed: tuple[IssueStanding, ...]
    """of these, objected to by a unit, which is not settled"""
    found: tuple[IssueStanding, ...]
    """found by inspections in the period, handed over or not"""
    handed_over: tuple[IssueStanding, ...]
    """handed over in the period"""
    reopened: tuple[IssueStanding, ...]
    """taken up again in the period"""
    due_next: tuple[IssueStanding, ...]
    """in hand, with a limit in the following period, nearest first"""
    listed: tuple[IssueStanding, ...]
    """all that the annex lists: open, closed or handed over in the period"""
    sources: tuple[tuple[str, int], ...]
    """source → how many were handed over in the period, the most first"""
    causes: tuple[tuple[str, int], ...]
    """cause → how many are open now, the most first"""

    @property
    def closed_late(self) -> int:
        """How many of ``closed`` were settled after their limit."""
        return sum(one.state is State.DONE_LATE for one in self.closed)

    @property
    def not_handed_over(self) -> int:
        """How many of ``found`` were not handed over in the period."""
        return len(set(self.found) - set(self.handed_over))

    @property
    def open(self) -> tuple[IssueStanding, ...]:
        """All that are not closed now."""
        return tuple(one for one in self.listed if one.is_open)

    @property
    def to_check(self) -> tuple[IssueStanding, ...]:
        """All that are said to be settled, and are still to be checked by the office."""
        return tuple(one for one in self.listed if one.state is State.UNVERIFIED)

    @property
    def to_decide(self) -> tuple[IssueStanding, ...]:
        """All that wait for what only a leader can settle; the leaders' edition alone says so."""
        return tuple(one for one in self.open if one.needs_decision)

    @property
    def newly_late(self) -> tuple[IssueStanding, ...]:
        """Those of ``late`` that are not of last time."""
        return tuple(one for one in self.late if one not in self.overdue)

    @property
    def late(self) -> tuple[IssueStanding, ...]:
        """All that are past their limit now, new ones too, longest late first."""
        return _longest_late(self.listed)


def find_matters(assessment: Assessment, period: Period) -> Matters:
    """Sort out the matters of a period; without a period before to compare with, none were left from it."""
    now = assessment.issues
    earlier = {one.id for one in assessment.issues_before or () if one.is_open}
    before = [one for one in now if one.id in earlier]
    handed_over = [one for one in now if period.holds(one.assigned)]
    found = (one for one in (*now, *assessment.issues_waiting) if one.source == "inspection")
    return Matters(
        before=tuple(before),
        closed=tuple(one for one in before if not one.is_open and one.state is not State.DISPUTED),
        overdue=_longest_late(before),
        claimed=tuple(one for one in before if one.state is State.UNVERIFIED),
        in_hand=tuple(one for one in before if one.state.is_ahead),
        disputed=tuple(one for one in before if one.state is State.DISPUTED),
        found=tuple(one for one in found if period.holds(one.found)),
        handed_over=tuple(handed_over),
        reopened=tuple(one for one in now if one.reopened and period.holds(one.since)),
        due_next=tuple(one for one in now if one.state.is_ahead and period.following.holds(one.due)),
        listed=tuple(one for one in now if is_of(one, period)),
        sources=count_by(one.source for one in handed_over),
        causes=count_by(one.cause for one in now if one.is_open),
    )


def count_by(values: Iterable[str | None]) -> tuple[tuple[str, int], ...]:
    """Count what is known, the most first, then as met."""
    counter = Counter(value for value in values if value)
    return tuple(sorted(counter.items(), key=lambda entry: -entry[1]))


def _longest_late(issues: Iterable[IssueStanding]) -> tuple[IssueStanding, ...]:
    late = (one for one in issues if one.state is State.OVERDUE)
    return tuple(sorted(late, key=lambda one: (-one.days_late, one.sort_key)))
