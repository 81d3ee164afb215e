"""What the office's own records may name of a plan, and whom it concerns: kept of it when it has been read."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import NamedTuple

from ducha.model import Campaign, Duty, Indicator, Item, Limit, Plan, Register
from ducha.model.owed import owed_periods
from ducha.problems import Path
from ducha.rules.objections import concerned
from ducha.rules.walk import items_of, limits_of


class Nameable(NamedTuple):
    """A milestone, indicator or duty."""

    title: str
    is_duty: bool = False
    times: frozenset[str] | None = None
    """what stands behind its id and an ``@``: days of its nodes or windows, periods of a duty; None if not known"""
    units: frozenset[str] | None = None
    """whom it concerns, or who owes the duty; None if not known, or if anybody may be one of them"""


def nameables(
    campaign: Campaign, register: Register, plan: Plan, named: Collection[str], is_known: Callable[[Path], bool]
) -> Mapping[str, Nameable]:
    """Return a plan's items by their ids.

    Of those that are ``named`` it is worked out what may be said of them, if ``is_known`` tells that nothing is wrong
    at their paths; of the others only their titles are kept, to be proposed.
    """
    found = {}
    for path, item in items_of(plan):
        found[item.id] = Nameable(item.title)
        if f"{plan.id}/{item.id}" in named and is_known(path):
            times = frozenset(_nodes(campaign, path, item))
            found[item.id] = Nameable(item.title, False, times, concerned(register, plan, item) or None)
    for at, duty in enumerate(plan.duties):
        found[duty.id] = Nameable(duty.title, is_duty=True)
        if f"{plan.id}/{duty.id}" in named and is_known(("duties", at)):
            periods = frozenset(period.name for period in owed_periods(campaign, plan, duty))
            found[duty.id] = Nameable(duty.title, True, periods, _owing(register, duty))
    return found


def _nodes(campaign: Campaign, path: Path, item: Item) -> list[str]:
    """The first days that the document gives the values of an indicator, or each of a milestone's windows."""
    if not isinstance(item, Indicator):
        readings = campaign.readings(item.due) if item.due else ()
        return [str(reading.end) for reading in readings] if len(readings) > 1 else []
    days = (_first_day(campaign, limit) for _, limit in limits_of(path, item))
    return [day for day in days if day]


def _first_day(campaign: Campaign, limit: Limit) -> str:
    again = (one.due for one in limit.restates) if isinstance(limit, Item) else ()
    days = campaign.days((limit.due, *(words for words in again if words != limit.words())))
    return str(max(days, default=""))


def _owing(register: Register, duty: Duty) -> frozenset[str] | None:
    units = frozenset(unit for name in duty.who for unit in register.members_of(name))
    return None if any(register.group(unit) for unit in units) else units
