"""Obligations by whom they are charged to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ducha.assess.obligations import Obligation
from ducha.model import Register


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
