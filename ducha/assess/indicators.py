"""Indicators: where each stands on the reference day against what was expected by then."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal, NamedTuple

from ducha.assess.checkpoints import Figures, Node, assess_node, figures_of, members_at, nodes_of
from ducha.assess.disputes import disputed_members
from ducha.assess.due import DueDay
from ducha.assess.frame import Frame
from ducha.assess.members import MemberStanding, rank_members
from ducha.assess.obligations import Members, Obligation, SortKey, order_of
from ducha.assess.rates import percent, round_tenth
from ducha.assess.series import Value, growth, latest
from ducha.assess.units import Units
from ducha.model import Indicator, Target
from ducha.problems import Path

Progress = Literal["ahead", "on", "behind", "unreported", "reached", "missed", "stopped", "disputed", "unjudged"]


class IndicatorStanding(NamedTuple):
    """Where an indicator stands on the reference day.

    ``expected`` is the last node passed (or the pace of months), in the indicator's unit. Percentages are
    shares of the target, and a level or rate (``measure: point``) has none: 40% of a wanted 42% is not 95% of
    the task.
    """

    id: str
    plan: str
    plan_title: str
    number: int
    title: str
    section: str | None
    unit: str
    measure: str
    """`cumulative`, `increment` or `point`"""
    pace: str
    """`nodes`, `months` or `none`: what its progress is held against"""
    target: Target
    qualifier: str | None
    """左右, 近, 以上 or 至少"""
    strength: str
    due: DueDay
    """of the final target"""
    actual: Value | None
    """the latest figure, running total or level"""
    expected: Decimal | None
    """the last node passed, or the pace of months"""
    expected_qualifier: str | None
    """左右, 近, 以上 or 至少, as the document words that node"""
    progress: Progress
    """against what was expected"""
    members: Members | None
    """counts of the members of a group it holds for"""
    ranked: tuple[MemberStanding, ...]
    """every listed member of the group it holds for, best first"""
    before: Value | None
    """where it stood at the end of the period before"""
    units: Units
    place: Path
    is_disputed: bool = False
    """whether its figure is in dispute as a whole, and not told"""

    @property
    def done_percent(self) -> Decimal | None:
        """年度任务完成率: the actual as a share of the target."""
        return self._share(self.actual.value if self.actual else None)

    @property
    def expected_percent(self) -> Decimal | None:
        """The expected value as a share of the target."""
        return self._share(self.expected)

    @property
    def gap_points(self) -> Decimal | None:
        """Percentage points ahead of (+) or behind (-) what was expected: of the target, or of the rate itself.

        A ceiling or a rank has none: to be below it is what is wanted.
        """
        if self.actual is None or self.expected is None or not self.target.rises:
            return None
        ahead = self.actual.value - self.expected
        if self.is_rate:
            return round_tenth(ahead)
        return None if self.done_percent is None else round_tenth(ahead * 100 / self.target.value)

    @property
    def is_rate(self) -> bool:
        """Whether its own unit is percent or percentage points, so that differences are in percentage points."""
        return self.measure == "point" and self.unit in ("%", "百分点", "个百分点")

    @property
    def distance(self) -> Decimal | None:
        """How far the actual is from what was expected, in the indicator's unit, whichever way."""
        if self.actual is None or self.expected is None:
            return None
        return abs(self.actual.value - self.expected)

    @property
    def change(self) -> Decimal | None:
        """What the period added, in the indicator's unit, None where it or the time before it brought no figure."""
        return growth(self.actual, self.before)

    @property
    def is_reported(self) -> bool:
        """Whether there is any figure, its own or a member's."""
        return self.actual is not None or bool(self.members and self.members.reported)

    @property
    def silent_members(self) -> tuple[str, ...]:
        """The listed members that have reported nothing."""
        return tuple(m.unit for m in self.ranked if m.actual is None and not (m.is_disputed or self.is_disputed))

    @property
    def disputed_members(self) -> tuple[str, ...]:
        """The listed members whose own figures are in dispute."""
        return tuple(member.unit for member in self.ranked if member.is_disputed)

    @property
    def ranked_total(self) -> Decimal | None:
        """The sum of the members' figures, None of levels, which add up to nothing."""
        known = [member.actual.value for member in self.ranked if member.actual]
        return sum(known, Decimal(0)) if known and self.measure != "point" else None

    @property
    def sort_key(self) -> SortKey:
        """The order everywhere: plan, due day (undated last), place in the plan's file, which is the document's."""
        return order_of(self.number, self.due, self.place)

    def _share(self, value: Decimal | None) -> Decimal | None:
        if value is None or self.measure == "point" or not self.target.rises:
            return None
        return percent(value, self.target.value)


def assess_indicator(frame: Frame, index: int) -> tuple[IndicatorStanding, tuple[Obligation, ...]]:
    """Return an indicator's standing and the obligations of its checkpoints."""
    indicator = frame.plan.indicators[index]
    figures = figures_of(frame, indicator)
    nodes = tuple(nodes_of(frame, indicator, figures, ("indicators", index)))
    obligations = tuple(assess_node(frame, indicator, node, figures) for node in nodes)
    return _standing(frame, indicator, nodes, figures), obligations


def _standing(frame: Frame, indicator: Indicator, nodes: Sequence[Node], figures: Figures) -> IndicatorStanding:
    expected, qualifier = _expected(frame, indicator, nodes)
    final = nodes[-1]
    return IndicatorStanding(
        id=f"{frame.plan.id}/{indicator.id}",
        plan=frame.plan.id,
        plan_title=frame.plan.short_title,
        number=frame.plan.number,
        title=indicator.title,
        section=indicator.section,
        unit=indicator.unit,
        measure=indicator.measure,
        pace=indicator.pace,
        target=indicator.target,
        qualifier=indicator.qualifier,
        strength=indicator.strength,
        due=final.due,
        actual=figures.latest,
        expected=expected,
        expected_qualifier=qualifier,
        progress=_progress(frame, indicator, final, figures, expected),
        members=members_at(frame, indicator, final, figures),
        ranked=_ranked(frame, indicator, figures),
        before=latest(figures.own, frame.since),
        units=frame.units_of(indicator),
        place=final.place,
        is_disputed=figures.is_disputed,
    )


def _ranked(frame: Frame, indicator: Indicator, figures: Figures) -> tuple[MemberStanding, ...]:
    disputed_before = disputed_members(frame, indicator, frame.checked_before) if frame.since else ()
    return rank_members(
        *(indicator, figures.members, figures.by_member or {}, frame.since),
        disputed=figures.disputed,
        disputed_before=disputed_before,
    )


def _expected(frame: Frame, indicator: Indicator, nodes: Sequence[Node]) -> tuple[Decimal | None, str | None]:
    """The value of the last node that has passed, or the share of the months that have (two decimals)."""
    if indicator.pace == "nodes":
        passed = [node for node in nodes if node.due.present and node.due.present < frame.reference]
        last = max(passed, key=lambda node: node.due.present or date.min, default=None)
        return (last.value, last.qualifier) if last else (None, None)
    if indicator.pace == "months":
        months = (frame.reference.year - frame.campaign.year) * 12 + frame.reference.month - 1
        share = indicator.target.value * min(max(months, 0), 12) / 12
        return share.quantize(Decimal("0.01"), ROUND_HALF_UP), None
    return None, None


def _progress(frame: Frame, indicator: Indicator, final: Node, figures: Figures, expected: Decimal | None) -> Progress:
    if final.finished:
        return "reached"
    if indicator.stopped and indicator.stopped.day <= frame.until:
        return "stopped"
    if final.is_disputed:
        return "disputed"
    if not figures.is_reported:
        return "unjudged" if expected is None else "unreported"
    if final.due.present and final.due.present < frame.reference:
        return "missed"
    if expected is None or figures.latest is None or not indicator.target.rises:
        return "unjudged"
    value = figures.latest.value
    return "ahead" if value > expected else "on" if value == expected else "behind"
