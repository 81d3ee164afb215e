"""``ducha unit`` and ``ducha units`` as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from ducha.assess import Assessment, Obligation
from ducha.assess.figures.own import OwnFigure
from ducha.assess.units.ledger import Ledger
from ducha.assess.units.rows import UnitRow, UnitRows
from ducha.problems import Problem
from ducha.render.machine.inspections import requirement_json
from ducha.render.machine.issues import issue_counts, issue_json
from ducha.render.machine.returns import return_json
from ducha.render.machine.shared import percent_json, report
from ducha.render.machine.status import tally_json


def units_json(assessment: Assessment, rows: UnitRows, problems: Sequence[Problem], left_out: Sequence[str]) -> str:
    """Return a record for each unit, and the whole, of which each thing counts once."""
    return report(
        "units",
        assessment,
        problems,
        left_out,
        totals=tally_json(rows.total),
        shared=rows.shared,
        units=[_row(row) for row in rows.rows],
    )


def _row(row: UnitRow) -> dict[str, Any]:
    return {
        "unit": row.unit,
        "category": row.category,
        **tally_json(row.tally),
        "shared": row.shared,
        "returns": row.returns._asdict(),
        "issues": {"open": row.issues, "overdue": row.issues_late},
    }


def ledger_json(
    ledger: Ledger, problems: Sequence[Problem], left_out: Sequence[str], *, for_leaders: bool = False
) -> str:
    """Return the ledger of a unit; its instructions have their numbers in a leaders' one alone."""
    return report(
        "unit",
        ledger.assessment,
        problems,
        left_out,
        for_leaders=for_leaders,
        unit=ledger.unit,
        liaison=ledger.liaison and ledger.liaison.model_dump(),
        groups=ledger.groups,
        totals=tally_json(ledger.assessment.tally),
        charged=_obligations(ledger.charged),
        responsible=_obligations(ledger.responsible),
        supported=_obligations(ledger.supported),
        figures=[_figure(one) for one in ledger.figures],
        returns=[return_json(one, duty) for duty in ledger.owed for one in duty.returns],
        issues={**issue_counts(ledger.issues), "issues": [issue_json(one) for one in ledger.issues]},
        extended=[{"id": o.id, "to": one.to, "day": one.day} for o in ledger.extended for one in o.due.extensions],
        requirements=[requirement_json(one) for one in ledger.supervision.requirements] if ledger.supervision else [],
        inspections=[one.id for one in ledger.visits],
        notices=[one.model_dump() for one in ledger.notices],
    )


def _obligations(obligations: Iterable[Obligation]) -> list[dict[str, Any]]:
    return [
        {
            "id": o.id,
            "kind": o.kind,
            "title": o.full_title,
            "due": o.due.present,
            "original_due": o.due.first,
            "state": o.state,
            "reason": o.reason,
            "done": o.done,
            "days_late": o.days_late,
            "days_left": o.days_left,
            "charged": o.units.charged,
        }
        for o in obligations
    ]


def _figure(one: OwnFigure) -> dict[str, Any]:
    member = one.member
    return {
        "id": one.indicator.id,
        "title": one.indicator.title,
        "unit": one.indicator.unit,
        "actual": member.actual and {"day": member.actual.day, "value": member.actual.value},
        "percent": percent_json(member.percent),
        "place": member.place,
    }
