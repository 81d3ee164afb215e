"""The dated values of an indicator: its checkpoints and, last, its final target, and when each was reached."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from ducha.assess.disputes import disputed_members, disputed_parts, is_disputed
from ducha.assess.due import DueDay, find_due
from ducha.assess.frame import Frame
from ducha.assess.obligations import Figure, Members, Obligation, make_obligation
from ducha.assess.series import Series, Value, member_series, series_of
from ducha.model import Indicator, Limit, Target
from ducha.problems import Path


class Figures(NamedTuple):
    """What is known of an indicator by the reference day: one series, or one for each member of its group."""

    own: Series
    by_member: Mapping[str, Series] | None = None
    members: tuple[str, ...] = ()
    """those the group lists, none where it is open"""
    disputed: tuple[str, ...] = ()
    """those of them whose figures are in dispute"""
    is_disputed: bool = False
    """whether the whole is in dispute; then there is no series"""

    @property
    def every(self) -> tuple[Series, ...]:
        """All series there are, but those in dispute."""
        if self.by_member is None:
            return (self.own,)
        return tuple(series for unit, series in self.by_member.items() if unit not in self.disputed)

    @property
    def is_reported(self) -> bool:
        """Whether there is any figure."""
        return any(self.every)

    @property
    def latest(self) -> Value | None:
        """The last value of the one series."""
        return self.own[-1] if self.own else None


class Node(NamedTuple):
    """One dated value; ``target`` is set for the final one. ``finished`` is the day on which it was reached.

    ``is_disputed`` where that cannot be said, since it rests on a figure in dispute.
    """

    due: DueDay
    value: Decimal
    qualifier: str | None
    target: Target | None
    place: Path
    finished: date | None = None
    is_disputed: bool = False


def figures_of(frame: Frame, indicator: Indicator) -> Figures:
    """Gather an indicator's figures, of a group that lists its members only theirs; none where all is in dispute."""
    is_whole = is_disputed(frame, indicator)
    if indicator.each is None:
        is_whole = is_whole or bool(disputed_parts(frame, indicator))
        return Figures(() if is_whole else series_of(frame.plan, indicator, frame.until), is_disputed=is_whole)
    group = frame.register.group(indicator.each)
    members = frame.register.known(group.members) if group else ()
    if is_whole:
        return Figures((), {}, members, is_disputed=True)
    by_member = member_series(frame.register, indicator, frame.until)
    counted = {unit: series for unit, series in by_member.items() if unit in members or not members}
    return Figures((), counted, members, disputed_members(frame, indicator))


def nodes_of(frame: Frame, indicator: Indicator, figures: Figures, place: Path) -> Iterator[Node]:
    """Yield the indicator's dated values in the order written, the final target last."""
    for index, checkpoint in enumerate(indicator.checkpoints):
        due, at = _due(frame, checkpoint, frame.until), (*place, "checkpoints", index)
        node = Node(due, checkpoint.value, checkpoint.qualifier, None, at)
        yield _settled(frame, indicator, checkpoint, node, figures)
    due, target = _due(frame, indicator, frame.until), indicator.target
    final = Node(due, target.value, indicator.qualifier, target, place)
    yield _settled(frame, indicator, indicator, final, figures)


def assess_node(frame: Frame, indicator: Indicator, node: Node, figures: Figures) -> Obligation:
    """Return a dated value as an obligation, named by the first day the document gives it."""
    members = members_at(frame, indicator, node, figures)
    return make_obligation(
        frame,
        indicator,
        node.due,
        obligation_id=f"{frame.plan.id}/{indicator.id}" + (f"@{node.due.first}" if node.due.first else ""),
        kind="checkpoint",
        place=node.place,
        finished=node.finished,
        reported=figures.is_reported,
        disputed=node.is_disputed,
        figure=Figure(
            *(node.value, node.qualifier, figures.latest, indicator.unit, indicator.target, bool(node.target)),
            None if node.is_disputed else members,
        ),
    )


def members_at(frame: Frame, indicator: Indicator, node: Node, figures: Figures) -> Members | None:
    """Count the members of the group that reported and that reached a value; None of a single figure."""
    if figures.by_member is None:
        return None
    days = [_reached(frame, indicator.target, node, series) for series in figures.every]
    reached = sum(day is not None for day in days)
    return Members(len(figures.members) or None, len(days), reached, len(figures.disputed))


def _due(frame: Frame, limit: Limit, until: date) -> DueDay:
    restated = (again.due for again in limit.restates) if isinstance(limit, Indicator) else ()
    return find_due(frame.campaign, limit, until, restated)


def _settled(frame: Frame, indicator: Indicator, limit: Limit, node: Node, figures: Figures) -> Node:
    """Find when a node was reached; an extension granted after that day no longer counts."""
    if figures.is_disputed or figures.disputed:
        return node._replace(is_disputed=figures.is_disputed or _rests_on_dispute(frame, indicator, node, figures))
    finished = _finished(frame, indicator, node, figures)
    if finished is None or not indicator.target.rises:
        return node._replace(finished=finished)
    return node._replace(due=_due(frame, limit, min(frame.until, finished)), finished=finished)


def _finished(frame: Frame, indicator: Indicator, node: Node, figures: Figures) -> date | None:
    """The day a node was reached: of a group, when the last of all its listed members reached it."""
    if figures.by_member is not None and len(figures.by_member) != len(figures.members):
        return None
    days = [_reached(frame, indicator.target, node, series) for series in figures.every]
    known = [day for day in days if day]
    return max(known) if known and len(known) == len(days) else None


def _rests_on_dispute(frame: Frame, indicator: Indicator, node: Node, figures: Figures) -> bool:
    """Whether all members have reached a node but those whose figures are in dispute; another one would settle it."""
    series = figures.every
    is_known = len(series) + len(figures.disputed) == len(figures.members)
    return is_known and all(_reached(frame, indicator.target, node, one) for one in series)


def _reached(frame: Frame, target: Target, node: Node, series: Series) -> date | None:
    """The first day on which a rising figure reached the bar; a ceiling is judged once its day has passed."""
    if target.rises:
        return next((value.day for value in series if _is_reached(target, node, value.value)), None)
    due = node.due.present
    if due is None or due >= frame.reference:
        return None
    in_time = [value for value in series if value.day <= due]
    return due if in_time and _holds(target, node, in_time[-1].value) else None


def _is_reached(target: Target, node: Node, value: Decimal) -> bool:
    """Whether a rising figure has come up to the bar; one to be met exactly is asked only at the last."""
    return target.is_met(value) if node.target and target.equal is not None else value >= node.value


def _holds(target: Target, node: Node, value: Decimal) -> bool:
    if node.target:
        return target.is_met(value)
    return value >= node.value if target.between else value <= node.value
