"""A growth over a base (比上年增长23%): worked out from amounts, and only where these can be compared.

In percent it is (amount − base) ÷ base; in 百分点, or in the base's own unit, it is amount − base. An amount that
adds up over the year is compared with the same period of the year before (``same_period``), and with the base of
the whole only from the month in which the limit falls, or once it is so large that the target is reached whatever
else comes. A level is compared with the base at any time. What cannot be compared is no growth, and no fall either.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from ducha.assess.amounts import Growth, Series, Value
from ducha.assess.rates import as_told
from ducha.model import Base, Indicator, Plan


def source_of(plan: Plan, indicator: Indicator) -> Indicator:
    """Return the indicator whose figures a growth is worked out from: itself, or the one its base names."""
    wanted = indicator.base.of if indicator.base else None
    return next((one for one in plan.indicators if one.id == wanted), indicator)


def unit_of_amounts(plan: Plan, indicator: Indicator) -> str:
    """Return the unit of the figures a growth is worked out from."""
    unit = indicator.base.unit if indicator.base else None
    return unit or source_of(plan, indicator).unit


def growths(plan: Plan, indicator: Indicator, base: Base, amounts: Series, due: date | None) -> Series:
    """Return the growth on each day that has one; ``due`` is the day of the final target, None without a limit.

    Figures that are growths already, since the base is neither a number nor another indicator's, stay as they are.
    """
    if base.value is None and base.of is None:
        return amounts
    unit, month = unit_of_amounts(plan, indicator), due.replace(day=1) if due else date.max
    is_level = source_of(plan, indicator).measure == "point"
    grown = (_growth(indicator, base, value, unit, is_whole=is_level or value.day >= month) for value in amounts)
    return tuple(value for value in grown if value)


def _growth(indicator: Indicator, base: Base, value: Value, unit: str, *, is_whole: bool) -> Value | None:
    """The growth of one amount; ``is_whole`` says that the base of the whole may be compared with it."""
    over_whole = None if base.value is None else _over(indicator, value.value, base.value)
    settled = over_whole if over_whole is not None and _is_settled(indicator, over_whole) else None
    own = value.same_period
    compared = own if own is not None else base.value if is_whole or settled is not None else None
    if compared is None:
        return None
    grown = _over(indicator, value.value, compared)
    growth = Growth(value.value, compared, unit, own is not None, as_told(indicator, grown))
    return Value(value.day, grown, value.basis, growth=growth, settled=settled)


def _over(indicator: Indicator, amount: Decimal, base: Decimal) -> Decimal:
    return (amount - base) * 100 / base if indicator.is_relative else amount - base


def _is_settled(indicator: Indicator, over_whole: Decimal) -> bool:
    """Whether an amount that only rises has reached the target for good."""
    target = indicator.target
    return target.rises and target.equal is None and target.is_met(over_whole)
