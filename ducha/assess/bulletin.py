"""What a bulletin (督查通报) says, section by section, so that its template only has to say it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from ducha.assess.assessment import Assessment
from ducha.assess.changes import Changes, find_changes
from ducha.assess.charged import UnitDues, by_unit
from ducha.assess.indicators import IndicatorStanding
from ducha.assess.lateness import Lateness, find_lateness
from ducha.assess.obligations import Obligation
from ducha.assess.project_ledger import without_names
from ducha.assess.returns import DutyStanding
from ducha.assess.rounds import Rounds, find_rounds
from ducha.assess.section import PlanSection, make_section
from ducha.assess.standing import PlanStanding
from ducha.assess.states import State
from ducha.deadlines.cycles import Cycle, Period
from ducha.model import Campaign, Register


class Bulletin(NamedTuple):
    """A bulletin on a period: the only thing its template is given."""

    campaign: Campaign
    """the campaign with its settings"""
    period: Period
    """what it speaks of"""
    assessment: Assessment
    """everything judged, from which the rest is taken"""
    number: int | None
    """第几期, None where the campaign does not say which month was the first"""
    is_checked: bool
    """whether the period's figures went to the units to be checked"""
    reply_day: date | None
    """by when the units named answer, None where no day is set"""
    bases: tuple[tuple[str, int], ...]
    """口径 → how many indicators' latest figures have it, the most first"""
    changes: Changes | None
    """since the bulletin before, None for the first"""
    plans: tuple[PlanSection, ...]
    """one for each plan, in the document's order"""
    newly_finished: tuple[Obligation, ...]
    """finished in the period"""
    extended: tuple[Obligation, ...]
    """given another day in the period"""
    late: Lateness
    """all that is due and unfinished"""
    all_on_time: tuple[str, ...]
    """short titles of the plans whose due items are all finished on time"""
    unclear: tuple[Obligation, ...]
    """two days are possible and nobody has settled which"""
    unverified: tuple[Obligation, ...]
    """due before issue and silent, still being verified"""
    stopped: tuple[Obligation, ...]
    """cancelled or suspended with approval"""
    by_member: tuple[IndicatorStanding, ...]
    """indicators that hold for each member of a group whose members are listed"""
    tasks: int
    """how many obligations are tasks; the others are figures and their nodes"""
    with_figures: int
    """how many indicators have any figure"""
    duties: tuple[DutyStanding, ...]
    """every standing duty"""
    with_projects: tuple[PlanStanding, ...]
    """the plans that have a project ledger"""
    rounds: Rounds
    """what of them was owed in the period, and what came"""
    unperiodic: int
    """how many duties have no cadence, or nobody who owes them"""
    not_begun: tuple[Obligation, ...]
    """whose day to begin has passed without a word"""
    due_next: tuple[Obligation, ...]
    """what falls due in the following period"""
    due_next_named: int
    """how many of them are charged to somebody"""
    due_next_by_unit: tuple[UnitDues, ...]
    """the same by who is charged, in the register's order"""
    precedes_issue: bool
    """whether the period was over before the document was issued"""
    left_out: tuple[str, ...]
    """files whose plan is not in the figures, because the file has an error"""


def compose_bulletin(assessment: Assessment, left_out: Sequence[str] = ()) -> Bulletin:
    """Arrange an assessment of a period as its bulletin."""
    period, campaign = assessment.reference.period, without_liaisons(assessment.campaign)
    assert period
    assessment = assessment._replace(campaign=campaign, plans=tuple(map(_without_names, assessment.plans)))
    changes = find_changes(assessment)
    sections = tuple(make_section(standing, period) for standing in assessment.plans)
    due_next = _due_next(assessment, period)
    return Bulletin(
        campaign=campaign,
        period=period,
        assessment=assessment,
        number=_number(campaign, period),
        is_checked=period.name in campaign.bulletin.checked,
        reply_day=_reply_day(campaign, period),
        bases=_bases(assessment.indicators),
        changes=changes,
        plans=sections,
        newly_finished=tuple(o for section in sections for o in section.newly_finished),
        extended=tuple(o for o in assessment.obligations if any(period.holds(one.day) for one in o.due.extensions)),
        late=find_lateness(assessment, period, changes),
        all_on_time=tuple(standing.short_title for standing in assessment.plans if _is_all_on_time(standing)),
        unclear=assessment.in_state(State.UNCLEAR),
        unverified=assessment.in_state(State.UNVERIFIED),
        stopped=assessment.in_state(State.STOPPED),
        by_member=tuple(indicator for indicator in assessment.indicators if indicator.ranked),
        tasks=sum(o.kind == "milestone" for o in assessment.obligations),
        with_figures=sum(indicator.is_reported for indicator in assessment.indicators),
        duties=assessment.duties,
        with_projects=tuple(standing for standing in assessment.plans if standing.ledger),
        rounds=find_rounds(assessment.duties, period),
        unperiodic=sum(not (duty.is_periodic and duty.units) for duty in assessment.duties),
        not_begun=tuple(o for o in assessment.obligations if o.not_begun),
        due_next=due_next,
        due_next_named=sum(bool(o.units.charged) for o in due_next),
        due_next_by_unit=by_unit(Register(campaign), due_next),
        precedes_issue=campaign.document.issued is not None and period.last < campaign.document.issued,
        left_out=tuple(left_out),
    )


def without_liaisons(campaign: Campaign) -> Campaign:
    """Return the campaign without whom to call at its units: that is for the office alone."""
    units = tuple(unit.model_copy(update={"liaison": None}) if unit.liaison else unit for unit in campaign.units)
    return campaign.model_copy(update={"units": units})


def _without_names(standing: PlanStanding) -> PlanStanding:
    return standing._replace(ledger=without_names(standing.ledger)) if standing.ledger else standing


def _number(campaign: Campaign, period: Period) -> int | None:
    """第几期: of monthly ones, one a month from the first."""
    first = campaign.bulletin.first
    if first is None or period.cycle is not Cycle.MONTH or period.name < first:
        return None
    year, month = map(int, first.split("-"))
    return (period.year - year) * 12 + period.last.month - month + 1


def _reply_day(campaign: Campaign, period: Period) -> date | None:
    """The day by which units answer a bulletin: in the month after its period; nobody has set one for a week."""
    number = campaign.bulletin.reply_by
    return period.following.first.replace(day=number) if number and period.cycle is not Cycle.WEEK else None


def _bases(indicators: Iterable[IndicatorStanding]) -> tuple[tuple[str, int], ...]:
    counter = Counter(i.actual.basis for i in indicators if i.actual and i.actual.basis)
    return tuple(sorted(counter.items(), key=lambda kv: (-kv[1], kv[0])))


def _is_all_on_time(standing: PlanStanding) -> bool:
    due, counts = standing.tally.on_time, standing.tally.counts
    is_known = not (counts[State.UNVERIFIED] or counts[State.UNCLEAR])
    return is_known and due.denominator > 0 and due.numerator == due.denominator


def _due_next(assessment: Assessment, period: Period) -> tuple[Obligation, ...]:
    following = period.following
    return tuple(
        o
        for o in assessment.in_state(State.DUE_SOON, State.PENDING, State.UNCLEAR)
        if following.holds(o.due.present) or following.holds(o.due.strict)
    )
