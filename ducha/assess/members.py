"""A figure that holds for every member of a group: each member's own standing, and its place among them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from ducha.assess.rates import percent
from ducha.assess.series import Series, Value, growth, latest
from ducha.model import Indicator, Target


class MemberStanding(NamedTuple):
    """Where one member stands; what was never reported, or is in dispute, is None.

    ``change`` is the growth since the end of the period before, None where nothing was reported by then. Equal
    figures share a place, and the next place counts them all.
    """

    unit: str
    actual: Value | None
    """its latest figure"""
    change: Decimal | None
    """the growth in the period"""
    percent: Decimal | None
    """年度任务完成率"""
    missing: Decimal | None
    """how much is left to the target, 0 where it is reached"""
    place: int | None
    """among all members"""
    place_before: int | None
    """at the end of the period before"""
    is_disputed: bool = False
    """whether its figure is in dispute, and not told"""


def rank_members(
    indicator: Indicator,
    units: Sequence[str],
    by_unit: Mapping[str, Series],
    since: date | None,
    *,
    disputed: Collection[str] = (),
    disputed_before: Collection[str] = (),
) -> tuple[MemberStanding, ...]:
    """Return every member, best first and the silent last, in the group's order where equal.

    ``by_unit`` are the figures known by now, ``since`` is the last day of the period before. Only a figure that
    rises towards its target has places, and none that is ``disputed``, or was ``disputed_before``.
    """
    if not units:
        return ()
    now = {unit: None if unit in disputed else next(reversed(by_unit.get(unit, ())), None) for unit in units}
    before = {unit: latest(by_unit.get(unit, ()), since) for unit in now}
    told = {unit: value for unit, value in before.items() if unit not in disputed_before}
    places, places_before = _places(now, indicator.target), _places(told, indicator.target)
    standings = [
        MemberStanding(unit, None, None, None, None, None, None, is_disputed=True)
        if unit in disputed
        else _standing(unit, value, before[unit], indicator, (places.get(unit), places_before.get(unit)))
        for unit, value in now.items()
    ]
    return tuple(sorted(standings, key=lambda member: (member.actual is None, member.place or 0)))


def _standing(
    unit: str, now: Value | None, before: Value | None, indicator: Indicator, places: tuple[int | None, int | None]
) -> MemberStanding:
    if now is None:
        return MemberStanding(unit, None, None, None, None, *places)
    target = indicator.target
    left = max(target.value - now.value, Decimal(0)) if target.rises else None
    share = percent(now.value, target.value) if target.rises and indicator.measure != "point" else None
    return MemberStanding(unit, now, growth(now, before), share, left, *places)


def _places(values: Mapping[str, Value | None], target: Target) -> dict[str, int]:
    if not target.rises:
        return {}
    known = sorted((value.value for value in values.values() if value), reverse=True)
    first = {value: known.index(value) + 1 for value in set(known)}
    return {unit: first[value.value] for unit, value in values.items() if value}
