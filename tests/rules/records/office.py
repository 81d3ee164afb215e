"""A small office's own records in memory, and the campaign that they are of."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ducha.model import Campaign, Register
from ducha.model.records import Records
from ducha.problems import Path, Problem
from ducha.rules.records.whole import check_records
from tests.conftest import CAMPAIGN, make_campaign

Found = list[tuple[str, Path]]

TOWN = {"name": "甲镇", "category": "乡镇"}
SUPERVISION = {
    "groups": [
        {"id": "1", "leader": "甲", "plans": ["land"]},
        {"id": "2", "leader": "乙", "plans": ["approval"]},
        {"id": "3", "leader": "丙"},
    ],
    "methods": [
        {"id": "joint", "title": "联合督查", "every": "每月", "at_least": "1"},
        {"id": "bulletin", "title": "情况通报", "every": "每月", "at_least": "1", "kind": "bulletin"},
    ],
}
ISSUE = {
    "id": "a",
    "title": "甲",
    "source": "public",
    "found": "2013-05-20",
    "due": "2013-06-20",
    "lead": "甲镇",
}


def office(**changes: Any) -> Campaign:
    """A campaign with what records speak of."""
    causes = [{"id": "land", "title": "用地"}]
    return make_campaign(
        **{"units": [*CAMPAIGN["units"], TOWN], "supervision": SUPERVISION, "causes": causes, **changes}
    )


def make_records(*issues: dict[str, Any], **lists: Any) -> Records:
    """Records with some issues, each a sound one with some keys changed, and other lists."""
    return Records.model_validate({"issues": [{**ISSUE, **issue} for issue in issues], **lists})


def errors(records: Records, campaign: Campaign | None = None) -> Found:
    """The codes and paths of all errors of some records."""
    made = campaign or office()
    return places(check_records(made, Register(made), records))


def places(problems: Iterable[Problem]) -> Found:
    """The codes and paths of problems."""
    return [(problem.code, problem.path) for problem in problems]
