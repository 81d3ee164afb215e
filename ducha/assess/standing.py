"""One plan as it stands on the reference day: all that any report needs of it, without the plan itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from ducha.assess.accounts import owed_in
from ducha.assess.duties.judging import assess_duty
from ducha.assess.duties.returns import DutyStanding, ReturnStanding, reports
from ducha.assess.figures.indicators import IndicatorStanding
from ducha.assess.figures.progress import assess_indicator
from ducha.assess.frame import Frame
from ducha.assess.milestones import assess_milestones
from ducha.assess.obligations import Obligation
from ducha.assess.reference import Reference
from ducha.assess.scope import Scope
from ducha.assess.states import State
from ducha.assess.tally import Tally, tally
from ducha.model import Campaign, Leader, Plan, Register

if TYPE_CHECKING:
    from ducha.assess.projects.ledger import LedgerStanding


def every(obligation: Obligation) -> bool:
    """Keep any obligation."""
    return True


def none(obligation: Obligation) -> bool:
    """Keep no obligation."""
    return False


class Contents(NamedTuple):
    """What a report lists of each plan; its counts are of all, and what it does not list is not remembered."""

    obligations: Callable[[Obligation], bool] = none
    """which of them"""
    indicators: bool = False
    returns: bool = False
    projects: bool = False


EVERYTHING = Contents(every, indicators=True, returns=True, projects=True)


class Earlier(NamedTuple):
    """How a plan stood at the end of the period before."""

    reference: Reference
    tally: Tally
    states: Mapping[str, State]
    """id of an obligation → its state then"""
    owed: tuple[Obligation, ...]
    """what that period asked of its units: due in it, or late from before"""
    returns: tuple[ReturnStanding, ...]
    """the reports whose cut-off day lies in that period, objected to as was known when its data were checked"""


class Judged(NamedTuple):
    """All of a plan that is judged, whoever answers for it."""

    obligations: tuple[Obligation, ...]
    indicators: tuple[IndicatorStanding, ...]


class PlanStanding(NamedTuple):
    """One plan as it stands on the reference day, within the scope of the report, in the common order."""

    id: str
    number: int
    title: str
    """in full"""
    short_title: str
    """without 专项行动方案"""
    office: str | None
    """its own office, where that is not the campaign's"""
    leaders: tuple[Leader, ...]
    duties: tuple[DutyStanding, ...]
    """standing duties; of one unit, those it owes or receives"""
    narrative: str | None
    """the office's own prose for the period reported on"""
    tally: Tally
    """of all obligations in scope, whichever are kept"""
    obligations: tuple[Obligation, ...]
    indicators: tuple[IndicatorStanding, ...]
    not_begun: int
    """how many obligations in scope should have begun, and nobody told of a beginning"""
    ledger: LedgerStanding | None
    """the project ledger, where it has one"""
    earlier: Earlier | None
    """the same at the end of the period before"""


class Assessor:
    """Judges one plan after another on the same day; None for a plan that has nothing in scope.

    ``before`` is the reference of the period before, if that is to be compared with.
    """

    def __init__(
        self,
        campaign: Campaign,
        reference: Reference,
        scope: Scope | None = None,
        *,
        contents: Contents,
        before: Reference | None = None,
    ) -> None:
        self._campaign = campaign
        self._register = Register(campaign)
        self._reference = reference
        self._scope = scope or Scope()
        self._contents = contents
        self._before = before

    def __call__(self, plan: Plan) -> PlanStanding | None:
        return self.stand(plan, self.judge(plan)) if self._scope.covers(self._campaign, plan) else None

    def judge(self, plan: Plan, reference: Reference | None = None) -> Judged:
        """Judge all of a plan, in or out of scope, on the reference day or another, in the common order."""
        frame = self._frame(plan, reference or self._reference)
        obligations = list(assess_milestones(frame))
        indicators = []
        for index in range(len(plan.indicators)):
            standing, checkpoints = assess_indicator(frame, index)
            indicators.append(standing)
            obligations += checkpoints
        return Judged(
            tuple(sorted(obligations, key=lambda o: o.sort_key)), tuple(sorted(indicators, key=lambda i: i.sort_key))
        )

    def stand(self, plan: Plan, judged: Judged) -> PlanStanding | None:
        """Narrow what was judged of a plan to the scope, None where nothing is in it."""
        obligations, indicators = self._narrowed(judged)
        duties = tuple(self._duties(plan, self._reference))
        if self._scope.unit and not (obligations or duties):
            return None
        period = self._reference.period
        return PlanStanding(
            id=plan.id,
            number=plan.number,
            title=plan.title,
            short_title=plan.short_title,
            office=plan.office and (self._register.resolve(plan.office) or plan.office),
            leaders=plan.leaders,
            duties=duties,
            narrative=plan.narratives.get(period.name) if period else None,
            tally=self._tally(obligations, self._reference),
            obligations=tuple(filter(self._contents.obligations, obligations)),
            indicators=indicators if self._contents.indicators else (),
            not_begun=sum(o.not_begun and self._scope.counts(o) for o in obligations),
            ledger=self._ledger(plan, indicators) if self._contents.projects and plan.ledger else None,
            earlier=self._earlier(plan, self._before) if self._before else None,
        )

    def _narrowed(self, judged: Judged) -> Judged:
        names = self._scope.names
        return Judged(
            tuple(o for o in judged.obligations if names(o.units)),
            tuple(i for i in judged.indicators if names(i.units)),
        )

    def _duties(self, plan: Plan, reference: Reference) -> Iterator[DutyStanding]:
        frame, unit = self._frame(plan, reference), self._scope.unit
        for index in range(len(plan.duties)):
            duty = assess_duty(frame, index, unit)
            if unit is None or unit in (*duty.units, *duty.recipients) or unit in self._register.known(duty.duty.who):
                yield duty if self._contents.returns else duty.without_returns()

    def _ledger(self, plan: Plan, indicators: Sequence[IndicatorStanding]) -> LedgerStanding | None:
        from ducha.assess.projects.ledger import assess_ledger  # which most plans have none of

        return assess_ledger(self._frame(plan, self._reference), indicators)

    def _frame(self, plan: Plan, reference: Reference) -> Frame:
        return Frame(self._campaign, self._register, plan, reference)

    def _tally(self, obligations: Sequence[Obligation], reference: Reference) -> Tally:
        return tally((o for o in obligations if self._scope.counts(o)), reference.day)

    def _earlier(self, plan: Plan, before: Reference) -> Earlier:
        assert before.period
        obligations, _ = self._narrowed(self.judge(plan, before))
        states = {o.id: o.state for o in obligations}
        returns = tuple(reports(duty.due_in(before.period) for duty in self._duties(plan, before)))
        return Earlier(before, self._tally(obligations, before), states, owed_in(obligations, before), returns)
