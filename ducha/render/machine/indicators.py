"""Indicators as JSON."""

from __future__ import annotations

from typing import Any

from ducha.assess import IndicatorStanding
from ducha.assess.obligations import Figure, Members
from ducha.assess.series import Value
from ducha.render.machine.shared import Source, percent_json


def indicator_json(indicator: IndicatorStanding, source: Source) -> dict[str, Any]:
    """An indicator with all that is known of it, save its members one by one."""
    i = indicator
    return {
        "id": i.id,
        "plan": i.plan,
        "title": i.title,
        "section": i.section,
        "unit": i.unit,
        "target": i.target.model_dump(exclude_none=True),
        "qualifier": i.qualifier,
        "strength": i.strength,
        "due": i.due.present,
        "due_text": i.due.words,
        "actual": i.actual and {"day": i.actual.day, "value": i.actual.told, **_growth(i.actual)},
        "judged": i.judged and {"day": i.judged.day, "value": i.judged.told},
        "amount": i.amount and {"day": i.amount.last.day, "value": i.amount.last.value, "unit": i.amount.unit},
        "base": i.base and {"what": i.base.what, "value": i.base.value, "needed": i.needed},
        "members": members_json(i.members),
        "expected": i.expected,
        "held_to": i.held_to,
        "done_percent": percent_json(i.done_percent),
        "stretch_percent": percent_json(i.stretch_percent),
        "expected_percent": percent_json(i.expected_percent),
        "gap_points": percent_json(i.gap_points),
        "state": "unjudged" if i.progress == "stopped" else i.progress,
        "levels": i.levels._asdict() if i.levels else None,
        "part_of": f"{i.plan}/{i.part_of.indicator}" if i.part_of else None,
        "source": source(i.plan, i.place),
    }


def figure_json(figure: Figure) -> dict[str, Any]:
    """What a checkpoint asks and what is there."""
    return {
        "expected": figure.expected,
        "actual": figure.actual and figure.actual.told,
        "unit": figure.unit,
        "members": members_json(figure.members),
    }


def members_json(members: Members | None) -> dict[str, Any] | None:
    """Counts of members."""
    return {key: members._asdict()[key] for key in ("total", "reported", "reached")} if members else None


def _growth(value: Value) -> dict[str, Any]:
    grown = value.growth
    if grown is None:
        return {}
    compared = {"amount": grown.amount, "base": grown.base, "unit": grown.unit, "same_period": grown.is_same_period}
    return {"growth": compared}
