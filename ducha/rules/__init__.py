"""What makes a well-formed campaign *wrong*: small functions that yield problems.

A rule sees records only. It says where in a file its problem is (``Problem.path``); the store, which knows
the files, adds file, line and column.
"""

from __future__ import annotations

from collections.abc import Iterator

from ducha.model import Campaign, Plan, Register
from ducha.problems import Problem
from ducha.rules.dates import check_campaign_dates, check_dates
from ducha.rules.figures import check_figures
from ducha.rules.identities import (
    Identity,
    check_group_plans,
    check_plan_identities,
    check_unit_names,
    find_clashes,
    identify,
)
from ducha.rules.references import check_members, check_references

__all__ = ["Identity", "check_campaign", "check_group_plans", "check_plan", "find_clashes", "identify"]


def check_campaign(campaign: Campaign) -> Iterator[Problem]:
    """Yield the problems of ``campaign.yaml`` by itself."""
    yield from check_unit_names(campaign)
    yield from check_members(campaign)
    yield from check_campaign_dates(campaign)


def check_plan(campaign: Campaign, register: Register, plan: Plan) -> Iterator[Problem]:
    """Yield the problems of one plan file."""
    yield from check_plan_identities(plan)
    yield from check_references(register, plan)
    yield from check_dates(campaign, plan)
    yield from check_figures(campaign, register, plan)
