"""``ducha issues`` as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from ducha.assess import Assessment
from ducha.assess.bulletin.matters import count_by
from ducha.assess.supervision.issues import IssueStanding
from ducha.problems import Problem
from ducha.render.machine.shared import report
from ducha.render.words.supervision import ISSUE_STATES


def issues_json(
    assessment: Assessment,
    listed: Sequence[IssueStanding],
    problems: Sequence[Problem],
    left_out: Sequence[str],
    *,
    for_leaders: bool = False,
    records_left_out: bool = False,
) -> str:
    """Return some matters with all that is known of them, their counts, and the ids of what only was found so far.

    ``is_recorded`` is null if that is not known.
    """
    return report(
        "issues",
        assessment,
        problems,
        left_out,
        is_recorded=None if records_left_out else assessment.supervision is not None,
        for_leaders=for_leaders,
        totals=issue_counts(listed),
        issues=[issue_json(one) for one in listed],
        not_handed_over=[one.id for one in assessment.issues_waiting],
    )


def issue_counts(issues: Sequence[IssueStanding]) -> dict[str, Any]:
    """Counts of matters by state, by source, and of open ones by cause."""
    states = Counter(one.state for one in issues)
    return {
        "total": len(issues),
        "states": {state.value: states[state] for state in ISSUE_STATES},
        "sources": dict(count_by(one.source for one in issues)),
        "causes": dict(count_by(one.cause for one in issues if one.is_open)),
    }


def issue_json(issue: IssueStanding) -> dict[str, Any]:
    """A matter with all that is known of it."""
    units = issue.units
    return {
        "id": issue.id,
        "kind": "issue",
        "title": issue.title,
        "text": issue.text,
        "about": issue.about,
        "plan": issue.plan,
        "source": issue.source,
        "reference": issue.reference,
        "inspection": issue.inspection,
        "cause": issue.cause,
        "found": issue.found,
        "assigned": issue.assigned,
        "since": issue.since,
        "due": issue.due,
        "original_due": issue.first_due,
        "extensions": issue.extensions,
        "state": issue.state,
        "closed": issue.closed,
        "finished": issue.finished,
        "claimed": issue.claimed,
        "days_late": issue.days_late,
        "days_left": issue.days_left,
        "urgings": [one.model_dump() for one in issue.urgings],
        "feedback": [one.model_dump() for one in issue.feedback],
        "closings": issue.closings,
        "reopened": issue.reopened,
        "rechecks": [one.model_dump() for one in issue.rechecks],
        "objections": [one.model_dump() for one in issue.objections],
        "needs_decision": issue.needs_decision,
        "note": issue.note,
        "lead": units.lead,
        "responsible": units.responsible,
        "support": units.support,
        "charged": units.charged,
    }
