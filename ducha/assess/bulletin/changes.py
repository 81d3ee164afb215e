"""What changed since the last bulletin: the late of then and the late of now, reconciled."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from ducha.assess.assessment import Assessment
from ducha.assess.obligations import Obligation
from ducha.assess.rates import Rate, round_tenth
from ducha.assess.states import State
from ducha.assess.tally import Tally, summed

_UNSETTLED = (State.DISPUTED, State.UNVERIFIED, State.UNCLEAR)
_ELSEWHERE = (State.STOPPED, State.DISPUTED, State.OVERDUE)


class Changes(NamedTuple):
    """How the obligations stood at the end of the period before, and what became of those that were late then.

    ``finished``, ``moved`` (given another day), ``stopped``, ``disputed`` and ``still_late`` together are all that were
    late; ``still_late`` and ``newly_late`` together are all that are late now.
    """

    tally: Tally
    """of all obligations then"""
    finished: tuple[Obligation, ...]
    """late then, finished since"""
    moved: tuple[Obligation, ...]
    """late then, given another day since"""
    stopped: tuple[Obligation, ...]
    """late then, cancelled or suspended since"""
    disputed: tuple[Obligation, ...]
    """late then, in dispute now"""
    still_late: tuple[Obligation, ...]
    """late then and now"""
    newly_late: tuple[Obligation, ...]
    """late now, not then: those of ``settled_late`` and those that fell due since"""
    settled_late: tuple[Obligation, ...]
    """late now, then not judged: in dispute, being verified, or with two possible days"""
    fallen_due: int
    """how many of ``newly_late`` simply fell due"""
    finished_points: Decimal | None
    """by how many percentage points 任务完成率 is higher (+) or lower (-) than then"""
    on_time_points: Decimal | None
    """the same of 到期任务按期完成率"""

    @property
    def were_late(self) -> int:
        """How many were late then."""
        return self.tally.counts[State.OVERDUE]


def find_changes(assessment: Assessment) -> Changes | None:
    """Compare an assessment with the period before; None where there was no report on that."""
    earlier = [standing.earlier for standing in assessment.plans if standing.earlier]
    if not earlier:
        return None
    states = {name: state for plan in earlier for name, state in plan.states.items()}
    counted = [o for o in assessment.obligations if assessment.scope.counts(o)]
    late_now = {o.id for o in counted if o.state is State.OVERDUE}
    were_late = [o for o in counted if states.get(o.id) is State.OVERDUE]
    tally = summed(plan.tally for plan in earlier)
    newly_late = [o for o in counted if o.id in late_now and states.get(o.id) is not State.OVERDUE]
    settled_late = [o for o in newly_late if states.get(o.id) in _UNSETTLED]
    return Changes(
        tally=tally,
        finished=tuple(o for o in were_late if o.state.is_finished),
        moved=tuple(o for o in were_late if not (o.state.is_finished or o.state in _ELSEWHERE)),
        stopped=tuple(o for o in were_late if o.state is State.STOPPED),
        disputed=tuple(o for o in were_late if o.state is State.DISPUTED),
        still_late=tuple(o for o in were_late if o.id in late_now),
        newly_late=tuple(newly_late),
        settled_late=tuple(settled_late),
        fallen_due=len(newly_late) - len(settled_late),
        finished_points=_difference(assessment.tally.finished, tally.finished),
        on_time_points=_difference(assessment.tally.on_time, tally.on_time),
    )


def _difference(now: Rate, then: Rate) -> Decimal | None:
    """The difference of two rates, from the rates as printed, so that a reader who checks it finds it right."""
    if now.percent is None or then.percent is None:
        return None
    return round_tenth(now.percent - then.percent)
