"""``ducha returns`` as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ducha.assess import Assessment
from ducha.assess.duties.returns import DutyStanding, ReturnStanding
from ducha.problems import Problem
from ducha.render.machine.shared import duty_json, report, totals_json


def returns_json(
    assessment: Assessment, duties: Sequence[DutyStanding], problems: Sequence[Problem], left_out: Sequence[str]
) -> str:
    """Return every duty with its periods and what became of each return."""
    return report(
        "returns",
        assessment,
        problems,
        left_out,
        totals=totals_json(duties),
        duties=[_duty(duty) for duty in duties],
    )


def _duty(duty: DutyStanding) -> dict[str, Any]:
    return {
        **duty_json(duty),
        "units": duty.units,
        "open_groups": duty.open_groups,
        "recipients": duty.recipients,
        "is_periodic": duty.is_periodic,
        "notes": duty.notes,
        "periods": [
            {"period": one.name, "first": one.first, "last": one.last, "cutoff": one.cutoff} for one in duty.periods
        ],
        "obligations": [return_json(one, duty) for one in duty.returns],
    }


def return_json(one: ReturnStanding, duty: DutyStanding) -> dict[str, Any]:
    """A return with all that is known of it."""
    record = one.record
    return {
        "id": one.id,
        "plan": duty.plan,
        "kind": "return",
        "title": duty.duty.title,
        "unit": one.unit,
        "period": one.period.name,
        "due": one.period.cutoff,
        "state": one.state,
        "received": one.received,
        "days_late": one.days_late,
        "senders": one.senders,
        "through": record.through if record else None,
        "zero": record.zero if record else False,
        "corrected": record.corrected if record else (),
        "note": record.note if record else None,
    }
