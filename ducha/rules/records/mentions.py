"""Plans and items that the office's own records name: there are such, and the group that came covers them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from ducha.model import Campaign, Register
from ducha.model.inspection import Inspection
from ducha.model.records import Records
from ducha.model.values import plan_of
from ducha.problems import ANY, CAMPAIGN, Path, Problem
from ducha.rules.identities import Identity
from ducha.rules.records.nameable import Nameable
from ducha.rules.records.unknown import Known, unknown

_GROUPS: tuple[Path, ...] = tuple((CAMPAIGN, "supervision", "groups", ANY, key) for key in ("id", "plans"))

_MOST = 3
"""units that a hint names"""


def check_mentions(
    campaign: Campaign, records: Records, plans: Sequence[Identity], *, are_all: bool
) -> Iterator[Problem]:
    """Yield a problem for every plan and item that there is not, for what a group looked at and does not cover,
    and for matters with the id of a plan.

    ``are_all``: whether these are all plans; if not, an unknown one may be one that could not be read.
    """
    known = {plan.id: plan for plan in plans}
    for at, inspection in enumerate(records.inspections):
        yield from _covered(campaign, known, inspection, ("inspections", at), are_all=are_all)
    yield from _clashes(known, records)
    if are_all:
        found = _Mentions(campaign, known, records)
        for path, name in _named(records):
            yield from found.check(name, path)


def _clashes(plans: Mapping[str, Identity], records: Records) -> Iterator[Problem]:
    """A matter does not have the id of a plan: nobody could say which of them is meant."""
    for at, issue in enumerate(records.issues):
        if issue.id in plans:
            message = f"交办事项的编号“{issue.id}”与方案《{plans[issue.id].title}》相同"
            yield Problem("DC301", message, "换一个没有用过的，如2013-001", ("issues", at, "id"))


def _named(records: Records) -> Iterator[tuple[Path, str]]:
    for at, inspection in enumerate(records.inspections):
        yield from ((("inspections", at, "about", index), name) for index, name in enumerate(inspection.about))
    for at, issue in enumerate(records.issues):
        if issue.about:
            yield ("issues", at, "about"), issue.about
    for at, notice in enumerate(records.notices):
        yield from ((("notices", at, "items", index), name) for index, name in enumerate(notice.items))


class _Mentions:
    """What can be named, and how else people call it."""

    def __init__(self, campaign: Campaign, plans: Mapping[str, Identity], records: Records) -> None:
        self._register = Register(campaign)
        self._plans = plans
        self._notices = records.notices
        self._titles: Known = {plan.id: (plan.title, str(plan.number)) for plan in plans.values()}
        self._issues: Known = {issue.id: (issue.title,) for issue in records.issues}

    def check(self, name: str, path: Path) -> Iterator[Problem]:
        """Yield the problem of a name that is none of a plan, of an item, or, in a notice, of an issue."""
        plan, slash, item = name.partition("@")[0].partition("/")
        if path[0] == "notices" and not slash:
            yield from unknown("交办事项", name, self._issues, path, (("issues", ANY, "id"),))
        elif plan not in self._plans:
            yield from self._unknown_plan(name, plan, path)
        elif slash and (items := self._plans[plan].items) is not None:
            known = {f"{plan}/{one}": (found.title, f"{plan}/{found.title}") for one, found in items.items()}
            if path[0] != "notices":
                yield from unknown("事项", name, known, path)
            elif item in items:
                yield from self._at_a_time(name, f"{plan}/{item}", items[item], path)
            else:
                yield from unknown("事项", f"{plan}/{item}", known, path)

    def _at_a_time(self, name: str, item: str, found: Nameable, path: Path) -> Iterator[Problem]:
        """A notice names a node by its day (@2013-06-30), and a return by its period and unit (@2013-06/甲镇)."""
        _, at, told = name.partition("@")
        if not at or found.times is None:
            return
        time, _, unit = told.partition("/")
        if found.is_duty:
            is_owing = self._register.resolve(unit) in found.units if found.units is not None else bool(unit)
            if time not in found.times or not is_owing:
                yield self._no_return(name, item, found, path)
        elif time not in found.times or unit:
            nodes = "、".join(f"{item}@{one}" for one in sorted(found.times))
            hint = f"它的节点有：{nodes}" if nodes else f"写成{item}"
            yield Problem("DC701", f"节点“{name}”不存在", hint, path)

    def _no_return(self, name: str, item: str, found: Nameable, path: Path) -> Problem:
        """Advise a period of the unit that the notice went to, where it owes the duty."""
        from ducha.advice.names import advise_name

        told = self._notices[int(path[1])].unit
        unit, message = self._register.resolve(told) or told, f"报送“{name}”不存在"
        if found.units is not None and unit not in found.units:
            few = "、".join(sorted(found.units, key=self._register.position)[:_MOST])
            more = f"等{len(found.units)}个单位" if len(found.units) > _MOST else ""
            hint = f"这项任务由{few}{more}承担；改正编号或单位" if few else f"写成{item}"
            return Problem("DC701", message, hint, path)
        known = [f"{item}@{time}/{unit}" for time in sorted(found.times or ())]
        return Problem("DC701", message, advise_name(name, known, f"写成{item}"), path)

    def _unknown_plan(self, name: str, plan: str, path: Path) -> Iterator[Problem]:
        """Somebody may have named an item without its plan, or by its title."""
        from ducha.advice.names import find_id  # which nobody needs whose names are right

        meant = find_id(name, self._items)
        for problem in unknown("方案", plan, self._titles, path):
            yield problem._replace(hint=f"写编号{meant}") if meant else problem

    @cached_property
    def _items(self) -> Known:
        """The items of all plans."""
        items = ((plan.id, item) for plan in self._plans.values() for item in (plan.items or {}).items())
        return {f"{plan}/{one}": (found.title, one) for plan, (one, found) in items}


def _covered(
    campaign: Campaign, plans: Mapping[str, Identity], inspection: Inspection, path: Path, *, are_all: bool
) -> Iterator[Problem]:
    """What a group looked at is among what it covers; one of which a plan's name is wrong may cover any."""
    group = next((one for one in campaign.supervision.groups if one.id == inspection.group), None)
    if group is None or not group.plans or (are_all and not plans.keys() >= set(group.plans)):
        return
    for index, name in enumerate(inspection.about):
        plan = plan_of(name)
        if plan in plans and plan not in group.plans:
            others = "、".join(f"第{one.id}" for one in campaign.supervision.groups if plan in one.plans)
            of_whom = f"“{plan}”由{others}督导组督查；" if others else f"它督查{'、'.join(group.plans)}；"
            message = f"第{group.id}督导组不督查“{plan}”"
            hint = f"{of_whom}改正组号或编号，几组一起去的分开登记"
            yield Problem("DC702", message, hint, (*path, "about", index), rests_on=((*path, "group"), *_GROUPS))
