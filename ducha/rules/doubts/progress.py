"""What was recorded of an item: nothing before it could begin or after today, and not the same words twice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import chain, pairwise

from ducha.model import Campaign, Item, Limit, Milestone, Plan
from ducha.problems import Path, Problem
from ducha.rules.walk import items_of, limits_of


def question_progress(campaign: Campaign, plan: Plan, latest: date) -> Iterator[Problem]:
    """Yield the doubts about every record of progress; ``latest`` is the last day one can have."""
    for path, item in items_of(plan):
        for place, day in chain(*(_recorded(*one) for one in limits_of(path, item))):
            if place[-2] != "done" or day > latest:
                yield from question_day(campaign, day, latest, place)
        if isinstance(item, Milestone) and item.done and item.done.day <= latest:
            yield from _too_early(campaign, plan, item, item.done.day, path)
            if item.begun and item.done.day < item.begun:
                message = f"完成日期{item.done.day}早于开始的{item.begun}"
                yield Problem("DC601", message, "改正其一", (*path, "done", "day"), ((*path, "begun"),))
        yield from _same_words(path, item)


def question_day(campaign: Campaign, day: date, latest: date, place: Path) -> Iterator[Problem]:
    """Doubt a day on which something was recorded after the last that one can have, or before the campaign."""
    if day > latest:
        what = "行动的参照日as_of" if campaign.as_of else "今天"
        yield Problem("DC602", f"{day}晚于{what}（{latest}）", "改正日期；到了那一天才计入", place)
    elif day < campaign.start <= campaign.end:
        yield Problem("DC602", f"{day}早于行动开始（{campaign.start}）", "改正日期，看年份是否写错", place)


def _recorded(path: Path, limit: Limit) -> Iterator[tuple[Path, date]]:
    """Every day on which something was recorded, with its place."""
    for key in ("reports", "extensions", "actuals"):
        yield from (((*path, key, at, "day"), record.day) for at, record in enumerate(getattr(limit, key, ())))
    for at, day in enumerate(getattr(limit, "done_days", ())):
        yield (*path, "done_days", at), day
    if begun := getattr(limit, "begun", None):
        yield (*path, "begun"), begun
    for key in ("done", "stopped", "confirmed"):
        if record := getattr(limit, key, None):
            yield (*path, key, "day"), record.day


def _too_early(campaign: Campaign, plan: Plan, item: Milestone, done: date, path: Path) -> Iterator[Problem]:
    limit = campaign.read(item.due) if item.due else None
    starts = [(campaign.start if campaign.start <= campaign.end else date.min, "行动开始")]
    if limit and limit.start and not limit.end:
        starts.append((limit.start, f"“{item.due}”开始"))
    for phase in plan.phases:
        if phase.id == item.phase and (start := campaign.read(phase.when).start):
            starts.append((start, f"阶段“{phase.title}”开始"))
    begun, what = max(starts)
    if done < begun:
        rests_on: tuple[Path, ...] = ((*path, "due"), (*path, "phase"), ("phases",))
        message = f"完成日期{done}早于{what}的{begun}"
        yield Problem("DC601", message, "改正日期，或核对所属阶段和时限", (*path, "done", "day"), rests_on=rests_on)


def _same_words(path: Path, item: Item) -> Iterator[Problem]:
    reports = sorted(enumerate(item.reports), key=lambda numbered: numbered[1].day)
    for (before, earlier), (at, report) in pairwise(reports):
        if report.text == earlier.text and report.day != earlier.day:
            hint = "请单位写明这一期的新进展；确无变化的写明原因"
            also = ((*path, "reports", before, "text"),)
            message = f"进展与{earlier.day}所报一字不差"
            yield Problem("DC605", message, hint, (*path, "reports", at, "text"), also, ((*path, "reports"),))
