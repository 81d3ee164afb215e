"""The visible number of a row (8-03): what papers to units print, and what clerks write back."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ducha.model.duty import Duty
from ducha.model.indicator import Indicator
from ducha.model.item import Milestone
from ducha.model.plan import Plan
from ducha.problems import Path

_LISTS = {"milestones": "", "indicators": "指", "duties": "定"}
"""a plan's list → its mark in a number"""

_NUMBER = re.compile(r"(\d{1,6})-([指定]?)(\d{1,6})", re.ASCII)


def row_number(plan: int, place: Path) -> str:
    """8-03, 8-指02, 8-定01: the plan's number, and which of its tasks, indicators or duties it is, as written.

    ``place`` leads to the record, or to a part of it, in the plan's file.
    """
    return f"{plan}-{_LISTS[str(place[0])]}{int(place[1]) + 1:02}"


def find_row(plan: Plan, number: str) -> str | None:
    """Return the id within a plan of what has a visible number, None if nothing of the plan has it."""
    found = _NUMBER.fullmatch(number)
    if found is None or int(found[1]) != plan.number:
        return None
    lists: dict[str, Sequence[Milestone | Indicator | Duty]] = {
        "": plan.milestones,
        "指": plan.indicators,
        "定": plan.duties,
    }
    at = int(found[3])
    return lists[found[2]][at - 1].id if 0 < at <= len(lists[found[2]]) else None
