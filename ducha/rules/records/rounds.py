"""A matter goes its rounds: it is closed, and where it comes back reopened, closed again, in turn."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Any, NamedTuple

from ducha.model.issue import Issue
from ducha.problems import Path, Problem
from ducha.rules.records.chronology import Event


class Rounds(NamedTuple):
    """The days on which a matter was closed and reopened in turn, in order."""

    path: Path
    """of the matter"""
    begun: Event
    """when it was handed over"""
    closings: list[Event]
    reopenings: list[Event]

    @property
    def is_known(self) -> bool:
        """Whether closings and reopenings take turns, so that each day lies in one round."""
        return 0 <= len(self.closings) - len(self.reopenings) <= 1

    @property
    def rests_on(self) -> tuple[Path, ...]:
        """What its turns are judged by."""
        return (*self.path, "closings"), (*self.path, "reopenings")


def rounds_of(issue: Issue, path: Path) -> Rounds:
    """Return the rounds of the matter at a path."""
    begun = Event((*path, "found"), issue.found, "发现")
    if issue.assigned:
        begun = Event((*path, "assigned"), issue.assigned, "交办")
    return Rounds(path, begun, events_of(issue, "closings", "销号", path), events_of(issue, "reopenings", "重开", path))


def check_turns(issue: Issue, rounds: Rounds) -> Iterator[Problem]:
    """Yield a problem for a closing or reopening out of turn, and for a look back at what was never closed."""
    closings, reopenings = rounds.closings, rounds.reopenings
    if len(reopenings) > len(closings):
        early = next(
            (one for at, one in enumerate(reopenings) if bisect_right(closings, one.day, key=by_day) <= at),
            reopenings[-1],
        )
        hint = "先写closings；只是时限有变动的写extensions"
        yield _told(f"{early.day}还没有销号，不能重开", hint, early, (), rounds)
    elif len(closings) > len(reopenings) + 1:
        for before, closing in _unopened(rounds):
            hint = "重开过的写reopenings；没有重开的，删去这一次销号"
            yield _told(f"{before.day}已经销号，其后没有重开", hint, closing, (before.path,), rounds)
    elif issue.rechecks and not closings:
        first = events_of(issue, "rechecks", "复查", rounds.path)[0]
        yield _told(f"{first.day}还没有销号，谈不上复查", "先写closings；督促办理的写urgings", first, (), rounds)


def _unopened(rounds: Rounds) -> Iterator[tuple[Event, Event]]:
    """Each closing of what was closed before and not reopened in between, behind the one before it."""
    waiting = iter(rounds.reopenings)
    reopening = next(waiting, None)
    for before, closing in pairwise(rounds.closings):
        while reopening and reopening.day < before.day:
            reopening = next(waiting, None)
        if reopening and reopening.day <= closing.day:
            reopening = next(waiting, None)
        else:
            yield before, closing


def events_of(issue: Issue, key: str, what: str, path: Path) -> list[Event]:
    """Return what is recorded of a matter under a key, by day; ``what`` is its name."""
    entries: Any = enumerate(getattr(issue, key))
    return sorted((Event((*path, key, at, "day"), one.day, what) for at, one in entries), key=by_day)


def by_day(event: Event) -> date:
    """Return what events are ordered by."""
    return event.day


def _told(message: str, hint: str, event: Event, also: tuple[Path, ...], rounds: Rounds) -> Problem:
    return Problem("DC704", message, hint, event.path, also, rounds.rests_on)
