"""Parts that are declared complete add up to their total."""

from __future__ import annotations

from collections.abc import Iterator

from ducha.model import Indicator, Plan
from ducha.problems import Path, Problem


def question_parts(plan: Plan) -> Iterator[Problem]:
    """Yield a problem for every total that is not the sum of its parts, once every part names its total."""
    if not _totals(plan) <= {indicator.id for indicator in plan.indicators}:
        return
    for index, total in enumerate(plan.indicators):
        parts = list(_parts(plan, total))
        if not parts or not all(_adds_up(indicator) for indicator in (total, *(part for _, part in parts))):
            continue
        whole = sum(part.target.value for _, part in parts)
        if whole != total.target.value:
            message = f"各部分相加是{whole}，不是总量{total.target.value}"
            hint = "改正其一；各部分本来就不等于总量的，删去complete: true"
            also = tuple((*path, "target") for path, _ in parts)
            yield Problem("DC507", message, hint, ("indicators", index, "target"), also, rests_on=(("indicators",),))


def _totals(plan: Plan) -> set[str]:
    return {indicator.part_of.indicator for indicator in plan.indicators if indicator.part_of}


def _parts(plan: Plan, total: Indicator) -> Iterator[tuple[Path, Indicator]]:
    for index, indicator in enumerate(plan.indicators):
        if indicator.part_of and indicator.part_of.complete and indicator.part_of.indicator == total.id:
            yield ("indicators", index), indicator


def _adds_up(indicator: Indicator) -> bool:
    """Whether its target is an amount, of which sums can be made."""
    return indicator.measure != "point" and not (indicator.target.is_rank or indicator.target.between)
