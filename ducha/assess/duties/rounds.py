"""What became of a duty in the span of a report, all its units together: what a bulletin says of returns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from ducha.assess.duties.returns import DutyStanding, ReturnStanding, ReturnTally, added, count
from ducha.assess.states import State
from ducha.deadlines.cycles import Period
from ducha.model.owed import Owed

MANY = 5
"""periods of one duty in a span; if there are more, they are told of together"""


class Short(NamedTuple):
    """A unit that was late or silent, or says that it was not."""

    unit: str
    times: int
    """in how many periods"""
    days_late: int
    """the most"""


class Round(NamedTuple):
    """What became of one period of a duty, or of so many in a span that they are told of together."""

    duty: DutyStanding
    periods: tuple[Owed, ...]
    tally: ReturnTally
    late: tuple[Short, ...]
    """those that came after the cut-off day"""
    missing: tuple[Short, ...]
    """those that did not come"""
    unverified: tuple[Short, ...]
    """those due before the document was issued, and still being verified"""
    disputed: tuple[Short, ...]
    """those in dispute"""


class Rounds(NamedTuple):
    """The periods whose cut-off day came in a span, and what is left of earlier ones, by plan and cut-off day."""

    reports: tuple[Round, ...]
    """of what is sent to somebody (报送)"""
    works: tuple[Round, ...]
    """of other standing work"""
    caught_up: tuple[Round, ...]
    """earlier periods of which some reports came only in the span: those are its ``late``"""
    owing: tuple[Round, ...]
    """earlier periods of which some reports have not come yet: those are its ``missing``"""
    following: tuple[Round, ...]
    """reports whose cut-off day lies in the span after"""
    contested: tuple[Round, ...]
    """periods of the span and of earlier ones of which something is in dispute: that is their ``disputed``"""

    @property
    def all(self) -> tuple[Round, ...]:
        """Reports and works of the span."""
        return self.reports + self.works

    @property
    def reported(self) -> ReturnTally:
        """Counts of the span's reports."""
        return added(one.tally for one in self.reports)

    @property
    def worked(self) -> ReturnTally:
        """Counts of the span's other work."""
        return added(one.tally for one in self.works)

    @property
    def notes(self) -> Mapping[str, tuple[str, ...]]:
        """What is to be known of cadences, that no day is named, say → those of which it holds."""
        return notes_of(one.duty for one in self.all)

    @property
    def open_groups(self) -> tuple[str, ...]:
        """The groups without listed members that owe something."""
        return tuple(dict.fromkeys(group for one in self.all for group in one.duty.open_groups))


def notes_of(duties: Iterable[DutyStanding]) -> Mapping[str, tuple[str, ...]]:
    """Gather the notes on cadences of some duties: note → the cadences."""
    notes: dict[str, dict[str, None]] = {}
    for duty in duties:
        for note in duty.notes:
            notes.setdefault(note, {})[duty.duty.every] = None
    return {note: tuple(cadences) for note, cadences in notes.items()}


def find_rounds(duties: Iterable[DutyStanding], span: Period) -> Rounds:
    """Gather what was owed in a span, and what is left of earlier ones, by duty and period."""
    known = [duty for duty in duties if duty.returns]
    owed = [one for duty in known for one in _rounds(duty, filter(_is_due, duty.due_in(span).returns))]
    reports = [duty for duty in known if duty.is_report]
    return Rounds(
        reports=tuple(one for one in owed if one.duty.is_report),
        works=tuple(one for one in owed if not one.duty.is_report),
        caught_up=tuple(one for one in _earlier(reports, span) if one.late),
        owing=tuple(one for one in _earlier(reports, span) if one.missing),
        following=tuple(one for duty in reports for one in _rounds(duty, duty.due_in(span.following).returns)),
        contested=tuple(one for duty in known for one in _rounds(duty, filter(_is_contested, duty.returns))),
    )


def _is_due(one: ReturnStanding) -> bool:
    return one.is_due


def _is_contested(one: ReturnStanding) -> bool:
    return one.is_due and one.state is State.DISPUTED


def _earlier(duties: Iterable[DutyStanding], span: Period) -> Iterator[Round]:
    """What came in a span of the periods before it, and what has not."""
    for duty in duties:
        before = [one for one in duty.returns if one.period.cutoff < span.first]
        left = [one for one in before if span.holds(one.received) or one.state is State.OVERDUE]
        yield from _rounds(duty, left)


def _rounds(duty: DutyStanding, returns: Iterable[ReturnStanding]) -> Iterator[Round]:
    by_period: dict[Owed, list[ReturnStanding]] = {}
    for one in returns:
        by_period.setdefault(one.period, []).append(one)
    if len(by_period) > MANY:
        yield _round(duty, by_period, [one for found in by_period.values() for one in found])
        return
    for period, found in by_period.items():
        yield _round(duty, [period], found)


def _round(duty: DutyStanding, periods: Iterable[Owed], returns: list[ReturnStanding]) -> Round:
    states = (State.DONE_LATE, State.OVERDUE, State.UNVERIFIED, State.DISPUTED)
    return Round(duty, tuple(periods), count(returns), *(_short(returns, state) for state in states))


def _short(returns: Iterable[ReturnStanding], state: State) -> tuple[Short, ...]:
    found = [one for one in returns if one.state is state]
    times = Counter(one.unit for one in found)
    return tuple(Short(unit, n, max(one.days_late for one in found if one.unit == unit)) for unit, n in times.items())
