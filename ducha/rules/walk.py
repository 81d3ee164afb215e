"""Where the items of a plan stand."""

from __future__ import annotations

from collections.abc import Iterator

from ducha.model import Item, Plan
from ducha.problems import Path


def items_of(plan: Plan) -> Iterator[tuple[Path, Item]]:
    """Yield every milestone and indicator with its path."""
    for index, milestone in enumerate(plan.milestones):
        yield ("milestones", index), milestone
    for index, indicator in enumerate(plan.indicators):
        yield ("indicators", index), indicator
