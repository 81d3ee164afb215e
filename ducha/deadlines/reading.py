"""What a phrase means: the value that every rule of the grammar returns."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What sort of time a phrase names."""

    DAY = "day"
    """a latest day on time"""
    WINDOW = "window"
    """a first and a last day, one of which may be open"""
    RECURRENCE = "recurrence"
    """a rule (RFC 5545) that names a day in each of its periods"""
    PERIOD = "period"
    """a whole year or the whole campaign"""
    OPEN = "open"
    """never due (长期坚持, 不定期)"""
    UNRESOLVABLE = "unresolvable"
    """no time can be read; the note says what is missing"""


class Reading(NamedTuple):
    """One time that a phrase names.

    ``end`` is the latest day still on time. Where a phrase has two readings (``7月份前``: by the end of July,
    or before July begins) ``end`` is the later and ``strict_end`` the earlier; between the two nobody can say
    whether the matter is late. ``rrule`` is set for recurrences only. ``assumed`` names what the phrase hides
    and the caller let stand in: ``("year",)``. ``is_stretch`` tells a time whose beginning counts (``3—4月``,
    ``10月起``) from a lone ``10月``, of which only the last day limits a task.
    """

    kind: Kind
    start: date | None = None
    end: date | None = None
    strict_end: date | None = None
    rrule: str | None = None
    assumed: tuple[str, ...] = ()
    note: str = ""
    is_stretch: bool = False

    def noted(self, note: str) -> Reading:
        """Return the reading with a further note."""
        whole = f"{self.note}；{note}" if self.note and note else self.note or note
        return Reading(*self[:6], whole, self.is_stretch)


class Unreadable(ValueError):
    """A phrase that speaks of time, but of none that can be read; the text says in Chinese what to write."""


LAST_PERIOD = "报的是上一期"
"""the note of a cadence by which each period is told of in the next: 次月5日前"""

HIDDEN = "被隐去"
"""in the note of what a document has blotted out"""


def refused(note: str) -> Reading:
    """Return the reading of what cannot be read."""
    return Reading(Kind.UNRESOLVABLE, note=note)
