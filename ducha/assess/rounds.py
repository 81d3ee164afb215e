"""One period of a duty, all its units together: what a bulletin says of the returns of a month."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ducha.assess.reference import Period
from ducha.assess.returns import DutyStanding, ReturnStanding, ReturnTally, added, count
from ducha.assess.states import State
from ducha.model.owed import Owed


class Round(NamedTuple):
    """What became of one period of a duty."""

    duty: DutyStanding
    period: Owed
    tally: ReturnTally
    late: tuple[ReturnStanding, ...]
    """those that came after the cut-off day"""
    missing: tuple[ReturnStanding, ...]
    """those that did not come"""

    @property
    def is_complete(self) -> bool:
        """Whether every unit was on time."""
        return not (self.late or self.missing or self.tally.unverified)


class Rounds(NamedTuple):
    """The periods whose cut-off day lies in a month: of what is sent to somebody, and of other standing work."""

    reports: tuple[Round, ...]
    """报送, by plan and cut-off day"""
    works: tuple[Round, ...]
    """other standing work that nobody is sent"""

    @property
    def all(self) -> tuple[Round, ...]:
        """Both."""
        return self.reports + self.works

    @property
    def reported(self) -> ReturnTally:
        """Counts of the returns sent to somebody."""
        return added(one.tally for one in self.reports)

    @property
    def notes(self) -> Mapping[str, tuple[str, ...]]:
        """What is to be known of cadences, that no day is named, say → those of which it holds."""
        return notes_of(one.duty for one in self.all)

    @property
    def open_groups(self) -> tuple[str, ...]:
        """The groups without listed members that owe something."""
        return tuple(dict.fromkeys(group for one in self.all for group in one.duty.open_groups))

    @property
    def worked(self) -> ReturnTally:
        """Counts of the other work."""
        return added(one.tally for one in self.works)


def notes_of(duties: Iterable[DutyStanding]) -> Mapping[str, tuple[str, ...]]:
    """Gather the notes on cadences of some duties: note → the cadences."""
    notes: dict[str, dict[str, None]] = {}
    for duty in duties:
        for note in duty.notes:
            notes.setdefault(note, {})[duty.duty.every] = None
    return {note: tuple(cadences) for note, cadences in notes.items()}


def find_rounds(duties: Iterable[DutyStanding], month: Period) -> Rounds:
    """Gather what was owed in a month by duty and period."""
    rounds = [
        _round(duty, period) for duty in (d.due_in(month) for d in duties if d.returns) for period in duty.periods
    ]
    known = [one for one in rounds if one.tally != ReturnTally()]
    reports = (one for one in known if one.duty.is_report)
    return Rounds(tuple(reports), tuple(one for one in known if not one.duty.is_report))


def _round(duty: DutyStanding, period: Owed) -> Round:
    returns = [one for one in duty.returns if one.period == period]
    late, missing = (tuple(one for one in returns if one.state is state) for state in (State.DONE_LATE, State.OVERDUE))
    return Round(duty, period, count(returns), late, missing)
