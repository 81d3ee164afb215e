"""What is kept for a period without a bulletin would never be seen."""

from __future__ import annotations

from collections.abc import Iterator

from ducha.deadlines.cycles import Cycle, period_named
from ducha.model import Campaign, Plan
from ducha.model.papers import Paper
from ducha.problems import KEY, Path, Problem


def question_bulletin_periods(campaign: Campaign) -> Iterator[Problem]:
    """Doubt the periods that the campaign's bulletin settings name."""
    if campaign.bulletin.first:
        yield from question_period(campaign, campaign.bulletin.first, ("bulletin", "first"))
    for cycle in (Cycle.WEEK, Cycle.QUARTER, Cycle.HALF, Cycle.YEAR):
        paper: Paper = getattr(campaign.bulletin, cycle.value)
        period = period_named(paper.first) if paper.first else None
        if paper.first and period and period.cycle is cycle:
            yield from question_period(campaign, paper.first, ("bulletin", cycle.value, "first"))
    for index, name in enumerate(campaign.bulletin.checked):
        yield from question_period(campaign, name, ("bulletin", "checked", index))


def question_narratives(campaign: Campaign, plan: Plan) -> Iterator[Problem]:
    """Doubt the periods that a plan has narratives for."""
    for name in plan.narratives:
        yield from question_period(campaign, name, ("narratives", name, KEY))


def question_period(campaign: Campaign, name: str, path: Path) -> Iterator[Problem]:
    """Doubt a period of which there is no bulletin."""
    period = period_named(name)
    if period is None:
        hint = "写月份2013-06、季度2013-Q2、半年2013-H1、年度2013或周2013-W26这样的一期"
        yield Problem("DC403", f"没有“{name}”这一期通报，不会用到", hint, path)
    elif campaign.start <= campaign.end and (period.last < campaign.start or campaign.end < period.first):
        hint = f"行动期是{campaign.start}至{campaign.end}，改正年份或期次"
        yield Problem("DC403", f"“{name}”不在行动期内，不会用到", hint, path)
