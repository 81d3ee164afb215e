"""Rates that carry their numerator and denominator, rounded once: half up, one decimal."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from ducha.model import Indicator

_TENTH = Decimal("0.1")
_MOST_DECIMALS = 6


class Rate(NamedTuple):
    """A share of counted things."""

    numerator: int
    denominator: int

    @property
    def percent(self) -> Decimal | None:
        """Percent with one decimal, None of nothing."""
        return percent(Decimal(self.numerator), Decimal(self.denominator))


class Portion(NamedTuple):
    """A share of an amount."""

    part: Decimal
    whole: Decimal
    unit: str
    """of both"""

    @property
    def percent(self) -> Decimal | None:
        """Percent with one decimal, None of nothing."""
        return percent(self.part, self.whole)


def percent(part: Decimal, whole: Decimal) -> Decimal | None:
    """Return the part's share of the whole in percent, half up to one decimal; None where the whole is 0."""
    return round_tenth(part * 100 / whole) if whole else None


def round_tenth(value: Decimal) -> Decimal:
    """Round half up to one decimal; a minus zero becomes zero."""
    return value.quantize(_TENTH, ROUND_HALF_UP) + 0


def as_told(indicator: Indicator, grown: Decimal) -> Decimal:
    """Round a share half up to one decimal, or to as many as it takes to stay on the same side of every bar."""
    if not indicator.is_relative:
        return grown
    rounded = (grown.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP) + 0 for digits in range(1, _MOST_DECIMALS + 1))
    return next((told for told in rounded if _sides(indicator, told) == _sides(indicator, grown)), grown)


def _sides(indicator: Indicator, grown: Decimal) -> list[bool]:
    target = indicator.target
    nodes = [grown >= checkpoint.value for checkpoint in indicator.checkpoints]
    return [target.is_met(grown), target.is_stretched(grown), *nodes]
