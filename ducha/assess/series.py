"""The figures of an indicator by day, as running values that targets can be held against."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from itertools import accumulate
from typing import NamedTuple

from ducha.assess.rates import Portion
from ducha.model import Actual, Indicator, Plan, Register


class Value(NamedTuple):
    """The value that stood on a day: the total so far, or the level."""

    day: date
    value: Decimal
    basis: str | None = None
    """口径, None where nobody said"""
    portion: Portion | None = None
    """of a share that was worked out from a project ledger: what was divided by what"""


SUMMED = "分项汇总"
"""the basis of a total that nobody reports itself"""

Series = tuple[Value, ...]
"""oldest first"""


def series_of(plan: Plan, indicator: Indicator, until: date) -> Series:
    """Return an indicator's values recorded by ``until``.

    A total that nobody reports itself is the sum of its parts, where the plan says that they make it whole. What is
    taken from the project ledger has its values there.
    """
    if indicator.projects:
        return _from_ledger(plan, indicator, until)
    own = _running(indicator, indicator.actuals, until)
    return own or _summed([series_of(plan, part, until) for part in parts_of(plan, indicator)])


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
    from ducha.assess.project_series import BASIS, project_values  # which most indicators have nothing of

    return tuple(Value(day, value, BASIS, portion) for day, value, portion in project_values(plan, indicator, until))


def _running(indicator: Indicator, actuals: Iterable[Actual], until: date) -> Series:
    known = sorted((a for a in actuals if a.day <= until), key=lambda actual: actual.day)
    values: Iterable[Decimal] = (actual.value for actual in known)
    if indicator.measure == "increment":
        values = accumulate(values)
    return tuple(Value(actual.day, value, actual.basis) for actual, value in zip(known, values, strict=True))


def parts_of(plan: Plan, total: Indicator) -> list[Indicator]:
    """Return the indicators of a plan that together make a total."""
    return [
        part
        for part in plan.indicators
        if part.part_of and part.part_of.complete and part.part_of.indicator == total.id
    ]


def _summed(parts: Sequence[Series]) -> Series:
    days = sorted({value.day for part in parts for value in part})
    return tuple(
        Value(day, sum((value.value for part in parts if (value := latest(part, day))), Decimal(0)), SUMMED)
        for day in days
    )


def latest(series: Series, day: date | None) -> Value | None:
    """The value that stood on a day, None before the first one."""
    return next((value for value in reversed(series) if day and value.day <= day), None)


def growth(now: Value | None, before: Value | None) -> Decimal | None:
    """How much a value grew since an earlier one, None where one of them is missing or nothing came since."""
    return now.value - before.value if now and before and now.day > before.day else None
