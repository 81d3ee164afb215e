"""The day something is due: as the document gives it, as it stands now, and where nobody can say."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from ducha.model import Campaign, Confirmation, Extension, Limit


class DueDay(NamedTuple):
    """When something is due, all days None where no limit is set.

    ``first`` is the day the document gives, ``present`` the day that counts after extensions and confirmation.
    ``strict`` is the earlier reading of a limit that can be read two ways and that nobody has settled.
    """

    words: str | None
    """as the document says it"""
    restated: tuple[str, ...]
    """the same limit in the document's words elsewhere, where they differ"""
    first: date | None
    """the day the document gives"""
    present: date | None
    """the day that counts now"""
    strict: date | None
    """the earlier day, where two are possible and nobody has settled which"""
    confirmed: Confirmation | None
    """which of two readings holds, if somebody settled that by then"""
    extensions: tuple[Extension, ...]
    """those recorded by then, oldest first"""

    @property
    def wordings(self) -> tuple[str, ...]:
        """Every wording of the limit in the document."""
        return (self.words, *self.restated) if self.words else self.restated


def find_due(campaign: Campaign, limit: Limit, until: date, restated: Iterable[str | None] = ()) -> DueDay:
    """Resolve a limit from what is recorded by ``until``.

    ``restated`` are the words of the same limit elsewhere in the document: where they name another day, the
    document itself has two readings.
    """
    again = tuple(dict.fromkeys(words for words in restated if words and words != limit.words()))
    ends = campaign.days((limit.due, *again))
    first, strict = max(ends, default=None), min(ends, default=None)
    known = (extension for extension in limit.extensions if extension.day <= until)
    extensions = tuple(sorted(known, key=lambda extension: extension.day))
    confirmed = limit.confirmed if limit.confirmed and limit.confirmed.day <= until else None
    present = extensions[-1].to if extensions else confirmed.due if confirmed else first
    settled = bool(extensions or confirmed) or strict == first
    return DueDay(limit.words(), again, first, present, None if settled else strict, confirmed, extensions)
