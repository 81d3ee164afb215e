"""Times in a row, and what each has of its neighbours: ``3、6、9月底``, ``6月10日、20日``."""

from __future__ import annotations

import re

from ducha.deadlines.patterns import Pattern
from ducha.deadlines.ranges import BARE_NUMBER, BEFORE, WITHIN_MONTH, stripped

SEPARATOR = Pattern("[、,;]|以?及(?!时)|和|与")
_UNIT_AFTER = Pattern(r"\d(\D[^\d~-]*(?:\d{1,2}[日号]\D*)?)$", re.ASCII)
_MONTH = Pattern(r".*?\d月", re.ASCII)


def members_of(text: str) -> list[str]:
    """Return the members of a list as phrases of their own.

    A bare number has the unit of the member after it, a bare day the month of the one before it.
    """
    whole = SEPARATOR.split(text)
    for at in range(len(whole) - 2, -1, -1):
        if BARE_NUMBER.fullmatch(whole[at]) and (unit := _UNIT_AFTER.search(whole[at + 1])):
            whole[at] += unit[1]
    for at in range(1, len(whole)):
        if WITHIN_MONTH.fullmatch(stripped(whole[at], BEFORE)) and (month := _MONTH.match(whole[at - 1])):
            whole[at] = month[0] + whole[at]
    return whole
