"""Indicators as JSON: as ``ducha status`` lists them, and with their members and sums as ``ducha indicators`` does."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from ducha.assess import Assessment, IndicatorStanding
from ducha.assess.amounts import Figure, Members, Value
from ducha.assess.figures.members import MemberStanding
from ducha.assess.figures.sums import Sum, find_sums
from ducha.problems import Problem
from ducha.render.machine.shared import Source, percent_json, report


def indicators_json(
    assessment: Assessment, problems: Sequence[Problem], left_out: Sequence[str], source: Source
) -> str:
    """Return the indicators in scope with their members, and the totals beside the sums of their parts."""
    shown = assessment.own_indicators
    names = {indicator.id for indicator in shown}
    return report(
        "indicators",
        assessment,
        problems,
        left_out,
        indicators=[{**indicator_json(i, source), **_by_member(assessment, i)} for i in shown],
        sums=[_sum(one) for one in find_sums(assessment.indicators) if one.whole.id in names],
    )


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
        "actual": i.actual and {"day": i.actual.day, "value": i.actual.told, **_origin(i.actual)},
        "judged": i.judged and {"day": i.judged.day, "value": i.judged.told},
        "amount": i.amount and {"day": i.amount.last.day, "value": i.amount.last.value, "unit": i.amount.unit},
        "base": i.base and {"what": i.base.what, "value": i.base.value, "needed": i.needed},
        "members": None if i.is_disputed else members_json(i.members),
        "expected": i.expected,
        "held_to": i.held_to,
        "done_percent": percent_json(i.done_percent),
        "stretch_percent": percent_json(i.stretch_percent),
        "expected_percent": percent_json(i.expected_percent),
        "gap_points": percent_json(i.gap_points),
        "disputed": i.is_disputed,
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
    return {key: members._asdict()[key] for key in ("total", "reported", "reached", "disputed")} if members else None


def _origin(value: Value) -> dict[str, Any]:
    """What a growth or a share was worked out from."""
    grown = value.growth
    if value.portion:
        return {"numerator": value.portion.part, "denominator": value.portion.whole}
    if grown is None:
        return {}
    compared = {"amount": grown.amount, "base": grown.base, "unit": grown.unit, "same_period": grown.is_same_period}
    return {"growth": compared}


def _by_member(assessment: Assessment, i: IndicatorStanding) -> dict[str, Any]:
    return {
        "change": i.change,
        "ranked_by": ("share" if i.ranked_by_share else "figure") if i.ranked else None,
        "ranked": [_member(i, member) for member in assessment.own_members(i)],
        "untasked": i.untasked,
        "ranked_task": i.ranked_task,
        "ranked_total": i.ranked_total,
        "ranked_percent": percent_json(i.ranked_percent),
    }


def _member(i: IndicatorStanding, member: MemberStanding) -> dict[str, Any]:
    return {
        "unit": member.unit,
        "target": member.target.model_dump(exclude_none=True),
        "actual": member.actual and {"day": member.actual.day, "value": member.actual.value},
        "change": member.change,
        "done_percent": percent_json(member.percent),
        "missing": member.missing,
        "place": member.place,
        "place_before": member.place_before,
        "disputed": member.is_disputed or i.is_disputed,
    }


def _sum(one: Sum) -> dict[str, Any]:
    whole = one.whole
    reported: Decimal | None = whole.actual.value if whole.actual and not one.is_summed else None
    return {
        "total": whole.id,
        "unit": whole.unit,
        "complete": one.is_complete,
        "disputed": one.is_disputed,
        "parts": [{"id": p.standing.id, "target": p.target, "actual": p.actual} for p in one.parts],
        "target": {"total": whole.target.value, "sum": one.target, "difference": one.target_difference},
        "actual": {"total": reported, "sum": one.actual, "difference": one.actual_difference},
    }
