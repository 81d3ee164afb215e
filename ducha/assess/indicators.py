"""Indicators: a standing each, and an obligation for every checkpoint, the final target being the last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from ducha.assess.due import DueDay, find_due
from ducha.assess.obligations import Figure, Frame, Obligation, Units, make_obligation
from ducha.assess.rates import percent, round_tenth
from ducha.assess.series import Series, Value, member_series, series_of
from ducha.model import Indicator, Target
from ducha.problems import Path

Progress = Literal["ahead", "on", "behind", "unreported", "reached", "missed", "unjudged"]


@dataclass(frozen=True, slots=True)
class Members:
    """How far an indicator that holds for every member of a group is reached: counts of units.

    ``total`` is None where the group's members are not listed.
    """

    total: int | None
    reported: int
    reached: int


@dataclass(frozen=True, slots=True)
class IndicatorStanding:
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
    target: Target
    qualifier: str | None
    strength: str
    due: DueDay
    actual: Value | None
    expected: Decimal | None
    progress: Progress
    members: Members | None
    units: Units
    note: str | None
    place: Path

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
        """Percentage points ahead of (+) or behind (-) what was expected: of the target, or of the rate itself."""
        if self.actual is None or self.expected is None:
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
    def sort_key(self) -> tuple[int, date, str]:
        """The order everywhere: plan, due day (undated last), id."""
        return self.number, self.due.present or date.max, self.id

    def _share(self, value: Decimal | None) -> Decimal | None:
        if value is None or self.measure == "point" or self.target.rank_within is not None:
            return None
        return percent(value, self.target.value)


@dataclass(frozen=True, slots=True)
class _Node:
    """One dated value of an indicator: a checkpoint or the final target."""

    due: DueDay
    value: Decimal
    is_final: bool
    place: Path


def assess_indicator(frame: Frame, index: int) -> tuple[IndicatorStanding, tuple[Obligation, ...]]:
    """Return an indicator's standing and the obligations of its checkpoints."""
    indicator = frame.plan.indicators[index]
    nodes = tuple(_nodes(frame, indicator, ("indicators", index)))
    series = () if indicator.each else series_of(frame.plan, indicator, frame.until)
    by_member = member_series(indicator, frame.until) if indicator.each else {}
    obligations = tuple(
        _obligation(frame, indicator, node, tuple(by_member.values()) if indicator.each else (series,))
        for node in nodes
    )
    return _standing(frame, indicator, nodes, series, by_member), obligations


def _nodes(frame: Frame, indicator: Indicator, place: Path) -> Iterator[_Node]:
    for index, checkpoint in enumerate(indicator.checkpoints):
        due = find_due(frame.campaign, checkpoint, frame.until)
        yield _Node(due, checkpoint.value, False, (*place, "checkpoints", index))
    due = find_due(frame.campaign, indicator, frame.until, (again.due for again in indicator.restates))
    yield _Node(due, indicator.target.value, True, place)


def _obligation(frame: Frame, indicator: Indicator, node: _Node, all_series: Sequence[Series]) -> Obligation:
    latest = all_series[0][-1].value if len(all_series) == 1 and all_series[0] else None
    return make_obligation(
        frame,
        indicator,
        node.due,
        obligation_id=f"{frame.plan.id}/{indicator.id}" + (f"@{node.due.first}" if node.due.first else ""),
        kind="checkpoint",
        place=node.place,
        finished=_finished(frame, indicator, node, all_series),
        reported=any(all_series),
        figure=Figure(node.value, None if indicator.each else latest, indicator.unit),
    )


def _finished(frame: Frame, indicator: Indicator, node: _Node, all_series: Sequence[Series]) -> date | None:
    """The day a node was reached; for a figure of each member, the day the last member reached it."""
    if indicator.each and not _is_complete(frame, indicator, len(all_series)):
        return None
    days = [_reached(frame, indicator.target, node, series) for series in all_series]
    known = [day for day in days if day]
    return max(known) if known and len(known) == len(days) else None


def _is_complete(frame: Frame, indicator: Indicator, reporting: int) -> bool:
    group = frame.register.group(indicator.each or "")
    return bool(group and group.members) and reporting >= len(group.members if group else ())


def _reached(frame: Frame, target: Target, node: _Node, series: Series) -> date | None:
    """The first day on which a rising figure reached the bar; a ceiling is judged once its day has passed."""
    if target.rises:
        return next((v.day for v in series if _meets(target, node, v.value)), None)
    due = node.due.present
    if due is None or due >= frame.reference:
        return None
    in_time = [value for value in series if value.day <= due]
    return due if in_time and _meets(target, node, in_time[-1].value) else None


def _meets(target: Target, node: _Node, value: Decimal) -> bool:
    if node.is_final:
        return target.is_met(value)
    return value >= node.value if target.rises else value <= node.value


def _standing(
    frame: Frame,
    indicator: Indicator,
    nodes: Sequence[_Node],
    series: Series,
    by_member: dict[str, Series],
) -> IndicatorStanding:
    actual = series[-1] if series else None
    expected = _expected(frame, indicator, nodes)
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
        target=indicator.target,
        qualifier=indicator.qualifier,
        strength=indicator.strength,
        due=final.due,
        actual=actual,
        expected=expected,
        progress=_progress(frame, indicator.target, final, actual, expected, bool(actual or by_member)),
        members=_members(frame, indicator, by_member) if indicator.each else None,
        units=frame.units_of(indicator),
        note=indicator.note,
        place=final.place,
    )


def _expected(frame: Frame, indicator: Indicator, nodes: Sequence[_Node]) -> Decimal | None:
    """The value of the last node that has passed, or the share of the months that have."""
    if indicator.pace == "nodes":
        passed = [node for node in nodes if node.due.present and node.due.present < frame.reference]
        return max(passed, key=lambda node: node.due.present or date.min).value if passed else None
    if indicator.pace == "months":
        months = (frame.reference.year - frame.campaign.year) * 12 + frame.reference.month - 1
        return indicator.target.value * min(max(months, 0), 12) / 12
    return None


def _progress(
    frame: Frame,
    target: Target,
    final: _Node,
    actual: Value | None,
    expected: Decimal | None,
    reported: bool,
) -> Progress:
    if actual is None:
        return "unreported" if expected is not None and not reported else "unjudged"
    if target.rises and target.is_met(actual.value):
        return "reached"
    if final.due.present and final.due.present < frame.reference:
        return "reached" if target.is_met(actual.value) else "missed"
    if expected is None or not target.rises:
        return "unjudged"
    return "ahead" if actual.value > expected else "on" if actual.value == expected else "behind"


def _members(frame: Frame, indicator: Indicator, by_member: dict[str, Series]) -> Members:
    group = frame.register.group(indicator.each or "")
    reached = sum(1 for series in by_member.values() if indicator.target.is_met(series[-1].value))
    return Members(len(group.members) or None if group else None, len(by_member), reached)
