"""Figures belong to somebody: to the indicator itself, or each to a member of its group."""

from __future__ import annotations

from collections.abc import Iterator

from ducha.model import Campaign, Indicator, Plan, Register
from ducha.problems import Path, Problem


def check_figures(campaign: Campaign, register: Register, plan: Plan) -> Iterator[Problem]:
    """Yield a problem for every figure that no series can take and every checkpoint that shares its day."""
    for index, indicator in enumerate(plan.indicators):
        yield from _check_owners(register, indicator, ("indicators", index))
        yield from _check_days(campaign, indicator, ("indicators", index))


def _check_owners(register: Register, indicator: Indicator, path: Path) -> Iterator[Problem]:
    group = register.group(indicator.each) if indicator.each else None
    members = register.known(group.members) if group else ()
    for at, actual in enumerate(indicator.actuals):
        place = (*path, "actuals", at)
        if indicator.each is None and actual.by:
            hint = "删去by；要逐单位考核，在指标里写each"
            yield Problem("DC307", f"“{indicator.title}”不逐单位考核，数值不能写by", hint=hint, path=(*place, "by"))
        if indicator.each and actual.by is None:
            yield Problem(
                "DC307", f"“{indicator.title}”逐单位考核，数值要写by", hint="补上是哪个单位的数值", path=place
            )
        unit = register.resolve(actual.by) if actual.by else None
        if members and unit and unit not in members:
            hint = f"{indicator.each}的成员：{'、'.join(members)}"
            yield Problem("DC307", f"“{actual.by}”不是“{indicator.each}”的成员", hint=hint, path=(*place, "by"))


def _check_days(campaign: Campaign, indicator: Indicator, path: Path) -> Iterator[Problem]:
    """Two values due on one day would be two obligations of one name."""
    words = [indicator.due, *(again.due for again in indicator.restates)]
    ends = [end for phrase in words if phrase and (end := campaign.read(phrase).end)]
    seen = {max(ends, default=None)}
    for at, checkpoint in enumerate(indicator.checkpoints):
        day = campaign.read(checkpoint.due).end
        if day in seen:
            message = f"节点“{checkpoint.due}”与另一节点或最终时限同日" if day else f"节点“{checkpoint.due}”没有止日"
            hint = "每个节点各有一天，最终目标写在target和due"
            yield Problem("DC308", message, hint=hint, path=(*path, "checkpoints", at, "due"))
        seen.add(day)
