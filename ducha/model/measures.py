"""Units of measure (计量单位): which of them are rates, and how many of one another holds."""

from __future__ import annotations

from decimal import Decimal

_PERCENT = ("%", "％", "百分比")
_POINTS = ("百分点", "个百分点")
_MULTIPLES = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}


def is_percent(unit: str) -> bool:
    """Whether a figure in this unit is a percentage."""
    return unit in _PERCENT


def is_points(unit: str) -> bool:
    """Whether a figure in this unit is a difference of percentages: 3个百分点 is not 3%."""
    return unit in _POINTS


def ratio(unit: str, other: str) -> Decimal | None:
    """Return how many of ``other`` one ``unit`` is: of 万平方米 10000平方米; None where they measure other things."""
    (many, what), (others, of_what) = _split(unit), _split(other)
    return many / others if what == of_what else None


def _split(unit: str) -> tuple[Decimal, str]:
    """A unit as a multiple of a plain one: 万平方米 is 10000 and 平方米; 百分点 is no hundred of anything."""
    many, rest = Decimal(1), unit
    if not is_points(unit):
        while rest[1:] and rest[0] in _MULTIPLES:
            many, rest = many * _MULTIPLES[rest[0]], rest[1:]
    return many, rest
