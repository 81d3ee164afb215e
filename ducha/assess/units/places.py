"""Places (名次) of units by their accounts: the better facts first, equal facts sharing a place."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from ducha.assess.accounts import Account
from ducha.assess.places import places_by
from ducha.assess.rates import Rate
from ducha.assess.units.classes import UnitClass

Key = tuple[Fraction, int, int]


def find_places(one: UnitClass, accounts: Mapping[str, Account]) -> dict[str, int]:
    """Return unit → its place, best first; a unit of which nothing was asked that could be compared has none.

    A class compares the share of what was finished on time, then how much is overdue, then how many reports were late
    or missing; or the share of the reports that came on time, then how many are missing, then how much is overdue.
    """
    return places_by({unit: key for unit in one.units if unit in accounts and (key := _key(one, accounts[unit]))})


def find_low(one: UnitClass, places: Mapping[str, int]) -> set[str]:
    """Return the units in the last places, as many as the class calls low.

    Whoever shares a place that begins before these is not among them, and never whoever is first.
    """
    least = max(len(places) - one.low, 1) if one.low else len(places)
    return {unit for unit, place in places.items() if place > least}


def _key(one: UnitClass, account: Account) -> Key | None:
    """What units are compared by, the less the better; None where there is nothing to compare."""
    if one.by == "returns":
        return _ordered(account.returned.punctual, account.returned.missing, account.overdue)
    return _ordered(account.finished, account.overdue, account.unpunctual)


def _ordered(rate: Rate, second: int, third: int) -> Key | None:
    return (-Fraction(rate.numerator, rate.denominator), second, third) if rate.denominator else None
