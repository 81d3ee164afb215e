"""A duty and what came in, judged: the returns of each unit for each period."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from ducha.assess.due import DueDay
from ducha.assess.frame import Frame
from ducha.assess.reference import Reference
from ducha.assess.returns import DutyStanding, ReturnStanding, count
from ducha.assess.states import days_late, judge
from ducha.deadlines import Kind
from ducha.model import Campaign, Duty, Return
from ducha.model.owed import Owed, bounds, covers_previous, owed_periods


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


def returns_then(campaign: Campaign, standing: DutyStanding, at: Reference) -> tuple[ReturnStanding, ...]:
    """Return a duty's returns of an earlier period as they stood then: what came later had not come."""
    assert at.period
    return tuple(_then(campaign, standing.duty, one, at) for one in standing.due_in(at.period).returns)


def _then(campaign: Campaign, duty: Duty, one: ReturnStanding, at: Reference) -> ReturnStanding:
    received = one.received if one.received and one.received <= at.records_until else None
    state = judge(campaign, at.day, _due(duty, one.period), finished=received)
    late = days_late(campaign, at.day, state, one.period.cutoff, received)
    record, senders = (one.record, one.senders) if received else (None, 0)
    return one._replace(state=state, received=received, days_late=late, record=record, senders=senders)


def _due(duty: Duty, period: Owed) -> DueDay:
    return DueDay(duty.every, (), period.cutoff, period.cutoff, None, None, ())


def _judged(
    frame: Frame, duty: Duty, name: str, periods: Sequence[Owed], listed: Sequence[str], owing: Collection[str]
) -> Iterator[ReturnStanding]:
    received = _received(frame, duty)
    excused = _excused(frame, duty)
    groups = [unit for unit in owing if frame.register.group(unit)]
    is_previous = any(covers_previous(duty, reading) for reading in frame.campaign.readings(duty.every))
    for period in periods:
        came = received.get(period.name, {})
        due = _due(duty, period)
        holds_on = period.last if is_previous else period.cutoff
        for unit in listed:
            if any(begin <= holds_on <= end for begin, end in excused.get(unit, ())):
                continue
            record, senders = came.get(unit), 0
            if unit in groups:
                record, senders = _of_group(frame, came, unit, groups, owing)
            day = record.day if record else None
            state = judge(frame.campaign, frame.reference, due, finished=day)
            yield ReturnStanding(
                id=f"{name}@{period.name}/{unit}",
                unit=unit,
                period=period,
                state=state,
                received=day,
                days_late=days_late(frame.campaign, frame.reference, state, period.cutoff, day),
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
    """The first return of a group without listed members, and how many units sent one.

    It is sent in the group's name, or by a unit that does not owe one of its own: by one of its category, or by
    one whose category no such group of the duty has.
    """
    category = frame.register.category
    kinds = {category(one) for one in groups}
    others = [one for one in came if one not in owing]
    members = [one for one in others if category(one) == category(group) or category(one) not in kinds]
    records = [came[one] for one in (*members, *([group] if group in came else []))]
    return min(records, key=lambda record: record.day, default=None), len(members)


def _excused(frame: Frame, duty: Duty) -> Mapping[str, list[tuple[date, date]]]:
    """Unit → the times in which it does not owe the duty."""
    excused: dict[str, list[tuple[date, date]]] = {}
    for one in duty.exempt:
        time = bounds(frame.campaign, one.since, one.until, date.min, date.max)
        for unit in frame.register.members_of(one.unit):
            excused.setdefault(unit, []).append(time)
    return excused
