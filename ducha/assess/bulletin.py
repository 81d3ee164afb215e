"""What a monthly bulletin (督查通报) says, section by section, so that its template only has to say it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ducha.assess.assessment import Assessment
from ducha.assess.changes import Changes, find_changes
from ducha.assess.indicators import IndicatorStanding
from ducha.assess.obligations import Obligation
from ducha.assess.reference import Period
from ducha.assess.standing import PlanStanding
from ducha.assess.states import State
from ducha.model import Campaign, Duty, Register

IN_BODY = 3
"""indicators that the body tells of one plan; the rest stand in the annex"""


class PlanSection(NamedTuple):
    """What the bulletin says of one plan: its figures, its prose, what the month finished, and what is late."""

    standing: PlanStanding
    """the plan's figures"""
    newly_finished: tuple[Obligation, ...]
    """finished in the month"""
    overdue: tuple[Obligation, ...]
    """due and unfinished"""
    indicators: tuple[IndicatorStanding, ...]
    """the few that tell most of the month, in the document's order"""
    other_indicators: int
    """how many more there are"""


class UnitDues(NamedTuple):
    """What one unit, or several that are charged together, owe."""

    units: tuple[str, ...]
    """none where the document names nobody"""
    obligations: tuple[Obligation, ...]


class Bulletin(NamedTuple):
    """A month's bulletin: the only thing its template is given."""

    campaign: Campaign
    """the campaign with its settings"""
    period: Period
    """the month"""
    assessment: Assessment
    """everything judged, from which the rest is taken"""
    number: int | None
    """第几期, None where the campaign does not say which month was the first"""
    is_checked: bool
    """whether the month's figures went to the units to be checked"""
    bases: tuple[tuple[str, int], ...]
    """口径 → how many indicators' latest figures have it, the most first"""
    changes: Changes | None
    """since the bulletin before, None for the first"""
    plans: tuple[PlanSection, ...]
    """one for each plan, in the document's order"""
    newly_finished: tuple[Obligation, ...]
    """finished in the month"""
    extended: tuple[Obligation, ...]
    """given another day in the month"""
    overdue: tuple[Obligation, ...]
    """all that is due and unfinished, longest late first: the four that follow together"""
    late_by_unit: tuple[tuple[str, int], ...]
    """the units charged with most of it; what several share counts for each"""
    late_by_plan: tuple[tuple[str, int], ...]
    """the plans with most of it, by short title"""
    all_on_time: tuple[str, ...]
    """short titles of the plans whose due items are all finished on time"""
    late_tasks: tuple[Obligation, ...]
    """tasks of which somebody told how they stand"""
    unreported: tuple[Obligation, ...]
    """tasks of which nobody told anything, and figures without a value"""
    late_checkpoints: tuple[Obligation, ...]
    """figures that were told and are short of their node"""
    unmet_strivings: tuple[Obligation, ...]
    """力争 items of either kind, which are worded apart"""
    unreported_by_unit: tuple[UnitDues, ...]
    """the same by who is charged, in the register's order"""
    unchanged: tuple[str, ...]
    """ids of what is late and was reported again with the text of the report before"""
    silent: tuple[str, ...]
    """ids of what is late and was reported before, but not this month"""
    repeated: tuple[str, ...]
    """ids of what is late and was so in the bulletin before"""
    unclear: tuple[Obligation, ...]
    """two days are possible and nobody has settled which"""
    unverified: tuple[Obligation, ...]
    """due before issue and silent, still being verified"""
    stopped: tuple[Obligation, ...]
    """cancelled or suspended with approval"""
    short: tuple[IndicatorStanding, ...]
    """indicators of ``late_checkpoints``, the widest gap first"""
    by_member: tuple[IndicatorStanding, ...]
    """indicators that hold for each member of a group whose members are listed"""
    tasks: int
    """how many obligations are tasks; the others are figures and their nodes"""
    with_figures: int
    """how many indicators have any figure"""
    duties: tuple[tuple[PlanStanding, Duty], ...]
    """standing duties, each with its plan"""
    due_next: tuple[Obligation, ...]
    """what falls due in the following month"""
    due_next_named: int
    """how many of them are charged to somebody"""
    due_next_by_unit: tuple[UnitDues, ...]
    """the same by who is charged, in the register's order"""
    precedes_issue: bool
    """whether the month was over before the document was issued"""
    left_out: tuple[str, ...]
    """files whose plan is not in the figures, because the file has an error"""


def compose_bulletin(assessment: Assessment, left_out: Sequence[str] = ()) -> Bulletin:
    """Arrange an assessment of a month as its bulletin."""
    period, campaign = assessment.reference.period, assessment.campaign
    assert period
    register = Register(campaign)
    overdue = assessment.in_state(State.OVERDUE)
    plain = [o for o in overdue if o.strength != "strive"]
    unreported = tuple(o for o in plain if o.reason)
    told = [o for o in plain if not o.reason]
    late_checkpoints = tuple(o for o in told if o.kind == "checkpoint")
    changes = find_changes(assessment)
    sections = tuple(_section(standing, period) for standing in assessment.plans)
    due_next = _due_next(assessment, period)
    return Bulletin(
        campaign=campaign,
        period=period,
        assessment=assessment,
        number=_number(campaign, period),
        is_checked=str(period) in campaign.bulletin.checked,
        bases=_bases(assessment.indicators),
        changes=changes,
        plans=sections,
        newly_finished=tuple(o for section in sections for o in section.newly_finished),
        extended=tuple(o for o in assessment.obligations if any(period.holds(one.day) for one in o.due.extensions)),
        overdue=overdue,
        late_by_unit=_most(_late_by_unit(register, overdue)),
        late_by_plan=_most([(one.short_title, one.tally.counts[State.OVERDUE]) for one in assessment.plans]),
        all_on_time=tuple(one.short_title for one in assessment.plans if _is_all_on_time(one)),
        late_tasks=tuple(o for o in told if o.kind == "milestone"),
        unreported=unreported,
        late_checkpoints=late_checkpoints,
        unmet_strivings=tuple(o for o in overdue if o.strength == "strive"),
        unreported_by_unit=_by_unit(register, unreported),
        unchanged=tuple(o.id for o in overdue if _is_unchanged(o, period)),
        silent=tuple(o.id for o in overdue if o.last_report and not period.holds(o.last_report.day)),
        repeated=tuple(o.id for o in changes.still_late) if changes else (),
        unclear=assessment.in_state(State.UNCLEAR),
        unverified=assessment.in_state(State.UNVERIFIED),
        stopped=assessment.in_state(State.STOPPED),
        short=_short(assessment.indicators, late_checkpoints),
        by_member=tuple(indicator for indicator in assessment.indicators if indicator.ranked),
        tasks=sum(o.kind == "milestone" for o in assessment.obligations),
        with_figures=sum(indicator.is_reported for indicator in assessment.indicators),
        duties=assessment.duties,
        due_next=due_next,
        due_next_named=sum(bool(o.units.charged) for o in due_next),
        due_next_by_unit=_by_unit(register, due_next),
        precedes_issue=period.last < campaign.document.issued,
        left_out=tuple(left_out),
    )


def _number(campaign: Campaign, period: Period) -> int | None:
    """第几期: one a month from the first."""
    first = campaign.bulletin.first
    if first is None or str(period) < first:
        return None
    year, month = map(int, first.split("-"))
    return (period.year - year) * 12 + period.month - month + 1


def _bases(indicators: Iterable[IndicatorStanding]) -> tuple[tuple[str, int], ...]:
    counter = Counter(i.actual.basis for i in indicators if i.actual and i.actual.basis)
    return tuple(sorted(counter.items(), key=lambda kv: (-kv[1], kv[0])))


def _section(standing: PlanStanding, period: Period) -> PlanSection:
    newly_finished = tuple(o for o in standing.obligations if period.holds(o.done))
    finished = _indicators_of(newly_finished)
    next_due = _indicators_of(o for o in standing.obligations if period.following.holds(o.due.present))

    def interest(indicator: IndicatorStanding) -> int:
        """How much an indicator tells of the month: short, reached, due next, held against a node, or grown."""
        tells = (
            indicator.progress in ("behind", "missed"),
            indicator.id in finished,
            indicator.id in next_due,
            indicator.expected is not None,
            bool(indicator.change),
        )
        return tells.index(True) if any(tells) else len(tells)

    in_order = sorted(standing.indicators, key=_written)
    known = [i for i in in_order if i.actual and (i.progress != "reached" or i.id in finished)]
    told = sorted(sorted(known, key=interest)[:IN_BODY], key=_written)
    return PlanSection(
        standing=standing,
        newly_finished=newly_finished,
        overdue=tuple(o for o in standing.obligations if o.state is State.OVERDUE),
        indicators=tuple(told),
        other_indicators=len(standing.indicators) - len(told),
    )


def _indicators_of(obligations: Iterable[Obligation]) -> set[str]:
    """Ids of the indicators whose nodes are among some obligations."""
    return {o.id.partition("@")[0] for o in obligations if o.kind == "checkpoint"}


def _written(indicator: IndicatorStanding) -> int:
    """Where the indicator stands in its plan's file, which keeps the document's order."""
    return int(indicator.place[1])


def _is_unchanged(obligation: Obligation, period: Period) -> bool:
    before = [report.text for report in obligation.reports if report.day < period.first]
    month = [report.text for report in obligation.reports if period.holds(report.day)]
    return bool(month) and set(month) == set(before[-1:])


def _late_by_unit(register: Register, overdue: Iterable[Obligation]) -> list[tuple[str, int]]:
    counter = Counter(unit for obligation in overdue for unit in obligation.units.charged)
    return [(unit, counter[unit]) for unit in sorted(counter, key=register.position)]


def _most(counts: Iterable[tuple[str, int]], few: int = 3) -> tuple[tuple[str, int], ...]:
    """The few largest counts of more than two, without cutting between equal ones."""
    ranked = sorted((entry for entry in counts if entry[1] > 2), key=lambda entry: -entry[1])
    while len(ranked) > few:
        ranked = [entry for entry in ranked if entry[1] > ranked[-1][1]]
    return tuple(ranked)


def _is_all_on_time(standing: PlanStanding) -> bool:
    due = standing.tally.on_time
    return due.denominator > 0 and due.numerator == due.denominator


def _due_next(assessment: Assessment, period: Period) -> tuple[Obligation, ...]:
    following = period.following
    return tuple(
        o
        for o in assessment.in_state(State.DUE_SOON, State.PENDING, State.UNCLEAR)
        if following.holds(o.due.present) or following.holds(o.due.strict)
    )


def _short(indicators: Iterable[IndicatorStanding], late: Iterable[Obligation]) -> tuple[IndicatorStanding, ...]:
    """The indicators of which some node is late: what is stopped or unverified is not judged twice."""
    names = {obligation.id.partition("@")[0] for obligation in late}
    chosen = [indicator for indicator in indicators if indicator.id in names]
    return tuple(sorted(chosen, key=lambda i: (i.gap_points is None, i.gap_points or 0, i.sort_key)))


def _by_unit(register: Register, obligations: Iterable[Obligation]) -> tuple[UnitDues, ...]:
    """Gather by whom each is charged to, in the order of the register, what has no unit last."""
    by_unit: dict[tuple[str, ...], list[Obligation]] = {}
    for obligation in sorted(obligations, key=lambda o: o.sort_key):
        by_unit.setdefault(obligation.units.charged, []).append(obligation)
    order = sorted(by_unit, key=lambda units: (not units, [register.position(unit) for unit in units]))
    return tuple(UnitDues(units, tuple(by_unit[units])) for units in order)
