"""Plans as they stand, put together: one ``Assessment``, from which every report is rendered."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from ducha.assess.duties.returns import DutyStanding
from ducha.assess.figures.indicators import IndicatorStanding
from ducha.assess.figures.members import MemberStanding
from ducha.assess.obligations import Obligation, SortKey
from ducha.assess.reference import Reference
from ducha.assess.scope import Scope
from ducha.assess.standing import EVERYTHING, Assessor, PlanStanding
from ducha.assess.states import State
from ducha.assess.tally import Tally, summed
from ducha.model import Campaign, Plan, Register

if TYPE_CHECKING:
    from ducha.assess.supervision.issues import IssueStanding
    from ducha.assess.supervision.overview import SupervisionStanding
    from ducha.model.records import IssuedBulletin, Notice, Records


class Assessment(NamedTuple):
    """All that a report says, in the order in which it says it: by plan, due day and id."""

    campaign: Campaign
    reference: Reference
    scope: Scope
    plans: tuple[PlanStanding, ...]
    tally: Tally
    issues: tuple[IssueStanding, ...] = ()
    """matters handed over, by limit"""
    issues_waiting: tuple[IssueStanding, ...] = ()
    """matters found, but not handed over yet (待交办): told only as found, since nobody answers for them so far"""
    issues_before: tuple[IssueStanding, ...] | None = None
    """the same at the end of the period before, None where that is not compared with"""
    notices: tuple[Notice, ...] = ()
    """papers sent to units, void ones too, oldest first"""
    supervision: SupervisionStanding | None = None
    """what the office held itself, None where it keeps no records"""
    bulletins: tuple[IssuedBulletin, ...] = ()
    """those that were sent out; when it was done is no fact about what they say, so also after the reference day"""

    @property
    def obligations(self) -> tuple[Obligation, ...]:
        """Every obligation kept, of one unit those charged to others too."""
        return tuple(obligation for standing in self.plans for obligation in standing.obligations)

    @property
    def indicators(self) -> tuple[IndicatorStanding, ...]:
        """Every indicator in scope."""
        return tuple(indicator for standing in self.plans for indicator in standing.indicators)

    @property
    def own_indicators(self) -> tuple[IndicatorStanding, ...]:
        """Of one unit, the indicators it has a role in or a task of its own in; else all."""
        unit = self.scope.unit
        if unit is None:
            return self.indicators
        return tuple(i for i in self.indicators if i.units.role_of(unit) or unit in i.listed)

    def own_members(self, indicator: IndicatorStanding) -> tuple[MemberStanding, ...]:
        """The members of an indicator's group, best first; where the unit in scope is one of them, it alone."""
        own = tuple(member for member in indicator.ranked if member.unit == self.scope.unit)
        return own if self.scope.unit in indicator.listed else indicator.ranked

    @property
    def duties(self) -> tuple[DutyStanding, ...]:
        """Every standing duty of the plans in scope; of one unit, those it owes or receives."""
        return tuple(duty for standing in self.plans for duty in standing.duties)

    @property
    def duties_due(self) -> tuple[DutyStanding, ...]:
        """The duties; in a report on a period with only those returns whose cut-off day lies in it."""
        period = self.reference.period
        return tuple(duty.due_in(period) for duty in self.duties) if period else self.duties

    @property
    def own_duties(self) -> tuple[DutyStanding, ...]:
        """Those of ``duties_due`` that the unit in scope owes, not only receives."""
        return tuple(duty for duty in self.duties_due if self.scope.unit not in duty.recipients)

    @property
    def unit_groups(self) -> tuple[str, ...]:
        """The groups that list the unit in scope: what is charged to them is not charged to it."""
        return Register(self.campaign).groups_of(self.scope.unit) if self.scope.unit else ()

    def select(self, states: Collection[State], due_before: date | None = None) -> tuple[Obligation, ...]:
        """The obligations in some states and due before a day, those charged to others too, in the common order."""
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
    return tuple(sorted(obligations, key=longest_late))


def longest_late(obligation: Obligation) -> tuple[int, date, SortKey]:
    """The sort key of ``longest_late_first``."""
    return -obligation.days_late, obligation.due.present or date.max, obligation.sort_key


def put_together(
    campaign: Campaign,
    reference: Reference,
    scope: Scope,
    standings: Iterable[PlanStanding | None],
    records: Records | None = None,
    *,
    before: Reference | None = None,
) -> Assessment:
    """Make one assessment of the standings of the plans in scope and of what the office itself did."""
    plans = tuple(sorted((standing for standing in standings if standing), key=lambda standing: standing.number))
    assessment = Assessment(campaign, reference, scope, plans, summed(standing.tally for standing in plans))
    if records is None:
        return assessment
    from ducha.assess.supervision.issues import (
        assess_issues,
        find_waiting,
    )  # which a campaign without records never needs
    from ducha.assess.supervision.overview import assess_supervision

    ids = [plan.id for plan in plans]
    sent = (one for one in records.notices if one.day <= reference.records_until)
    return assessment._replace(
        issues=assess_issues(campaign, records, reference, scope, ids),
        issues_waiting=find_waiting(campaign, records, reference, scope, ids),
        issues_before=assess_issues(campaign, records, before, scope, ids) if before else None,
        notices=tuple(sorted(sent, key=lambda one: (one.day, one.kind, one.number))),
        supervision=assess_supervision(campaign, records, plans, reference),
        bulletins=records.bulletins,
    )


def assess(
    campaign: Campaign,
    plans: Sequence[Plan],
    reference: Reference,
    scope: Scope | None = None,
    *,
    before: Reference | None = None,
    records: Records | None = None,
) -> Assessment:
    """Judge every obligation of the plans in scope on the reference day."""
    scope = scope or Scope()
    standings = map(Assessor(campaign, reference, scope, contents=EVERYTHING, before=before), plans)
    return put_together(campaign, reference, scope, standings, records, before=before)
