"""When items are due: outside the campaign, before the document was issued, or with two readings."""

from __future__ import annotations

from collections.abc import Iterator

from ducha.deadlines import Kind
from ducha.model import Campaign, Indicator, Item, Limit, Milestone, Plan
from ducha.problems import Path, Problem
from ducha.rules.doubts.span import lies_outside, span_hint
from ducha.rules.walk import items_of, limits_of, words_of


def question_limits(campaign: Campaign, plan: Plan) -> Iterator[Problem]:
    """Yield the doubts about every limit of a plan's items."""
    for path, item in items_of(plan):
        for place, limit in limits_of(path, item):
            yield from _outside(campaign, place, limit)
            yield from _two_readings(campaign, place, limit, item)
        yield from _before_issue(campaign, path, item)


def _outside(campaign: Campaign, path: Path, limit: Limit) -> Iterator[Problem]:
    """A year is mistyped more easily than a campaign is exceeded."""
    words = [((*path, "due"), limit.due)]
    if isinstance(limit, Item):
        words += [((*path, "restates", at, "due"), again.due) for at, again in enumerate(limit.restates)]
    for place, phrase in words:
        reading = campaign.read(phrase) if phrase else None
        if reading and reading.kind is not Kind.PERIOD and lies_outside(campaign, reading.end or reading.start):
            yield Problem("DC404", f"时限“{phrase}”不在行动期内", span_hint(campaign), place)
    for at, extension in enumerate(limit.extensions):
        if lies_outside(campaign, extension.to):
            message = f"延期到{extension.to}，不在行动期内"
            yield Problem("DC404", message, span_hint(campaign), (*path, "extensions", at, "to"))


def _two_readings(campaign: Campaign, path: Path, limit: Limit, item: Item) -> Iterator[Problem]:
    if not limit.due or limit.confirmed or item.stopped:
        return
    days = sorted({day for day in campaign.days(words_of(limit)) if not lies_outside(campaign, day)})
    if len(days) > 1:
        shown = "或".join(f"{day}" for day in days)
        hint = "请有权确认的单位定下一个，写confirmed: {day, due, by}"
        rests_on = tuple((*path, key) for key in ("restates", "confirmed", "stopped"))
        yield Problem("DC406", f"时限“{limit.due}”可理解为{shown}", hint, (*path, "due"), rests_on=rests_on)


def _before_issue(campaign: Campaign, path: Path, item: Item) -> Iterator[Problem]:
    """Such an item was late the day it was ordered; the bulletin says 待核实 until somebody asks."""
    limits = limits_of(path, item)
    first = next(((place, limit) for place, limit in limits if _is_early(campaign, limit)), None)
    if first and not _has_been_heard_of(item):
        place, limit = first
        message = f"“{limit.due}”早于文件印发日{campaign.document.issued}，也没有报过进展"
        heard = ("reports", "done", "actuals", "stopped", "extensions", "confirmed")
        rests_on = tuple((*path, key) for key in heard)
        yield Problem("DC405", message, "核实后写reports、done或stopped", (*place, "due"), rests_on=rests_on)


def _is_early(campaign: Campaign, limit: Limit) -> bool:
    end = campaign.read(limit.due).end if limit.due else None
    is_settled = limit.extensions or limit.confirmed
    return end is not None and not is_settled and campaign.start <= end < campaign.document.issued


def _has_been_heard_of(item: Item) -> bool:
    done = item.done if isinstance(item, Milestone) else None
    actuals = item.actuals if isinstance(item, Indicator) else ()
    return bool(item.reports or item.stopped or done or actuals)
