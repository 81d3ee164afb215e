"""Parts that are declared complete add up to their total."""

from __future__ import annotations

from collections.abc import Iterator

from ducha.model import Indicator, Plan
from ducha.problems import Path, Problem


def question_parts(plan: Plan) -> Iterator[Problem]:
    """Yield a problem for every total that is not the sum of its parts, once every part names its total."""
    complete = _parts(plan)
    if not complete.keys() <= {indicator.id for indicator in plan.indicators}:
        return
    for index, total in enumerate(plan.indicators):
        parts = complete.get(total.id, [])
        if not parts or not all(_adds_up(indicator) for indicator in (total, *(part for _, part in parts))):
            continue
        whole = sum(part.target.value for _, part in parts)
        if whole != total.target.value:
            message = f"各部分相加是{whole}，不是总量{total.target.value}"
            hint = "改正其一；各部分本来就不等于总量的，删去complete: true"
            also = tuple((*path, "target") for path, _ in parts)
            yield Problem("DC507", message, hint, ("indicators", index, "target"), also, rests_on=(("indicators",),))


def _parts(plan: Plan) -> dict[str, list[tuple[Path, Indicator]]]:
    """The parts of each total, by its id; only those that are declared complete are summed."""
    parts: dict[str, list[tuple[Path, Indicator]]] = {}
    for index, indicator in enumerate(plan.indicators):
        if indicator.part_of:
            of_total = parts.setdefault(indicator.part_of.indicator, [])
            if indicator.part_of.complete:
                of_total.append((("indicators", index), indicator))
    return parts


def _adds_up(indicator: Indicator) -> bool:
    """Whether its target is an amount, of which sums can be made."""
    return indicator.measure != "point" and not (indicator.target.is_rank or indicator.target.between)
