"""The figures that an indicator takes from its plan's project ledger, by day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from ducha.assess.rates import Portion, as_told
from ducha.model import FromLedger, Indicator, Plan
from ducha.model.family import Family, families
from ducha.model.measures import is_percent, ratio
from ducha.model.project import Project
from ducha.model.stages import Stage

BASIS = "项目台账"
"""the basis of a figure that is taken from the ledger"""

_START = date.min


class Point(NamedTuple):
    """A figure on a day, and, of a share, what was divided by what."""

    day: date
    value: Decimal
    portion: Portion | None


def project_values(plan: Plan, indicator: Indicator, until: date) -> Iterator[Point]:
    """Yield an indicator's figures for every day on which something is recorded of its projects, oldest first.

    A percentage is rounded as it is printed, which never puts it on the other side of what is asked.
    """
    wanted, is_share = indicator.projects, is_percent(indicator.unit)
    if plan.ledger is None or wanted is None:
        return
    found = families(plan.ledger)
    change = _counts(found, wanted, wanted.stage) if wanted.stage else _sums(found, wanted, only_planned=is_share)
    factor = Decimal(1) if wanted.stage else ratio(plan.ledger.unit, indicator.unit) or Decimal(1)
    portion = Portion(Decimal(0), Decimal(0), "个" if wanted.stage else plan.ledger.unit)
    for day in sorted(day for day in change if day <= until):
        part, whole = change[day]
        portion = portion._replace(part=portion.part + part, whole=portion.whole + whole)
        if day != _START and not is_share:
            yield Point(day, portion.part * factor, None)
        elif day != _START and portion.whole:
            yield Point(day, as_told(indicator, portion.part * 100 / portion.whole), portion)


class _Changes(defaultdict[date, tuple[Decimal, Decimal]]):
    """Day → by how much what is counted, and all there is, changed; what was so from the start on ``_START``."""

    def __init__(self) -> None:
        super().__init__(lambda: (Decimal(0), Decimal(0)))

    def add(self, day: date, part: Decimal | int = 0, whole: Decimal | int = 0) -> None:
        before = self[day]
        self[day] = before[0] + part, before[1] + whole


def _counts(found: Iterable[Family], wanted: FromLedger, stage: Stage) -> _Changes:
    """How many have reached a stage, of how many; what is stopped leaves both."""
    changes = _Changes()
    for family in found:
        for part, kind, reached in _counted(family, wanted, stage):
            if wanted.kind and kind not in wanted.kind:
                continue
            stopped = family.stopped(part)
            is_reached = reached is not None and (stopped is None or reached < stopped)
            changes.add(_START, 0, 1)
            for day in _days(family if part is family.project else Family(family.at, part)):
                changes.add(day)
            if reached and is_reached:
                changes.add(reached, 1)
            if stopped:
                changes.add(stopped, -1 if is_reached else 0, -1)
    return changes


def _counted(family: Family, wanted: FromLedger, stage: Stage) -> Iterator[tuple[Project, str | None, date | None]]:
    """What of a project is counted, its class, and the day on which it reached a stage."""
    if wanted.count == "projects":
        yield family.project, family.kind, family.reached(stage)
    else:
        yield from ((part, family.kind_of(part), part.stages.reached(stage)) for _, part in family.parts)


def _days(family: Family) -> Iterator[date]:
    """Every day on which something is recorded of a project or its sub-items: so far its figures are known."""
    for project in (family.project, *(item for _, item in family.items)):
        yield from (day for _, day in project.stages.entered())
        yield from (record.day for record in project.invested)
        yield from (record.day for record in project.progress)
        yield from (stop.day for stop in [project.stopped] if stop)


def _sums(found: Iterable[Family], wanted: FromLedger, *, only_planned: bool) -> _Changes:
    """What was invested, of what was planned."""
    changes = _Changes()
    for family in found:
        for _, one in family.bearers:
            kind = family.kind if one is family.project else family.kind_of(one)
            if (wanted.kind and kind not in wanted.kind) or (only_planned and not one.planned):
                continue
            changes.add(_START, 0, one.planned or 0)
            before = Decimal(0)
            for record in sorted(one.invested, key=lambda record: record.day):
                changes.add(record.day, record.value - before)
                before = record.value
    return changes
