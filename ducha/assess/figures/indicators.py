"""Indicators: where each stands on the reference day against what was expected by then."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from ducha.assess.amounts import Amount, Members, Value
from ducha.assess.answering import Units
from ducha.assess.due import DueDay
from ducha.assess.figures.members import MemberStanding
from ducha.assess.obligations import SortKey, order_of
from ducha.assess.rates import percent, round_tenth
from ducha.model import Base, PartOf, Target
from ducha.model.measures import is_percent, is_points
from ducha.problems import Path

Progress = Literal["ahead", "on", "behind", "unreported", "reached", "missed", "stopped", "disputed", "unjudged"]
HeldTo = Literal["node", "target", "months"]


class Levels(NamedTuple):
    """How far a target of two levels is reached by the latest figure."""

    floor: bool
    """保底"""
    stretch: bool
    """力争"""
    is_final: bool
    """whether its day has passed, so that this is how it ended"""


class IndicatorStanding(NamedTuple):
    """Where an indicator stands on the reference day.

    ``expected`` is the last node passed (or the pace of months), in the indicator's unit. Percentages are
    shares of the target, of two levels of the floor, and a level or rate (``measure: point``) has none: 40% of a
    wanted 42% is not 95% of the task.
    """

    id: str
    plan: str
    plan_title: str
    number: int
    title: str
    section: str | None
    unit: str
    measure: str
    """`cumulative`, `increment` or `point`, which a place and a growth are too"""
    pace: str
    """`nodes`, `months` or `none`: what its progress is to be held against"""
    target: Target
    qualifier: str | None
    """左右, 近, 以上 or 至少"""
    strength: str
    due: DueDay
    """of the final target"""
    actual: Value | None
    """the latest figure, running total, level or growth"""
    judged: Value | None
    """the figure it is judged by: the latest, but of what is judged on its day (a ceiling, a place) the last by then"""
    expected: Decimal | None
    """the last node passed, or the pace of months"""
    expected_qualifier: str | None
    """左右, 近, 以上 or 至少, as the document words that node"""
    held_to: HeldTo | None
    """what ``expected`` is: `node`, the `target` itself, or the pace of `months`"""
    progress: Progress
    """against what was expected"""
    levels: Levels | None
    """of a target of two levels: which of them the figure reaches"""
    members: Members | None
    """counts of the members of a group it holds for"""
    ranked: tuple[MemberStanding, ...]
    """every listed member of the group it holds for that has a task, best first"""
    ranked_by_share: bool
    """whether these places go by 年度任务完成率, because the tasks differ, and not by the figure itself"""
    untasked: tuple[str, ...]
    """the listed members that have no task"""
    before: Value | None
    """where it stood at the end of the period before"""
    change: Decimal | None
    """what the period added, in the indicator's unit, None where it has no figure, or none tells what it began with"""
    base: Base | None
    """of a growth: what it is measured from"""
    amount: Amount | None
    """of a growth that is worked out: the latest amount, comparable or not"""
    part_of: PartOf | None
    """the total it is a part of"""
    units: Units
    place: Path
    basis: str | None = None
    """口径 of the latest figure, of a group of its members' where they share one; None where nobody said"""
    kinds: tuple[str, ...] = ()
    """of a figure taken from the project ledger: the only classes of projects that are counted, none for all"""
    is_disputed: bool = False
    """whether its figure is in dispute as a whole, and not told"""

    @property
    def done_percent(self) -> Decimal | None:
        """年度任务完成率: the actual as a share of the target."""
        return self._share(self.actual.value if self.actual else None, self.target.value)

    @property
    def stretch_percent(self) -> Decimal | None:
        """Of two levels, the actual as a share of the upper one (力争)."""
        upper = self.target.stretch
        return self._share(self.actual.value, upper) if self.actual and upper is not None else None

    @property
    def expected_percent(self) -> Decimal | None:
        """The expected value as a share of the target."""
        return self._share(self.expected, self.target.value)

    @property
    def gap_points(self) -> Decimal | None:
        """Percentage points ahead of (+) or behind (-) what was expected: of the target, or of the rate itself.

        A ceiling, a range or a rank has none, nor has more than what was to be met exactly: that is not ahead.
        """
        if self.judged is None or self.expected is None or not self.target.rises or self.is_over:
            return None
        ahead = self.judged.told - self.expected
        if self.is_rate:
            return round_tenth(ahead)
        return None if self.done_percent is None else round_tenth(ahead * 100 / self.target.value)

    @property
    def is_rate(self) -> bool:
        """Whether its own unit is percent or percentage points, so that differences are in percentage points."""
        return self.measure == "point" and (is_percent(self.unit) or is_points(self.unit))

    @property
    def is_rank(self) -> bool:
        """Whether its figure is a place."""
        return self.target.is_place(self.unit)

    @property
    def is_over(self) -> bool:
        """Whether the figure is more than the target allows: over a ceiling or a range, or past an exact number."""
        most = self.target.most
        return self.judged is not None and most is not None and not self.is_rank and self.judged.value > most

    @property
    def distance(self) -> Decimal | None:
        """How far the figure is from what was expected, in the indicator's unit, whichever way; 0 inside a range."""
        if self.judged is None or self.expected is None:
            return None
        value = self.judged.told
        if self.target.between and self.held_to == "target":
            low, high = self.target.between
            return max(low - value, value - high, Decimal(0))
        return abs(value - self.expected)

    @property
    def needed(self) -> Decimal | None:
        """Of a growth over a base: the amount at which the target is reached, of 81.3 and 23% it is 99.999."""
        base = self.base.value if self.base else None
        if base is None:
            return None
        return base + (base * self.target.value / 100 if is_percent(self.unit) else self.target.value)

    @property
    def is_reported(self) -> bool:
        """Whether there is any figure, its own or a member's, or of a growth an amount."""
        return bool(self.actual or self.amount or (self.members and self.members.reported))

    @property
    def listed(self) -> tuple[str, ...]:
        """The listed members of the group it holds for, those without a task at the end."""
        return (*(member.unit for member in self.ranked), *self.untasked)

    @property
    def silent_members(self) -> tuple[str, ...]:
        """The listed members that have reported nothing."""
        return tuple(m.unit for m in self.ranked if m.actual is None and not (m.is_disputed or self.is_disputed))

    @property
    def is_contested(self) -> bool:
        """Whether its figure is in dispute, as a whole or one of its members'."""
        return self.is_disputed or bool(self.disputed_members)

    @property
    def disputed_members(self) -> tuple[str, ...]:
        """The listed members whose own figures are in dispute."""
        return tuple(member.unit for member in self.ranked if member.is_disputed)

    @property
    def ranked_total(self) -> Decimal | None:
        """The sum of the members' figures that are told, None of levels, which add up to nothing."""
        known = [member.actual.value for member in self.ranked if member.actual]
        return sum(known, Decimal(0)) if known and self.measure != "point" else None

    @property
    def ranked_changes(self) -> tuple[Decimal, ...]:
        """What the period added to each of the members' figures of which that is known, none of levels."""
        return tuple(m.change for m in self.ranked if m.change is not None) if self.measure != "point" else ()

    @property
    def ranked_days(self) -> tuple[date, ...]:
        """The days of the members' latest figures, each once, in order."""
        return tuple(sorted({member.actual.day for member in self.ranked if member.actual}))

    @property
    def ranked_task(self) -> Decimal | None:
        """The sum of the members' tasks, None of levels, ranges and two levels, which add up to nothing."""
        if not self.ranked or self.measure == "point" or not self.target.is_one_number:
            return None
        return sum((member.target.value for member in self.ranked), Decimal(0))

    @property
    def ranked_percent(self) -> Decimal | None:
        """年度任务完成率 of all members together, what is not reported counted as nothing done; none with a dispute."""
        if self.disputed_members or self.ranked_total is None or self.ranked_task is None or not self.target.rises:
            return None
        return percent(self.ranked_total, self.ranked_task)

    @property
    def own_tasks(self) -> int:
        """How many listed members have a task of their own in the place of the common one."""
        return len(self.untasked) + sum(member.target != self.target for member in self.ranked)

    @property
    def sort_key(self) -> SortKey:
        """The order everywhere: plan, due day (undated last), place in the plan's file, which is the document's."""
        return order_of(self.number, self.due, self.place)

    def _share(self, value: Decimal | None, whole: Decimal) -> Decimal | None:
        if value is None or self.measure == "point" or not self.target.rises:
            return None
        return percent(value, whole)
