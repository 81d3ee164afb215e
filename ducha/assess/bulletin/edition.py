"""Which edition of a bulletin is made: what one that is circulated, or one for leaders alone, may show."""

from __future__ import annotations

from ducha.assess.assessment import Assessment
from ducha.assess.projects.ledger import without_names
from ducha.assess.standing import PlanStanding
from ducha.assess.supervision.issues import without_instructions
from ducha.model import Campaign


def edition_of(assessment: Assessment, *, for_leaders: bool) -> Assessment:
    """Return an assessment without what its edition may not show, so that no template can print it.

    No edition has persons of a project ledger or whom to call at the units; the numbers of leaders' instructions
    (批示件) stand in the leaders' one alone.
    """
    plans = tuple(map(_without_names, assessment.plans))
    shown = assessment._replace(campaign=_without_liaisons(assessment.campaign), plans=plans)
    return shown if for_leaders else _without_instructions(shown)


def _without_liaisons(campaign: Campaign) -> Campaign:
    units = tuple(unit.model_copy(update={"liaison": None}) if unit.liaison else unit for unit in campaign.units)
    return campaign.model_copy(update={"units": units})


def _without_names(standing: PlanStanding) -> PlanStanding:
    return standing._replace(ledger=without_names(standing.ledger)) if standing.ledger else standing


def _without_instructions(assessment: Assessment) -> Assessment:
    before = assessment.issues_before
    return assessment._replace(
        issues=without_instructions(assessment.issues),
        issues_waiting=without_instructions(assessment.issues_waiting),
        issues_before=before and without_instructions(before),
    )
