"""The figures of an indicator by day, as running values that targets can be held against."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from itertools import accumulate

from ducha.assess.amounts import Series, Value
from ducha.model import Actual, Indicator, Plan, Register
from ducha.model.measures import ratio

SUMMED = "分项汇总"
"""the basis of a total that nobody reports itself"""

MIXED = "口径不一"
"""the basis of a figure of a group whose members have different ones"""


def series_of(register: Register, plan: Plan, indicator: Indicator, until: date) -> Series:
    """Return an indicator's values recorded by ``until``; of one that holds for each of a group, the sum of all.

    A total that nobody reports itself is the sum of its parts, where the plan says that they make it whole, each
    in the total's unit. What is taken from the project ledger has its values there.
    """
    if indicator.projects:
        return _from_ledger(plan, indicator, until)
    if indicator.each:
        return _summed(tuple(member_series(register, indicator, until).values()))
    own = _running(indicator, indicator.actuals, until)
    return own or _summed(_of_parts(register, plan, indicator, until))


def member_series(register: Register, indicator: Indicator, until: date) -> dict[str, Series]:
    """Return the values of an indicator that holds for each member of a group, by the member's registered name.

    A member that has reported nothing by ``until`` is not in it.
    """
    by_unit: dict[str, list[Actual]] = {}
    for actual in indicator.actuals:
        if actual.by and actual.day <= until:
            by_unit.setdefault(register.resolve(actual.by) or actual.by, []).append(actual)
    return {unit: _running(indicator, actuals, until) for unit, actuals in by_unit.items()}


def _from_ledger(plan: Plan, indicator: Indicator, until: date) -> Series:
    from ducha.assess.figures.projects import BASIS, project_values  # which most indicators have nothing of

    points = project_values(plan, indicator, until)
    return tuple(Value(day, value, BASIS, portion=portion) for day, value, portion in points)


def _running(indicator: Indicator, actuals: Iterable[Actual], until: date) -> Series:
    """The values as they stood; increments are added up, save of what adds up to nothing."""
    known = sorted((a for a in actuals if a.day <= until), key=lambda actual: actual.day)
    values: Iterable[Decimal] = (actual.value for actual in known)
    if indicator.measure == "increment" and indicator.has_amounts:
        values = accumulate(values)
    return tuple(
        Value(actual.day, value, actual.basis, actual.same_period) for actual, value in zip(known, values, strict=True)
    )


def _of_parts(register: Register, plan: Plan, total: Indicator, until: date) -> list[Series]:
    """The values of the parts that make a total whole, in its unit; none where a unit measures something else."""
    series = []
    for part in parts_of(plan, total):
        many = ratio(part.unit, total.unit)
        if many is None:
            return []
        known = series_of(register, plan, part, until)
        series.append(tuple(value._replace(value=value.value * many) for value in known))
    return series


def parts_of(plan: Plan, total: Indicator) -> tuple[Indicator, ...]:
    """Return the indicators of a plan that together make a total."""
    named = [(part, part.part_of) for part in plan.indicators]
    return tuple(part for part, of in named if of and of.complete and of.indicator == total.id)


def _summed(parts: Sequence[Series]) -> Series:
    days = sorted({value.day for part in parts for value in part})
    return tuple(
        Value(day, sum((value.value for part in parts if (value := latest(part, day))), Decimal(0)), SUMMED)
        for day in days
    )


def latest(series: Series, day: date | None) -> Value | None:
    """The value that stood on a day, None before the first one."""
    return next((value for value in reversed(series) if day and value.day <= day), None)


def change(now: Value | None, before: Value | None) -> Decimal | None:
    """How much a value changed since an earlier one, None where one of them is missing or nothing came since."""
    return now.told - before.told if now and before and now.day > before.day else None
