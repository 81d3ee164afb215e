"""Every id and every unit name means one thing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ducha.model import Campaign, Plan, Unit, UnitGroup
from ducha.model.register import folded
from ducha.problems import Path, Problem, Severity


def check_plan_identities(plan: Plan) -> Iterator[Problem]:
    """Milestones, indicators and duties share one set of ids; phases have their own."""
    items = [(("milestones", index, "id"), milestone.id) for index, milestone in enumerate(plan.milestones)]
    items += [(("indicators", index, "id"), indicator.id) for index, indicator in enumerate(plan.indicators)]
    items += [(("duties", index, "id"), duty.id) for index, duty in enumerate(plan.duties)]
    yield from _repeated(items, "编号“{}”在本方案内重复")
    phases = [(("phases", index, "id"), phase.id) for index, phase in enumerate(plan.phases)]
    yield from _repeated(phases, "阶段编号“{}”重复")


def check_unit_names(campaign: Campaign) -> Iterator[Problem]:
    """A name or alias belongs to one unit or group of units only."""
    names: list[tuple[Path, str]] = []
    lists: dict[str, Sequence[Unit | UnitGroup]] = {"units": campaign.units, "unit_groups": campaign.unit_groups}
    for key, entries in lists.items():
        for index, entry in enumerate(entries):
            names.append(((key, index, "name"), entry.name))
            names += [((key, index, "aliases", at), alias) for at, alias in enumerate(entry.aliases)]
    yield from _repeated(names, "单位名称“{}”已用于另一处，无法分辨")


def check_group_plans(campaign: Campaign, plan_ids: Sequence[str]) -> Iterator[Problem]:
    """A supervision group covers plans that exist; asked once every plan could be read."""
    for at, group in enumerate(campaign.supervision.groups):
        for index, plan in enumerate(group.plans):
            if plan not in plan_ids:
                yield Problem(
                    "DC303",
                    f"第{group.id}督导组的方案“{plan}”不存在",
                    hint="现有方案：" + "、".join(plan_ids),
                    severity=Severity.WARNING,
                    path=("supervision", "groups", at, "plans", index),
                )


class Identity(NamedTuple):
    """What tells a plan from the others, and who heads it: all that can be asked of it without reading it again."""

    id: str
    number: int
    title: str
    leaders: tuple[str, ...]


def identify(plan: Plan) -> Identity:
    """Return a plan's identity."""
    return Identity(plan.id, plan.number, plan.title, tuple(leader.name for leader in plan.leaders))


def find_clashes(plans: Sequence[Identity]) -> Iterator[tuple[int, Problem]]:
    """Yield (position of the plan, problem) for ids and numbers that several plans use."""
    for key in ("id", "number"):
        seen: dict[object, int] = {}
        for index, plan in enumerate(plans):
            value = getattr(plan, key)
            if value not in seen:
                seen[value] = index
                continue
            if key == "number" and plans[seen[value]].id == plan.id:
                continue  # one copied file is one mistake
            for here, there in ((seen[value], index), (index, seen[value])):
                what = "编号" if key == "id" else "序号"
                yield (
                    here,
                    Problem(
                        "DC301",
                        f"方案{what}“{value}”与另一方案《{plans[there].title}》相同",
                        hint=f"每个方案的{what}各不相同",
                        path=(key,),
                    ),
                )


def _repeated(places: Iterable[tuple[Path, str]], message: str) -> Iterator[Problem]:
    seen: set[str] = set()
    for path, name in places:
        if folded(name) in seen:
            yield Problem("DC301", message.format(name), hint="换一个没有用过的", path=path)
        seen.add(folded(name))
