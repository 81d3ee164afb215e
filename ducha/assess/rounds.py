"""One period of a duty, all its units together: what a bulletin says of the returns of a month."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
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
    caught_up: tuple[Round, ...]
    """earlier periods of which some came only in the month: those are its ``late``"""

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
    """Gather what was owed in a month, and what came in it of earlier periods, by duty and period."""
    rounds = [one for duty in duties for one in _rounds(duty)]
    owed = [one for one in rounds if month.holds(one.period.cutoff)]
    earlier = (_caught_up(one, month) for one in rounds if one.period.cutoff < month.first)
    return Rounds(
        reports=tuple(one for one in owed if one.duty.is_report),
        works=tuple(one for one in owed if not one.duty.is_report),
        caught_up=tuple(one for one in earlier if one.late),
    )


def _rounds(duty: DutyStanding) -> Iterator[Round]:
    """Every period of a duty that anybody owes."""
    by_period: dict[Owed, list[ReturnStanding]] = {}
    for one in duty.returns:
        by_period.setdefault(one.period, []).append(one)
    for period, returns in by_period.items():
        late = tuple(one for one in returns if one.state is State.DONE_LATE)
        yield Round(duty, period, count(returns), late, tuple(one for one in returns if one.state is State.OVERDUE))


def _caught_up(one: Round, month: Period) -> Round:
    return one._replace(late=tuple(sent for sent in one.late if month.holds(sent.received)))
