"""The course of a matter: found, handed over, urged and answered, settled and closed, and looked at again."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ducha.model.issue import Issue
from ducha.problems import Path, Problem
from ducha.rules.records.chronology import REOPEN, REOPENED, Contradiction, Event, in_order
from ducha.rules.records.rounds import Rounds, by_day, events_of, rounds_of

_BETWEEN = {"extensions": "延期", "urgings": "催办", "feedback": "反馈"}
"""what happens to an open matter → its name"""


class Sent(NamedTuple):
    """A notice that names the matter."""

    issued: Event
    what: str
    """催办单, 督办通知单"""
    place: Path
    """where it names it"""


def find_contradictions(issue: Issue, path: Path, notices: Iterable[Sent] = ()) -> Iterator[Contradiction]:
    """Yield every two days of the matter at a path that are in the wrong order; ``notices`` are those that name it."""
    rounds, found = rounds_of(issue, path), Event((*path, "found"), issue.found, "发现")
    if issue.assigned:
        yield from in_order(found, rounds.begun)
    yield from in_order(rounds.begun, Event((*path, "due"), issue.due, "办结时限"))
    for at, reopening in enumerate(issue.reopenings):
        place: Path = (*path, "reopenings", at)
        yield from in_order(
            Event((*place, "day"), reopening.day, "重开"), Event((*place, "due"), reopening.due, "新时限")
        )
    if not rounds.is_known:
        return
    yield from _turns(rounds)
    yield from _finished(issue, rounds, found)
    for key, what in _BETWEEN.items():
        for event in events_of(issue, key, what, path):
            yield from _open(event, rounds)
    for sent in notices:
        yield from _named(issue, sent, rounds._replace(begun=found))  # a paper may hand it over
    for event in events_of(issue, "rechecks", "复查", path) if rounds.closings else ():
        yield from _closed(event, rounds)


def _turns(rounds: Rounds) -> Iterator[Contradiction]:
    before = rounds.begun
    for at, closing in enumerate(rounds.closings):
        yield from in_order(before, closing, rests_on=rounds.rests_on)
        if at < len(rounds.reopenings):
            before = rounds.reopenings[at]
            yield from in_order(closing, before, rests_on=rounds.rests_on)


def _finished(issue: Issue, rounds: Rounds, found: Event) -> Iterator[Contradiction]:
    """What was settled, was settled after it was found or reopened, and before it was closed."""
    finished = {(*rounds.path, "closings", at, "day"): one.finished for at, one in enumerate(issue.closings)}
    for begun, closing in zip([found, *rounds.reopenings], rounds.closings, strict=False):
        if day := finished[closing.path]:
            event = Event((*closing.path[:-1], "finished"), day, "办结")
            yield from in_order(begun, event, rests_on=rounds.rests_on)
            message = f"办结日期{day}晚于销号的{closing.day}"
            alone = Problem("DC704", message, "改正其一", event.path, (closing.path,))
            yield from in_order(event, closing, alone, rounds.rests_on)


def _open(event: Event, rounds: Rounds) -> Iterator[Contradiction]:
    """Nothing is urged, answered or extended before a matter was handed over, or while it is closed."""
    yield from in_order(rounds.begun, event)
    at = bisect_left(rounds.closings, event.day, key=by_day) - 1
    reopening = rounds.reopenings[at] if 0 <= at < len(rounds.reopenings) else None
    if at < 0 or (reopening and reopening.day <= event.day):
        return
    closing, *later = rounds.closings[at : at + 2]
    if reopening and any(one.day < reopening.day for one in later):  # then that is what is wrong
        yield Contradiction(reopening, event, rests_on=rounds.rests_on)
    else:
        message = f"{closing.day}已经销号，{event.day}不会再{event.what}"
        alone = Problem("DC704", message, REOPEN, event.path, (closing.path,))
        yield Contradiction(event, closing, alone, rounds.rests_on)


def _named(issue: Issue, sent: Sent, rounds: Rounds) -> Iterator[Contradiction]:
    """No notice names a matter before it was found, or while it is closed."""
    for one in _open(sent.issued, rounds):
        told, other = f"{sent.issued.day}发出的{sent.what}", one.first if one.second == sent.issued else one.second
        if one.second == sent.issued:
            message, hint = f"“{issue.id}”{other.day}才{other.what}，{told}不会列它", "改正编号或日期"
        else:
            message, hint = f"“{issue.id}”{other.day}已经销号，{told}不会列它", f"改正编号或日期；{REOPENED}"
        alone = Problem("DC704", message, f"{hint}；发错的写void作废", sent.place, (other.path,))
        yield one._replace(alone=alone)


def _closed(event: Event, rounds: Rounds) -> Iterator[Contradiction]:
    """A look back is at a matter that is closed."""
    at = bisect_right(rounds.closings, event.day, key=by_day) - 1
    if at < 0:
        closing = rounds.closings[0]
        message = f"{event.day}还没有销号，谈不上复查；销号是{closing.day}"
        alone = Problem("DC704", message, "改正其一；督促办理的写urgings", event.path, (closing.path,))
        yield Contradiction(closing, event, alone, rounds.rests_on)
    elif at < len(rounds.reopenings) and event.day > rounds.reopenings[at].day:
        reopening = rounds.reopenings[at]
        message = f"{reopening.day}重开以后还没有销号，{event.day}谈不上复查"
        alone = Problem("DC704", message, "改正日期；督促办理的写urgings", event.path, (reopening.path,))
        yield Contradiction(event, reopening, alone, rounds.rests_on)
