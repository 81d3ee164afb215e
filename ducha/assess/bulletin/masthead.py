"""What stands at the head and foot of a paper: as the campaign sets it for papers on such a period."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from ducha.assess.assessment import Assessment
from ducha.deadlines.cycles import Cycle, Period, cycle_of, period_named
from ducha.model import Campaign, Method
from ducha.model.papers import Paper


class Masthead(NamedTuple):
    """Who sends a paper to whom, and what it is called."""

    about: str
    """what it is on: the campaign, or the plans of it that alone are reported on"""
    name: str | None
    """报头, None where the campaign sets none"""
    subject: str | None
    """what the title says after the period, None where the campaign does not say"""
    in_series: bool
    """whether such papers are numbered: all but a report on some plans only, which have no office of their own"""
    number: int | None
    """第几期: as recorded when it was sent out, else counted; None where nobody says which was the first"""
    sent: date | None
    """the day it was sent out, where that is recorded"""
    office: str
    """who sends it, and to whom units answer"""
    addressees: str
    copies: tuple[str, ...]
    is_ordered: bool
    """whether the document itself asks for a bulletin on such periods"""


def find_masthead(assessment: Assessment, period: Period) -> Masthead:
    """Gather what the campaign sets for papers on such a period; a plan alone is told of by its own office."""
    campaign = assessment.campaign
    house, paper = campaign.bulletin, paper_on(campaign, period.cycle)
    is_whole = not assessment.scope.plans
    own_office = assessment.plans[0].office if not is_whole and len(assessment.plans) == 1 else None
    in_series = is_whole or own_office is not None
    sent = next((one for one in assessment.bulletins if in_series and one.period == period.name), None)
    first = house.first if period.cycle is Cycle.MONTH else paper.first
    return Masthead(
        about=campaign.title if is_whole else "、".join(plan.short_title for plan in assessment.plans),
        name=paper.name or house.name,
        subject=paper.subject,
        in_series=in_series,
        number=(sent and sent.number) or (_number(first, period) if in_series else None),
        sent=sent.day if sent else None,
        office=own_office or paper.office or campaign.office,
        addressees=paper.addressees or house.addressees,
        copies=paper.copies or house.copies,
        is_ordered=any(_orders(campaign, method, period.cycle) for method in campaign.supervision.methods),
    )


def paper_on(campaign: Campaign, cycle: Cycle) -> Paper:
    """Return what the campaign sets for papers on such a period; for months that is all in ``bulletin`` itself."""
    house = campaign.bulletin
    papers = {Cycle.WEEK: house.week, Cycle.QUARTER: house.quarter, Cycle.HALF: house.half, Cycle.YEAR: house.year}
    return papers.get(cycle) or Paper()


def _orders(campaign: Campaign, method: Method, cycle: Cycle) -> bool:
    """Whether a method is a bulletin on every week, month, quarter, half-year or year."""
    rule = campaign.read(method.every).rrule if method.kind == "bulletin" else None
    return rule is not None and cycle_of(rule) is cycle


def _number(name: str | None, period: Period) -> int | None:
    """One a period, from the first."""
    first = period_named(name) if name else None
    if first is None or first.cycle is not period.cycle or period.first < first.first:
        return None
    return period.after(first) + 1
