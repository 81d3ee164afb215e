"""Milestones to obligations."""

from __future__ import annotations

from collections.abc import Iterator

from ducha.assess.due import find_due
from ducha.assess.obligations import Frame, Obligation, make_obligation


def assess_milestones(frame: Frame) -> Iterator[Obligation]:
    """Yield one obligation for each milestone of the plan."""
    for index, milestone in enumerate(frame.plan.milestones):
        finished = milestone.finished(frame.until)
        known_by = min(frame.until, finished or frame.until)
        due = find_due(frame.campaign, milestone, known_by, (again.due for again in milestone.restates))
        yield make_obligation(
            frame,
            milestone,
            due,
            obligation_id=f"{frame.plan.id}/{milestone.id}",
            kind="milestone",
            place=("milestones", index),
            finished=finished,
            reported=finished is not None,
        )
