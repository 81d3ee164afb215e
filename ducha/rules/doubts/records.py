"""What is suspicious in the office's own records."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ducha.model import Campaign, Register
from ducha.model.issue import Issue
from ducha.model.records import Records
from ducha.model.values import Record
from ducha.problems import Path, Problem
from ducha.rules.doubts.bulletins import question_period
from ducha.rules.doubts.objections import question_each
from ducha.rules.doubts.progress import question_day
from ducha.rules.doubts.roles import question_names
from ducha.rules.doubts.terms import question_terms


def question_records(campaign: Campaign, register: Register, records: Records, latest: date) -> Iterator[Problem]:
    """Yield the doubts about the records; ``latest`` is the last day one can have."""
    for path, day in _days(records, latest):
        yield from question_day(campaign, day, latest, path)
    yield from question_terms(campaign, records)
    yield from _handed_over(records)
    for at, issue in enumerate(records.issues):
        yield from question_names(register, ("issues", at), issue)
        units = (*issue.lead, *issue.responsible, *issue.support)
        yield from question_each(campaign, register, issue.objections, latest, ("issues", at), units)
        yield from _source(issue, ("issues", at))
        yield from _rechecks(issue, ("issues", at))
    for at, bulletin in enumerate(records.bulletins):
        yield from question_period(campaign, bulletin.period, ("bulletins", at, "period"))


def _days(records: Records, latest: date) -> Iterator[tuple[Path, date]]:
    """Every day on which something was done, with its place; days that are still to come are limits."""
    for at, inspection in enumerate(records.inspections):
        yield ("inspections", at, "day"), inspection.day
        if inspection.until and inspection.day <= latest:
            yield ("inspections", at, "until"), inspection.until
    yield from _events(records.bulletins, ("bulletins",))
    yield from _events(records.notices, ("notices",))
    for at, notice in enumerate(records.notices):
        if notice.replied and notice.day <= latest:
            yield ("notices", at, "replied"), notice.replied
    for at, issue in enumerate(records.issues):
        path: Path = ("issues", at)
        yield (*path, "found"), issue.found
        if issue.assigned:
            yield (*path, "assigned"), issue.assigned
        for key in ("extensions", "urgings", "feedback", "closings", "rechecks", "reopenings"):
            yield from _events(getattr(issue, key), (*path, key))


def _events(events: tuple[Record, ...], path: Path) -> Iterator[tuple[Path, date]]:
    yield from (((*path, at, "day"), event.day) for at, event in enumerate(events))  # type: ignore[attr-defined]


def _handed_over(records: Records) -> Iterator[Problem]:
    """What a visit found is told apart from what was handed over of it: whether it has to be, a person decides.

    新政发〔2013〕36号, 督查工作方案: 突出问题 are collected, 交办 and tracked.
    """
    handed_over = {issue.inspection for issue in records.issues}
    for at, inspection in enumerate(records.inspections):
        if inspection.found and inspection.id not in handed_over:
            message = f"“{inspection.id}”记了督查情况，没有据此交办的事项"
            hint = f"有要整改的写进issues，注明inspection: {inspection.id}；没有要整改的不必改"
            yield Problem("DC711", message, hint, ("inspections", at, "found"), rests_on=(("issues",),))


def _source(issue: Issue, path: Path) -> Iterator[Problem]:
    """A matter names what it came from."""
    if issue.source == "inspection" and not issue.inspection:
        hint = "写inspection: 督查的编号；不是督查发现的，改正source"
        yield Problem("DC708", "没有写是哪一次督查发现的", hint, (*path, "source"), rests_on=((*path, "inspection"),))
    elif issue.source != "inspection" and issue.inspection:
        message = "写了督查的编号，来源却不是督查发现"
        yield Problem("DC708", message, "改正其一", (*path, "source"), ((*path, "inspection"),))
    elif issue.source in ("instruction", "decision", "proposal", "upper") and not issue.reference:
        hint = "写reference: 批示件、会议纪要、提案或来文的编号；没有编号的写明出处，如口头交办"
        yield Problem("DC708", "没有写来文的编号", hint, (*path, "source"), rests_on=((*path, "reference"),))


def _rechecks(issue: Issue, path: Path) -> Iterator[Problem]:
    for at, recheck in enumerate(issue.rechecks):
        if not (recheck.passed or any(reopening.day >= recheck.day for reopening in issue.reopenings)):
            hint = "写reopenings，用原编号重开，定出新的时限；没有反弹的写passed: true"
            place = (*path, "rechecks", at, "passed")
            yield Problem("DC709", "复查有反弹，没有重开", hint, place, rests_on=((*path, "reopenings"),))
