"""What a plan names exists: units in the register, phases and indicators in the plan."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from difflib import get_close_matches

from ducha.model import Campaign, Plan, Register
from ducha.problems import Path, Problem

_SEPARATORS = re.compile(r"[、，；]")
"""what joins several names in running text"""


def check_members(campaign: Campaign) -> Iterator[Problem]:
    """Yield a problem for the office and for every member of a unit group that is not a registered unit."""
    register = Register(campaign)
    named: list[tuple[Path, str]] = [(("office",), campaign.office)]
    for index, group in enumerate(campaign.unit_groups):
        named += [(("unit_groups", index, "members", at), member) for at, member in enumerate(group.members)]
    for path, unit in named:
        if register.resolve(unit) is None:
            yield _unknown("DC302", "单位", unit, register.spellings(), path, _unit_hint(unit))


def check_references(register: Register, plan: Plan) -> Iterator[Problem]:
    """Yield a problem for every unit, phase and indicator named but not known."""
    for path, unit in _units(plan):
        if register.resolve(unit) is None:
            yield _unknown("DC302", "单位", unit, register.spellings(), path, _unit_hint(unit))
    phases = {phase.id for phase in plan.phases}
    for path, phase in _phases(plan):
        if phase not in phases:
            yield _unknown("DC304", "阶段", phase, phases, path)
    yield from _totals(plan)
    for index, indicator in enumerate(plan.indicators):
        if indicator.each and register.group(indicator.each) is None:
            groups = register.group_names()
            yield _unknown("DC302", "集合单位", indicator.each, groups, ("indicators", index, "each"))


def _totals(plan: Plan) -> Iterator[Problem]:
    """A part names a total of the same plan, and a total is not itself a part: parts of parts have no end."""
    parts = {indicator.id: indicator.part_of for indicator in plan.indicators}
    for index, indicator in enumerate(plan.indicators):
        total = indicator.part_of.indicator if indicator.part_of else None
        path = ("indicators", index, "part_of", "indicator")
        if total and total not in parts:
            yield _unknown("DC305", "指标", total, parts, path)
        elif total and parts[total]:
            hint = "总量指标不能又是别的指标的组成部分"
            yield Problem("DC305", f"“{total}”自己也是组成部分", hint=hint, path=path)


def _units(plan: Plan) -> Iterator[tuple[Path, str]]:
    roles = ("lead", "responsible", "support")
    yield from _named((), plan, roles)
    for key, entries in (("milestones", plan.milestones), ("indicators", plan.indicators)):
        for index, item in enumerate(entries):
            yield from _named((key, index), item, roles)
    for index, duty in enumerate(plan.duties):
        yield from _named(("duties", index), duty, ("who", "to"))
    for index, indicator in enumerate(plan.indicators):
        for at, actual in enumerate(indicator.actuals):
            if actual.by:
                yield ("indicators", index, "actuals", at, "by"), actual.by


def _named(path: Path, record: object, roles: Iterable[str]) -> Iterator[tuple[Path, str]]:
    for role in roles:
        for at, unit in enumerate(getattr(record, role)):
            yield (*path, role, at), unit


def _phases(plan: Plan) -> Iterator[tuple[Path, str]]:
    for key, entries in (("milestones", plan.milestones), ("indicators", plan.indicators)):
        for index, item in enumerate(entries):
            if item.phase:
                yield (key, index, "phase"), item.phase


def _unknown(code: str, what: str, name: str, known: Collection[str], path: Path, otherwise: str = "") -> Problem:
    near = get_close_matches(name, sorted(known), n=1)
    if near and not _SEPARATORS.search(name):
        return Problem(code, f"{what}“{name}”没有登记", hint=f"你是否想写“{near[0]}”", path=path)
    hint = otherwise or "检查名称是否写对"
    return Problem(code, f"{what}“{name}”没有登记", hint=hint, path=path)


def _unit_hint(unit: str) -> str:
    if _SEPARATORS.search(unit):
        return "多个单位写成列表：[" + ", ".join(_SEPARATORS.split(unit)) + "]"
    return "在campaign.yaml的units中登记，或改用已登记的名称"
