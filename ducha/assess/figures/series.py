"""The figures of an indicator by day, as running values that targets can be held against."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from itertools import accumulate
from typing import NamedTuple

from ducha.assess.rates import Portion
from ducha.model import Actual, Indicator, Plan, Register
from ducha.model.measures import ratio


class Growth(NamedTuple):
    """How an amount compares with an earlier one."""

    amount: Decimal
    """what is there now"""
    base: Decimal
    """what it is compared with"""
    unit: str
    """of both"""
    is_same_period: bool
    """whether that is the same period of the year before, not the base of the whole"""
    told: Decimal
    """as it is printed: a share with one decimal, and with more only where one would hide that a bar is not reached"""


class Value(NamedTuple):
    """The value that stood on a day: the total so far, the level, or the growth."""

    day: date
    value: Decimal
    basis: str | None = None
    """口径, None where nobody said"""
    same_period: Decimal | None = None
    """上年同期数 of the total so far"""
    growth: Growth | None = None
    """of a growth that was worked out: from what"""
    settled: Decimal | None = None
    """of a growth: what no later figure can take away any more, since the amount only rises"""
    portion: Portion | None = None
    """of a share that was worked out from a project ledger: what was divided by what"""

    @property
    def told(self) -> Decimal:
        """The value as it is printed."""
        return self.growth.told if self.growth else self.value


class Amount(NamedTuple):
    """The figure that a growth is worked out from, whether it can be compared or not."""

    last: Value
    unit: str


SUMMED = "分项汇总"
"""the basis of a total that nobody reports itself"""

MIXED = "口径不一"
"""the basis of a figure of a group whose members have different ones"""

Series = tuple[Value, ...]
"""oldest first"""


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
    from ducha.assess.projects.series import BASIS, project_values  # which most indicators have nothing of

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
