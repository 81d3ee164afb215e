"""``ducha status`` as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from ducha.assess import Assessment, IndicatorStanding, Obligation, PlanStanding, Tally
from ducha.assess.obligations import Members
from ducha.assess.rates import Portion
from ducha.problems import Problem
from ducha.render.machine.shared import Source, duty_json, percent_json, rate_json, report, totals_json


def status_json(
    assessment: Assessment,
    listed: Iterable[Obligation],
    problems: Sequence[Problem],
    left_out: Sequence[str],
    source: Source,
) -> str:
    """Return ``ducha status`` as JSON; ``listed`` are the obligations that the filters leave."""
    return report(
        "status",
        assessment,
        problems,
        left_out,
        plans=[_plan(standing) for standing in assessment.plans],
        totals=tally_json(assessment.tally),
        obligations=[obligation_json(o, assessment, source) for o in listed],
        indicators=[_indicator(indicator, source) for indicator in assessment.indicators],
        duties=[duty_json(duty) for duty in assessment.duties_due],
        returns=totals_json(assessment.own_duties),
        **_supervision(assessment),
    )


def _supervision(assessment: Assessment) -> dict[str, Any]:
    """Counts of the matters handed over, and what the office itself owes; null where it keeps no records."""
    if assessment.supervision is None:
        return {"issues": None, "supervision": None}
    from ducha.render.machine.inspections import requirement_json
    from ducha.render.machine.issues import issue_counts

    supervision = assessment.supervision
    return {
        "issues": issue_counts(assessment.issues),
        "supervision": {
            "held": len(supervision.inspections),
            "short": [requirement_json(one) for one in supervision.short],
        },
    }


def _plan(standing: PlanStanding) -> dict[str, Any]:
    return {"id": standing.id, "number": standing.number, "title": standing.title, **tally_json(standing.tally)}


def tally_json(tally: Tally) -> dict[str, Any]:
    """Counts and rates of obligations."""
    return {
        "counts": {"total": tally.total, **{state.value: count for state, count in tally.counts.items()}},
        "next_due": tally.next_due,
        "rates": {"finished": rate_json(tally.finished), "on_time": rate_json(tally.on_time)},
    }


def obligation_json(obligation: Obligation, assessment: Assessment, source: Source) -> dict[str, Any]:
    """An obligation with all that is known of it."""
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
        "year_assumed": due.is_assumed,
        "start": due.start,
        "not_begun": obligation.not_begun,
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
        "objections": [one.model_dump() for one in obligation.objections],
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
        "actual": actual and {"day": actual.day, "value": actual.value, **_portion(actual.portion)},
        "members": None if indicator.is_disputed else _members(members),
        "expected": indicator.expected,
        "done_percent": percent_json(indicator.done_percent),
        "expected_percent": percent_json(indicator.expected_percent),
        "gap_points": percent_json(indicator.gap_points),
        "state": "unjudged" if indicator.progress == "stopped" else indicator.progress,
        "source": source(indicator.plan, indicator.place),
    }


def _portion(portion: Portion | None) -> dict[str, Any]:
    """Of a share that was worked out from a project ledger: what was divided by what."""
    return {"numerator": portion.part, "denominator": portion.whole} if portion else {}


def _members(members: Members | None) -> dict[str, Any] | None:
    return members._asdict() if members else None
