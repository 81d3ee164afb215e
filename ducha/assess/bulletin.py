"""What a monthly bulletin (督查通报) says, section by section, so that its template only has to say it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ducha.assess.assessment import Assessment
from ducha.assess.indicators import IndicatorStanding
from ducha.assess.obligations import Obligation
from ducha.assess.reference import Period
from ducha.assess.standing import PlanStanding
from ducha.assess.states import State
from ducha.model import Campaign, Duty


class PlanSection(NamedTuple):
    """What the bulletin says of one plan: its figures, what the month finished, and what is late."""

    standing: PlanStanding
    newly_finished: tuple[Obligation, ...]
    overdue: tuple[Obligation, ...]
    indicators: tuple[IndicatorStanding, ...]
    """those with a figure and a node that has passed"""


class UnitDues(NamedTuple):
    """What falls due next month for one unit, or for several that are charged together."""

    units: tuple[str, ...]
    obligations: tuple[Obligation, ...]


class Bulletin(NamedTuple):
    """A month's bulletin: the only thing its template is given."""

    campaign: Campaign
    period: Period
    assessment: Assessment
    plans: tuple[PlanSection, ...]
    newly_finished: tuple[Obligation, ...]
    overdue: tuple[Obligation, ...]
    """all that is due and unfinished, longest late first: the three that follow together"""
    late_tasks: tuple[Obligation, ...]
    late_checkpoints: tuple[Obligation, ...]
    unmet_strivings: tuple[Obligation, ...]
    """力争 items of either kind, which are worded apart"""
    unclear: tuple[Obligation, ...]
    unverified: tuple[Obligation, ...]
    stopped: tuple[Obligation, ...]
    short: tuple[IndicatorStanding, ...]
    """indicators with an overdue node, 力争 ones apart; the widest gap first, the silent last"""
    duties: tuple[tuple[PlanStanding, Duty], ...]
    due_next: tuple[Obligation, ...]
    due_next_by_unit: tuple[UnitDues, ...]
    precedes_issue: bool
    """whether the month was over before the document was issued"""
    left_out: tuple[str, ...]
    """files whose plan is not in the figures, because the file has an error"""


def compose_bulletin(assessment: Assessment, left_out: Sequence[str] = ()) -> Bulletin:
    """Arrange an assessment of a month as its bulletin."""
    period = assessment.reference.period
    assert period
    plans = tuple(_section(standing, period) for standing in assessment.plans)
    overdue = assessment.in_state(State.OVERDUE)
    due_next = tuple(
        o
        for o in assessment.in_state(State.DUE_SOON, State.PENDING, State.UNCLEAR)
        if period.following.holds(o.due.present) or period.following.holds(o.due.strict)
    )
    return Bulletin(
        campaign=assessment.campaign,
        period=period,
        assessment=assessment,
        plans=plans,
        newly_finished=tuple(o for section in plans for o in section.newly_finished),
        overdue=overdue,
        late_tasks=tuple(o for o in overdue if o.strength != "strive" and o.kind == "milestone"),
        late_checkpoints=tuple(o for o in overdue if o.strength != "strive" and o.kind == "checkpoint"),
        unmet_strivings=tuple(o for o in overdue if o.strength == "strive"),
        unclear=assessment.in_state(State.UNCLEAR),
        unverified=assessment.in_state(State.UNVERIFIED),
        stopped=assessment.in_state(State.STOPPED),
        short=_short(assessment.indicators, overdue),
        duties=assessment.duties,
        due_next=due_next,
        due_next_by_unit=_by_unit(due_next),
        precedes_issue=period.last < assessment.campaign.document.issued,
        left_out=tuple(left_out),
    )


def _section(standing: PlanStanding, period: Period) -> PlanSection:
    return PlanSection(
        standing=standing,
        newly_finished=tuple(o for o in standing.obligations if period.holds(o.done)),
        overdue=tuple(o for o in standing.obligations if o.state is State.OVERDUE),
        indicators=tuple(i for i in standing.indicators if i.actual and i.expected is not None),
    )


def _short(indicators: Iterable[IndicatorStanding], overdue: Iterable[Obligation]) -> tuple[IndicatorStanding, ...]:
    """The indicators of which some node is overdue: what is stopped or unverified is not judged twice."""
    late = {obligation.id.partition("@")[0] for obligation in overdue if obligation.kind == "checkpoint"}
    chosen = [i for i in indicators if i.id in late and i.strength != "strive"]
    return tuple(sorted(chosen, key=lambda i: (i.gap_points is None, i.gap_points or 0, i.sort_key)))


def _by_unit(obligations: Iterable[Obligation]) -> tuple[UnitDues, ...]:
    by_unit: dict[tuple[str, ...], list[Obligation]] = {}
    for obligation in sorted(obligations, key=lambda o: o.sort_key):
        by_unit.setdefault(obligation.units.charged, []).append(obligation)
    return tuple(
        UnitDues(units, tuple(owed)) for units, owed in sorted(by_unit.items(), key=lambda kv: (not kv[0], kv[0]))
    )
