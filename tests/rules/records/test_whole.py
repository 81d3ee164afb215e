"""The office's own records: ids, units, numbers, and days across entries."""

from __future__ import annotations

from typing import Any

import pytest

from tests.rules.records.office import Found, errors, make_records

VISIT = {"id": "v", "method": "joint", "day": "2013-05-20"}
NOTICE = {"number": "1", "kind": "remind", "day": "2013-06-10", "unit": "甲镇"}
BULLETIN = {"period": "2013-05", "number": "1", "day": "2013-06-08"}


@pytest.mark.parametrize(
    ("visit", "expected"),
    [
        ({}, []),
        ({"method": "onsite"}, [("DC701", ("method",))]),
        ({"method": "联合督查"}, [("DC701", ("method",))]),
        ({"method": "bulletin"}, [("DC701", ("method",))]),
        ({"group": "1"}, []),
        ({"group": "4"}, [("DC701", ("group",))]),
        ({"until": "2013-05-20"}, []),
        ({"until": "2013-05-19"}, [("DC704", ("until",))]),
        ({"units": ["国土局", "各乡镇"], "by": "县府办"}, []),
        ({"units": ["乙镇"]}, [("DC302", ("units", 0))]),
    ],
)
def test_an_inspection(visit: dict[str, Any], expected: Found) -> None:
    found = errors(make_records(inspections=[{**VISIT, **visit}]))
    assert [(code, path[2:]) for code, path in found] == expected


@pytest.mark.parametrize(
    ("issue", "expected"),
    [
        ({"inspection": "v"}, []),
        ({"inspection": "w"}, [("DC701", ("inspection",))]),
        ({"inspection": "v", "found": "2013-05-19"}, [("DC704", ("found",))]),
        ({"inspection": "v", "found": "2013-05-21"}, []),
        ({"cause": "land"}, []),
        ({"cause": "用地"}, [("DC701", ("cause",))]),
    ],
)
def test_what_an_issue_names(issue: dict[str, Any], expected: Found) -> None:
    found = errors(make_records(issue, inspections=[VISIT]))
    assert [(code, path[2:]) for code, path in found] == expected


def test_one_wrong_day_of_an_inspection_is_one_mistake() -> None:
    several = [{"id": str(at), "inspection": "v"} for at in range(3)]
    records = make_records(*several, inspections=[{**VISIT, "day": "2013-06-20"}])
    assert errors(records) == [("DC704", ("inspections", 0, "day"))]


def test_ids_are_told_apart() -> None:
    records = make_records({}, {}, inspections=[VISIT, VISIT])
    assert errors(records) == [("DC301", ("inspections", 1, "id")), ("DC301", ("issues", 1, "id"))]


@pytest.mark.parametrize(
    ("second", "is_right"),
    [
        ({}, False),
        ({"void": "写错"}, False),
        ({"unit": "国土局", "day": "2013-12-31"}, False),
        ({"number": "2"}, True),
        ({"kind": "supervise"}, True),
        ({"day": "2014-01-01"}, True),
    ],
)
def test_a_number_of_a_notice_is_used_once_a_year(second: dict[str, Any], is_right: bool) -> None:
    records = make_records(notices=[NOTICE, {**NOTICE, **second}])
    assert errors(records) == ([] if is_right else [("DC705", ("notices", 1, "number"))])


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        ({"reply_by": "2013-06-10", "replied": "2013-06-10"}, None),
        ({"reply_by": "2013-06-09"}, "reply_by"),
        ({"replied": "2013-06-09"}, "replied"),
        ({"reply_by": "2013-06-09", "replied": "2013-06-08"}, "day"),
    ],
)
def test_a_notice_is_answered_after_it_was_sent(keys: dict[str, Any], place: str | None) -> None:
    records = make_records(notices=[{**NOTICE, **keys}])
    assert errors(records) == ([("DC704", ("notices", 0, place))] if place else [])


@pytest.mark.parametrize(
    ("second", "place"),
    [
        ({}, "period"),
        ({"number": "2"}, "period"),
        ({"period": "2013-04"}, "number"),
        ({"period": "2013-04", "number": "2"}, None),
        ({"period": "2013-Q1"}, None),
        ({"period": "2013-W20"}, None),
        ({"period": "2013-12", "day": "2014-01-08"}, None),
        ({"period": "2013-07", "number": "2"}, "day"),
        ({"period": "2013-06", "number": "2"}, None),
    ],
)
def test_a_bulletin_is_registered_once(second: dict[str, Any], place: str | None) -> None:
    records = make_records(bulletins=[BULLETIN, {**BULLETIN, **second}])
    code = "DC704" if place == "day" else "DC705"
    assert errors(records) == ([(code, ("bulletins", 1, place))] if place else [])
