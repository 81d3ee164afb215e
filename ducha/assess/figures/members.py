"""A figure that holds for every member of a group: each member's own standing, and its place among them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from decimal import Decimal
from typing import NamedTuple

from ducha.assess.amounts import Value
from ducha.assess.figures.known import Figures
from ducha.assess.figures.series import change, latest
from ducha.assess.places import places_by
from ducha.assess.rates import percent
from ducha.deadlines.cycles import Cycle, Period
from ducha.model import Indicator, Target


class MemberStanding(NamedTuple):
    """Where one member stands; what was never reported, or is in dispute, is None.

    ``change`` is the growth since the end of the period before, None where nothing was reported about then. Equal
    figures share a place, and the next place counts them all.
    """

    unit: str
    target: Target
    """its own task, or the common one"""
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

    @property
    def is_reached(self) -> bool:
        """Whether its latest figure reaches its target."""
        return self.actual is not None and self.target.is_met(self.actual.value)


def rank_members(
    indicator: Indicator, figures: Figures, period_before: Period | None, disputed_before: Collection[str] = ()
) -> tuple[MemberStanding, ...]:
    """Return every member that has a task, best first and the silent last, in the group's order where equal.

    Only a figure that rises towards its target has places: by the share of the own task that is done where the
    tasks differ, else by the figure itself; and none that is in dispute, or was ``disputed_before``.
    """
    told, disputed = figures.by_member or {}, figures.disputed or {}
    series = {**told, **disputed}
    now = {unit: next(reversed(told.get(unit, ())), None) for unit in figures.members}
    since = period_before.last if period_before else None
    before = {unit: latest(series.get(unit, ()), since) for unit in now}
    told_before = {unit: value for unit, value in before.items() if unit not in disputed_before}
    places, places_before = _places(indicator, figures, now), _places(indicator, figures, told_before)
    standings = [
        _untold(unit, figures.target_of(unit))
        if unit in disputed
        else _standing(unit, indicator, figures.target_of(unit), value)._replace(
            change=change(value, begun_with(indicator, before[unit], period_before)),
            place=places.get(unit),
            place_before=places_before.get(unit),
        )
        for unit, value in now.items()
    ]
    return tuple(sorted(standings, key=lambda member: (member.actual is None, member.place or 0)))


def are_ranked_by_share(indicator: Indicator, figures: Figures) -> bool:
    """Whether places go by 年度任务完成率, because the tasks differ; levels have no such share."""
    tasks = {figures.target_of(unit).value for unit in figures.members}
    return len(tasks) > 1 and not indicator.is_level


def begun_with(indicator: Indicator, known: Value | None, before: Period | None) -> Value | None:
    """Return what a period began with, ``known`` being the last figure by the end of the period ``before`` it.

    It must be of about that end: of its last month, before a week of that week; what has grown since an older one
    is not the period's alone. How many projects had reached a stage is known of any day. Of increments those that
    came in the period are its own, whatever was reported before, save of a week, which is shorter than what they
    may speak of.
    """
    if before is None:
        return None
    about = before.first if before.cycle is Cycle.WEEK else before.last.replace(day=1)
    if known and (known.day >= about or _is_of_any_day(indicator)):
        return known
    if indicator.measure == "increment" and indicator.has_amounts and before.cycle is not Cycle.WEEK:
        return known or Value(before.last, Decimal(0))
    return None


def _is_of_any_day(indicator: Indicator) -> bool:
    return indicator.projects is not None and indicator.projects.stage is not None


def _untold(unit: str, target: Target) -> MemberStanding:
    return MemberStanding(unit, target, None, None, None, None, None, None, is_disputed=True)


def _standing(unit: str, indicator: Indicator, target: Target, now: Value | None) -> MemberStanding:
    share = left = None
    if now and target.rises:
        left = max(target.value - now.value, Decimal(0))
        share = None if indicator.is_level else percent(now.value, target.value)
    return MemberStanding(unit, target, now, None, share, left, None, None)


def _places(indicator: Indicator, figures: Figures, values: Mapping[str, Value | None]) -> dict[str, int]:
    if not indicator.target.rises:
        return {}
    by_share = are_ranked_by_share(indicator, figures)
    scores = {
        unit: value.value / figures.target_of(unit).value if by_share else value.value
        for unit, value in values.items()
        if value
    }
    return places_by(scores, most_first=True)
