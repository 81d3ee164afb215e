"""What a plan names exists: units in the register, phases and indicators in the plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ducha.model import Campaign, Duty, Plan, Register
from ducha.problems import ANY, CAMPAIGN, Path, Problem
from ducha.rules.walk import items_of

_REGISTER: tuple[Path, ...] = tuple(
    (CAMPAIGN, entries, ANY, key) for entries in ("units", "unit_groups") for key in ("name", "aliases")
)
"""where the names of units are"""
_IDS: tuple[Path, ...] = (("indicators", ANY, "id"),)


def check_members(campaign: Campaign) -> Iterator[Problem]:
    """Yield a problem for the office, every member of a unit group and who supervises, unless a registered unit."""
    register = Register(campaign)
    named: list[tuple[Path, str]] = [(("office",), campaign.office)]
    for index, group in enumerate(campaign.unit_groups):
        named += [(("unit_groups", index, "members", at), member) for at, member in enumerate(group.members)]
    for index, method in enumerate(campaign.supervision.methods):
        named += _named(("supervision", "methods", index), method, ("by",))
    for path, unit in named:
        if register.resolve(unit) is None:
            yield unknown_unit(register, unit, path)


def check_references(register: Register, plan: Plan) -> Iterator[Problem]:
    """Yield a problem for every unit, phase and indicator named but not known."""
    if plan.office and register.resolve(plan.office) is None:
        yield unknown_unit(register, plan.office, ("office",))
    for path, unit in _units(plan):
        if register.resolve(unit) is None and not register.is_named(unit):  # which is told where that is
            yield unknown_unit(register, unit, path)
    yield from _phases(plan)
    yield from _totals(plan)
    for index, indicator in enumerate(plan.indicators):
        if indicator.each and register.group(indicator.each) is None:
            from ducha.advice.names import advise_name  # which nobody needs whose names are right

            hint = advise_name(indicator.each, register.group_names(), "在campaign.yaml的unit_groups中登记")
            path = ("indicators", index, "each")
            yield Problem("DC302", f"集合单位“{indicator.each}”没有登记", hint, path, rests_on=_REGISTER)


def _totals(plan: Plan) -> Iterator[Problem]:
    """A part names a total of the same plan, and a total is not itself a part: parts of parts have no end."""
    parts = {indicator.id: indicator.part_of for indicator in plan.indicators}
    for index, indicator in enumerate(plan.indicators):
        total = indicator.part_of.indicator if indicator.part_of else None
        path = ("indicators", index, "part_of", "indicator")
        if total and total not in parts:
            from ducha.advice.names import advise_name

            hint = advise_name(total, parts, "写本方案里总量指标的id")
            yield Problem("DC305", f"指标“{total}”不存在", hint, path, rests_on=_IDS)
        elif total and parts[total]:
            hint = "写总量指标的id；总量不能又是别的指标的组成部分"
            yield Problem("DC305", f"“{total}”自己也是组成部分", hint, path, rests_on=_IDS)


def _units(plan: Plan) -> Iterator[tuple[Path, str]]:
    roles = ("lead", "responsible", "support")
    yield from _named((), plan, roles)
    for path, item in items_of(plan):
        yield from _named(path, item, roles)
        yield from (((*path, "objections", at, "by"), one.by) for at, one in enumerate(item.objections))
    for index, duty in enumerate(plan.duties):
        yield from _named(("duties", index), duty, ("who", "to"))
        yield from _named_in_records(("duties", index), duty)
    for index, indicator in enumerate(plan.indicators):
        for at, actual in enumerate(indicator.actuals):
            if actual.by:
                yield ("indicators", index, "actuals", at, "by"), actual.by
        for at, quota in enumerate(indicator.quotas):
            yield ("indicators", index, "quotas", at, "unit"), quota.unit


def _named(path: Path, record: object, roles: Iterable[str]) -> Iterator[tuple[Path, str]]:
    for role in roles:
        for at, unit in enumerate(getattr(record, role)):
            yield (*path, role, at), unit


def _named_in_records(path: Path, duty: Duty) -> Iterator[tuple[Path, str]]:
    for at, exemption in enumerate(duty.exempt):
        yield (*path, "exempt", at, "unit"), exemption.unit
    for at, record in enumerate(duty.returns):
        yield from _named((*path, "returns", at), record, ("by",))
        if record.through:
            yield (*path, "returns", at, "through"), record.through
    yield from (((*path, "objections", at, "by"), one.by) for at, one in enumerate(duty.objections))


def _phases(plan: Plan) -> Iterator[Problem]:
    phases = dict.fromkeys(phase.id for phase in plan.phases)
    for path, item in items_of(plan):
        if item.phase and item.phase not in phases:
            from ducha.advice.names import advise_name

            hint = advise_name(item.phase, phases, "先在phases里写明这个阶段，或删去这一行")
            problem = Problem("DC304", f"阶段“{item.phase}”不存在", hint, (*path, "phase"))
            yield problem._replace(rests_on=(("phases", ANY, "id"),))


def unknown_unit(register: Register, unit: str, path: Path) -> Problem:
    """Return the problem of a unit that nobody registered, with what to write instead."""
    from ducha.advice.names import advise_unit

    hint = advise_unit(unit, register.spellings())
    return Problem("DC302", f"单位“{unit}”没有登记", hint, path, rests_on=_REGISTER)
