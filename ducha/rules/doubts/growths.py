"""What a growth is worked out from: percent of a percentage is two things, and a same period wants a growth."""

from __future__ import annotations

from collections.abc import Iterator

from ducha.model import Indicator, Plan
from ducha.model.measures import is_percent
from ducha.problems import Path, Problem


def question_growths(plan: Plan) -> Iterator[Problem]:
    """Yield a problem for every growth in percent of a percentage, and every same period that nobody uses."""
    used = {one.base.of or one.id for one in plan.indicators if one.base and _is_worked_out(one)}
    for index, indicator in enumerate(plan.indicators):
        if _is_mixed(plan, indicator):
            hint = "从38%到41%是提高3个百分点，unit写百分点；提高3%只到39.14%"
            message = "基数是百分数，增幅又写%，分不清百分点和百分数"
            yield Problem("DC513", message, hint, ("indicators", index, "unit"), rests_on=(("indicators",),))
        places: list[Path] = [
            ("indicators", index, "actuals", at, "same_period")
            for at, actual in enumerate(indicator.actuals)
            if actual.same_period is not None
        ]
        if places and indicator.id not in used:
            hint = "给增幅指标写base：基数，或者of；没有增幅要求的，删去same_period"
            message = "填了上年同期数，没有指标用它算增幅"
            yield Problem("DC515", message, hint, places[0], tuple(places[1:]), rests_on=(("indicators",),))


def _is_worked_out(indicator: Indicator) -> bool:
    base = indicator.base
    return base is not None and (base.value is not None or base.of is not None)


def _is_mixed(plan: Plan, indicator: Indicator) -> bool:
    base = indicator.base
    units = (
        [base.unit, *(one.unit for one in plan.indicators if one.id == base.of and one is not indicator)]
        if base
        else []
    )
    return is_percent(indicator.unit) and any(unit and is_percent(unit) for unit in units)
