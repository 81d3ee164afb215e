"""What stands at the head and foot of a paper: as the campaign sets it for papers on such a period."""

from __future__ import annotations

from typing import NamedTuple

from ducha.assess.assessment import Assessment
from ducha.assess.standing import PlanStanding
from ducha.deadlines.cycles import Cycle, Period, period_named
from ducha.model import Campaign
from ducha.model.papers import Paper


class Masthead(NamedTuple):
    """Who sends a paper to whom, and what it is called."""

    about: str
    """what it is on: the campaign, or the one plan of it that has an office of its own"""
    name: str | None
    """报头, None where the campaign sets none"""
    subject: str | None
    """what the title says after the period, None where the campaign does not say"""
    number: int | None
    """第几期, None where the campaign does not say which period was the first"""
    office: str
    """who sends it, and to whom units answer"""
    addressees: str
    copies: tuple[str, ...]


def find_masthead(assessment: Assessment, period: Period) -> Masthead:
    """Gather what the campaign sets for papers on such a period; a plan alone is told of by its own office."""
    campaign = assessment.campaign
    house, paper = campaign.bulletin, paper_on(campaign, period.cycle)
    alone = _plan_alone(assessment)
    return Masthead(
        about=alone.short_title if alone else campaign.title,
        name=paper.name or house.name,
        subject=paper.subject,
        number=_number(house.first if period.cycle is Cycle.MONTH else paper.first, period),
        office=(alone and alone.office) or paper.office or campaign.office,
        addressees=paper.addressees or house.addressees,
        copies=paper.copies or house.copies,
    )


def paper_on(campaign: Campaign, cycle: Cycle) -> Paper:
    """Return what the campaign sets for papers on such a period; for months that is all in ``bulletin`` itself."""
    house = campaign.bulletin
    papers = {Cycle.WEEK: house.week, Cycle.QUARTER: house.quarter, Cycle.HALF: house.half, Cycle.YEAR: house.year}
    return papers.get(cycle) or Paper()


def _plan_alone(assessment: Assessment) -> PlanStanding | None:
    """The one plan that is reported on, if it has an office of its own to do so."""
    plans = assessment.plans
    return plans[0] if assessment.scope.plans and len(plans) == 1 and plans[0].office else None


def _number(name: str | None, period: Period) -> int | None:
    """One a period, from the first."""
    first = period_named(name) if name else None
    if first is None or first.cycle is not period.cycle or period.first < first.first:
        return None
    return period.after(first) + 1
