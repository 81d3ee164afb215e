"""What is known of an indicator: its one series, or those of the members of its group, each with its target."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from ducha.assess.amounts import Amount, Series, Value
from ducha.assess.figures.disputes import disputed_members, is_untold
from ducha.assess.figures.series import member_series, series_of
from ducha.assess.frame import Frame
from ducha.model import Base, Indicator, Target


class Figures(NamedTuple):
    """What is known of an indicator by the reference day."""

    target: Target
    """the common one"""
    waits: bool
    """whether it is judged only when its day has passed: a ceiling, a place, a range, the growth over a year"""
    own: Series
    """of a single figure"""
    by_member: Mapping[str, Series] | None = None
    """of a figure that holds for each member of a group: those that reported, but for ``disputed``"""
    members: tuple[str, ...] = ()
    """those the group lists that have a task, none where it is open"""
    untasked: tuple[str, ...] = ()
    """those whose quota is 0"""
    own_targets: Mapping[str, Target] | None = None
    """of those with a quota"""
    amount: Amount | None = None
    """of a growth that is worked out: the latest amount, comparable or not"""
    disputed: Mapping[str, Series] | None = None
    """of members whose own figures are in dispute: what they reported, which is not told"""
    is_disputed: bool = False
    """whether the whole is in dispute, or what it is worked out from; then there is no figure"""

    @property
    def is_reported(self) -> bool:
        """Whether there is any figure that can be judged."""
        return any((self.own,) if self.by_member is None else self.by_member.values())

    @property
    def latest(self) -> Value | None:
        """The last value of the one series."""
        return self.own[-1] if self.own else None

    def target_of(self, unit: str) -> Target:
        """The target of a member: its quota, else the common one."""
        return (self.own_targets or {}).get(unit, self.target)


def figures_of(frame: Frame, indicator: Indicator, due: date | None) -> Figures:
    """Gather an indicator's figures, none where all is in dispute; ``due`` is the day of its final target."""
    is_disputed, target = is_untold(frame, indicator), indicator.target
    if indicator.each:
        return _of_members(frame, indicator, is_disputed=is_disputed)
    if is_disputed:
        return Figures(target, not target.rises, (), is_disputed=True)
    if indicator.base:
        return _of_growth(frame, indicator, indicator.base, due)
    return Figures(target, not target.rises, series_of(frame.register, frame.plan, indicator, frame.until))


def _of_growth(frame: Frame, indicator: Indicator, base: Base, due: date | None) -> Figures:
    """Only the growth of a level is reached once and for all; that of a year may still be lost before its end."""
    from ducha.assess.figures.growth import growths, source_of, unit_of_amounts  # which few indicators need

    source = source_of(frame.plan, indicator)
    amounts = series_of(frame.register, frame.plan, source, frame.until)
    is_worked_out = base.value is not None or base.of is not None
    last = Amount(amounts[-1], unit_of_amounts(frame.plan, indicator)) if amounts and is_worked_out else None
    waits = not (indicator.target.rises and is_worked_out and source.measure == "point")
    return Figures(indicator.target, waits, growths(frame.plan, indicator, base, amounts, due), amount=last)


def _of_members(frame: Frame, indicator: Indicator, *, is_disputed: bool) -> Figures:
    """Of a group that lists its members only their figures count; who has nothing to do is none of them."""
    group = frame.register.group(indicator.each or "")
    listed = frame.register.known(group.members) if group else ()
    quotas = {frame.register.resolve(quota.unit) or quota.unit: quota.value for quota in indicator.quotas}
    has_none = indicator.target.rises and bool(quotas)
    untasked = tuple(unit for unit in listed if has_none and not quotas.get(unit, indicator.target.value))
    members = tuple(unit for unit in listed if unit not in untasked)
    by_member = {} if is_disputed else member_series(frame.register, indicator, frame.until)
    disputed = [unit for unit in disputed_members(frame, indicator) if unit in members and not is_disputed]
    return Figures(
        target=indicator.target,
        waits=not indicator.target.rises,
        own=(),
        by_member={
            unit: series
            for unit, series in by_member.items()
            if unit not in disputed and (unit in members or not listed)
        },
        members=members,
        untasked=untasked,
        own_targets={unit: indicator.target.with_number(value) for unit, value in quotas.items()},
        disputed={unit: by_member.get(unit, ()) for unit in disputed},
        is_disputed=is_disputed,
    )
