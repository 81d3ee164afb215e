"""Which part of a campaign a report speaks of: plans, one unit, one leader, one supervision group."""

from __future__ import annotations

from typing import NamedTuple

from ducha.assess.answering import Units
from ducha.assess.obligations import Obligation
from ducha.model import Campaign, Plan


class Scope(NamedTuple):
    """Filters that compose; an empty one takes everything.

    ``plans`` are ids or numbers, ``unit`` is a registered name.
    """

    plans: tuple[str, ...] = ()
    unit: str | None = None
    leader: str | None = None
    group: int | None = None

    def covers(self, campaign: Campaign, plan: Plan) -> bool:
        """Whether a plan is in scope."""
        if self.plans and not {plan.id, str(plan.number)} & set(self.plans):
            return False
        if self.leader is not None and self.leader not in {leader.name for leader in plan.leaders}:
            return False
        if self.group is None:
            return True
        return any(plan.id in group.plans for group in campaign.supervision.groups if group.id == self.group)

    def names(self, units: Units) -> bool:
        """Whether the unit in scope has any role."""
        return self.unit is None or units.role_of(self.unit) is not None

    def counts(self, obligation: Obligation) -> bool:
        """Whether an obligation enters counts and rates: of one unit, only what is charged to it."""
        return self.unit is None or self.unit in obligation.units.charged
