"""The dated values of an indicator: its checkpoints and, last, its final target, and when each was reached."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from ducha.assess.amounts import Figure, Members, Series
from ducha.assess.due import DueDay, find_due
from ducha.assess.figures.known import Figures
from ducha.assess.figures.reaching import Bar, reached_on, value_on
from ducha.assess.frame import Frame
from ducha.assess.obligations import Obligation, make_obligation
from ducha.model import Indicator, Limit, Target
from ducha.problems import Path


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


def nodes_of(frame: Frame, indicator: Indicator, figures: Figures, place: Path) -> Iterator[Node]:
    """Yield the indicator's dated values in the order written, the final target last."""
    for index, checkpoint in enumerate(indicator.checkpoints):
        due, at = due_of(frame, checkpoint, frame.until), (*place, "checkpoints", index)
        node = Node(due, checkpoint.value, checkpoint.qualifier, None, at)
        yield _settled(frame, indicator, checkpoint, node, figures)
    due, target = due_of(frame, indicator, frame.until), indicator.target
    final = Node(due, target.value, indicator.qualifier, target, place)
    yield _settled(frame, indicator, indicator, final, figures)


def due_of(frame: Frame, limit: Limit, until: date) -> DueDay:
    """Return when a dated value is due, by what is recorded until a day."""
    restated = (again.due for again in limit.restates) if isinstance(limit, Indicator) else ()
    return find_due(frame.campaign, limit, until, restated)


def assess_node(frame: Frame, indicator: Indicator, node: Node, figures: Figures) -> Obligation:
    """Return a dated value as an obligation, named by the first day the document gives it."""
    members = members_at(frame, indicator, node, figures)
    judged = value_on(figures.own, node.due.present, frame.reference, waits=figures.waits)
    return make_obligation(
        frame,
        indicator,
        node.due,
        obligation_id=f"{frame.plan.id}/{indicator.id}" + (f"@{node.due.first}" if node.due.first else ""),
        kind="checkpoint",
        place=node.place,
        finished=node.finished,
        reported=figures.is_reported if members else judged is not None,
        disputed=node.is_disputed,
        figure=Figure(
            node.value,
            node.qualifier,
            judged,
            indicator.unit,
            indicator.target,
            bool(node.target),
            None if node.is_disputed else members,
            figures.amount,
            figures.waits,
        ),
    )


def members_at(frame: Frame, indicator: Indicator, node: Node, figures: Figures) -> Members | None:
    """Count the members of the group that reported and that reached a value; None of a single figure.

    Of a ceiling or a range whose day has not passed it counts those that are within it now.
    """
    if figures.by_member is None:
        return None
    is_open = figures.waits and not (node.due.present and node.due.present < frame.reference)
    bars = ((_bar(indicator, node, figures.target_of(unit)), series) for unit, series in figures.by_member.items())
    if is_open:
        reached = sum(bar.is_met(series[-1].value) for bar, series in bars)
    else:
        reached = sum(_reached(frame, bar, node, series, figures) is not None for bar, series in bars)
    return Members(
        len(figures.members) or None, len(figures.by_member), reached, not is_open, len(figures.disputed or ())
    )


def _settled(frame: Frame, indicator: Indicator, limit: Limit, node: Node, figures: Figures) -> Node:
    """Find when a node was reached; an extension granted after that day no longer counts."""
    if figures.is_disputed or figures.disputed:
        return node._replace(is_disputed=figures.is_disputed or _rests_on_dispute(frame, indicator, node, figures))
    finished = _finished(frame, indicator, node, figures)
    if finished is None or (figures.waits and finished == node.due.present):
        return node._replace(finished=finished)
    return node._replace(due=due_of(frame, limit, min(frame.until, finished)), finished=finished)


def _finished(frame: Frame, indicator: Indicator, node: Node, figures: Figures) -> date | None:
    """The day a node was reached: of a group, when the last of all its listed members reached it."""
    if figures.by_member is None:
        return _reached(frame, _bar(indicator, node, indicator.target), node, figures.own, figures)
    if not figures.members or len(figures.by_member) != len(figures.members):
        return None
    days = _reached_by(frame, indicator, node, figures)
    known = [day for day in days if day]
    return max(known) if len(known) == len(days) else None


def _rests_on_dispute(frame: Frame, indicator: Indicator, node: Node, figures: Figures) -> bool:
    """Whether all members have reached a node but those whose figures are in dispute; another one would settle it."""
    told = figures.by_member or {}
    is_known = len(told) + len(figures.disputed or ()) == len(figures.members)
    return is_known and all(_reached_by(frame, indicator, node, figures))


def _reached_by(frame: Frame, indicator: Indicator, node: Node, figures: Figures) -> list[date | None]:
    """The days on which the members whose figures are told reached a node."""
    return [
        _reached(frame, _bar(indicator, node, figures.target_of(unit)), node, series, figures)
        for unit, series in (figures.by_member or {}).items()
    ]


def _reached(frame: Frame, bar: Bar, node: Node, series: Series, figures: Figures) -> date | None:
    return reached_on(bar, series, node.due.present, frame.reference, waits=figures.waits)


def _bar(indicator: Indicator, node: Node, target: Target) -> Bar:
    """What a node asks of whoever has a target: one that has done its own task has met every node on the way."""
    if node.target:
        return Bar(target)
    is_own = target.rises and target != indicator.target
    return Bar(target, min(node.value, target.value) if is_own else node.value)
