"""Campaign + plans + reference day → one ``Assessment``, from which every report is rendered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from ducha.assess.indicators import IndicatorStanding, assess_indicator
from ducha.assess.milestones import assess_milestones
from ducha.assess.obligations import Frame, Obligation
from ducha.assess.rates import Rate
from ducha.assess.reference import Reference
from ducha.assess.scope import Scope
from ducha.assess.states import State
from ducha.model import Campaign, Duty, Plan, Register


class Tally:
    """Counts and rates of some obligations; support rows never enter one."""

    def __init__(self, obligations: Iterable[Obligation], reference: date) -> None:
        self._counted = tuple(obligations)
        self._reference = reference

    @cached_property
    def counts(self) -> Mapping[State, int]:
        """How many obligations are in each state, every state named."""
        counter = Counter(obligation.state for obligation in self._counted)
        return {state: counter[state] for state in State}

    @property
    def total(self) -> int:
        """All obligations, stopped ones included."""
        return len(self._counted)

    @property
    def finished(self) -> Rate:
        """任务完成率: finished ÷ (all - stopped)."""
        counts = self.counts
        done = counts[State.DONE] + counts[State.DONE_LATE]
        return Rate(done, self.total - counts[State.STOPPED])

    @property
    def on_time(self) -> Rate:
        """到期任务按期完成率: due before the reference day and done on time ÷ those due then that can be judged."""
        unjudged = (State.STOPPED, State.UNVERIFIED, State.UNCLEAR)
        due = [
            obligation
            for obligation in self._counted
            if obligation.due.present and obligation.due.present < self._reference and obligation.state not in unjudged
        ]
        return Rate(sum(obligation.state is State.DONE for obligation in due), len(due))

    @property
    def not_yet_due(self) -> int:
        """Those whose day is still to come, soon or later."""
        return self.counts[State.DUE_SOON] + self.counts[State.PENDING]

    @property
    def next_due(self) -> date | None:
        """The nearest day on which something unfinished falls due."""
        ahead = (State.DUE_SOON, State.PENDING)
        days = [o.due.present for o in self._counted if o.state in ahead and o.due.present]
        return min(days, default=None)


@dataclass(frozen=True, slots=True)
class PlanStanding:
    """One plan as it stands on the reference day, within the scope of the report."""

    plan: Plan
    obligations: tuple[Obligation, ...]
    indicators: tuple[IndicatorStanding, ...]
    tally: Tally


@dataclass(frozen=True, slots=True)
class Assessment:
    """All that a report says, in the order in which it says it: by plan, due day and id."""

    campaign: Campaign
    reference: Reference
    scope: Scope
    plans: tuple[PlanStanding, ...]
    tally: Tally

    @property
    def obligations(self) -> tuple[Obligation, ...]:
        """Every obligation in scope, support rows included."""
        return tuple(obligation for standing in self.plans for obligation in standing.obligations)

    @property
    def indicators(self) -> tuple[IndicatorStanding, ...]:
        """Every indicator in scope."""
        return tuple(indicator for standing in self.plans for indicator in standing.indicators)

    @property
    def duties(self) -> tuple[tuple[Plan, Duty], ...]:
        """Every standing duty of the plans in scope; of one unit, those it owes or receives."""
        register, unit = Register(self.campaign), self.scope.unit
        return tuple(
            (standing.plan, duty)
            for standing in self.plans
            for duty in standing.plan.duties
            if unit is None or unit in register.known((*duty.who, *duty.to))
        )

    @property
    def unit_groups(self) -> tuple[str, ...]:
        """The groups that list the unit in scope: what is charged to them is not charged to it."""
        return Register(self.campaign).groups_of(self.scope.unit) if self.scope.unit else ()

    def select(self, states: Collection[State], due_before: date | None = None) -> tuple[Obligation, ...]:
        """The obligations in some states and due before a day, support rows included, in the common order."""
        return tuple(
            o
            for o in self.obligations
            if o.state in states and (due_before is None or (o.due.present or date.max) < due_before)
        )

    def in_state(self, *states: State) -> tuple[Obligation, ...]:
        """The counted obligations in some states, longest late first, else nearest first."""
        return longest_late_first(o for o in self.select(states) if self.scope.counts(o))


def longest_late_first(obligations: Iterable[Obligation]) -> tuple[Obligation, ...]:
    """Sort by days late, then by due day (all that was due before issue counts from issue), plan and id."""
    return tuple(sorted(obligations, key=lambda o: (-o.days_late, o.due.present or date.max, o.sort_key)))


def assess(campaign: Campaign, plans: Sequence[Plan], reference: Reference, scope: Scope | None = None) -> Assessment:
    """Judge every obligation of the plans in scope on the reference day."""
    register = Register(campaign)
    scope = scope or Scope()
    standings = []
    for plan in sorted(plans, key=lambda plan: plan.number):
        if scope.covers(campaign, plan):
            frame = Frame(campaign, register, plan, reference.day, reference.records_until)
            standing = _assess_plan(frame, scope)
            if standing.obligations or not scope.unit:
                standings.append(standing)
    everything = (obligation for standing in standings for obligation in standing.obligations)
    tally = Tally((o for o in everything if scope.counts(o)), reference.day)
    return Assessment(campaign, reference, scope, tuple(standings), tally)


def _assess_plan(frame: Frame, scope: Scope) -> PlanStanding:
    obligations = list(assess_milestones(frame))
    indicators = []
    for index in range(len(frame.plan.indicators)):
        standing, checkpoints = assess_indicator(frame, index)
        indicators.append(standing)
        obligations += checkpoints
    shown = sorted((o for o in obligations if scope.names(o.units)), key=lambda o: o.sort_key)
    return PlanStanding(
        plan=frame.plan,
        obligations=tuple(shown),
        indicators=tuple(sorted((i for i in indicators if scope.names(i.units)), key=lambda i: i.sort_key)),
        tally=Tally((o for o in shown if scope.counts(o)), frame.reference),
    )
