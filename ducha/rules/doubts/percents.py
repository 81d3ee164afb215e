"""Percent, percentage points and fractions are three things."""

from __future__ import annotations

from collections.abc import Iterator

from ducha.model import Indicator, Plan
from ducha.model.measures import is_percent
from ducha.problems import Path, Problem

_POINTS = "百分点"


def question_percents(plan: Plan) -> Iterator[Problem]:
    """Yield a problem for every rate that is summed, or whose unit its title or figures do not speak of."""
    for index, indicator in enumerate(plan.indicators):
        if doubt := _doubt(indicator):
            path: Path = ("indicators", index)
            message, hint = doubt
            yield Problem("DC508", message, hint, (*path, "unit"), rests_on=(path,))


def _doubt(indicator: Indicator) -> tuple[str, str] | None:
    if not indicator.is_level and (is_percent(indicator.unit) or _POINTS in indicator.unit):
        return f"单位是“{indicator.unit}”的比率不能累加", "写measure: point"
    if is_percent(indicator.unit) and _POINTS in indicator.title:
        return f"名称说百分点，单位却是“{indicator.unit}”", "提高几个百分点写百分点，达到百分之几写%"
    if _POINTS in indicator.unit and ("%" in indicator.title or "％" in indicator.title):
        return f"名称说%，单位却是“{indicator.unit}”", "达到百分之几写%，提高几个百分点写百分点"
    if is_percent(indicator.unit) and not indicator.base and _is_fraction(indicator):
        return "目标与数值一个像百分数、一个像小数", "单位是%时，百分之九十五写95，不写0.95"
    return None


def _is_fraction(indicator: Indicator) -> bool:
    """Whether of target and figures one is below 1 and the others are at least ten times as much."""
    reached = [abs(actual.value) for actual in indicator.actuals if actual.value]
    target = abs(indicator.target.value)
    if not reached or not target or indicator.target.at_most is not None:
        return False
    return (target <= 1 and min(reached) >= 10) or (target >= 10 and max(reached) <= 1)
