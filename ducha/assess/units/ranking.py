"""The ranking (排名) of units on a period: of one class each, by facts that a reader can retrace.

项目突破年 五（四） and 七（三） (株县办〔2015〕4号) order a ranking each quarter, of departments and townships apart,
and a talk (约谈) with those that are low twice running. What is compared, and how many are low, no document says.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import Literal, NamedTuple

from ducha.assess.accounts import Account, open_accounts, owed_in
from ducha.assess.assessment import Assessment
from ducha.assess.duties.returns import reports
from ducha.assess.obligations import Obligation
from ducha.assess.reference import Reference
from ducha.assess.units.classes import UnitClass, find_classes
from ducha.assess.units.places import find_low, find_places
from ducha.deadlines.cycles import Period
from ducha.model import Campaign, Register


class Ranked(NamedTuple):
    """A unit in its class; equal facts share a place, and the next place counts them all."""

    unit: str
    place: int
    account: Account
    place_before: int | None
    """in the ranking of the period before, None where it was not in it"""
    account_before: Account | None
    is_low: bool
    """whether it is among the last, as many as the campaign calls low, and not the first"""
    was_low: bool
    """the same in the ranking of the period before"""

    @property
    def moved(self) -> int | None:
        """How many places it went back (+) or forward (-), None where it was not ranked before."""
        return None if self.place_before is None else self.place - self.place_before


class RankedClass(NamedTuple):
    """The ranking of one class."""

    name: str
    by: Literal["tasks", "returns"]
    """what was compared first"""
    low: int | None
    """how many of the last places are low, None where nobody has said"""
    ranked: tuple[Ranked, ...]
    """best first, in the register's order where equal"""
    unranked: tuple[str, ...]
    """those that answer for something, but of which the period asked nothing that could be compared"""

    @property
    def first(self) -> tuple[str, ...]:
        """The units in the first place."""
        return tuple(one.unit for one in self.ranked if one.place == 1)

    @property
    def forward(self) -> tuple[Ranked, ...]:
        """Those whose place is better than in the period before."""
        return tuple(one for one in self.ranked if (one.moved or 0) < 0)

    @property
    def back(self) -> tuple[Ranked, ...]:
        """Those whose place is worse than in the period before."""
        return tuple(one for one in self.ranked if (one.moved or 0) > 0)

    @property
    def is_compared(self) -> bool:
        """Whether any of its units was ranked in the period before."""
        return any(one.place_before for one in self.ranked)

    @property
    def candidates(self) -> tuple[Ranked, ...]:
        """The units that are low and were low before: whom somebody may decide to talk to."""
        return tuple(one for one in self.ranked if one.is_low and one.was_low)


class Ranking(NamedTuple):
    """The ranking of every class on a period, and what of the period is in no unit's place."""

    period: Period
    before: Period | None
    """the period it is compared with"""
    classes: tuple[RankedClass, ...]
    """those the campaign names, else one for each category whose units answer for anything"""
    due: int
    """how many items the period asked for, each counted once"""
    shared: int
    """how many of them are charged to several, and so counted for each"""
    unnamed: int
    """how many are charged to nobody"""
    collective: tuple[tuple[str, int], ...]
    """collective names, which are not ranked → how many are charged to them"""
    unclassed: tuple[tuple[str, int], ...]
    """units of no class → how many are charged to them"""
    summoned_by: str | None
    """who talks to those that are low twice running, where the campaign says so"""

    @property
    def has_low(self) -> bool:
        """Whether the campaign says how many are low."""
        return any(one.low for one in self.classes)


def rank_units(assessment: Assessment) -> Ranking:
    """Rank the units of an assessment of a period, and look up their places in the period before."""
    at = assessment.reference
    assert at.period
    campaign, before = assessment.campaign, _before(assessment)
    owed = owed_in(assessment.obligations, at)
    now = open_accounts(owed, reports(assessment.duties_due))
    then = _accounts_then(assessment)
    answering, classes = _answering(assessment), find_classes(campaign)
    ranked = [_rank(one, now, then, answering) for one in classes if one.units]
    units = {unit.name for unit in campaign.units}
    elsewhere = _elsewhere(campaign, owed, classes)
    return Ranking(
        period=at.period,
        before=before.period if before else None,
        classes=tuple(one for one in ranked if one.ranked or one.unranked or campaign.ranking.classes),
        due=len(owed),
        shared=sum(o.units.is_shared for o in owed),
        unnamed=sum(not o.units.charged for o in owed),
        collective=tuple((name, count) for name, count in elsewhere if name not in units),
        unclassed=tuple((name, count) for name, count in elsewhere if name in units),
        summoned_by=campaign.ranking.summoned_by,
    )


def _before(assessment: Assessment) -> Reference | None:
    return next((plan.earlier.reference for plan in assessment.plans if plan.earlier), None)


def _accounts_then(assessment: Assessment) -> Mapping[str, Account]:
    earlier = [plan.earlier for plan in assessment.plans if plan.earlier]
    return open_accounts((o for one in earlier for o in one.owed), (r for one in earlier for r in one.returns))


def _elsewhere(campaign: Campaign, owed: Iterable[Obligation], classes: Iterable[UnitClass]) -> list[tuple[str, int]]:
    """What is charged to names that are in no class, in the register's order."""
    classed = {unit for one in classes for unit in one.units}
    charged = Counter(unit for o in owed for unit in o.units.charged if unit not in classed)
    return [(name, charged[name]) for name in sorted(charged, key=Register(campaign).position)]


def _answering(assessment: Assessment) -> set[str]:
    """The units that are charged with anything or owe any report, ever."""
    charged = {unit for o in assessment.obligations for unit in o.units.charged}
    return charged.union(*(duty.units for duty in assessment.duties if duty.is_report))


def _rank(
    one: UnitClass, now: Mapping[str, Account], then: Mapping[str, Account], answering: Collection[str]
) -> RankedClass:
    places, places_then = find_places(one, now), find_places(one, then)
    low, low_then = find_low(one, places), find_low(one, places_then)
    ranked = (
        Ranked(
            unit=unit,
            place=place,
            account=now[unit],
            place_before=places_then.get(unit),
            account_before=then.get(unit),
            is_low=unit in low,
            was_low=unit in low_then,
        )
        for unit, place in places.items()
    )
    unranked = tuple(unit for unit in one.units if unit in answering and unit not in places)
    return RankedClass(one.name, one.by, one.low, tuple(ranked), unranked)
