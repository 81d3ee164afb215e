"""Which plans were looked at, by which supervision group, and for how long nobody has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from ducha.assess.standing import PlanStanding
from ducha.model import Campaign
from ducha.model.values import plan_of

if TYPE_CHECKING:
    from ducha.model.inspection import Inspection


class PlanVisits(NamedTuple):
    """How often a plan was looked at, and for how long nobody has."""

    plan: str
    """its id"""
    title: str
    """its short title"""
    number: int
    group: int | None
    """the supervision group that covers it"""
    times: Mapping[str, int]
    """id of a method → how often"""
    last: date | None
    """the last time"""
    days_since: int
    """since then; if nobody ever looked, since the day of issue, or where that is not known since the campaign began"""

    @property
    def total(self) -> int:
        """How often, by whatever method."""
        return sum(self.times.values())


class GroupVisits(NamedTuple):
    """What one supervision group (联合督导组) held, and which of its plans it looked at."""

    id: int
    held: int
    """how many inspections"""
    last: date | None
    """the last time"""
    plans: tuple[str, ...]
    """short titles of the plans it covers"""
    unseen: tuple[str, ...]
    """those of them that it never looked at"""


def find_plan_visits(
    campaign: Campaign, plans: Iterable[PlanStanding], held: Sequence[Inspection], day: date
) -> Iterator[PlanVisits]:
    """Yield for each plan how it was looked at up to a day; an inspection counts for the plans it names."""
    begun = campaign.document.issued or campaign.start
    methods = [method.id for method in campaign.supervision.methods if method.kind == "inspection"]
    groups = {plan: group.id for group in campaign.supervision.groups for plan in group.plans}
    looked: dict[str, list[Inspection]] = {}
    for one in held:
        for seen in seen_by(one):
            looked.setdefault(seen, []).append(one)
    for plan in plans:
        own = looked.get(plan.id, [])
        last = _last(own)
        times = {method: sum(one.method == method for one in own) for method in methods}
        since = max((day - (last or begun)).days, 0)
        yield PlanVisits(plan.id, plan.short_title, plan.number, groups.get(plan.id), times, last, since)


def find_group_visits(
    campaign: Campaign, plans: Iterable[PlanStanding], held: Sequence[Inspection]
) -> Iterator[GroupVisits]:
    """Yield what each group held; of its plans only those that are reported on."""
    titles = {plan.id: plan.short_title for plan in plans}
    for group in campaign.supervision.groups:
        own = [one for one in held if one.group == group.id]
        seen = {plan for one in own for plan in seen_by(one)}
        covered = [plan for plan in group.plans if plan in titles]
        unseen = tuple(titles[plan] for plan in covered if plan not in seen)
        yield GroupVisits(group.id, len(own), _last(own), tuple(titles[plan] for plan in covered), unseen)


def seen_by(inspection: Inspection) -> frozenset[str]:
    """Return the ids of the plans that an inspection looked at, whole or some item of them."""
    return frozenset(plan_of(name) for name in inspection.about)


def _last(inspections: Iterable[Inspection]) -> date | None:
    return max((one.until or one.day for one in inspections), default=None)
