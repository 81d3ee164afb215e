"""A duty and what came in, judged: the returns of each unit for each period."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from ducha.assess.due import DueDay
from ducha.assess.duties.returns import DutyStanding, ReturnStanding, count
from ducha.assess.frame import Frame
from ducha.assess.states import days_late, judge
from ducha.deadlines import Kind
from ducha.model import Duty, Return
from ducha.model.owed import Owed, day_owed, excused_times, owed_periods


def assess_duty(frame: Frame, index: int, unit: str | None = None) -> DutyStanding:
    """Judge the returns of one duty of the plan: of one unit (of a group, its members), or all that it receives."""
    plan, duty, register = frame.plan, frame.plan.duties[index], frame.register
    owing = tuple(dict.fromkeys(member for name in duty.who for member in register.members_of(name)))
    recipients = register.known(duty.to)
    listed = owing
    if unit is not None and unit not in recipients:
        listed = tuple(one for one in owing if one in (unit, *register.members_of(unit)))
    periods = owed_periods(frame.campaign, plan, duty, frame.reference)
    readings = frame.campaign.readings(duty.every)
    name = f"{plan.id}/{duty.id}"
    returns = tuple(_judged(frame, duty, name, periods, listed, owing))
    return DutyStanding(
        id=name,
        plan=plan.id,
        plan_title=plan.short_title,
        number=plan.number,
        duty=duty,
        units=owing,
        listed=listed,
        open_groups=tuple(one for one in owing if register.group(one)),
        recipients=recipients,
        is_periodic=any(reading.kind is Kind.RECURRENCE for reading in readings),
        notes=tuple(dict.fromkeys(reading.note for reading in readings if reading.note)),
        periods=periods,
        returns=returns,
        tally=count(returns),
        place=("duties", index),
    )


def _due(duty: Duty, period: Owed) -> DueDay:
    return DueDay(duty.every, (), period.cutoff, period.cutoff, None, None, ())


def _judged(
    frame: Frame, duty: Duty, name: str, periods: Sequence[Owed], listed: Sequence[str], owing: Collection[str]
) -> Iterator[ReturnStanding]:
    received = _received(frame, duty)
    contested = _contested(frame, duty)
    excused = excused_times(frame.campaign, frame.register, duty)
    groups = [unit for unit in owing if frame.register.group(unit)]
    owed_on = day_owed(frame.campaign, duty)
    for period in periods:
        came, objecting = received.get(period.name, {}), contested.get(period.name, ())
        due, day = _due(duty, period), owed_on(period)
        for unit in listed:
            if any(begin <= day <= end for begin, end in excused.get(unit, ())):
                continue
            record, senders = came.get(unit), 0
            disputed = unit in objecting
            if unit in groups:
                record, senders = _of_group(frame, came, unit, groups, owing)
                disputed = disputed or bool(_of(frame, objecting, unit, groups, owing))
            if disputed:
                record, senders = None, 0
            came_on = record.day if record else None
            state = judge(frame.campaign, frame.reference, due, finished=came_on, disputed=disputed)
            yield ReturnStanding(
                id=f"{name}@{period.name}/{unit}",
                unit=unit,
                period=period,
                state=state,
                received=came_on,
                days_late=days_late(frame.campaign, frame.reference, state, period.cutoff, came_on),
                record=record,
                is_due=period.cutoff < frame.reference,
                senders=senders,
            )


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
    frame: Frame, came: Mapping[str, Return], group: str, groups: Sequence[str], owing: Collection[str]
) -> tuple[Return | None, int]:
    """The first return of a group without listed members, and how many units sent one; or it came in its name."""
    members = _of(frame, came, group, groups, owing)
    records = [came[one] for one in (*members, *([group] if group in came else []))]
    return min(records, key=lambda record: record.day, default=None), len(members)


def _of(frame: Frame, units: Iterable[str], group: str, groups: Sequence[str], owing: Collection[str]) -> Sequence[str]:
    """Those of some units that may speak for a group without listed members.

    They owe nothing of their own, and are of its category, or of one that no such group of the duty has.
    """
    category = frame.register.category
    kinds = {category(one) for one in groups}
    others = [one for one in units if one not in owing]
    return [one for one in others if category(one) == category(group) or category(one) not in kinds]


def _contested(frame: Frame, duty: Duty) -> Mapping[str, set[str]]:
    """Period → the units that object to what is said of their returns for it."""
    contested: dict[str, set[str]] = {}
    for one in duty.objections:
        if one.is_open(frame.checked_until):
            contested.setdefault(one.period, set()).update(frame.register.members_of(one.by))
    return contested
