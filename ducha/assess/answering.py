"""Who answers for something, and to whom its lateness is charged."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

Role = Literal["lead", "responsible", "support"]


class Units(NamedTuple):
    """Who answers for an obligation, under registered names."""

    lead: tuple[str, ...]
    responsible: tuple[str, ...]
    support: tuple[str, ...]

    @property
    def charged(self) -> tuple[str, ...]:
        """To whom lateness is charged: the lead where one is named, else all responsible together."""
        return self.lead or self.responsible

    @property
    def is_shared(self) -> bool:
        """Whether lateness is charged to several."""
        return len(self.charged) > 1

    def role_of(self, unit: str) -> Role | None:
        """The first role in which a unit is named."""
        roles: Mapping[Role, tuple[str, ...]] = {
            "lead": self.lead,
            "responsible": self.responsible,
            "support": self.support,
        }
        return next((role for role, units in roles.items() if unit in units), None)
