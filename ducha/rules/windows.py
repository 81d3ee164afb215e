"""A task with several windows (4月份、8月份) is finished in each, and each is a limit of its own."""

from __future__ import annotations

from collections.abc import Iterator

from ducha.deadlines import Kind
from ducha.model import Campaign, Milestone, Plan
from ducha.problems import KEY, Path, Problem

_ONE_EACH = ("done", "extensions", "confirmed")
"""what a task with one limit has, and one with several cannot say of which"""


def check_windows(campaign: Campaign, plan: Plan) -> Iterator[Problem]:
    """Yield a problem for every completion and change of a limit that does not fit the number of windows."""
    for index, milestone in enumerate(plan.milestones):
        path: Path = ("milestones", index)
        count = _windows(campaign, milestone)
        if count > 1:
            yield from _several(milestone, count, path)
        elif milestone.done_days and count:
            hint = "删去done_days" if milestone.done else "只有一个时段的，写done: 完成日期"
            yield Problem("DC412", "时限不是几个时段", hint, (*path, "done_days", KEY), rests_on=((*path, "due"),))


def _windows(campaign: Campaign, milestone: Milestone) -> int:
    """How many windows a limit has, 0 where it cannot be read."""
    readings = campaign.readings(milestone.due) if milestone.due else ()
    return 0 if any(reading.kind is Kind.UNRESOLVABLE for reading in readings) else max(len(readings), 1)


def _several(milestone: Milestone, count: int, path: Path) -> Iterator[Problem]:
    if len(milestone.done_days) > count:
        message = f"“{milestone.due}”是{count}个时段，完成日期有{len(milestone.done_days)}个"
        yield Problem("DC412", message, "一个时段写一个", (*path, "done_days", KEY), ((*path, "due"),))
    for key in _ONE_EACH:
        if getattr(milestone, key):
            hint = "各时段完成的日期写done_days" if key == "done" else "分成几项，每项一个时段"
            message = f"“{milestone.due}”是{count}个时段，“{key}”分不清是哪一段的"
            yield Problem("DC412", message, hint, (*path, key, KEY), ((*path, "due"),))
