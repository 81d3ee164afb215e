"""From which line of which file each thing in a report comes; asked only of reports that print it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeVar

from ducha.assess import Assessor, PlanStanding
from ducha.model import Plan
from ducha.problems import Path
from ducha.store import Line, Loaded

_T = TypeVar("_T")


class Placed(NamedTuple):
    """A plan's standing, and, where they are wanted, the line of each record in it."""

    standing: PlanStanding
    lines: dict[Path, int]


def placing(assessor: Assessor, *, with_lines: bool = False) -> Callable[[Plan, Line], Placed | None]:
    """Return an assessor as the work on one file, which alone can tell the lines of what it returns."""

    def work(plan: Plan, line: Line) -> Placed | None:
        standing = assessor(plan)
        if standing is None:
            return None
        places = [o.place for o in standing.obligations] + [i.place for i in standing.indicators] if with_lines else []
        return Placed(standing, {place: line(place) for place in places})

    return work


def source_of(loaded: Loaded[Placed]) -> Callable[[str, Path], str]:
    """Return a function (plan id, path of a record) → ``file:line``."""
    files = {source.plan.id: source.file for source in loaded.sources}
    lines = {placed.standing.id: placed.lines for placed in loaded.results}
    return lambda plan, place: f"{files[plan]}:{lines[plan][place]}"
