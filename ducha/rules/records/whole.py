"""What the office's own records name exists, is told apart, and happened in an order that can be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ducha.model import Campaign, Register
from ducha.model.records import Records
from ducha.problems import ANY, CAMPAIGN, Path, Problem
from ducha.rules.identities import repeated
from ducha.rules.records import course, inspections, sent
from ducha.rules.records.chronology import Contradiction, Event, in_order, settle
from ducha.rules.records.issues import check_issue
from ducha.rules.records.unknown import unknown
from ducha.rules.references import unknown_unit


def check_records(campaign: Campaign, register: Register, records: Records) -> Iterator[Problem]:
    """Yield the errors of the records that the campaign's own file is enough to find."""
    for key, what in (("inspections", "督查"), ("issues", "交办事项")):
        ids = (((key, at, "id"), entry.id) for at, entry in enumerate(getattr(records, key)))
        yield from repeated(ids, what + "的编号“{}”重复")
    yield from _unknown_units(register, records)
    for at, inspection in enumerate(records.inspections):
        yield from inspections.check_inspection(campaign, inspection, ("inspections", at))
    yield from _unknown_ids(campaign, records)
    for at, issue in enumerate(records.issues):
        yield from check_issue(campaign, register, issue, ("issues", at))
    yield from settle(_contradictions(records))
    yield from sent.check_papers(records)


def _unknown_ids(campaign: Campaign, records: Records) -> Iterator[Problem]:
    """An issue names an inspection that was held, and a cause that the campaign lists."""
    held: dict[str, tuple[str, ...]] = {inspection.id: () for inspection in records.inspections}
    causes = {cause.id: (cause.title,) for cause in campaign.causes}
    for at, issue in enumerate(records.issues):
        if issue.inspection:
            place = ("issues", at, "inspection")
            yield from unknown("督查", issue.inspection, held, place, (("inspections", ANY, "id"),))
        if issue.cause:
            yield from unknown("原因", issue.cause, causes, ("issues", at, "cause"), ((CAMPAIGN, "causes"),))


def _unknown_units(register: Register, records: Records) -> Iterator[Problem]:
    for path, name in _named_units(records):
        if register.resolve(name) is None and not register.is_named(name):
            yield unknown_unit(register, name, path)


def _named_units(records: Records) -> Iterator[tuple[Path, str]]:
    for at, inspection in enumerate(records.inspections):
        yield from _listed(("inspections", at), inspection, ("by", "units"))
    for at, issue in enumerate(records.issues):
        yield from _listed(("issues", at), issue, ("lead", "responsible", "support"))
        yield from _by(("issues", at), issue)
        for key in ("urgings", "feedback", "closings", "rechecks", "reopenings", "objections"):
            for index, event in enumerate(getattr(issue, key)):
                yield from _by(("issues", at, key, index), event)
    for at, notice in enumerate(records.notices):
        yield ("notices", at, "unit"), notice.unit


def _listed(path: Path, record: object, keys: Iterable[str]) -> Iterator[tuple[Path, str]]:
    for key in keys:
        yield from (((*path, key, index), name) for index, name in enumerate(getattr(record, key)))


def _by(path: Path, record: Any) -> Iterator[tuple[Path, str]]:
    if record.by:
        yield (*path, "by"), record.by


def _contradictions(records: Records) -> Iterator[Contradiction]:
    """Days in the wrong order, in the whole file: one wrong day of an inspection may contradict several issues."""
    held: dict[str, Event] = {}
    notices = sent.by_item(records)
    for at, inspection in enumerate(records.inspections):
        path: Path = ("inspections", at)
        held.setdefault(inspection.id, Event((*path, "day"), inspection.day, "督查"))
        yield from inspections.find_contradictions(inspection, path)
    for at, issue in enumerate(records.issues):
        path = ("issues", at)
        yield from course.find_contradictions(issue, path, notices.get(issue.id, ()))
        if issue.inspection in held:
            found = Event((*path, "found"), issue.found, "发现")
            yield from in_order(held[issue.inspection], found, rests_on=((*path, "inspection"),))
    for at, notice in enumerate(records.notices):
        yield from sent.find_contradictions(notice, ("notices", at))
