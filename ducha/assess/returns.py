"""Returns (一期报送): what each unit owes for each period of a duty, and what of it came in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from ducha.assess.due import DueDay
from ducha.assess.obligations import Frame
from ducha.assess.rates import Rate
from ducha.assess.reference import Period
from ducha.assess.states import State, judge
from ducha.deadlines import Kind
from ducha.model import Duty, Exemption, Return
from ducha.model.owed import Owed, bounds, owed_periods
from ducha.problems import Path


class ReturnStanding(NamedTuple):
    """What one unit owes for one period of a duty, as it stands on the reference day."""

    id: str
    """`plan/duty@period/unit`"""
    unit: str
    """who owes it; a group that lists no members owes it under its own name"""
    period: Owed
    state: State
    """`done`, `done_late`, `overdue`, `unverified`, `due_soon` or `pending`"""
    received: date | None
    """the day it came"""
    days_late: int
    """from the cut-off day, and from the day of issue at the earliest"""
    record: Return | None
    """what was sent"""
    senders: int
    """of a group that lists no members: how many units have sent theirs"""


class ReturnTally(NamedTuple):
    """Counts of returns by what became of them; an exempt unit owes none."""

    on_time: int = 0
    late: int = 0
    missing: int = 0
    unverified: int = 0
    """owed before the document was issued, and still being verified"""
    ahead: int = 0
    """not yet due"""

    @property
    def due(self) -> int:
        """Those whose cut-off day has passed, and those that came before it."""
        return self.on_time + self.late + self.missing + self.unverified

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

    def due_in(self, period: Period) -> DutyStanding:
        """Return it with only those of its returns whose cut-off day lies in a month."""
        returns = tuple(one for one in self.returns if period.holds(one.period.cutoff))
        periods = tuple(one for one in self.periods if period.holds(one.cutoff))
        return self._replace(periods=periods, returns=returns, tally=count(returns))


_BOXES = {
    State.DONE: "on_time",
    State.DONE_LATE: "late",
    State.OVERDUE: "missing",
    State.UNVERIFIED: "unverified",
    State.DUE_SOON: "ahead",
    State.PENDING: "ahead",
}


def count(returns: Iterable[ReturnStanding]) -> ReturnTally:
    """Count returns by what became of them."""
    return ReturnTally(**Counter(_BOXES[one.state] for one in returns))


def added(tallies: Iterable[ReturnTally]) -> ReturnTally:
    """Add up the tallies of parts that share no return."""
    return ReturnTally(*map(sum, zip(ReturnTally(), *tallies, strict=True)))


def assess_duty(frame: Frame, index: int, unit: str | None = None) -> DutyStanding:
    """Judge the returns of one duty of the plan, of one unit only if that is given."""
    plan, duty, register = frame.plan, frame.plan.duties[index], frame.register
    owing = tuple(dict.fromkeys(member for name in duty.who for member in register.members_of(name)))
    groups = tuple(name for name in owing if register.group(name))
    periods = owed_periods(frame.campaign, plan, duty, frame.reference)
    readings = frame.campaign.readings(duty.every)
    name = f"{plan.id}/{duty.id}"
    kept = owing if unit is None else tuple(one for one in owing if one == unit)
    returns = tuple(_judged(frame, duty, name, periods, kept, owing))
    return DutyStanding(
        id=name,
        plan=plan.id,
        plan_title=plan.short_title,
        number=plan.number,
        duty=duty,
        units=owing,
        open_groups=groups,
        recipients=register.known(duty.to),
        is_periodic=any(reading.kind is Kind.RECURRENCE for reading in readings),
        notes=tuple(dict.fromkeys(reading.note for reading in readings if reading.note)),
        periods=periods,
        returns=returns,
        tally=count(returns),
        place=("duties", index),
    )


def _judged(
    frame: Frame, duty: Duty, name: str, periods: Iterable[Owed], units: Iterable[str], owing: Collection[str]
) -> Iterator[ReturnStanding]:
    received = _received(frame, duty)
    excused = _excused(frame, duty)
    for period in periods:
        came = received.get(period.name, {})
        due = DueDay(duty.every, (), period.cutoff, period.cutoff, None, None, ())
        for unit in units:
            if any(begin <= period.last <= end for begin, end in excused.get(unit, ())):
                continue
            record, senders = came.get(unit), 0
            if frame.register.group(unit):
                record, senders = _of_group(frame, came, unit, owing)
            day = record.day if record else None
            state = judge(frame.campaign, frame.reference, due, finished=day)
            late = _days_late(frame, period.cutoff, state, day)
            yield ReturnStanding(f"{name}@{period.name}/{unit}", unit, period, state, day, late, record, senders)


def _received(frame: Frame, duty: Duty) -> Mapping[str, Mapping[str, Return]]:
    """Period → unit → the first that it sent by the last day whose records exist."""
    came: dict[str, dict[str, Return]] = {}
    for record in sorted(duty.returns, key=lambda record: record.day):
        if record.day <= frame.until:
            period = came.setdefault(record.period, {})
            for name in record.by:
                for unit in frame.register.members_of(name):
                    period.setdefault(unit, record)
    return came


def _of_group(
    frame: Frame, came: Mapping[str, Return], group: str, owing: Collection[str]
) -> tuple[Return | None, int]:
    """The first return of a group without listed members, and how many units sent one.

    It is sent in the group's name, or by a unit of its category that does not owe one of its own.
    """
    category = frame.register.category(group)
    members = [one for one in came if one not in owing and frame.register.category(one) == category]
    first = min((came[one] for one in members), key=lambda record: record.day, default=None)
    return came.get(group) or first, len(members)


def _excused(frame: Frame, duty: Duty) -> Mapping[str, list[tuple[date, date]]]:
    """Unit → the times in which it does not owe the duty."""
    excused: dict[str, list[tuple[date, date]]] = {}
    for exemption in duty.exempt:
        for unit in frame.register.members_of(exemption.unit):
            excused.setdefault(unit, []).append(_time(frame, exemption))
    return excused


def _time(frame: Frame, exemption: Exemption) -> tuple[date, date]:
    return bounds(frame.campaign, exemption.since, exemption.until, date.min, date.max)


def _days_late(frame: Frame, cutoff: date, state: State, received: date | None) -> int:
    counted_from = max(cutoff, frame.campaign.document.issued or cutoff)
    if state is State.OVERDUE:
        return max((frame.reference - counted_from).days, 0)
    return max((received - counted_from).days, 0) if state is State.DONE_LATE and received else 0
