"""When items are due: outside the campaign, before the document was issued, or with two readings."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ducha.deadlines import Kind
from ducha.model import Campaign, Indicator, Item, Limit, Milestone, Plan
from ducha.problems import Path, Problem
from ducha.rules.doubts.span import lies_outside, span_hint
from ducha.rules.walk import items_of


def question_limits(campaign: Campaign, plan: Plan) -> Iterator[Problem]:
    """Yield the doubts about every limit of a plan's items."""
    for path, item in items_of(plan):
        limits = list(_limits(path, item))
        for place, limit in limits:
            yield from _outside(campaign, place, limit)
        yield from _before_issue(campaign, path, item)
        yield from _two_readings(campaign, path, item)


def _limits(path: Path, item: Item) -> Iterator[tuple[Path, Limit]]:
    yield path, item
    if isinstance(item, Indicator):
        yield from (((*path, "checkpoints", at), checkpoint) for at, checkpoint in enumerate(item.checkpoints))


def _outside(campaign: Campaign, path: Path, limit: Limit) -> Iterator[Problem]:
    """A year is mistyped more easily than a campaign is exceeded."""
    reading = campaign.read(limit.due) if limit.due else None
    if reading and reading.kind is not Kind.PERIOD and lies_outside(campaign, reading.end or reading.start):
        yield Problem("DC404", f"时限“{limit.due}”不在行动期内", span_hint(campaign), (*path, "due"))
    for at, extension in enumerate(limit.extensions):
        if lies_outside(campaign, extension.to):
            message = f"延期到{extension.to}，不在行动期内"
            yield Problem("DC404", message, span_hint(campaign), (*path, "extensions", at, "to"))


def _before_issue(campaign: Campaign, path: Path, item: Item) -> Iterator[Problem]:
    """Such an item was late the day it was ordered; the bulletin says 待核实 until somebody asks."""
    first = next(((place, limit) for place, limit in _limits(path, item) if _is_early(campaign, limit)), None)
    if first and not _has_been_heard_of(item):
        place, limit = first
        message = f"“{limit.due}”早于文件印发日{campaign.document.issued}，也没有报过进展"
        rests_on = tuple((*path, key) for key in ("reports", "done", "actuals", "stopped"))
        yield Problem("DC405", message, "核实后写reports、done或stopped", (*place, "due"), rests_on=rests_on)


def _is_early(campaign: Campaign, limit: Limit) -> bool:
    end = campaign.read(limit.due).end if limit.due else None
    return end is not None and campaign.start <= end < campaign.document.issued


def _has_been_heard_of(item: Item) -> bool:
    done = item.done if isinstance(item, Milestone) else None
    actuals = item.actuals if isinstance(item, Indicator) else ()
    return bool(item.reports or item.stopped or done or actuals)


def _two_readings(campaign: Campaign, path: Path, item: Item) -> Iterator[Problem]:
    if not item.due or item.confirmed or item.stopped:
        return
    days = find_days(campaign, item)
    if len(days) > 1:
        shown = "或".join(f"{day:%Y-%m-%d}" for day in sorted(days))
        hint = "请有权确认的单位定下一个，写confirmed: {day, due, by}"
        rests_on = tuple((*path, key) for key in ("restates", "confirmed", "stopped"))
        yield Problem("DC406", f"时限“{item.due}”可理解为{shown}", hint, (*path, "due"), rests_on=rests_on)


def find_days(campaign: Campaign, item: Item) -> frozenset[date]:
    """Return every day that the document's words for an item's limit can mean."""
    words = (item.due, *(again.due for again in item.restates))
    readings = [campaign.read(phrase) for phrase in words if phrase]
    return frozenset(day for reading in readings for day in (reading.end, reading.strict_end) if day)
