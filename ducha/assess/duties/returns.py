"""Returns (一期报送): what each unit owes for each period of a duty, and what of it came in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from ducha.assess.rates import Rate
from ducha.assess.states import State
from ducha.deadlines.cycles import Period
from ducha.model import Duty, Return
from ducha.model.owed import Owed
from ducha.problems import Path


class ReturnStanding(NamedTuple):
    """What one unit owes for one period of a duty, as it stands on the reference day."""

    id: str
    """`plan/duty@period/unit`"""
    unit: str
    """who owes it; a group that lists no members owes it under its own name"""
    period: Owed
    state: State
    """`done`, `done_late`, `overdue`, `disputed`, `unverified`, `due_soon` or `pending`"""
    received: date | None
    """the day it came; nothing is told of what is in dispute"""
    days_late: int
    """from the cut-off day, and from the day of issue at the earliest"""
    record: Return | None
    """what was sent"""
    is_due: bool
    """whether its cut-off day has passed, so that it is counted as on time, late or missing"""
    senders: int
    """of a group that lists no members: how many units have sent theirs"""


class ReturnTally(NamedTuple):
    """Counts of returns by what became of them; an exempt unit owes none."""

    on_time: int = 0
    late: int = 0
    missing: int = 0
    unverified: int = 0
    """owed before the document was issued, and still being verified"""
    disputed: int = 0
    """to which an objection is open"""
    ahead: int = 0
    """not yet due, come already or not"""

    @property
    def due(self) -> int:
        """Those whose cut-off day has passed."""
        return self.on_time + self.late + self.missing + self.unverified + self.disputed

    @property
    def unjudged(self) -> int:
        """Those of which nobody can say yet whether they are late: being verified, or in dispute."""
        return self.unverified + self.disputed

    @property
    def punctual(self) -> Rate:
        """按时报送率: on time ÷ those due that can be judged."""
        return Rate(self.on_time, self.on_time + self.late + self.missing)


class DutyStanding(NamedTuple):
    """A standing duty and its returns, by cut-off day and in the order of its units."""

    id: str
    """`plan/duty`"""
    plan: str
    plan_title: str
    number: int
    """its plan's"""
    duty: Duty
    units: tuple[str, ...]
    """who owes it, groups as their members; none where the document names nobody"""
    listed: tuple[str, ...]
    """those of them that the report is about"""
    open_groups: tuple[str, ...]
    """those of the units that are groups without listed members"""
    recipients: tuple[str, ...]
    """to whom it is sent, none where it is not sent to anybody"""
    is_periodic: bool
    """whether it has a cadence at all (不定期 has none)"""
    notes: tuple[str, ...]
    """what is to be known of its cadence: that no day is named, say"""
    periods: tuple[Owed, ...]
    returns: tuple[ReturnStanding, ...]
    tally: ReturnTally
    """of all its returns, whichever are kept"""
    place: Path

    @property
    def is_report(self) -> bool:
        """Whether something is sent to somebody; else it is work to be done again and again."""
        return bool(self.recipients)

    def without_returns(self) -> DutyStanding:
        """Return it with its counts alone."""
        duty = self.duty.model_copy(update={"returns": ()}) if self.duty.returns else self.duty
        return self._replace(duty=duty, periods=(), returns=())

    def due_in(self, period: Period) -> DutyStanding:
        """Return it with only those of its returns whose cut-off day lies in a period."""
        returns = tuple(one for one in self.returns if period.holds(one.period.cutoff))
        periods = tuple(one for one in self.periods if period.holds(one.cutoff))
        return self._replace(periods=periods, returns=returns, tally=count(returns))


_BOXES = {
    State.DONE: "on_time",
    State.DONE_LATE: "late",
    State.OVERDUE: "missing",
    State.UNVERIFIED: "unverified",
    State.DISPUTED: "disputed",
}


def count(returns: Iterable[ReturnStanding]) -> ReturnTally:
    """Count returns by what became of them."""
    return ReturnTally(**Counter(_BOXES[one.state] if one.is_due else "ahead" for one in returns))


def reports(duties: Iterable[DutyStanding]) -> Iterator[ReturnStanding]:
    """Yield the returns of what is sent to somebody."""
    return (one for duty in duties if duty.is_report for one in duty.returns)


def added(tallies: Iterable[ReturnTally]) -> ReturnTally:
    """Add up the tallies of parts that share no return."""
    return ReturnTally(*map(sum, zip(ReturnTally(), *tallies, strict=True)))
