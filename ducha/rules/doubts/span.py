"""The days of a campaign, which every limit and phase lies in."""

from __future__ import annotations

from datetime import date

from ducha.model import Campaign


def lies_outside(campaign: Campaign, day: date | None) -> bool:
    """Whether a day is none of the campaign's; nobody can say of one that ends before it starts."""
    return day is not None and campaign.start <= campaign.end and not campaign.start <= day <= campaign.end


def span_hint(campaign: Campaign) -> str:
    """What to look at where a day lies outside."""
    return f"行动期是{campaign.start}至{campaign.end}，看年份是否写错"
