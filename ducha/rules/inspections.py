"""An inspection is of a method that the document orders, and by a group that covers what it looked at."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from ducha.model import Campaign
from ducha.model.inspection import Inspection
from ducha.problems import ANY, CAMPAIGN, Path, Problem


def check_inspection(campaign: Campaign, inspection: Inspection, path: Path) -> Iterator[Problem]:
    """Yield the errors of one inspection that the campaign's own file is enough to find."""
    methods = [method.id for method in campaign.supervision.methods if method.kind == "inspection"]
    rests_on: tuple[Path, ...] = ((CAMPAIGN, "supervision"),)
    yield from unknown("督查方法", inspection.method, methods, (*path, "method"), rests_on)
    if inspection.until and inspection.until < inspection.day:
        message = f"结束的{inspection.until}早于开始的{inspection.day}"
        yield Problem("DC704", message, "改正其一", (*path, "until"), ((*path, "day"),))
    if inspection.group is not None:
        groups = {str(group.id): group.plans for group in campaign.supervision.groups}
        yield from unknown("督导组", str(inspection.group), groups, (*path, "group"), rests_on)
        yield from _covers(inspection.group, groups.get(str(inspection.group), ()), inspection.about, path)


def unknown(
    what: str, name: str, known: Collection[str], path: Path, rests_on: tuple[Path, ...] = ()
) -> Iterator[Problem]:
    """Yield the problem of a name that none of those known has; ``what`` says what it is the name of."""
    if name not in known:
        from ducha.advice.names import advise_name  # which nobody needs whose names are right

        hint = advise_name(name, known, f"先在{_REGISTERED[what]}里登记，或改正编号")
        yield Problem("DC701", f"{what}“{name}”不存在", hint, path, rests_on=rests_on)


_REGISTERED = {
    "督查方法": "campaign.yaml的supervision.methods",
    "督导组": "campaign.yaml的supervision.groups",
    "原因": "campaign.yaml的causes",
    "督查": "本文件的inspections",
    "方案": "方案文件",
    "事项": "方案文件",
}
"""what a name is of → where such are listed"""


def _covers(group: int, covered: Sequence[str], about: Sequence[str], path: Path) -> Iterator[Problem]:
    for index, name in enumerate(about):
        plan = name.partition("/")[0]
        if covered and plan not in covered:
            hint = f"它督查{'、'.join(covered)}；改正组号或编号，几组一起去的分开登记"
            rests_on: tuple[Path, ...] = ((*path, "group"), (CAMPAIGN, "supervision", "groups", ANY, "plans"))
            place = (*path, "about", index)
            yield Problem("DC702", f"第{group}督导组不督查“{plan}”", hint, place, rests_on=rests_on)
