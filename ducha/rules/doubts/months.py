"""What is kept for a month without a bulletin would never be seen."""

from __future__ import annotations

from collections.abc import Iterator

from ducha.model import Campaign, Plan
from ducha.problems import KEY, Path, Problem


def question_bulletin_months(campaign: Campaign) -> Iterator[Problem]:
    """Doubt the months that the campaign's bulletin settings name."""
    if campaign.bulletin.first:
        yield from _outside(campaign, campaign.bulletin.first, ("bulletin", "first"))
    for index, month in enumerate(campaign.bulletin.checked):
        yield from _outside(campaign, month, ("bulletin", "checked", index))


def question_narratives(campaign: Campaign, plan: Plan) -> Iterator[Problem]:
    """Doubt the months that a plan has narratives for."""
    for month in plan.narratives:
        yield from _outside(campaign, month, ("narratives", month, KEY))


def _outside(campaign: Campaign, month: str, path: Path) -> Iterator[Problem]:
    first, last = (f"{day:%Y-%m}" for day in (campaign.start, campaign.end))
    if campaign.start <= campaign.end and not first <= month <= last:
        yield Problem("DC403", f"“{month}”不在行动期内，不会用到", f"行动期是{first}至{last}，改正月份", path)
