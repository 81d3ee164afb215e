"""Supervision as it stands: what was required of the office, what it held, and who looked at what (督查开展情况)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from ducha.assess.reference import Reference
from ducha.assess.scope import Scope
from ducha.assess.standing import PlanStanding
from ducha.assess.states import State
from ducha.assess.supervision.required import Requirement, days_of_papers, find_requirements
from ducha.assess.supervision.visits import GroupVisits, PlanVisits, find_group_visits, find_plan_visits, seen_by
from ducha.deadlines.cycles import Period
from ducha.model import Campaign, Method
from ducha.model.values import plan_of

if TYPE_CHECKING:
    from ducha.model.inspection import Inspection
    from ducha.model.records import Records


class SupervisionStanding(NamedTuple):
    """All supervision up to the reference day, or what a report tells of it."""

    methods: tuple[Method, ...]
    """those of which inspections are held, in the campaign's order"""
    inspections: tuple[Inspection, ...]
    """by day"""
    papers: Mapping[str, tuple[date, ...]]
    """id of a method that asks for bulletins → the days on which its own were sent out"""
    requirements: tuple[Requirement, ...]
    """of every period that has begun, by method and period"""
    plans: tuple[PlanVisits, ...]
    """those reported on, in the document's order"""
    groups: tuple[GroupVisits, ...]
    """in the campaign's order"""

    @property
    def short(self) -> tuple[Requirement, ...]:
        """What those who supervise owe."""
        return tuple(one for one in self.requirements if one.is_short)

    @property
    def owed(self) -> tuple[tuple[tuple[str, ...], tuple[Requirement, ...]], ...]:
        """Units → what they owe together, in the order of the methods."""
        owing = dict.fromkeys(one.by for one in self.short)
        return tuple((by, tuple(one for one in self.short if one.by == by)) for by in owing)

    @property
    def unheld(self) -> tuple[Requirement, ...]:
        """What was asked for in principle, and was not held."""
        return tuple(one for one in self.requirements if one.state is State.OVERDUE and one.is_in_principle)

    @property
    def fell_due(self) -> tuple[Requirement, ...]:
        """The requirements whose day has passed, met or not; one met before its day is not among them yet."""
        return tuple(one for one in self.requirements if one.is_due)

    def required_of(self, unit: str) -> tuple[Requirement, ...]:
        """What is required of one unit, alone or with others."""
        return tuple(one for one in self.requirements if unit in one.by)

    @property
    def times(self) -> Mapping[str, int]:
        """Id of a method → how many inspections were held, or bulletins sent out, whatever they report on."""
        papers = Counter({method: len(days) for method, days in self.papers.items()})
        return papers + Counter(one.method for one in self.inspections)

    @property
    def held(self) -> tuple[tuple[str, int, int], ...]:
        """Title of a method → how many inspections, and how many not announced (暗访), of those held at all."""
        times = Counter(one.method for one in self.inspections)
        hidden = Counter(one.method for one in self.inspections if not one.announced)
        return tuple((one.title, times[one.id], hidden[one.id]) for one in self.methods if times[one.id])

    @property
    def never_seen(self) -> tuple[str, ...]:
        """Short titles of the plans that nobody has ever looked at."""
        return tuple(plan.title for plan in self.plans if plan.last is None)

    @property
    def plans_seen(self) -> int:
        """How many plans the inspections looked at."""
        return len(frozenset(plan for one in self.inspections for plan in seen_by(one)))

    def told(self, scope: Scope, period: Period | None = None) -> SupervisionStanding:
        """What a report tells of it: in a period what was held in it, and the requirements whose last day lies in it.

        Of some plans or a leader's, only what looked at them, or at no plan in particular; of a group, what it held
        itself. What is required stays county-wide.
        """
        held, required, papers, groups = self.inspections, self.requirements, self.papers, self.groups
        if scope.plans or scope.leader is not None:
            held = tuple(_about({plan.plan for plan in self.plans}, held))
        if scope.group is not None:
            held = tuple(one for one in held if one.group == scope.group)
            groups = tuple(one for one in groups if one.id == scope.group)
        if period is not None:
            held = tuple(one for one in held if period.holds(one.day))
            required = tuple(one for one in required if period.holds(one.due))
            papers = {method: tuple(filter(period.holds, days)) for method, days in papers.items()}
        return self._replace(inspections=held, requirements=required, papers=papers, groups=groups)


def assess_supervision(
    campaign: Campaign, records: Records, plans: Sequence[PlanStanding], reference: Reference
) -> SupervisionStanding:
    """Gather what was held by the reference day, of whatever plans, and hold it against what the document requires."""
    known = (one for one in records.inspections if one.day <= reference.records_until)
    held = tuple(sorted(known, key=lambda one: (one.day, one.id)))
    return SupervisionStanding(
        methods=tuple(method for method in campaign.supervision.methods if method.kind == "inspection"),
        inspections=held,
        papers=days_of_papers(campaign, records, reference),
        requirements=tuple(find_requirements(campaign, records, reference)),
        plans=tuple(find_plan_visits(campaign, plans, held, reference.day)),
        groups=tuple(find_group_visits(campaign, plans, held)),
    )


def _about(plans: Collection[str], inspections: Iterable[Inspection]) -> Iterator[Inspection]:
    """Some inspections as far as they are about some plans."""
    for one in inspections:
        about = tuple(name for name in one.about if plan_of(name) in plans)
        if about or not one.about:
            yield one.model_copy(update={"about": about})
