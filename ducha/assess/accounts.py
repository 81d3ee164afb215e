"""What a period asked of each unit, and what the unit did of it: facts that add up over plans."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ducha.assess.charged import by_each_unit, by_sender
from ducha.assess.duties.returns import ReturnStanding, ReturnTally, count
from ducha.assess.obligations import Obligation
from ducha.assess.rates import Rate
from ducha.assess.reference import Reference
from ducha.assess.states import State
from ducha.assess.tally import is_judged


class Account(NamedTuple):
    """What a period asked of one unit (or of a collective name), and what came of it.

    ``finished`` is on time ÷ due: due in the period, or before it and not finished yet. What several units share
    counts for each of them.
    """

    finished: Rate
    overdue: int
    """how much of it is not finished"""
    returned: ReturnTally
    """of the reports whose cut-off day lies in the period"""

    @property
    def unpunctual(self) -> int:
        """How many reports came late or not at all."""
        return self.returned.late + self.returned.missing


def owed_in(obligations: Iterable[Obligation], at: Reference) -> tuple[Obligation, ...]:
    """Return what a period asked for that can be judged: due in it, or due before it and not finished."""
    period = at.period
    return tuple(
        o
        for o in obligations
        if is_judged(o, at.day) and (o.state is State.OVERDUE or (period is not None and period.holds(o.due.present)))
    )


def open_accounts(owed: Iterable[Obligation], returns: Iterable[ReturnStanding]) -> Mapping[str, Account]:
    """Return the account of each unit that is charged with any of these obligations or owes any of these reports."""
    charged, sent = by_each_unit(owed), by_sender(returns)
    return {unit: _account(charged[unit], sent[unit]) for unit in dict.fromkeys([*charged, *sent]) if unit}


def _account(owed: list[Obligation], returns: list[ReturnStanding]) -> Account:
    on_time = sum(o.state is State.DONE for o in owed)
    overdue = sum(o.state is State.OVERDUE for o in owed)
    return Account(Rate(on_time, len(owed)), overdue, count(returns))
