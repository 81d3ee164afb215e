"""The supervision groups together cover every plan once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ducha.advice.names import advise_name
from ducha.model import Campaign
from ducha.problems import Path, Problem


def question_coverage(campaign: Campaign, plan_ids: Sequence[str]) -> Iterator[tuple[int | None, Problem]]:
    """Yield (position of the plan, None for the campaign's own file; problem).

    A plan in no group is told of only where every entry of the groups is a plan and none stands twice: one
    wrong entry is one mistake.
    """
    entries = list(_entries(campaign))
    wrong = [*_unknown(entries, plan_ids), *_twice(entries)]
    yield from ((None, problem) for problem in wrong)
    covered = {plan for _, plan in entries}
    if campaign.supervision.groups and not wrong:
        for index, plan in enumerate(plan_ids):
            if plan not in covered:
                hint = "写进campaign.yaml里supervision.groups某一组的plans"
                yield index, Problem("DC307", f"方案“{plan}”不在任何督导组", hint, ("id",))


def _entries(campaign: Campaign) -> Iterator[tuple[Path, str]]:
    for at, group in enumerate(campaign.supervision.groups):
        for index, plan in enumerate(group.plans):
            yield ("supervision", "groups", at, "plans", index), plan


def _unknown(entries: Sequence[tuple[Path, str]], plan_ids: Sequence[str]) -> Iterator[Problem]:
    for path, plan in entries:
        if plan not in plan_ids:
            hint = advise_name(plan, plan_ids, "改成方案文件里的id")
            yield Problem("DC303", f"督导组的方案“{plan}”不存在", hint, path)


def _twice(entries: Sequence[tuple[Path, str]]) -> Iterator[Problem]:
    first: dict[str, Path] = {}
    for path, plan in entries:
        if plan in first:
            yield Problem("DC308", f"方案“{plan}”已在另一处列入督导组", "保留一处", path, (first[plan],))
        first.setdefault(plan, path)
