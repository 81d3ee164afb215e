"""What the annexes on units of a quarter's and a year's bulletin say of one unit: its own rows of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ducha.assess.bulletin.appraisal import FactsClass
from ducha.assess.bulletin.bulletin import Bulletin
from ducha.assess.units.ranking import RankedClass
from ducha.deadlines.cycles import Cycle


class Annexes(NamedTuple):
    """The annexes on units that a bulletin has, in whole or what they say of one unit."""

    ranked: tuple[RankedClass, ...] = ()
    """of a quarter: the classes with the units ranked in them, or named as not ranked"""
    elsewhere: tuple[tuple[str, int], ...] = ()
    """of a quarter: names that are in no class → how many items of the period are charged to them"""
    facts: tuple[FactsClass, ...] = ()
    """of a year: the facts for the appraisal (考核事实), by class"""

    def of(self, unit: str) -> Annexes:
        """Return what they say of one unit."""
        ranked = (_alone(one, unit) for one in self.ranked)
        return Annexes(
            ranked=tuple(one for one in ranked if one.ranked or one.unranked),
            elsewhere=tuple(entry for entry in self.elsewhere if entry[0] == unit),
            facts=tuple(_facts(self.facts, unit)),
        )


def find_annexes(bulletin: Bulletin) -> Annexes:
    """Return the annexes on units that the form for the bulletin's period has: of a quarter and of a year."""
    if bulletin.period.cycle is Cycle.QUARTER:
        ranking = bulletin.ranking
        return Annexes(ranked=ranking.classes, elsewhere=ranking.collective + ranking.unclassed)
    return Annexes(facts=bulletin.appraisal.classes) if bulletin.period.cycle is Cycle.YEAR else Annexes()


def _alone(one: RankedClass, unit: str) -> RankedClass:
    ranked = tuple(entry for entry in one.ranked if entry.unit == unit)
    return one._replace(ranked=ranked, unranked=tuple(name for name in one.unranked if name == unit))


def _facts(classes: Iterable[FactsClass], unit: str) -> Iterator[FactsClass]:
    for one in classes:
        if facts := tuple(entry for entry in one.units if entry.unit == unit):
            yield FactsClass(one.name, facts)
