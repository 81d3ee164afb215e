"""What a bulletin (督查通报) says, section by section, so that its template only has to say it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from ducha.assess.assessment import Assessment, longest_late_first
from ducha.assess.bulletin.appraisal import Appraisal, gather_facts
from ducha.assess.bulletin.changes import Changes, find_changes
from ducha.assess.bulletin.edition import edition_of
from ducha.assess.bulletin.lateness import Lateness, find_lateness
from ducha.assess.bulletin.masthead import Masthead, find_masthead
from ducha.assess.bulletin.matters import Matters, find_matters
from ducha.assess.bulletin.section import PlanSection, falls_due_in, make_section
from ducha.assess.charged import UnitDues, by_unit
from ducha.assess.duties.returns import DutyStanding
from ducha.assess.duties.rounds import Rounds, find_rounds
from ducha.assess.figures.indicators import IndicatorStanding
from ducha.assess.figures.sums import Sum, find_sums
from ducha.assess.obligations import Obligation
from ducha.assess.reference import Reference
from ducha.assess.standing import PlanStanding
from ducha.assess.states import State
from ducha.assess.supervision.overview import SupervisionStanding
from ducha.assess.tally import Tally, summed
from ducha.assess.units.ranking import Ranking, rank_units
from ducha.deadlines.cycles import Cycle, Period, period_at
from ducha.model import Campaign, Register


class Bulletin(NamedTuple):
    """A bulletin on a period: the only thing its template is given."""

    campaign: Campaign
    """the campaign with its settings"""
    period: Period
    """what it speaks of"""
    assessment: Assessment
    """everything judged, from which the rest is taken"""
    masthead: Masthead
    """what stands at its head and foot"""
    for_leaders: bool
    """whether it is the leaders' own, and may propose what nobody has approved"""
    is_checked: bool
    """whether the period's figures went to the units to be checked"""
    reply_day: date | None
    """by when the units named answer, None where no day is set"""
    bases: tuple[tuple[str | None, int], ...]
    """口径 → how many indicators' latest figures have it, the most first and None, where nobody said, last"""
    fell_due: Tally
    """of what was due in the period"""
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
    disputed: tuple[Obligation, ...]
    """to which a unit's objection is open"""
    stopped: tuple[Obligation, ...]
    """cancelled or suspended with approval"""
    by_member: tuple[IndicatorStanding, ...]
    """indicators that hold for each member of a group whose members are listed"""
    county_sums: Mapping[str, Sum]
    """id of such an indicator that is the only part of a total → that total beside its units"""
    stretches: tuple[IndicatorStanding, ...]
    """whose day has passed with the floor (保底) reached and the stretch (力争) not"""
    tasks: int
    """how many obligations are tasks; the others are figures and their nodes"""
    with_figures: int
    """how many indicators have any figure"""
    disputed_figures: int
    """how many indicators have none because it is in dispute"""
    duties: tuple[DutyStanding, ...]
    """every standing duty"""
    with_projects: tuple[PlanStanding, ...]
    """the plans that have a project ledger"""
    matters: Matters | None
    """handed over, closed and late, None where the office keeps no records"""
    supervision: SupervisionStanding | None
    """what the office held in the period, None where it keeps no records"""
    records_left_out: bool
    """whether there are such records, but their file has an error"""
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
    ranking: Ranking
    """the units in order, of each class"""
    appraisal: Appraisal
    """the facts of each unit, for those who appraise it"""
    precedes_issue: bool
    """whether the period was over before the document was issued"""
    left_out: tuple[str, ...]
    """files whose plan is not in the figures, because the file has an error"""

    @property
    def number(self) -> int | None:
        """第几期, None where the campaign does not say which period was the first."""
        return self.masthead.number

    @property
    def nodes(self) -> tuple[Obligation, ...]:
        """The figures that were due in the period, with the node or target."""
        return tuple(o for section in self.plans for o in section.nodes)

    @property
    def due_next_by_month(self) -> tuple[tuple[Period, int], ...]:
        """What falls due in the following period: month → how many."""
        days = sorted(o.due.present for o in self.due_next if o.due.present)
        return tuple(Counter(period_at(Cycle.MONTH, day) for day in days).items())


def compose_bulletin(
    assessment: Assessment, left_out: Sequence[str] = (), *, records_left_out: bool = False, for_leaders: bool = False
) -> Bulletin:
    """Arrange an assessment of a period as its bulletin, circulated or for leaders alone."""
    assessment = edition_of(assessment, for_leaders=for_leaders)
    period, campaign = assessment.reference.period, assessment.campaign
    assert period
    changes = find_changes(assessment)
    sections = tuple(make_section(standing, assessment.reference) for standing in assessment.plans)
    due_next = _due_next(assessment, period)
    return Bulletin(
        campaign=campaign,
        period=period,
        assessment=assessment,
        masthead=find_masthead(assessment, period),
        for_leaders=for_leaders,
        is_checked=period.name in campaign.bulletin.checked,
        reply_day=_reply_day(campaign, assessment.reference),
        bases=_bases(assessment.indicators),
        fell_due=summed(section.fell_due for section in sections),
        changes=changes,
        plans=sections,
        newly_finished=tuple(o for section in sections for o in section.newly_finished),
        extended=tuple(o for o in assessment.obligations if _is_extended(o, period)),
        late=find_lateness(assessment, period, changes),
        all_on_time=tuple(standing.short_title for standing in assessment.plans if _is_all_on_time(standing)),
        unclear=assessment.in_state(State.UNCLEAR),
        unverified=assessment.in_state(State.UNVERIFIED),
        disputed=assessment.in_state(State.DISPUTED),
        stopped=assessment.in_state(State.STOPPED),
        by_member=tuple(indicator for indicator in assessment.indicators if indicator.ranked),
        county_sums=_county_sums(assessment.indicators),
        stretches=tuple(i for i in assessment.indicators if _is_short_of_its_stretch(i)),
        tasks=sum(o.kind == "milestone" for o in assessment.obligations),
        with_figures=sum(indicator.is_reported for indicator in assessment.indicators),
        disputed_figures=sum(indicator.is_disputed for indicator in assessment.indicators),
        duties=assessment.duties,
        with_projects=tuple(standing for standing in assessment.plans if standing.ledger),
        matters=find_matters(assessment, period) if assessment.supervision else None,
        supervision=assessment.supervision and assessment.supervision.told(assessment.scope, period),
        records_left_out=records_left_out,
        rounds=find_rounds(assessment.duties, period),
        unperiodic=sum(not (duty.is_periodic and duty.units) for duty in assessment.duties),
        not_begun=tuple(o for o in assessment.obligations if o.not_begun),
        due_next=due_next,
        due_next_named=sum(bool(o.units.charged) for o in due_next),
        due_next_by_unit=by_unit(Register(campaign), due_next),
        ranking=rank_units(assessment),
        appraisal=gather_facts(assessment),
        precedes_issue=campaign.document.issued is not None and period.last < campaign.document.issued,
        left_out=tuple(left_out),
    )


def _reply_day(campaign: Campaign, at: Reference) -> date | None:
    """The day by which units answer a bulletin: the next such day of a month; nobody has set one for a week."""
    number = campaign.bulletin.reply_by
    if not number or (at.period and at.period.cycle is Cycle.WEEK):
        return None
    month = period_at(Cycle.MONTH, at.day)
    return (month if at.day.day <= number else month.following).first.replace(day=number)


def _bases(indicators: Iterable[IndicatorStanding]) -> tuple[tuple[str | None, int], ...]:
    counter = Counter(i.basis for i in indicators if i.is_reported)
    return tuple(sorted(counter.items(), key=lambda kv: (kv[0] is None, -kv[1], kv[0] or "")))


def _is_extended(obligation: Obligation, period: Period) -> bool:
    is_told = obligation.state is not State.DISPUTED
    return is_told and any(period.holds(extension.day) for extension in obligation.due.extensions)


def _county_sums(indicators: Iterable[IndicatorStanding]) -> dict[str, Sum]:
    sums = [one for one in find_sums(indicators) if len(one.parts) == 1]
    return {one.parts[0].standing.id: one for one in sums if one.parts[0].standing.ranked}


def _is_short_of_its_stretch(indicator: IndicatorStanding) -> bool:
    levels = indicator.levels
    is_short = levels is not None and levels.is_final and levels.floor and not levels.stretch
    return is_short and indicator.progress == "reached"


def _is_all_on_time(standing: PlanStanding) -> bool:
    due, counts = standing.tally.on_time, standing.tally.counts
    is_known = not any(counts[state] for state in (State.UNVERIFIED, State.UNCLEAR, State.DISPUTED))
    return is_known and due.denominator > 0 and due.numerator == due.denominator


def _due_next(assessment: Assessment, period: Period) -> tuple[Obligation, ...]:
    return longest_late_first(o for o in assessment.obligations if falls_due_in(period.following, o))
