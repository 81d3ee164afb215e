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
            has_windows = any(len(campaign.readings(words)) > 1 for words in words_of(limit) if words)
            if has_windows and not isinstance(limit, Milestone):
                continue  # several times where there can be one are a problem already
            yield from _outside(campaign, place, limit)
            if not has_windows:
                yield from _two_readings(campaign, place, limit, item)
            yield from _endless(campaign, place, limit, item)
            yield from _other_words(campaign, place, limit)
        yield from _before_issue(campaign, path, item)


def _outside(campaign: Campaign, path: Path, limit: Limit) -> Iterator[Problem]:
    """A year is mistyped more easily than a campaign is exceeded."""
    words = [((*path, "due"), limit.due)]
    if isinstance(limit, Item):
        words += [((*path, "restates", at, "due"), again.due) for at, again in enumerate(limit.restates)]
    for place, phrase in words:
        readings = campaign.readings(phrase) if phrase else ()
        days = [reading.end or reading.start for reading in readings if reading.kind is not Kind.PERIOD]
        if any(lies_outside(campaign, day) for day in days):
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
        again = [at for at, words in enumerate(words_of(limit)[1:]) if words and words != limit.due]
        elsewhere = tuple((*path, "restates", at, "due") for at in again)
        shown = "或".join(f"{day}" for day in days)
        message = f"时限“{limit.due}”" + ("与文件别处所写不同日，" if elsewhere else "有两种理解，") + f"可能是{shown}"
        hint = f"请有权确认的单位定下一个，写confirmed: {{day: 确认日期, due: {days[0]}, by: 确认单位}}"
        rests_on = tuple((*path, key) for key in ("restates", "confirmed", "stopped"))
        yield Problem("DC406", message, hint, (*path, "due"), elsewhere, rests_on)


def _endless(campaign: Campaign, path: Path, limit: Limit, item: Item) -> Iterator[Problem]:
    """Such an item is never late, and nothing tells it from one that has no limit at all."""
    reading, *others = campaign.readings(limit.due) if limit.due else (None,)
    is_over = item.stopped or (isinstance(item, Milestone) and item.done)
    if not reading or others or reading.end or is_over or lies_outside(campaign, reading.start):
        return
    if reading.kind in (Kind.OPEN, Kind.WINDOW):
        hint = "文件写明截止的照写；没有写明的，问清后再补"
        yield Problem("DC410", f"“{limit.due}”没有截止的日子，按没有时限计", hint, (*path, "due"))


def _other_words(campaign: Campaign, path: Path, limit: Limit) -> Iterator[Problem]:
    """The document's words beside a day mean that day, and stand beside one."""
    if not limit.due_text:
        return
    if not limit.due:
        hint = "把时限写在due；due_text只在due写成年-月-日时用"
        yield Problem("DC411", "有文件用语，没有时限", hint, (*path, "due_text"), rests_on=((*path, "due"),))
        return
    day, days = campaign.read(limit.due).end, campaign.days([limit.due_text])
    if day and days and day not in days and not lies_outside(campaign, day):
        hint = "改正其一；经批准改期的写extensions"
        message = f"文件用语“{limit.due_text}”不是{limit.due}"
        yield Problem("DC411", message, hint, (*path, "due_text"), ((*path, "due"),))


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
    issued = campaign.document.issued or campaign.start
    return end is not None and not is_settled and campaign.start <= end < issued


def _has_been_heard_of(item: Item) -> bool:
    done = item.done if isinstance(item, Milestone) else None
    actuals = (item.actuals or item.projects) if isinstance(item, Indicator) else ()
    begun = (item.begun or item.done_days) if isinstance(item, Milestone) else None
    return bool(item.reports or item.stopped or done or begun or actuals)
