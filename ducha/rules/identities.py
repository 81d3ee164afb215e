"""Every id and every unit name means one thing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from ducha.model import Campaign, Plan, Unit, UnitGroup
from ducha.model.register import folded
from ducha.problems import Path, Problem

if TYPE_CHECKING:
    from ducha.rules.records.nameable import Nameable


def check_plan_identities(plan: Plan) -> Iterator[Problem]:
    """Milestones, indicators and duties share one set of ids; phases have their own."""
    items = [(("milestones", index, "id"), milestone.id) for index, milestone in enumerate(plan.milestones)]
    items += [(("indicators", index, "id"), indicator.id) for index, indicator in enumerate(plan.indicators)]
    items += [(("duties", index, "id"), duty.id) for index, duty in enumerate(plan.duties)]
    yield from repeated(items, "编号“{}”在本方案内重复")
    phases = [(("phases", index, "id"), phase.id) for index, phase in enumerate(plan.phases)]
    yield from repeated(phases, "阶段编号“{}”重复")
    classes = [(("projects", "classes", index, "title"), one.title) for index, one in enumerate(plan.projects.classes)]
    yield from repeated(classes, "项目类别“{}”重复")


def check_campaign_identities(campaign: Campaign) -> Iterator[Problem]:
    """A name or alias belongs to one unit or group of units only; methods and supervision groups are told apart."""
    yield from _shared_names(campaign)
    supervision = campaign.supervision
    methods = [(("supervision", "methods", at, "id"), method.id) for at, method in enumerate(supervision.methods)]
    yield from repeated(methods, "督查方法的编号“{}”重复")
    groups = [(("supervision", "groups", at, "id"), str(group.id)) for at, group in enumerate(supervision.groups)]
    yield from repeated(groups, "督导组的组号“{}”重复")


def _shared_names(campaign: Campaign) -> Iterator[Problem]:
    """An entry that was copied whole is told of by its name; to repeat an entry's own name is only idle."""
    lists: dict[str, Sequence[Unit | UnitGroup]] = {"units": campaign.units, "unit_groups": campaign.unit_groups}
    first: dict[str, Path] = {}
    for key, entries in lists.items():
        for index, entry in enumerate(entries):
            own: Path = (key, index)
            for place, name in _names(own, entry):
                before = first.setdefault(folded(name), place)
                if before[:2] != own:
                    hint = "换一个没有用过的，或删去重复的一处"
                    yield Problem("DC301", f"单位名称“{name}”已用于另一处，无法分辨", hint, place, (before,))
                    break


def _names(path: Path, entry: Unit | UnitGroup) -> Iterator[tuple[Path, str]]:
    yield (*path, "name"), entry.name
    yield from (((*path, "aliases", at), alias) for at, alias in enumerate(entry.aliases))


class Identity(NamedTuple):
    """What tells a plan from the others, and who heads it: all that can be asked of it without reading it again."""

    id: str
    number: int
    title: str
    leaders: tuple[str, ...]
    items: Mapping[str, Nameable] | None = None
    """its milestones, indicators and duties by id, None where nobody asks for them or they are not known"""


def identify(plan: Plan, items: Mapping[str, Nameable] | None = None) -> Identity:
    """Return a plan's identity."""
    leaders = tuple(leader.name for leader in plan.leaders)
    return Identity(plan.id, plan.number, plan.title, leaders, items)


class Clash(NamedTuple):
    """Two plans, by their positions, that use one id or number; the problem's path holds in both."""

    earlier: int
    later: int
    problem: Problem


def find_clashes(plans: Sequence[Identity]) -> Iterator[Clash]:
    """Yield the ids and numbers that several plans use, each with the first that uses it."""
    for key in ("id", "number"):
        seen: dict[object, int] = {}
        for index, plan in enumerate(plans):
            value = getattr(plan, key)
            first = seen.setdefault(value, index)
            if first == index or (key == "number" and plans[first].id == plan.id):
                continue  # one copied file is one mistake
            what = "编号" if key == "id" else "序号"
            message = f"方案{what}“{value}”与《{plans[first].title}》相同"
            is_copy = plans[first][:3] == plans[index][:3]
            hint = "像是整个文件的副本，删去不用的一个" if is_copy else f"每个方案的{what}各不相同，改其中一个"
            yield Clash(first, index, Problem("DC301", message, hint, (key,)))


def repeated(places: Iterable[tuple[Path, str]], message: str) -> Iterator[Problem]:
    """Yield a problem for every name that was used at an earlier place; ``message`` is given the name."""
    first: dict[str, Path] = {}
    for path, name in places:
        before = first.setdefault(folded(name), path)
        if before is not path:
            yield Problem("DC301", message.format(name), "换一个没有用过的，或删去重复的一处", path, (before,))
