"""The output contract for programs: JSON, versioned, with everything a terminal shows."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from ducha.assess import Assessment, IndicatorStanding, Obligation, PlanStanding, Tally
from ducha.assess.obligations import Members
from ducha.assess.rates import Rate
from ducha.model import Duty
from ducha.problems import Path, Problem
from ducha.render.problems import Ignored

SCHEMA_VERSION = 1

Source = Callable[[str, Path], str]
"""(plan id, path of a record in its plan) → ``file:line``"""


def status_json(
    assessment: Assessment,
    listed: Iterable[Obligation],
    problems: Sequence[Problem],
    left_out: Sequence[str],
    source: Source,
) -> str:
    """Return ``ducha status`` as JSON; ``listed`` are the obligations that the filters leave."""
    reference = assessment.reference
    return _dumped(
        command="status",
        campaign={
            "title": assessment.campaign.title,
            "document": assessment.campaign.document.name,
            "sample": assessment.campaign.sample,
            "due_soon_days": assessment.campaign.due_soon_days,
        },
        scope=_scope(assessment),
        as_of=reference.day,
        as_of_source=reference.source,
        records_until=reference.records_until,
        plans=[_plan(standing) for standing in assessment.plans],
        totals=_tally(assessment.tally),
        obligations=[_obligation(o, assessment, source) for o in listed],
        indicators=[_indicator(indicator, source) for indicator in assessment.indicators],
        duties=[_duty(plan, duty) for plan, duty in assessment.duties],
        left_out=list(left_out),
        problems=[_problem(problem) for problem in problems],
    )


def check_json(problems: Sequence[Problem], ignored: Sequence[Ignored]) -> str:
    """Return ``ducha check`` as JSON."""
    counts = dict.fromkeys(("error", "warning", "note"), 0)
    for problem in problems:
        counts[problem.severity] += 1
    return _dumped(
        command="check",
        problems=[_problem(problem) for problem in problems],
        ignored=[dict(zip(("file", "code", "reason", "count"), one, strict=True)) for one in ignored],
        counts=counts,
    )


def _dumped(**content: Any) -> str:
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


def _plan(standing: PlanStanding) -> dict[str, Any]:
    return {"id": standing.id, "number": standing.number, "title": standing.title, **_tally(standing.tally)}


def _tally(tally: Tally) -> dict[str, Any]:
    return {
        "counts": {"total": tally.total, **{state.value: count for state, count in tally.counts.items()}},
        "next_due": tally.next_due,
        "rates": {"finished": _rate(tally.finished), "on_time": _rate(tally.on_time)},
    }


def _rate(rate: Rate) -> dict[str, Any]:
    return {"numerator": rate.numerator, "denominator": rate.denominator, "percent": _percent(rate.percent)}


def _percent(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _obligation(obligation: Obligation, assessment: Assessment, source: Source) -> dict[str, Any]:
    units, due, report = obligation.units, obligation.due, obligation.last_report
    figure = obligation.figure
    return {
        "id": obligation.id,
        "plan": obligation.plan,
        "kind": obligation.kind,
        "title": obligation.title,
        "section": obligation.section,
        "strength": obligation.strength,
        "due": due.present,
        "strict_due": due.strict,
        "original_due": due.first,
        "due_text": due.words,
        "extensions": len(due.extensions),
        "extended": [{"day": one.day, "to": one.to, "by": one.by, "reason": one.reason} for one in due.extensions],
        "state": obligation.state,
        "reason": obligation.reason,
        "done": obligation.done,
        "days_late": obligation.days_late,
        "days_left": obligation.days_left,
        "last_report": report.day if report else None,
        "progress": report.text if report else None,
        "cause": report.cause if report else None,
        "figure": figure
        and {
            "expected": figure.expected,
            "actual": figure.actual and figure.actual.value,
            "unit": figure.unit,
            "members": _members(figure.members),
        },
        "stopped": obligation.stopped and {"day": obligation.stopped.day, "reason": obligation.stopped.reason},
        "lead": units.lead,
        "responsible": units.responsible,
        "support": units.support,
        "charged": units.charged,
        "counted": assessment.scope.counts(obligation),
        "note": obligation.note,
        "source": source(obligation.plan, obligation.place),
    }


def _indicator(indicator: IndicatorStanding, source: Source) -> dict[str, Any]:
    actual, members = indicator.actual, indicator.members
    return {
        "id": indicator.id,
        "plan": indicator.plan,
        "title": indicator.title,
        "section": indicator.section,
        "unit": indicator.unit,
        "target": indicator.target.model_dump(exclude_none=True),
        "qualifier": indicator.qualifier,
        "strength": indicator.strength,
        "due": indicator.due.present,
        "due_text": indicator.due.words,
        "actual": actual and {"day": actual.day, "value": actual.value},
        "members": _members(members),
        "expected": indicator.expected,
        "done_percent": _percent(indicator.done_percent),
        "expected_percent": _percent(indicator.expected_percent),
        "gap_points": _percent(indicator.gap_points),
        "state": "unjudged" if indicator.progress == "stopped" else indicator.progress,
        "source": source(indicator.plan, indicator.place),
    }


def _members(members: Members | None) -> dict[str, Any] | None:
    return members._asdict() if members else None


def _duty(plan: PlanStanding, duty: Duty) -> dict[str, Any]:
    return {
        "id": f"{plan.id}/{duty.id}",
        "plan": plan.id,
        "title": duty.title,
        "section": duty.section,
        "who": duty.who,
        "to": duty.to,
        "every": duty.every,
        "since": duty.since,
        "until": duty.until,
    }


def _problem(problem: Problem) -> dict[str, Any]:
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
