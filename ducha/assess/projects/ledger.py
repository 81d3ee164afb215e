"""A plan's project ledger as it stands on the reference day: the counts and sums of each class of projects.

What is counted in a class is the sub-item (子项); a project without any counts as one. Money is summed over those
whose money counts (``Family.bearers``). What has no stage or no report is counted as such, not as not begun.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from ducha.assess.figures.indicators import IndicatorStanding
from ducha.assess.frame import Frame
from ducha.assess.projects.project import ProjectStanding, assess_family
from ducha.assess.rates import Portion, Rate
from ducha.model import ListedProjects, ProjectClass
from ducha.model.family import Family, families
from ducha.model.measures import is_percent
from ducha.model.stages import STAGES, Stage


class ClassStanding(NamedTuple):
    """One class of projects (类别): what the document says of it, and what the ledger holds."""

    title: str | None
    """None for the projects of no class, and for the sum of all"""
    listed: ProjectClass | None
    """what the document says"""
    projects: int
    """how many projects are of this class as a whole"""
    items: int
    """how many sub-items; a project without any counts as one"""
    stages: Mapping[Stage, int]
    """how many of them are in each stage now; every stage named"""
    unknown: int
    """of how many of them no stage is recorded"""
    stopped: int
    """how many of them were stopped with approval, which are in no stage"""
    newly: Mapping[Stage, int]
    """how many entered each stage in the period reported on"""
    invested: Decimal
    """investment of the year so far, summed; also of those without a plan for the year"""
    investment: Portion
    """投资完成率: of those with a plan for the year, what they have invested ÷ what they planned"""
    unreported: int
    """how many with a plan have reported no investment, so that nothing of theirs is in the sums"""

    @property
    def started(self) -> Rate:
        """开工率: under construction or further ÷ all that were not stopped."""
        return self._reached("started")

    @property
    def completed(self) -> Rate:
        """竣工率: completed or operating ÷ all that were not stopped."""
        return self._reached("completed")

    def _reached(self, stage: Stage) -> Rate:
        order = list(STAGES)
        beyond = order[order.index(stage) :]
        return Rate(sum(self.stages[one] for one in beyond), self.items - self.stopped)


class LedgerStanding(NamedTuple):
    """A plan's project ledger as it stands on the reference day, beside what the document says."""

    unit: str
    """of money"""
    listed: ListedProjects
    """what the document says of all projects together"""
    projects: tuple[ProjectStanding, ...]
    """every project, followed by its sub-items"""
    classes: tuple[ClassStanding, ...]
    """the classes that the document lists, then the ledger's others, then those of no class"""
    apart: tuple[ClassStanding, ...]
    """classes that the document lists beside its total"""
    whole: ClassStanding
    """the classes together, without those apart"""
    mixed: int
    """how many projects have sub-items of several classes, and so are in the count of none"""
    node: Decimal | None
    """the share of the year's plan that is to be invested by now, in percent: the last node of the plan's indicator"""

    @property
    def has_items(self) -> bool:
        """Whether any project has sub-items."""
        return any(project.has_items for project in self.projects)

    def is_behind(self, project: ProjectStanding) -> bool:
        """Whether less of a project's plan for the year is invested than the node asks of all; the silent are not.

        新政发〔2013〕36号 政府投资项目 二3 sets such nodes (6月底前完成年度投资计划的38%左右) for all together.
        """
        of = project.investment if project.counts_money else None
        return bool(of and self.node is not None and of.part * 100 / of.whole < self.node)


def assess_ledger(frame: Frame, indicators: Iterable[IndicatorStanding]) -> LedgerStanding | None:
    """Judge every project of a plan's ledger by what is recorded, None where the plan has no ledger."""
    ledger, listed = frame.plan.ledger, frame.plan.projects
    if ledger is None:
        return None
    found = families(ledger)
    standings = tuple(one for family in found for one in assess_family(frame, family))
    classes = tuple(_classes(found, standings, listed, ledger.unit))
    apart = tuple(one for one in classes if one.listed and one.listed.apart)
    beside = {one.title for one in apart}
    within = sum(any(family.kind_of(part) not in beside for _, part in family.parts) for family in found)
    return LedgerStanding(
        unit=ledger.unit,
        listed=listed,
        projects=standings,
        classes=tuple(one for one in classes if one not in apart),
        apart=apart,
        whole=_count([one for one in standings if one.kind not in beside], within, ledger.unit),
        mixed=sum(map(_is_mixed, found)),
        node=_node(frame, indicators),
    )


def without_names(ledger: LedgerStanding) -> LedgerStanding:
    """Return a ledger without the persons who answer for its projects: papers that go round name units."""
    unnamed = (project._replace(leader=(), officer=(), roles={}) for project in ledger.projects)
    return ledger._replace(projects=tuple(unnamed))


def _node(frame: Frame, indicators: Iterable[IndicatorStanding]) -> Decimal | None:
    """The last node passed of the indicator that is 投资完成率 of all projects."""
    for standing in indicators:
        wanted = frame.plan.indicators[int(standing.place[1])].projects
        if wanted and wanted.sum and not wanted.kind and is_percent(standing.unit) and standing.expected is not None:
            return standing.expected
    return None


def _classes(
    found: Sequence[Family], standings: Sequence[ProjectStanding], listed: ListedProjects, unit: str
) -> Iterator[ClassStanding]:
    """Yield the classes that the document lists, the ledger's others as they come, and what is of no class."""
    named = {one.title: one for one in listed.classes}
    kinds: dict[str | None, None] = dict.fromkeys(named)
    kinds |= dict.fromkeys(one.kind for one in standings if one.kind)
    for kind in (*kinds, None):
        own = [one for one in standings if one.kind == kind]
        if kind or any(one.counts_money or not one.has_items for one in own):
            projects = sum(family.kind == kind and not _is_mixed(family) for family in found)
            yield _count(own, projects, unit)._replace(title=kind, listed=named.get(kind or ""))


def _is_mixed(family: Family) -> bool:
    return family.kind is None and any(family.kind_of(part) for _, part in family.parts)


def _count(own: Sequence[ProjectStanding], projects: int, unit: str) -> ClassStanding:
    """Count and sum some projects and sub-items."""
    parts = [one for one in own if not one.has_items]
    going = [one for one in parts if not one.stopped]
    money = [one for one in own if one.counts_money]
    planned = [one for one in money if one.planned]
    plan = sum((one.planned for one in planned if one.planned), Decimal(0))
    return ClassStanding(
        title=None,
        listed=None,
        projects=projects,
        items=len(parts),
        stages={stage: sum(one.stage == stage for one in going) for stage in STAGES},
        unknown=sum(one.stage is None for one in going),
        stopped=len(parts) - len(going),
        newly={stage: sum(stage in one.newly for one in going) for stage in STAGES},
        invested=_invested(money),
        investment=Portion(_invested(planned), plan, unit),
        unreported=sum(one.invested is None for one in planned),
    )


def _invested(projects: Iterable[ProjectStanding]) -> Decimal:
    return sum((one.invested.value for one in projects if one.invested), Decimal(0))
