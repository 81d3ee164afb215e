"""``ducha due`` as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from ducha.assess import Assessment, Obligation
from ducha.assess.supervision.issues import without_instructions
from ducha.assess.units.calls import Call, find_disputed
from ducha.problems import Problem
from ducha.render.machine.issues import issue_json
from ducha.render.machine.returns import return_json
from ducha.render.machine.shared import report


def due_json(
    assessment: Assessment, calls: Sequence[Call], within: int, problems: Sequence[Problem], left_out: Sequence[str]
) -> str:
    """Return each unit that is to be called, with its liaison and what it owes, and the ids of what is in dispute."""
    disputed = (one.id for some in find_disputed(assessment) for one in some)
    return report(
        *("due", assessment, problems, left_out),
        within=within,
        units=[_call(call) for call in calls],
        disputed=list(disputed),
    )


def _call(call: Call) -> dict[str, Any]:
    return {
        "unit": call.unit,
        "liaison": call.liaison and call.liaison.model_dump(),
        "late": _obligations(call.late),
        "soon": _obligations(call.soon),
        "not_begun": _obligations(call.not_begun),
        "issues": [issue_json(one) for one in without_instructions(call.issues)],
        "returns": [return_json(one, due.duty) for due in call.returns for one in due.returns],
    }


def _obligations(owed: Iterable[Obligation]) -> list[dict[str, Any]]:
    return [
        {
            "id": o.id,
            "plan": o.plan,
            "kind": o.kind,
            "title": o.full_title,
            "due": o.due.present,
            "start": o.due.start,
            "state": o.state,
            "reason": o.reason,
            "days_late": o.days_late,
            "days_left": o.days_left,
            "last_report": o.last_report.day if o.last_report else None,
            "charged": o.units.charged,
        }
        for o in owed
    ]
