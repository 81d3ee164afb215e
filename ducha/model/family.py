"""A project with its sub-items (子项): what is counted once, and whose money counts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from ducha.model.project import Project, ProjectLedger
from ducha.model.stages import Stage


class Family(NamedTuple):
    """A project and those of its sub-items that the ledger lists; each with its position there."""

    at: int
    project: Project
    items: tuple[tuple[int, Project], ...] = ()

    @property
    def parts(self) -> tuple[tuple[int, Project], ...]:
        """What counts as sub-items: a project without any counts as one itself (101个项目，124个子项)."""
        return self.items or ((self.at, self.project),)

    @property
    def kind(self) -> str | None:
        """The project's class: its own, else that of all its sub-items, None where these differ."""
        kinds = {self.kind_of(part) for _, part in self.parts}
        return self.project.kind or (kinds.pop() if len(kinds) == 1 else None)

    def kind_of(self, part: Project) -> str | None:
        """The class of a sub-item: its own, else the project's."""
        return part.kind or self.project.kind

    @property
    def bearers(self) -> tuple[tuple[int, Project], ...]:
        """Whose money counts: the sub-items' where any of them has any, else the project's own; never both."""
        return self.items if any(has_money(item) for _, item in self.items) else ((self.at, self.project),)

    def stopped(self, part: Project) -> date | None:
        """The day on which a part of it was stopped, itself or with the whole project."""
        return min((one.stopped.day for one in (part, self.project) if one.stopped), default=None)

    def reached(self, stage: Stage) -> date | None:
        """The day on which the project reached a stage: its own, else its sub-items'.

        It has begun with the first of them, and is finished with the last of those that were not stopped.
        """
        own = self.project.stages.reached(stage)
        if own or not self.items:
            return own
        days = [item.stages.reached(stage) for _, item in self.items]
        known = [day for day in days if day]
        if stage not in ("completed", "operating"):
            return min(known, default=None)
        settled = [day or self.stopped(item) for day, (_, item) in zip(days, self.items, strict=True)]
        ends = [day for day in settled if day]
        return max(ends) if known and len(ends) == len(settled) else None


def families(ledger: ProjectLedger) -> tuple[Family, ...]:
    """Return the projects of a ledger with their sub-items, in its order; a sub-item of nothing stands for itself."""
    numbered = list(enumerate(ledger.projects))
    whole = {project.id for _, project in numbered if not project.part_of}
    items: dict[str, list[tuple[int, Project]]] = {}
    for at, project in numbered:
        if project.part_of in whole:
            items.setdefault(project.part_of, []).append((at, project))
    return tuple(
        Family(at, project, tuple(items.get(project.id, ())))
        for at, project in numbered
        if project.part_of not in whole
    )


def has_money(project: Project) -> bool:
    """Whether any amount is known of a project."""
    return project.planned is not None or project.total is not None or bool(project.invested)


def numbers_of(found: Iterable[Family]) -> tuple[int, int]:
    """Count some projects, and their sub-items."""
    listed = list(found)
    return len(listed), sum(len(family.parts) for family in listed)
