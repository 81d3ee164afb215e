"""The day something is due: as the document gives it, as it stands now, and where nobody can say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from ducha.deadlines import Reading
from ducha.deadlines.lists import SEPARATOR
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
    start: date | None = None
    """the day on which it is to begin, where the document names one"""
    is_assumed: bool = False
    """whether its year is masked in the document, and the campaign's stands in"""

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
    present = extensions[-1].to if extensions else confirmed.due if confirmed else first and campaign.moved(first)
    settled = bool(extensions or confirmed) or strict == first
    reading = campaign.read(limit.due) if limit.due else None
    return DueDay(
        limit.words(),
        again,
        first,
        present,
        None if settled or strict is None else campaign.moved(strict),
        confirmed,
        extensions,
        reading.start if reading and reading.is_stretch else None,
        bool(reading and reading.assumed),
    )


def find_windows(campaign: Campaign, limit: Limit) -> tuple[DueDay, ...]:
    """Resolve each of several windows in which something is due again (4月份、8月份); none where there is only one."""
    readings = campaign.readings(limit.due) if limit.due else ()
    if len(readings) < 2:
        return ()
    parts = SEPARATOR.split(limit.words() or "")
    named = parts if [campaign.read(part).end for part in parts if part] == [one.end for one in readings] else ()
    return tuple(_window(campaign, one, _words(one, named[at : at + 1])) for at, one in enumerate(readings))


def _window(campaign: Campaign, reading: Reading, words: str) -> DueDay:
    present = reading.end and campaign.moved(reading.end)
    start = reading.start if reading.is_stretch else None
    return DueDay(words, (), reading.end, present, None, None, (), start, bool(reading.assumed))


def _words(reading: Reading, part: Sequence[str]) -> str:
    """A window as the document words it, or by its last day where the words only make sense together (5、6月底)."""
    if part or not reading.end:
        return "".join(part)
    return f"{reading.end.month}月{reading.end.day}日"
