"""What can be late, by whom it is charged to, and returns by who owes them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple, Protocol, TypeVar

from ducha.assess.answering import Units
from ducha.assess.duties.returns import ReturnStanding
from ducha.assess.obligations import Obligation
from ducha.model import Register


class Chargeable(Protocol):
    """What somebody answers for: an obligation, a matter handed over."""

    @property
    def units(self) -> Units:
        """Who answers for it."""


_Charged = TypeVar("_Charged", bound=Chargeable)


def by_each_unit(items: Iterable[_Charged]) -> defaultdict[str | None, list[_Charged]]:
    """Gather what is charged to each unit, what several share under each of them, to nobody under None."""
    owed: defaultdict[str | None, list[_Charged]] = defaultdict(list)
    for item in items:
        for unit in item.units.charged or (None,):
            owed[unit].append(item)
    return owed


def by_sender(returns: Iterable[ReturnStanding]) -> defaultdict[str, list[ReturnStanding]]:
    """Gather the returns that each unit owes."""
    owed: defaultdict[str, list[ReturnStanding]] = defaultdict(list)
    for one in returns:
        owed[one.unit].append(one)
    return owed


class UnitDues(NamedTuple):
    """What one unit, or several that are charged together, owe."""

    units: tuple[str, ...]
    """none where the document names nobody"""
    obligations: tuple[Obligation, ...]


def by_unit(register: Register, obligations: Iterable[Obligation]) -> tuple[UnitDues, ...]:
    """Gather by whom each is charged to, in the order of the register, what has no unit last."""
    owed: dict[tuple[str, ...], list[Obligation]] = {}
    for obligation in sorted(obligations, key=lambda o: o.sort_key):
        owed.setdefault(obligation.units.charged, []).append(obligation)
    order = sorted(owed, key=lambda units: (not units, [register.position(unit) for unit in units]))
    return tuple(UnitDues(units, tuple(owed[units])) for units in order)
