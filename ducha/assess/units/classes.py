"""Units of one kind, which are held against each other and against no others: departments, townships, parks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from ducha.model import Campaign


class UnitClass(NamedTuple):
    """The registered units of one class, in the register's order."""

    name: str
    by: Literal["tasks", "returns"]
    """what they are ranked by first"""
    low: int | None
    """how many of the last places are low, None where nobody has said"""
    units: tuple[str, ...]


def find_classes(campaign: Campaign) -> tuple[UnitClass, ...]:
    """Return the classes the campaign names, or one for each category of its register."""
    rules = campaign.ranking
    if not rules.classes:
        categories = dict.fromkeys(unit.category for unit in campaign.units)
        return tuple(UnitClass(one, "tasks", rules.low, _units(campaign, (one,))) for one in categories)
    return tuple(UnitClass(one.name, one.by, one.low or rules.low, _units(campaign, one.held)) for one in rules.classes)


def find_others(campaign: Campaign) -> tuple[str, ...]:
    """Return the registered units that are in no class."""
    classed = {unit for one in find_classes(campaign) for unit in one.units}
    return tuple(unit.name for unit in campaign.units if unit.name not in classed)


def _units(campaign: Campaign, categories: Iterable[str]) -> tuple[str, ...]:
    held = set(categories)
    return tuple(unit.name for unit in campaign.units if unit.category in held)
