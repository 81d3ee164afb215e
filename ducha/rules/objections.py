"""An objection to an item is raised by a unit whom the item concerns."""

from __future__ import annotations

from collections.abc import Iterator

from ducha.model import Indicator, Item, Plan, Register
from ducha.problems import ANY, CAMPAIGN, Path, Problem
from ducha.rules.walk import items_of

_MOST = 5
"""units that a hint names"""


def check_objections(register: Register, plan: Plan) -> Iterator[Problem]:
    """Yield a problem for every objection to an item by a unit that has nothing to do with it."""
    for path, item in items_of(plan):
        known = concerned(register, plan, item) if item.objections else frozenset()
        for at, objection in enumerate(item.objections if known else ()):
            units = register.members_of(objection.by)
            others = [unit for unit in units if unit not in known]
            if others and register.resolve(objection.by):
                who = f"“{objection.by}”" + (f"中的{_few(others)}" if len(units) > 1 else "")
                message = f"{who}与“{item.title}”无关，不能对它提异议"
                place = (*path, "objections", at, "by")
                yield Problem("DC730", message, _hint(register, plan, item), place, rests_on=_rests_on(path))


def concerned(register: Register, plan: Plan, item: Item) -> frozenset[str]:
    """Return the units in any role, the members of such groups, and whoever told of the item.

    None where anybody may be concerned: the document names nobody who answers, or a group without listed members.
    """
    answering, named = _answering(plan, item), named_by(plan, item)
    units = frozenset(unit for name in named for unit in register.members_of(name))
    if not (answering or _each(item)) or any(register.group(unit) or register.resolve(unit) is None for unit in units):
        return frozenset()
    return units | frozenset(register.known(told_by(item)))


def named_by(plan: Plan, item: Item) -> tuple[str, ...]:
    """Return the units and groups in any role."""
    return (*_answering(plan, item), *item.support, *plan.support, *_each(item))


def told_by(item: Item) -> tuple[str, ...]:
    """Return who told of the item."""
    told = [report.by for report in item.reports] + [one.by for one in getattr(item, "actuals", ())]
    return tuple(name for name in told if name)


def _each(item: Item) -> tuple[str, ...]:
    return (item.each,) if isinstance(item, Indicator) and item.each else ()


def _answering(plan: Plan, item: Item) -> tuple[str, ...]:
    return (item.lead + item.responsible) or (plan.lead + plan.responsible)


def _hint(register: Register, plan: Plan, item: Item) -> str:
    named = register.known(_answering(plan, item))
    return f"本项由{_few(named)}负责；改正单位，或改正本项的单位" if named else "改正单位，或改正本项的each"


def _few(names: tuple[str, ...] | list[str]) -> str:
    return "、".join(names[:_MOST]) + ("等" if len(names) > _MOST else "")


def _rests_on(path: Path) -> tuple[Path, ...]:
    roles = ("lead", "responsible", "support")
    groups = (CAMPAIGN, "unit_groups", ANY, "members"), (CAMPAIGN, "unit_groups", ANY, "name")
    return (*((*path, key) for key in (*roles, "each")), *((key,) for key in roles), *groups)
