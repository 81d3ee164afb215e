"""Counts and rates of obligations, which add up: the whole is the sum of its parts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from ducha.assess.obligations import Obligation
from ducha.assess.rates import Rate
from ducha.assess.states import State

_UNJUDGED = (State.STOPPED, State.DISPUTED, State.UNVERIFIED, State.UNCLEAR)


class Tally(NamedTuple):
    """Counts by state (every state named) and rates of some obligations; what is charged to others never enters one."""

    counts: Mapping[State, int]
    on_time: Rate
    """到期任务按期完成率: due before the reference day and done on time ÷ those due then that can be judged"""
    next_due: date | None
    """the nearest day on which something unfinished falls due"""

    @property
    def total(self) -> int:
        """All obligations, stopped ones included."""
        return sum(self.counts.values())

    @property
    def finished(self) -> Rate:
        """任务完成率: finished ÷ (all - stopped - disputed)."""
        done = self.counts[State.DONE] + self.counts[State.DONE_LATE]
        return Rate(done, self.total - self.counts[State.STOPPED] - self.counts[State.DISPUTED])

    @property
    def finished_otherwise(self) -> int:
        """Those finished that were not due yet, or never were."""
        return self.counts[State.DONE] - self.on_time.numerator

    @property
    def not_yet_due(self) -> int:
        """Those whose day is still to come, soon or later."""
        return sum(self.counts[state] for state in State if state.is_ahead)


def tally(obligations: Iterable[Obligation], reference: date) -> Tally:
    """Count obligations as they stand on the reference day."""
    counter: Counter[State] = Counter()
    due = on_time = 0
    next_due: date | None = None
    for obligation in obligations:
        state, day = obligation.state, obligation.due.present
        counter[state] += 1
        if day is None:
            continue
        if state.is_ahead:
            next_due = min(next_due or day, day)
        if is_judged(obligation, reference):
            due += 1
            on_time += state is State.DONE
    return Tally({state: counter[state] for state in State}, Rate(on_time, due), next_due)


def is_judged(obligation: Obligation, reference: date) -> bool:
    """Whether an obligation was due before the reference day and can be called on time or not."""
    day = obligation.due.present
    return day is not None and day < reference and obligation.state not in _UNJUDGED


def summed(tallies: Iterable[Tally]) -> Tally:
    """Add up the tallies of parts that share no obligation."""
    parts = tuple(tallies)
    return Tally(
        counts={state: sum(part.counts[state] for part in parts) for state in State},
        on_time=Rate(sum(part.on_time.numerator for part in parts), sum(part.on_time.denominator for part in parts)),
        next_due=min((part.next_due for part in parts if part.next_due), default=None),
    )
