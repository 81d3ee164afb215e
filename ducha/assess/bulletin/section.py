"""What a bulletin says of one plan."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ducha.assess.figures.indicators import IndicatorStanding
from ducha.assess.obligations import Obligation
from ducha.assess.reference import Reference
from ducha.assess.standing import PlanStanding
from ducha.assess.states import State
from ducha.assess.tally import Tally, tally
from ducha.deadlines.cycles import Period

IN_BODY = 3
"""indicators that the body tells of one plan; the rest stand in the annex"""


class PlanSection(NamedTuple):
    """What the bulletin says of one plan: its figures, its prose, what the period finished, and what is late."""

    standing: PlanStanding
    """the plan's figures"""
    newly_finished: tuple[Obligation, ...]
    """finished in the period"""
    overdue: tuple[Obligation, ...]
    """due and unfinished"""
    disputed: tuple[Obligation, ...]
    """to which a unit's objection is open"""
    fell_due: Tally
    """of what the period asked for first: due in it"""
    nodes: tuple[Obligation, ...]
    """the figures among these, with the node or target that was due"""
    due_next: tuple[Obligation, ...]
    """what falls due in the following period"""
    indicators: tuple[IndicatorStanding, ...]
    """the few that tell most of the period, in the document's order"""
    other_indicators: int
    """how many more there are"""


def make_section(standing: PlanStanding, at: Reference) -> PlanSection:
    """Choose what of a plan the period of a reference makes worth telling."""
    period = at.period
    assert period
    newly_finished = tuple(o for o in standing.obligations if period.holds(o.done))
    finished = _indicators_of(newly_finished)
    next_due = _indicators_of(o for o in standing.obligations if period.following.holds(o.due.present))

    def interest(indicator: IndicatorStanding) -> int:
        """How much an indicator tells of the period: short, reached, due next, held against a node, or grown."""
        tells = (
            indicator.progress in ("behind", "missed"),
            indicator.id in finished,
            indicator.id in next_due,
            indicator.expected is not None,
            bool(indicator.change),
        )
        return tells.index(True) if any(tells) else len(tells)

    in_order = sorted(standing.indicators, key=_written)
    fell_due = [o for o in standing.obligations if period.holds(o.due.present)]
    known = [i for i in in_order if i.actual and (i.progress != "reached" or i.id in finished)]
    told = sorted(sorted(known, key=interest)[:IN_BODY], key=_written)
    return PlanSection(
        standing=standing,
        newly_finished=newly_finished,
        overdue=tuple(o for o in standing.obligations if o.state is State.OVERDUE),
        disputed=tuple(o for o in standing.obligations if o.state is State.DISPUTED),
        fell_due=tally(fell_due, at.day),
        nodes=tuple(o for o in fell_due if o.kind == "checkpoint"),
        due_next=tuple(o for o in standing.obligations if falls_due_in(period.following, o)),
        indicators=tuple(told),
        other_indicators=len(standing.indicators) - len(told),
    )


def falls_due_in(period: Period, obligation: Obligation) -> bool:
    """Whether something unfinished falls due in a period, or may: its limit can be read as a day of it."""
    due = obligation.due
    return obligation.state.may_be_ahead and (period.holds(due.present) or period.holds(due.strict))


def _indicators_of(obligations: Iterable[Obligation]) -> set[str]:
    """Ids of the indicators whose nodes are among some obligations."""
    return {o.id.partition("@")[0] for o in obligations if o.kind == "checkpoint"}


def _written(indicator: IndicatorStanding) -> int:
    """Where the indicator stands in its plan's file, which keeps the document's order."""
    return int(indicator.place[1])
