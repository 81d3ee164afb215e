"""What makes a well-formed campaign *wrong*: small functions that yield problems.

A rule sees records only. It says where in a file its problem is (``Problem.path``) and what it was judged by
(``Problem.rests_on``); the store, which knows the files, adds the places. Errors are found here, always;
what is only suspicious or worth a note is in ``ducha.rules.doubts``, for those who ask.
"""

from __future__ import annotations

from collections.abc import Iterator

from ducha.model import Campaign, Plan, Register
from ducha.problems import Problem
from ducha.rules.dates import check_campaign_dates, check_dates
from ducha.rules.figures import check_figures
from ducha.rules.identities import (
    Identity,
    check_campaign_identities,
    check_plan_identities,
    find_clashes,
    identify,
)
from ducha.rules.ignoring import check_ignoring
from ducha.rules.objections import check_objections
from ducha.rules.papers import check_papers, check_ranking
from ducha.rules.references import check_members, check_references
from ducha.rules.returns import check_returns
from ducha.rules.windows import check_windows

__all__ = ["Identity", "check_campaign", "check_plan", "find_clashes", "identify"]


def check_campaign(campaign: Campaign) -> Iterator[Problem]:
    """Yield the errors of ``campaign.yaml`` by itself."""
    yield from check_campaign_identities(campaign)
    yield from check_members(campaign)
    yield from check_campaign_dates(campaign)
    yield from check_papers(campaign)
    yield from check_ranking(campaign)


def check_plan(campaign: Campaign, register: Register, plan: Plan) -> Iterator[Problem]:
    """Yield the errors of one plan file."""
    yield from check_plan_identities(plan)
    yield from check_references(register, plan)
    yield from check_dates(campaign, plan)
    yield from check_windows(campaign, plan)
    yield from check_returns(campaign, register, plan)
    yield from check_objections(register, plan)
    yield from check_figures(campaign, register, plan)
    yield from _check_special_figures(register, plan)
    yield from check_ignoring(plan)


def _check_special_figures(register: Register, plan: Plan) -> Iterator[Problem]:
    """What is asked of few figures is imported for few plans."""
    if any(indicator.quotas for indicator in plan.indicators):
        from ducha.rules.quotas import check_quotas

        yield from check_quotas(register, plan)
    if any(indicator.base for indicator in plan.indicators):
        from ducha.rules.growth import check_growth

        yield from check_growth(plan)
    if any(indicator.projects for indicator in plan.indicators):
        from ducha.rules.projects import check_fed

        yield from check_fed(plan)
