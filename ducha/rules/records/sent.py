"""Papers that were sent: a number and a period are used once, and nothing is answered before it was sent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from ducha.deadlines.cycles import period_named
from ducha.model.papers import NOTICES
from ducha.model.records import IssuedBulletin, Notice, Records
from ducha.problems import Path, Problem
from ducha.rules.records.chronology import Contradiction, Event, in_order
from ducha.rules.records.course import Sent


def check_papers(records: Records) -> Iterator[Problem]:
    """Yield a problem for a number or period that was used before, and for a bulletin older than what it reports on."""
    first: dict[tuple[object, ...], Path] = {}
    for at, notice in enumerate(records.notices):
        path: Path = ("notices", at, "number")
        before = first.setdefault((notice.kind, notice.day.year, notice.number), path)
        if before != path:
            message = f"{notice.day.year}年第{notice.number}号{NOTICES[notice.kind]}已经发出"
            hint = "编号只用一次，作废的也不再用；改用下一个编号"
            yield Problem("DC705", message, hint, path, (before,), _judged_by(path, before))
    for at, bulletin in enumerate(records.bulletins):
        yield from _check_bulletin(bulletin, ("bulletins", at), first)


def find_contradictions(notice: Notice, path: Path) -> Iterator[Contradiction]:
    """Yield the days of one notice that are in the wrong order."""
    issued = Event((*path, "day"), notice.day, "发出")
    if notice.reply_by:
        yield from in_order(issued, Event((*path, "reply_by"), notice.reply_by, "答复时限"))
    if notice.replied:
        yield from in_order(issued, Event((*path, "replied"), notice.replied, "答复"))


def by_item(records: Records) -> Mapping[str, list[Sent]]:
    """Return the notices that name each thing, once each; void ones were not sent."""
    found: defaultdict[str, list[Sent]] = defaultdict(list)
    for at, notice in enumerate(records.notices):
        issued = Event(("notices", at, "day"), notice.day, "发出")
        for name in () if notice.void else dict.fromkeys(notice.items):
            place: Path = ("notices", at, "items", notice.items.index(name))
            found[name].append(Sent(issued, NOTICES[notice.kind], place))
    return found


def _check_bulletin(bulletin: IssuedBulletin, path: Path, first: dict[tuple[object, ...], Path]) -> Iterator[Problem]:
    """``first`` is where each period and number was met first; monthly and other bulletins are numbered apart."""
    place, period = (*path, "period"), period_named(bulletin.period)
    before = first.setdefault((bulletin.period,), place)
    if before != place:
        hint = "每期只登记一次，改正期次或删去重复的一处"
        yield Problem("DC705", f"{bulletin.period}的通报已经登记", hint, place, (before,), (before,))
        return
    if period and bulletin.number is not None:
        place = (*path, "number")
        before = first.setdefault((period.cycle, bulletin.day.year, bulletin.number), place)
        if before != place:
            message = f"{bulletin.day.year}年第{bulletin.number}期已经登记"
            yield Problem("DC705", message, "期号只用一次，改正其一", place, (before,), _judged_by(place, before))
    if period and bulletin.day < period.first:
        message = f"{bulletin.day}印发，所报的{bulletin.period}还没有开始"
        rests_on = ((*path, "period"),)
        yield Problem("DC704", message, "改正日期或所报的期", (*path, "day"), rests_on, rests_on)


def _judged_by(*places: Path) -> tuple[Path, ...]:
    """The numbers at some places, and the days and kinds that say of which year and series they are."""
    return tuple(path for place in places for path in (place, (*place[:-1], "day"), (*place[:-1], "kind")))
