"""A matter handed over is somebody's, answered by those who owe it, and its days follow each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from ducha.model import Campaign, Register
from ducha.model.issue import Closing, Issue, Reopening
from ducha.problems import CAMPAIGN, Path, Problem

_EVENTS = {"extensions": "延期", "urgings": "催办", "feedback": "反馈"}
"""what happens to an open matter → its name"""

_Event = tuple[Path, Any]


def check_issue(campaign: Campaign, register: Register, issue: Issue, path: Path) -> Iterator[Problem]:
    """Yield the errors of one matter; names of units that are not registered are told of elsewhere."""
    if not (issue.lead or issue.responsible):
        hint = "交给谁办就写谁：牵头的写lead，其余写responsible"
        yield Problem("DC706", "没有写由谁承办", hint, path, rests_on=((*path, "lead"), (*path, "responsible")))
    else:
        yield from _answers(register, issue, path)
    yield from _closers(campaign, register, issue, path)
    disordered = [*_order(issue, path)]
    yield from disordered
    if not disordered:
        yield from _between(issue, path)


def _answers(register: Register, issue: Issue, path: Path) -> Iterator[Problem]:
    """Feedback comes from a unit that answers for the matter, or from a member of such a group."""
    named = (*issue.lead, *issue.responsible, *issue.support)
    units = {unit for name in named for unit in (register.resolve(name), *register.members_of(name))}
    is_open = any((group := register.group(name)) and not group.members for name in named)
    for at, one in enumerate(issue.feedback):
        if one.by and not is_open and register.resolve(one.by) not in {None, *units}:
            hint = f"本项由{'、'.join(named)}承办；改正单位，或补进lead、responsible、support"
            rests_on = tuple((*path, key) for key in ("lead", "responsible", "support"))
            place = (*path, "feedback", at, "by")
            yield Problem("DC707", f"“{one.by}”不承办本项", hint, place, rests_on=rests_on)


def _closers(campaign: Campaign, register: Register, issue: Issue, path: Path) -> Iterator[Problem]:
    """Only who handed it over, or the campaign's office, closes a matter and takes it up again."""
    allowed = tuple(dict.fromkeys(filter(None, (issue.by, campaign.office))))
    known = register.known(allowed)
    for key, what in (("closings", "销号"), ("reopenings", "重开")):
        for at, event in enumerate(getattr(issue, key)):
            if event.by and register.resolve(event.by) not in (None, *known):
                hint = f"只能由{'或'.join(allowed)}{what}；承办单位办结的，写进feedback并注明finished: true"
                place = (*path, key, at, "by")
                rests_on: tuple[Path, ...] = ((*path, "by"), (CAMPAIGN, "office"))
                yield Problem("DC703", f"“{event.by}”不能{what}", hint, place, rests_on=rests_on)


def _order(issue: Issue, path: Path) -> Iterator[Problem]:
    """Found, handed over, and then closed and reopened in turn."""
    handed = issue.assigned or issue.found
    if handed < issue.found:
        yield _early("交办", handed, "发现", issue.found, (*path, "assigned"), (*path, "found"))
    if issue.due < handed:
        yield _early("办结时限", issue.due, "交办", handed, (*path, "due"), _handed_at(issue, path))
    closings, reopenings = _sorted(issue, "closings", path), _sorted(issue, "reopenings", path)
    yield from _closings(issue, closings, reopenings, path)
    yield from _reopenings(closings, reopenings)


def _closings(issue: Issue, closings: Sequence[_Event], reopenings: Sequence[_Event], path: Path) -> Iterator[Problem]:
    for at, (place, closing) in enumerate(closings):
        if closing.day < issue.found:
            yield _early("销号", closing.day, "发现", issue.found, (*place, "day"), (*path, "found"))
        elif at and not any(closings[at - 1][1].day <= r.day <= closing.day for _, r in reopenings):
            message = f"{closings[at - 1][1].day}已经销号，其后没有重开"
            hint = "重开过的写reopenings，没有的删去这一次销号"
            yield Problem("DC704", message, hint, place, ((*closings[at - 1][0], "day"),))
        elif closing.finished and not issue.found <= closing.finished <= closing.day:
            message = f"办结的{closing.finished}不在发现的{issue.found}和销号的{closing.day}之间"
            yield Problem("DC704", message, "改正其一", (*place, "finished"), ((*place, "day"),))


def _reopenings(closings: Sequence[_Event], reopenings: Sequence[_Event]) -> Iterator[Problem]:
    for at, (place, reopening) in enumerate(reopenings):
        if at >= len(closings) or closings[at][1].day > reopening.day:
            hint = "先写closings；时限有变动的写extensions"
            yield Problem("DC704", f"{reopening.day}还没有销号，不能重开", hint, (*place, "day"))
        elif reopening.due < reopening.day:
            yield _early("新时限", reopening.due, "重开", reopening.day, (*place, "due"), (*place, "day"))


def _between(issue: Issue, path: Path) -> Iterator[Problem]:
    """Nothing is urged, reported or extended before a matter was handed over, or while it is closed."""
    handed, closed = issue.assigned or issue.found, list(_closed_times(issue))
    for key, what in _EVENTS.items():
        for place, event in _sorted(issue, key, path):
            if event.day < handed:
                yield _early(what, event.day, "交办", handed, (*place, "day"), _handed_at(issue, path))
            for closing, last in closed:
                if closing < event.day < last:
                    hint = "改正日期；销号以后又出现问题的，先写reopenings重开"
                    message = f"{closing}已经销号，{event.day}不会再{what}"
                    yield Problem("DC704", message, hint, (*place, "day"), ((*path, "closings"),))
    for place, recheck in _sorted(issue, "rechecks", path):
        if not any(closing.day <= recheck.day for closing in issue.closings):
            yield Problem("DC704", f"{recheck.day}还没有销号，谈不上复查", "先写closings", (*place, "day"))


def _closed_times(issue: Issue) -> Iterator[tuple[date, date]]:
    """From each closing to the reopening that follows it."""
    closings = sorted(closing.day for closing in issue.closings)
    reopenings = sorted(reopening.day for reopening in issue.reopenings)
    for at, closing in enumerate(closings):
        yield closing, reopenings[at] if at < len(reopenings) else date.max


def _sorted(issue: Issue, key: str, path: Path) -> list[tuple[Path, Any]]:
    events: Sequence[Closing | Reopening | Any] = getattr(issue, key)
    return sorted((((*path, key, at), event) for at, event in enumerate(events)), key=lambda entry: entry[1].day)


def _handed_at(issue: Issue, path: Path) -> Path:
    return (*path, "assigned" if issue.assigned else "found")


def _early(what: str, day: date, than: str, other: date, path: Path, also: Path) -> Problem:
    return Problem(
        "DC704", f"{what}日期{day}早于{than}的{other}".replace("时限日期", "时限"), "改正其一", path, (also,)
    )
