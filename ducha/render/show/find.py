"""From an id inside a plan to its page."""

from __future__ import annotations

from ducha.model import Plan
from ducha.render.page import Page
from ducha.render.show.facts import Shown
from ducha.render.show.indicator import indicator_page
from ducha.render.show.pages import duty_page, obligation_page, plan_page
from ducha.render.show.project import project_page


def ids_of(plan: Plan) -> tuple[str, ...]:
    """Return all that ``ducha show`` takes of a plan, besides its checkpoints."""
    projects = plan.ledger.projects if plan.ledger else ()
    items = [milestone.id for milestone in plan.milestones]
    items += [indicator.id for indicator in plan.indicators]
    items += [duty.id for duty in plan.duties]
    items += [project.id for project in projects]
    return plan.id, *(f"{plan.id}/{item}" for item in items)


def find_page(shown: Shown, item: str) -> Page | None:
    """Return the page of an item of a plan, of the plan itself for an empty name, None if it has none of the name."""
    if not item:
        return plan_page(shown)
    name = f"{shown.plan.id}/{item}"
    for indicator in shown.assessment.indicators:
        if indicator.id == name:
            return indicator_page(shown, indicator)
    found = [o for o in shown.assessment.obligations if name in (o.id, o.id.partition("@")[0])]
    if found:
        return [block for obligation in found for block in obligation_page(shown, obligation)]
    duties = [duty.id for duty in shown.plan.duties]
    if item in duties:
        return duty_page(shown, duties.index(item))
    projects = [one for plan in shown.assessment.plans if plan.ledger for one in plan.ledger.projects if one.id == item]
    return project_page(shown, projects[0]) if projects else None
