"""``ducha projects`` as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ducha.assess import Assessment, PlanStanding
from ducha.assess.projects.ledger import ClassStanding, LedgerStanding
from ducha.assess.projects.project import ProjectStanding
from ducha.assess.rates import Portion
from ducha.problems import Problem
from ducha.render.machine.shared import Source, percent_json, rate_json, report
from ducha.render.pages.projects import Listed


def projects_json(
    assessment: Assessment, chosen: Listed, problems: Sequence[Problem], left_out: Sequence[str], source: Source
) -> str:
    """Return every ledger with its classes and the projects that are listed; leaders only where they may be named."""
    return report(
        "projects",
        assessment,
        problems,
        left_out,
        for_leaders=chosen.for_leaders,
        plans=[_plan(one, one.ledger, chosen, source) for one in assessment.plans if one.ledger],
    )


def _plan(standing: PlanStanding, ledger: LedgerStanding, chosen: Listed, source: Source) -> dict[str, Any]:
    said = ledger.listed
    return {
        "id": standing.id,
        "number": standing.number,
        "title": standing.title,
        "unit": ledger.unit,
        "listed": {
            "total": said.total,
            "items": said.items,
            "classes_total": said.added("count"),
            "classes_items": said.added("items"),
            "note": said.note,
        },
        "classes": [_class(one) for one in ledger.classes],
        "apart": [_class(one) for one in ledger.apart],
        "totals": _figures(ledger.whole),
        "mixed": ledger.mixed,
        "node_percent": ledger.node,
        "projects": [
            _project(one, chosen.for_leaders, source(standing.id, one.place))
            for one in chosen.projects.get(standing.id, ())
        ],
    }


def _class(one: ClassStanding) -> dict[str, Any]:
    said = one.listed
    return {
        "title": one.title,
        "section": said and said.section,
        "listed": said and said.count,
        "listed_items": said and said.items,
        **_figures(one),
    }


def _figures(one: ClassStanding) -> dict[str, Any]:
    return {
        "projects": one.projects,
        "items": one.items,
        "stages": dict(one.stages),
        "unknown": one.unknown,
        "stopped": one.stopped,
        "newly": dict(one.newly),
        "invested": one.invested,
        "unreported": one.unreported,
        "rates": {
            "started": rate_json(one.started),
            "completed": rate_json(one.completed),
            "investment": portion_json(one.investment),
        },
    }


def portion_json(portion: Portion) -> dict[str, Any]:
    """A share of an amount with its numerator and denominator."""
    return {"numerator": portion.part, "denominator": portion.whole, "percent": percent_json(portion.percent)}


def _project(one: ProjectStanding, for_leaders: bool, source: str) -> dict[str, Any]:
    return {
        "id": one.id,
        "title": one.title,
        "part_of": one.part_of,
        "has_items": one.has_items,
        "kind": one.kind,
        "sector": one.sector,
        "place": one.site,
        "stage": one.stage,
        "since": one.since,
        "planned": one.planned,
        "total": one.total,
        "invested": one.invested and {"day": one.invested.day, "value": one.invested.value},
        "investment": one.investment and portion_json(one.investment),
        "counts_money": one.counts_money,
        "progress": one.progress and {"day": one.progress.day, "text": one.progress.text},
        "service": one.service,
        "officer": one.officer,
        **({"leader": one.leader} if for_leaders else {}),
        "roles": dict(one.roles),
        "lead": one.units.lead,
        "responsible": one.units.responsible,
        "support": one.units.support,
        "stopped": one.stopped and {"day": one.stopped.day, "reason": one.stopped.reason},
        "note": one.note,
        "source": source,
    }
