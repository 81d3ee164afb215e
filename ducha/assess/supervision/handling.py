"""The rounds of a matter handed over: 交办 → 办理 → 催办 → 反馈 → 销号, and again where it is reopened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from ducha.model import Register

if TYPE_CHECKING:
    from ducha.model.issue import Closing, Feedback, Issue, Reopening, Urging
    from ducha.model.item import Extension

_Event = TypeVar("_Event", "Closing", "Extension", "Feedback", "Reopening", "Urging")


class Handling(NamedTuple):
    """One round of a matter: from handing over or reopening to its closing, as far as that is known."""

    since: date
    """the day it began"""
    limit: date
    """the limit it began with"""
    reopening: Reopening | None
    """what it began with, None of the first"""
    closing: Closing | None
    extensions: tuple[Extension, ...]
    """oldest first, those too that came after it was settled"""
    urgings: tuple[Urging, ...]
    """oldest first"""
    feedback: tuple[Feedback, ...]
    """oldest first, by units under their registered names"""

    @property
    def claimed(self) -> date | None:
        """The last day on which the unit said that it is settled, if nothing that came before its closing answers that.

        It is answered by urging the unit on, and by the unit itself where it later tells of what is left.
        """
        said = next((one.day for one in reversed(self.feedback) if one.finished), None)
        if said is None:
            return None
        days = (*(one.day for one in self.feedback), *(one.day for one in self.urgings))
        until = self.closing.day if self.closing else date.max
        return None if any(said < day <= until for day in days) else said

    @property
    def finished(self) -> date | None:
        """The day it was settled, None of what is not closed: as the office found, else as the unit claimed."""
        return (self.closing.finished or self.claimed or self.closing.day) if self.closing else None

    @property
    def granted(self) -> tuple[Extension, ...]:
        """The extensions that count: as everywhere, what is granted after completion moves no limit."""
        return tuple(one for one in self.extensions if self.finished is None or one.day <= self.finished)

    @property
    def due(self) -> date:
        """The limit that counts now."""
        return self.granted[-1].to if self.granted else self.limit


def find_rounds(register: Register, issue: Issue, written: Iterable[Urging], until: date) -> tuple[Handling, ...]:
    """Return the rounds of a matter from what is recorded by a day, oldest first; the last is that in which it is.

    ``written`` are its urgings by notice. On the day of a reopening the new round has begun.
    """
    reopenings, closings = _known(issue.reopenings, until), _known(issue.closings, until)
    extensions, urgings = _known(issue.extensions, until), _known((*issue.urgings, *written), until)
    feedback = tuple(_registered(register, _known(issue.feedback, until)))
    rounds = []
    for at, reopening in enumerate((None, *reopenings)):
        since, limit = (reopening.day, reopening.due) if reopening else (issue.handed_over, issue.due)
        end = reopenings[at].day if at < len(reopenings) else date.max
        handling = Handling(
            since,
            limit,
            reopening,
            closings[at] if at < len(closings) else None,
            extensions=tuple(one for one in extensions if since <= one.day < end),
            urgings=tuple(one for one in urgings if since <= one.day < end),
            feedback=tuple(one for one in feedback if since <= one.day < end),
        )
        rounds.append(handling)
    return tuple(rounds)


def _known(several: Iterable[_Event], until: date) -> tuple[_Event, ...]:
    return tuple(sorted((one for one in several if one.day <= until), key=lambda one: one.day))


def _registered(register: Register, feedback: Iterable[Feedback]) -> Iterator[Feedback]:
    for one in feedback:
        name = one.by and (register.resolve(one.by) or one.by)
        yield one.model_copy(update={"by": name}) if name != one.by else one
