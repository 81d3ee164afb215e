"""``ducha status`` as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from ducha.assess import Assessment, Obligation, PlanStanding, Tally
from ducha.problems import Problem
from ducha.render.machine.indicators import figure_json, indicator_json
from ducha.render.machine.shared import Source, duty_json, rate_json, report, totals_json


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
        indicators=[indicator_json(indicator, source) for indicator in assessment.indicators],
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
            "held": len(supervision.told(assessment.scope).inspections),
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
        "figure": figure and figure_json(figure),
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
