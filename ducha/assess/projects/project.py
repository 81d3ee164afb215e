"""One project of a ledger as it stands on the reference day. What is not recorded is not known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple, TypeVar

from ducha.assess.answering import Units
from ducha.assess.frame import Frame
from ducha.assess.rates import Portion
from ducha.model import Stop
from ducha.model.family import Family
from ducha.model.project import Invested, Project, Situation
from ducha.model.stages import Stage
from ducha.problems import LEDGER, Path

_Record = TypeVar("_Record", Invested, Situation)


class ProjectStanding(NamedTuple):
    """One project or sub-item as it stands on the reference day."""

    id: str
    """as the office writes it"""
    title: str
    part_of: str | None
    """the project that it is a sub-item of"""
    has_items: bool
    """whether it has sub-items, which are counted in its place"""
    kind: str | None
    """its class; a sub-item without one has that of its project"""
    sector: str | None
    site: str | None
    """where it is built"""
    stage: Stage | None
    """the last stage that it has entered, None where none is recorded"""
    since: date | None
    """the day on which it entered that"""
    planned: Decimal | None
    """investment planned for the year"""
    total: Decimal | None
    """investment in all"""
    invested: Invested | None
    """the latest of the year's running total"""
    unit: str
    """of money"""
    progress: Situation | None
    """the latest 形象进度"""
    counts_money: bool
    """whether its money enters sums; of a project and its sub-items only one does"""
    leader: tuple[str, ...]
    """county leaders by name, for leaders' use only"""
    officer: tuple[str, ...]
    """special officers by name"""
    roles: Mapping[str, tuple[str, ...]]
    """who has which other role"""
    service: tuple[str, ...]
    """the units that serve it"""
    units: Units
    """who answers for it besides"""
    stopped: Stop | None
    note: str | None
    place: Path
    newly: tuple[Stage, ...]
    """the stages that it entered in the period reported on"""

    @property
    def investment(self) -> Portion | None:
        """投资完成率: invested ÷ planned for the year; None where either is not known."""
        if self.invested is None or not self.planned:
            return None
        return Portion(self.invested.value, self.planned, self.unit)

    def concerns(self, unit: str) -> bool:
        """Whether a unit serves it or answers for it in any role."""
        return unit in self.service or self.units.role_of(unit) is not None

    def is_counted_in(self, stage: str) -> bool:
        """Whether it is counted in a stage, or as ``stopped``, or as ``unknown``, of which no stage is recorded."""
        now = "stopped" if self.stopped else self.stage or "unknown"
        return not self.has_items and now == stage


def assess_family(frame: Frame, family: Family) -> Iterator[ProjectStanding]:
    """Yield a project and its sub-items as they stand, by what is recorded."""
    yield _project(frame, family, (family.at, family.project))
    for part in family.items:
        yield _project(frame, family, part)


def _project(frame: Frame, family: Family, part: tuple[int, Project]) -> ProjectStanding:
    at, project = part
    entered = [(stage, day) for stage, day in project.stages.entered() if day <= frame.until]
    stage, since = entered[-1] if entered else (None, None)
    stops = [one.stopped for one in (project, family.project) if one.stopped and one.stopped.day <= frame.until]
    known, is_whole = frame.register.known, at == family.at
    return ProjectStanding(
        id=project.id,
        title=project.title,
        part_of=project.part_of,
        has_items=is_whole and bool(family.items),
        kind=family.kind if is_whole else family.kind_of(project),
        sector=project.sector,
        site=project.place,
        stage=stage,
        since=since,
        planned=project.planned,
        total=project.total,
        invested=_latest(project.invested, frame.until),
        unit=frame.plan.ledger.unit if frame.plan.ledger else "",
        progress=_latest(project.progress, frame.until),
        counts_money=part in family.bearers,
        leader=project.leader or family.project.leader,
        officer=project.officer or family.project.officer,
        roles={**family.project.roles, **project.roles},
        service=known(project.service or family.project.service),
        units=_units(frame, project, family.project),
        stopped=stops[0] if stops else None,
        note=project.note,
        place=(LEDGER, "projects", at),
        newly=tuple(one for one, day in entered if frame.at.period and frame.at.period.holds(day)),
    )


def _latest(records: Iterable[_Record], until: date) -> _Record | None:
    """The last of some records that is known by a day; of one day the last written."""
    known = sorted((record for record in records if record.day <= until), key=lambda record: record.day)
    return known[-1] if known else None


def _units(frame: Frame, project: Project, whole: Project) -> Units:
    """Who answers besides: those that a sub-item names, else those of its project."""
    known, own = frame.register.known, project if project.lead or project.responsible else whole
    return Units(known(own.lead), known(own.responsible), known(project.support or whole.support))
