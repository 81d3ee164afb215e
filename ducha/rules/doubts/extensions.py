"""Extensions put off, one after the other; a confirmation settles one of the days in question."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ducha.model import Campaign, Limit, Plan
from ducha.problems import Path, Problem
from ducha.rules.doubts.span import lies_outside
from ducha.rules.walk import items_of, limits_of, words_of


def question_extensions(campaign: Campaign, plan: Plan, latest: date) -> Iterator[Problem]:
    """Yield the doubts about every extension and confirmation of a plan."""
    for path, item in items_of(plan):
        for place, limit in limits_of(path, item):
            yield from _chain(campaign, place, limit, latest)
            yield from _confirmed(campaign, place, limit)


def _confirmed(campaign: Campaign, path: Path, limit: Limit) -> Iterator[Problem]:
    days = sorted(set(campaign.days(words_of(limit))))
    if limit.confirmed and days and limit.confirmed.due not in days:
        hint = "可确认的是" + "或".join(f"{day}" for day in days) + "；改到别的日期写extensions"
        message = f"确认的时限{limit.confirmed.due}不是文件所写的任何一个"
        rests_on = ((*path, "due"), (*path, "restates"))
        yield Problem("DC606", message, hint, (*path, "confirmed", "due"), rests_on=rests_on)


def _chain(campaign: Campaign, path: Path, limit: Limit, latest: date) -> Iterator[Problem]:
    days = [day for day in campaign.days(words_of(limit)) if not lies_outside(campaign, day)]
    replaced, place = max(days, default=None), (*path, "due")
    if limit.confirmed and limit.confirmed.due in days:
        replaced, place = limit.confirmed.due, (*path, "confirmed", "due")
    approved, at_approval = None, place
    rests_on = tuple((*path, key) for key in ("due", "restates", "confirmed", "extensions"))
    for at, extension in enumerate(limit.extensions):
        here = (*path, "extensions", at)
        if approved and campaign.start <= extension.day < approved:
            message = f"{extension.day}批准的延期排在{approved}批准的之后"
            yield Problem("DC604", message, "按批准的先后排列，或改正日期", (*here, "day"), (at_approval,), rests_on)
        elif replaced and extension.to <= replaced:
            what = "上一次延到" if at else "原来"
            message = f"延期到{extension.to}，并不晚于{what}的{replaced}"
            yield Problem("DC603", message, "改正日期；提前完成不必延期", (*here, "to"), (place,), rests_on)
        if not lies_outside(campaign, extension.to):
            replaced, place = extension.to, (*here, "to")
        if campaign.start <= extension.day <= latest:  # else it is told of as such
            approved, at_approval = extension.day, (*here, "day")
