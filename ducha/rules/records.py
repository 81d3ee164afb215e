"""What the office's own records name exists, and may be done by those who did it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ducha.model import Campaign, Register
from ducha.model.records import Records
from ducha.problems import CAMPAIGN, Path, Problem
from ducha.rules.identities import Identity, repeated
from ducha.rules.inspections import check_inspection, unknown
from ducha.rules.issues import check_issue
from ducha.rules.references import unknown_unit


def check_records(campaign: Campaign, register: Register, records: Records) -> Iterator[Problem]:
    """Yield the errors of the records that the campaign's own file is enough to find."""
    for key in ("inspections", "issues"):
        entries = enumerate(getattr(records, key))
        yield from repeated((((key, at, "id"), entry.id) for at, entry in entries), "编号“{}”重复")
    yield from _unknown_units(register, records)
    for at, inspection in enumerate(records.inspections):
        yield from check_inspection(campaign, inspection, ("inspections", at))
    inspections = [one.id for one in records.inspections]
    causes = [cause.id for cause in campaign.causes]
    for at, issue in enumerate(records.issues):
        path: Path = ("issues", at)
        if issue.inspection:
            yield from unknown("督查", issue.inspection, inspections, (*path, "inspection"), (("inspections",),))
        if issue.cause:
            yield from unknown("原因", issue.cause, causes, (*path, "cause"), ((CAMPAIGN, "causes"),))
        yield from check_issue(campaign, register, issue, path)
    yield from _numbers(records)


def check_mentions(records: Records, plans: Iterable[Identity]) -> Iterator[Problem]:
    """Yield a problem for every plan and item that the records name and no plan has."""
    known = {plan.id: plan.items for plan in plans}
    own = {issue.id for issue in records.issues}
    for at, inspection in enumerate(records.inspections):
        for index, name in enumerate(inspection.about):
            yield from _unmentioned(known, name, ("inspections", at, "about", index))
    for at, issue in enumerate(records.issues):
        if issue.about:
            yield from _unmentioned(known, issue.about, ("issues", at, "about"))
    for at, notice in enumerate(records.notices):
        for index, name in enumerate(notice.items):
            if name not in own:
                yield from _unmentioned(known, name.partition("@")[0], ("notices", at, "items", index))


def _unmentioned(known: dict[str, tuple[str, ...]], name: str, path: Path) -> Iterator[Problem]:
    plan, _, item = name.partition("/")
    yield from unknown("方案", plan, known, path) if plan not in known or not item else ()
    if item and plan in known and item not in known[plan]:
        yield from unknown("事项", name, [f"{plan}/{one}" for one in known[plan]], path)


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
        for key in ("urgings", "feedback", "closings", "rechecks", "reopenings"):
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


def _numbers(records: Records) -> Iterator[Problem]:
    """A number is used once: of a kind of notice in a year, of a kind of bulletin."""
    first: dict[tuple[object, ...], Path] = {}
    for at, notice in enumerate(records.notices):
        path: Path = ("notices", at, "number")
        before = first.setdefault((notice.kind, notice.day.year, notice.number), path)
        if before != path:
            what = "催办单" if notice.kind == "remind" else "督办通知单"
            message = f"{notice.day.year}年第{notice.number}号{what}已经发出"
            yield Problem("DC705", message, "编号只用一次，作废的也不再用；改用下一个编号", path, (before,))
    for at, bulletin in enumerate(records.bulletins):
        path = ("bulletins", at, "period")
        before = first.setdefault((bulletin.period,), path)
        if before != path:
            message = f"{bulletin.period}的通报已经登记"
            yield Problem("DC705", message, "每期只登记一次，改正期次或删去重复的一处", path, (before,))
