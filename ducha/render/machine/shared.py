"""What the JSON of every report has, and how values are written in it."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from ducha.assess import Assessment
from ducha.assess.duties.returns import DutyStanding, ReturnTally, added
from ducha.assess.rates import Rate
from ducha.problems import Path, Problem

SCHEMA_VERSION = 1

Source = Callable[[str, Path], str]
"""(plan id, path of a record in its plan) → ``file:line``"""


def report(
    command: str, assessment: Assessment, problems: Sequence[Problem], left_out: Sequence[str], **content: Any
) -> str:
    """Return a report as JSON: what it speaks of, its content, and what kept plans out of it."""
    reference, campaign = assessment.reference, assessment.campaign
    return dumped(
        command=command,
        campaign={
            "title": campaign.title,
            "document": campaign.document.name,
            "sample": campaign.sample,
            "due_soon_days": campaign.due_soon_days,
        },
        scope=_scope(assessment),
        as_of=reference.day,
        as_of_source=reference.source,
        period=reference.period.name if reference.period else None,
        records_until=reference.records_until,
        **content,
        left_out=list(left_out),
        problems=[problem_json(problem) for problem in problems],
    )


def dumped(**content: Any) -> str:
    """Return some content as JSON under its version."""
    whole = {"schema_version": SCHEMA_VERSION, **content}
    return json.dumps(whole, ensure_ascii=False, indent=1, default=_plain) + "\n"


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    raise TypeError(type(value).__name__)


def _scope(assessment: Assessment) -> dict[str, Any]:
    """What the report is narrowed to; a leader, whom no output names, is only told as such."""
    scope = assessment.scope
    plans = [standing.id for standing in assessment.plans] if scope.plans else []
    return {"plans": plans, "unit": scope.unit, "leader": scope.leader is not None, "group": scope.group}


def rate_json(rate: Rate) -> dict[str, Any]:
    """A rate with its numerator and denominator."""
    return {"numerator": rate.numerator, "denominator": rate.denominator, "percent": percent_json(rate.percent)}


def percent_json(value: Decimal | None) -> float | None:
    """A percentage with its one decimal."""
    return None if value is None else float(value)


def duty_json(standing: DutyStanding) -> dict[str, Any]:
    """A standing duty, with the counts of its returns."""
    duty = standing.duty
    return {
        "id": standing.id,
        "plan": standing.plan,
        "title": duty.title,
        "section": duty.section,
        "who": duty.who,
        "to": duty.to,
        "every": duty.every,
        "since": duty.since,
        "until": duty.until,
        "returns": returned_json(standing.tally),
    }


def returned_json(tally: ReturnTally) -> dict[str, Any]:
    """Counts of returns."""
    return {**tally._asdict(), "punctual": rate_json(tally.punctual)}


def totals_json(duties: Sequence[DutyStanding]) -> dict[str, Any]:
    """Counts of the returns of some duties: of what is sent to somebody, and of other standing work."""
    kinds = (("reports", True), ("works", False))
    return {name: returned_json(added(d.tally for d in duties if d.is_report is kind)) for name, kind in kinds}


def problem_json(problem: Problem) -> dict[str, Any]:
    """A problem with its place."""
    return {
        "code": problem.code,
        "severity": problem.severity,
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "length": problem.spot.length,
        "path": list(problem.path),
        "message": problem.message,
        "hint": problem.hint,
        "related": [{"file": spot.file, "line": spot.line, "column": spot.column} for spot in problem.related],
    }
