"""``ducha inspections`` as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ducha.assess import Assessment
from ducha.assess.supervision.required import Requirement
from ducha.problems import Problem
from ducha.render.machine.shared import report


def inspections_json(
    assessment: Assessment, problems: Sequence[Problem], left_out: Sequence[str], *, records_left_out: bool = False
) -> str:
    """Return what was required and held, by method, group and plan; ``is_recorded`` is null if not known."""
    supervision = assessment.supervision
    told = supervision and supervision.told(assessment.scope, assessment.reference.period)
    return report(
        "inspections",
        assessment,
        problems,
        left_out,
        is_recorded=None if records_left_out else supervision is not None,
        requirements=[requirement_json(one) for one in told.requirements] if told else [],
        groups=[one._asdict() for one in told.groups] if told else [],
        plans=[{**one._asdict(), "times": dict(one.times)} for one in told.plans] if told else [],
        inspections=[one.model_dump() for one in told.inspections] if told else [],
    )


def requirement_json(one: Requirement) -> dict[str, Any]:
    """What was required in a period, and what was held: an obligation of those who supervise."""
    return {
        "id": one.id,
        "kind": one.method.kind,
        "title": one.method.title,
        "by": one.by,
        "in_principle": one.is_in_principle,
        "first": one.first,
        "last": one.last,
        "due": one.due,
        "required": one.required,
        "held": one.held,
        "state": one.state,
    }
