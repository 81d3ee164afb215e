"""Milestones to obligations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from ducha.assess.due import DueDay, find_due, find_windows
from ducha.assess.figures.disputes import is_disputed
from ducha.assess.frame import Frame
from ducha.assess.obligations import Obligation, make_obligation
from ducha.model import Milestone


class Stretch(NamedTuple):
    """One time at which a milestone is due: its only one, or one of several windows."""

    due: DueDay
    finished: date | None
    is_window: bool = False


def assess_milestones(frame: Frame) -> Iterator[Obligation]:
    """Yield one obligation for each milestone of the plan, of one with several windows one for each."""
    for index, milestone in enumerate(frame.plan.milestones):
        disputed = is_disputed(frame, milestone)
        for stretch in _stretches(frame, milestone):
            due, finished, is_window = stretch
            yield make_obligation(
                frame,
                milestone,
                due,
                obligation_id=f"{frame.plan.id}/{milestone.id}" + (f"@{due.first}" if is_window else ""),
                kind="milestone",
                place=("milestones", index),
                finished=finished,
                reported=finished is not None,
                disputed=disputed,
                begun=_begun(frame, milestone, stretch),
                window=due.words if is_window else None,
                proof=milestone.done.proof if finished and milestone.done else None,
            )


def _stretches(frame: Frame, milestone: Milestone) -> Iterator[Stretch]:
    if windows := find_windows(frame.campaign, milestone):
        days = _days_in(windows, [day for day in milestone.done_days if day <= frame.until])
        yield from (Stretch(due, day, is_window=True) for due, day in zip(windows, days, strict=True))
        return
    finished = milestone.finished(frame.until)
    known_by = min(frame.until, finished or frame.until)
    yield Stretch(find_due(frame.campaign, milestone, known_by, (again.due for again in milestone.restates)), finished)


def _days_in(windows: Sequence[DueDay], days: Sequence[date]) -> list[date | None]:
    """The first completion of each window: a day counts for the last window that had begun by then.

    Where the document only says by when (5月底、8月底), the days count in their order.
    """
    if any(window.start is None for window in windows):
        return [*sorted(days), *[None] * len(windows)][: len(windows)]
    found: list[date | None] = [None] * len(windows)
    for day in sorted(days):
        at = max((at for at, window in enumerate(windows) if window.start and window.start <= day), default=0)
        found[at] = found[at] or day
    return found


def _begun(frame: Frame, milestone: Milestone, stretch: Stretch) -> bool:
    """Whether anything is known of its beginning: a day, a report since it was to begin, its completion."""
    start = stretch.due.start
    if start is None or stretch.finished:
        return True
    if milestone.begun and milestone.begun <= frame.until and (milestone.begun >= start or not stretch.is_window):
        return True
    return any(start <= report.day <= frame.until for report in milestone.reports)
