"""Parts are measured as their total is, and those that are declared complete add up to it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from ducha.model import Indicator, Plan, Register
from ducha.model.measures import ratio
from ducha.problems import Path, Problem


class _Part(NamedTuple):
    """A part, where it stands, and its target in the total's unit; None where that adds up to nothing."""

    path: Path
    target: Decimal | None
    is_complete: bool


def question_parts(register: Register, plan: Plan) -> Iterator[Problem]:
    """Yield a problem for every part that measures something else, and every total that is not the sum of its parts.

    Nothing is summed before every part names its total.
    """
    totals = {indicator.id: indicator for indicator in plan.indicators}
    parts: dict[str, list[_Part]] = {}
    for index, indicator in enumerate(plan.indicators):
        if (of := indicator.part_of) is None:
            continue
        if of.indicator not in totals:
            return
        total, path = totals[of.indicator], ("indicators", index)
        many = ratio(indicator.unit, total.unit)
        if many is None:
            yield _other_measure(indicator, total, path)
        parts.setdefault(total.id, []).append(_Part(path, _task(register, indicator, many), of.complete))
    for index, total in enumerate(plan.indicators):
        complete = [part for part in parts.get(total.id, ()) if part.is_complete]
        if complete and _adds_up(total):
            yield from _compare(total, complete, ("indicators", index, "target"))


def _other_measure(part: Indicator, total: Indicator, path: Path) -> Problem:
    message = f"分项的单位“{part.unit}”与总量的“{total.unit}”不能相加"
    hint = "改正计量单位；本来就不是分项的，删去part_of"
    return Problem("DC516", message, hint, (*path, "part_of"), rests_on=(("indicators",),))


def _compare(total: Indicator, parts: list[_Part], path: Path) -> Iterator[Problem]:
    targets = [part.target for part in parts if part.target is not None]
    whole = sum(targets)
    if len(targets) == len(parts) and whole != total.target.value:
        message = f"各部分相加是{Decimal(whole).normalize():f}，不是总量{total.target.value}"
        hint = "改正其一；各部分本来就不等于总量的，删去complete: true"
        also = tuple((*part.path, "target") for part in parts)
        yield Problem("DC507", message, hint, path, also, rests_on=(("indicators",),))


def _task(register: Register, part: Indicator, many: Decimal | None) -> Decimal | None:
    """What a part asks, in the total's unit; of a group what all its members together are asked."""
    if many is None or not _adds_up(part):
        return None
    if part.each is None:
        return part.target.value * many
    group = register.group(part.each)
    members = register.known(group.members) if group else ()
    if not members or not part.target.is_one_number:
        return None
    quotas = {register.resolve(quota.unit): quota.value for quota in part.quotas}
    return sum((quotas.get(unit, part.target.value) for unit in members), Decimal(0)) * many


def _adds_up(indicator: Indicator) -> bool:
    """Whether its target is an amount, of which sums can be made."""
    return not (indicator.is_level or indicator.target.between)
