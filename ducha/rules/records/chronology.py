"""Days that cannot follow each other as they are written: each mistake once, where it was probably made."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from ducha.problems import Path, Problem

_SHOWN = 3
"""contradicting days that a message names"""

REOPENED = "销号以后又出现问题的，先写reopenings重开"
REOPEN = f"改正日期；{REOPENED}"


class Event(NamedTuple):
    """What was done or falls due on a day."""

    path: Path
    """of the day"""
    day: date
    what: str
    """催办, 办结时限"""

    @property
    def named(self) -> str:
        """What it is, and that it is a day."""
        return self.what if self.what.endswith("时限") else f"{self.what}日期"


class Contradiction(NamedTuple):
    """Two events in the wrong order: the first that must come, which is the later, and the second."""

    first: Event
    second: Event
    alone: Problem | None = None
    """how to tell of it, where neither contradicts anything else; by default as the second that is too early"""
    rests_on: tuple[Path, ...] = ()


def in_order(
    first: Event, second: Event, alone: Problem | None = None, rests_on: tuple[Path, ...] = ()
) -> Iterator[Contradiction]:
    """Yield the contradiction if the second of two events is earlier than the first."""
    if second.day < first.day:
        yield Contradiction(first, second, alone, rests_on)


def settle(contradictions: Iterable[Contradiction]) -> Iterator[Problem]:
    """Yield a problem for every day that contradicts several others, and then for every contradiction that is left.

    One wrong day may contradict many right ones, and is one mistake.
    """
    found = list(contradictions)
    pairs: dict[Path, list[Contradiction]] = defaultdict(list)
    for one in found:
        pairs[one.first.path].append(one)
        pairs[one.second.path].append(one)
    told: set[int] = set()
    for path, _ in Counter({path: len(several) for path, several in pairs.items()}).most_common():
        left = [one for one in pairs[path] if id(one) not in told]
        if len(left) > 1:
            told.update(map(id, left))
            yield _wrong_day(path, left)
    yield from (_alone(one) for one in found if id(one) not in told)


def _wrong_day(path: Path, contradictions: Sequence[Contradiction]) -> Problem:
    """A day that is later than some others which must follow it, or earlier than some that must precede it."""
    own = next(event for event in contradictions[0][:2] if event.path == path)
    earlier = [one.second for one in contradictions if one.first.path == path]
    later = [one.first for one in contradictions if one.second.path == path]
    told = "，".join(f"{word}{_listed(others)}" for word, others in (("晚于", earlier), ("早于", later)) if others)
    hints = {one.alone.hint if one.alone else "" for one in contradictions}
    hint = REOPEN if hints == {REOPEN} else "改正日期"
    also = tuple(event.path for event in (*earlier, *later)[:_SHOWN])
    return Problem("DC704", f"{own.named}{own.day}{told}", hint, path, also, _rests_on(contradictions))


def _listed(events: Sequence[Event]) -> str:
    """催办的2013-06-14、2013-06-20和反馈的2013-06-18: each day once, under what was done."""
    days: dict[str, dict[date, None]] = defaultdict(dict)
    for event in events[:_SHOWN]:
        days[event.what][event.day] = None
    *others, last = (f"{what}的{'、'.join(map(str, several))}" for what, several in days.items())
    named = f"{'、'.join(others)}和{last}" if others else last
    return named + (f"等{len(events)}处" if len(events) > _SHOWN else "")


def _alone(one: Contradiction) -> Problem:
    first, second = one.first, one.second
    message = f"{second.named}{second.day}早于{first.what}的{first.day}"
    problem = one.alone or Problem("DC704", message, "改正其一", second.path, (first.path,))
    return problem._replace(rests_on=_rests_on([one]))


def _rests_on(contradictions: Sequence[Contradiction]) -> tuple[Path, ...]:
    paths = (path for one in contradictions for path in (one.first.path, one.second.path, *one.rests_on))
    return tuple(dict.fromkeys(paths))
