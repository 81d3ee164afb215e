"""Where the items of a plan stand."""

from __future__ import annotations

from collections.abc import Iterator

from ducha.model import Indicator, Item, Limit, Plan
from ducha.problems import Path


def items_of(plan: Plan) -> Iterator[tuple[Path, Item]]:
    """Yield every milestone and indicator with its path."""
    for index, milestone in enumerate(plan.milestones):
        yield ("milestones", index), milestone
    for index, indicator in enumerate(plan.indicators):
        yield ("indicators", index), indicator


def limits_of(path: Path, item: Item) -> Iterator[tuple[Path, Limit]]:
    """Yield an item's own limit and those of its checkpoints, each with its path."""
    yield path, item
    if isinstance(item, Indicator):
        yield from (((*path, "checkpoints", at), checkpoint) for at, checkpoint in enumerate(item.checkpoints))


def words_of(limit: Limit) -> tuple[str | None, ...]:
    """Return every wording of a limit in the document: where it stands, and where it is said again."""
    return (limit.due, *(again.due for again in limit.restates)) if isinstance(limit, Item) else (limit.due,)
