"""Totals beside the sums of their parts: shown with their difference, never forced to agree."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from ducha.assess.figures.indicators import IndicatorStanding
from ducha.assess.figures.series import SUMMED
from ducha.model.measures import ratio


class Part(NamedTuple):
    """A part in the unit of its total; None where there is nothing, or nothing that can be added."""

    standing: IndicatorStanding
    target: Decimal | None
    """of a group, the tasks of all its members together"""
    actual: Decimal | None
    """of a group, the figures of all members that reported; none where one of them is in dispute"""


class Sum(NamedTuple):
    """A total and its parts."""

    whole: IndicatorStanding
    parts: tuple[Part, ...]
    is_complete: bool
    """whether the plan says that the parts make it whole"""

    @property
    def target(self) -> Decimal | None:
        """The sum of the parts' targets, None where one of them cannot be added."""
        targets = [part.target for part in self.parts]
        return sum((one for one in targets if one is not None), Decimal(0)) if None not in targets else None

    @property
    def target_difference(self) -> Decimal | None:
        """By how much the parts' targets are more (+) or less (-) than the total's."""
        return None if self.target is None else self.target - self.whole.target.value

    @property
    def is_disputed(self) -> bool:
        """Whether the total or anything of a part is in dispute, so that no sum is told."""
        return self.whole.is_disputed or any(part.standing.is_contested for part in self.parts)

    @property
    def actual(self) -> Decimal | None:
        """The sum of the figures that the parts have, None where no part has any, or one is in dispute."""
        if self.is_disputed:
            return None
        known = [part.actual for part in self.parts if part.actual is not None]
        return sum(known, Decimal(0)) if known else None

    @property
    def actual_difference(self) -> Decimal | None:
        """By how much the parts' figures are more (+) or less (-) than that of the total, where that was reported."""
        whole = self.whole.actual
        if whole is None or self.is_summed or self.actual is None:
            return None
        return self.actual - whole.value

    @property
    def is_summed(self) -> bool:
        """Whether nobody reports the total itself, so that its figure is this sum."""
        return self.whole.actual is not None and self.whole.actual.basis == SUMMED


def find_sums(indicators: Iterable[IndicatorStanding]) -> tuple[Sum, ...]:
    """Return the totals of which some parts are among the indicators, in their order; levels add up to nothing."""
    standings = list(indicators)
    parts: dict[str, list[IndicatorStanding]] = {}
    for standing in standings:
        if standing.part_of:
            parts.setdefault(f"{standing.plan}/{standing.part_of.indicator}", []).append(standing)
    return tuple(_sum(whole, parts[whole.id]) for whole in standings if whole.id in parts and _adds_up(whole))


def _sum(whole: IndicatorStanding, parts: list[IndicatorStanding]) -> Sum:
    in_order = sorted(parts, key=lambda part: part.place[1:])
    is_complete = all(part.part_of and part.part_of.complete for part in parts)
    return Sum(whole, tuple(_part(part, ratio(part.unit, whole.unit)) for part in in_order), is_complete)


def _part(part: IndicatorStanding, many: Decimal | None) -> Part:
    if many is None or not _adds_up(part):
        return Part(part, None, None)
    if part.members:
        task, total = part.ranked_task, None if part.is_contested else part.ranked_total
    else:
        task, total = part.target.value, part.actual.value if part.actual else None
    return Part(part, None if task is None else task * many, None if total is None else total * many)


def _adds_up(standing: IndicatorStanding) -> bool:
    """Whether it is an amount, of which sums can be made."""
    return standing.measure != "point" and not standing.target.between
