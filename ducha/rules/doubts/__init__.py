"""What is suspicious in a campaign, or worth a note: warnings and notes, which keep no plan out of a report."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ducha.model import Campaign, Plan, Register
from ducha.problems import Problem
from ducha.rules.doubts.amounts import question_amounts
from ducha.rules.doubts.bulletins import question_bulletin_periods, question_narratives
from ducha.rules.doubts.calendar import question_calendar, question_holidays
from ducha.rules.doubts.extensions import question_extensions
from ducha.rules.doubts.growths import question_growths
from ducha.rules.doubts.limits import question_limits
from ducha.rules.doubts.listed import question_listed
from ducha.rules.doubts.methods import question_methods
from ducha.rules.doubts.nodes import question_nodes
from ducha.rules.doubts.objections import question_objections
from ducha.rules.doubts.paces import question_paces
from ducha.rules.doubts.parts import question_parts
from ducha.rules.doubts.percents import question_percents
from ducha.rules.doubts.progress import question_progress
from ducha.rules.doubts.ranking import question_ranking
from ducha.rules.doubts.returns import question_returns
from ducha.rules.doubts.roles import question_roles
from ducha.rules.doubts.schedule import question_bounds, question_duties, question_phases


def question_campaign(campaign: Campaign) -> Iterator[Problem]:
    """Yield the doubts about ``campaign.yaml`` by itself."""
    yield from question_calendar(campaign)
    yield from question_holidays(campaign)
    yield from question_methods(campaign)
    yield from question_bulletin_periods(campaign)
    yield from question_ranking(campaign)


def question_plan(campaign: Campaign, register: Register, plan: Plan, latest: date) -> Iterator[Problem]:
    """Yield the doubts about one plan; ``latest`` is the last day a record can have."""
    yield from question_narratives(campaign, plan)
    yield from question_roles(register, plan)
    yield from question_phases(campaign, plan)
    yield from question_bounds(campaign, plan)
    yield from question_duties(campaign, plan)
    yield from question_limits(campaign, plan)
    yield from question_extensions(campaign, plan, latest)
    yield from question_progress(campaign, plan, latest)
    yield from question_returns(campaign, register, plan, latest)
    yield from question_objections(campaign, register, plan, latest)
    yield from question_nodes(campaign, plan)
    yield from question_amounts(campaign, register, plan, latest)
    yield from question_parts(register, plan)
    yield from question_percents(plan)
    yield from question_paces(plan)
    yield from question_growths(plan)
    yield from question_listed(plan)
