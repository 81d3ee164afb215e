"""Figures belong to somebody: to the indicator itself, or each to a member of its group."""

from __future__ import annotations

from collections.abc import Iterator

from ducha.deadlines import Kind
from ducha.model import Campaign, Indicator, Plan, Register
from ducha.problems import CAMPAIGN, Path, Problem


def check_figures(campaign: Campaign, register: Register, plan: Plan) -> Iterator[Problem]:
    """Yield a problem for every figure that no series can take and every checkpoint that shares its day."""
    for index, indicator in enumerate(plan.indicators):
        yield from _check_owners(register, indicator, ("indicators", index))
        yield from _check_days(campaign, indicator, ("indicators", index))


def _check_owners(register: Register, indicator: Indicator, path: Path) -> Iterator[Problem]:
    group = register.group(indicator.each) if indicator.each else None
    if indicator.each and group is None:
        return  # there is no such group to say who belongs to it
    members = register.known(group.members) if group else ()
    each: Path = (*path, "each")
    for at, actual in enumerate(indicator.actuals):
        place = (*path, "actuals", at)
        if indicator.each is None and actual.by:
            hint = "删去by；要逐单位考核，在指标里写each"
            yield Problem("DC501", "本指标不逐单位考核，数值不能写by", hint, (*place, "by"), rests_on=(each,))
        if indicator.each and actual.by is None:
            hint = f"写明是哪个单位的数值：by: {members[0] if members else '单位名称'}"
            yield Problem("DC501", "本指标逐单位考核，数值要写by", hint, place, rests_on=(each, (*place, "by")))
        unit = register.resolve(actual.by) if actual.by else None
        if members and unit and unit not in members and all(register.resolve(member) for member in members):
            hint = f"{indicator.each}的成员：{'、'.join(members)}"
            message = f"“{actual.by}”不是“{indicator.each}”的成员"
            yield Problem("DC501", message, hint, (*place, "by"), rests_on=(each, (CAMPAIGN, "unit_groups")))


def _check_days(campaign: Campaign, indicator: Indicator, path: Path) -> Iterator[Problem]:
    """Two values due on one day would be two obligations of one name."""
    words = [((*path, "due"), indicator.due)]
    words += [((*path, "restates", at, "due"), again.due) for at, again in enumerate(indicator.restates)]
    ends = [(end, place) for place, phrase in words if phrase and (end := campaign.read(phrase).end)]
    seen = dict([max(ends)]) if ends else {}
    for at, checkpoint in enumerate(indicator.checkpoints):
        place = (*path, "checkpoints", at, "due")
        reading = campaign.read(checkpoint.due)
        if reading.end is None and reading.kind in (Kind.WINDOW, Kind.OPEN):
            yield Problem("DC401", f"节点“{checkpoint.due}”没有止日", "节点时限写成6月底前、10月或年-月-日", place)
        elif reading.end in seen:
            hint = "每个节点各有一天；最终目标写在target和due，不列入节点"
            message = f"节点“{checkpoint.due}”与另一节点或最终时限同日"
            yield Problem("DC502", message, hint, place, (seen[reading.end],))
        elif reading.end:
            seen[reading.end] = place
