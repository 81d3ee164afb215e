"""An inspection is of a method that the document orders, and by a group that there is."""

from __future__ import annotations

from collections.abc import Iterator

from ducha.model import Campaign
from ducha.model.inspection import Inspection
from ducha.problems import CAMPAIGN, Path, Problem
from ducha.rules.records.chronology import Contradiction, Event, in_order
from ducha.rules.records.unknown import unknown

_RESTS_ON: tuple[Path, ...] = ((CAMPAIGN, "supervision"),)


def check_inspection(campaign: Campaign, inspection: Inspection, path: Path) -> Iterator[Problem]:
    """Yield the errors of one inspection that the campaign's own file is enough to find."""
    methods = {method.id: method for method in campaign.supervision.methods}
    if (method := methods.get(inspection.method)) and method.kind == "bulletin":
        message = f"“{method.id}”（{method.title}）按印发的通报计次，不是一次督查"
        hint = "印发的通报写进bulletins；是督查的，改正method"
        yield Problem("DC701", message, hint, (*path, "method"), rests_on=_RESTS_ON)
    else:
        titles = {method.id: (method.title,) for method in methods.values() if method.kind == "inspection"}
        yield from unknown("督查方法", inspection.method, titles, (*path, "method"), _RESTS_ON)
    if inspection.group is not None:
        groups = {str(group.id): () for group in campaign.supervision.groups}
        yield from unknown("督导组", str(inspection.group), groups, (*path, "group"), _RESTS_ON)


def find_contradictions(inspection: Inspection, path: Path) -> Iterator[Contradiction]:
    """Yield the days of one inspection if they are in the wrong order."""
    if inspection.until:
        first = Event((*path, "day"), inspection.day, "开始")
        yield from in_order(first, Event((*path, "until"), inspection.until, "结束"))
