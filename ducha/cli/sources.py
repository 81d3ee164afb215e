"""From which line of which file each thing in a report comes; looked up only for reports that print it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from ducha.assess import Assessor, PlanStanding
from ducha.model import Plan
from ducha.problems import Path
from ducha.store import Loaded, Where


class Placed(NamedTuple):
    """A plan's standing, and, where they are wanted, ``file:line`` of each record in it."""

    standing: PlanStanding
    sources: dict[Path, str]


def placing(assessor: Assessor, *, with_sources: bool = False) -> Callable[[Plan, Where], Placed | None]:
    """Return an assessor as the work on one file, which alone can tell where things in it stand."""

    def work(plan: Plan, where: Where) -> Placed | None:
        standing = assessor(plan)
        if standing is None:
            return None
        wanted = [o.place for o in standing.obligations] + [i.place for i in standing.indicators]
        wanted += [one.place for one in standing.ledger.projects] if standing.ledger else []
        return Placed(standing, {place: where(place) for place in wanted} if with_sources else {})

    return work


def source_of(loaded: Loaded[Placed]) -> Callable[[str, Path], str]:
    """Return a function (plan id, path of a record) → ``file:line``."""
    sources = {placed.standing.id: placed.sources for placed in loaded.results}
    return lambda plan, place: sources[plan][place]
