"""Where each doubt about the office's own records begins."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ducha.model import Register
from ducha.model.records import Records
from ducha.rules.doubts.records import question_records
from tests.rules.records.office import Found, errors, make_records, office, places

LATEST = date(2013, 7, 1)

VISIT = {"id": "v", "method": "joint", "day": "2013-05-20"}
NOTICE = {"number": "1", "kind": "remind", "day": "2013-06-10", "unit": "甲镇"}


def doubts(records: Records) -> Found:
    """The codes and paths of all doubts about records without an error."""
    campaign = office()
    assert errors(records, campaign) == []
    return places(question_records(campaign, Register(campaign), records, LATEST))


def issue(**keys: Any) -> Found:
    """The doubts about one issue, without their path's beginning."""
    return [(code, path[2:]) for code, path in doubts(make_records(keys, inspections=[VISIT]))]


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        ({"found": "2013-02-01"}, None),
        ({"found": "2013-01-31"}, ("found",)),
        ({"found": "2013-07-01", "due": "2013-07-20"}, None),
        ({"found": "2013-07-02", "due": "2013-07-20"}, ("found",)),
        ({"assigned": "2013-07-02", "due": "2013-07-20"}, ("assigned",)),
        ({"urgings": [{"day": "2013-07-02"}]}, ("urgings", 0, "day")),
        ({"feedback": [{"day": "2013-07-02", "text": "已办"}]}, ("feedback", 0, "day")),
        ({"closings": [{"day": "2013-07-02"}]}, ("closings", 0, "day")),
        ({"closings": [{"day": "2013-07-01"}], "rechecks": [{"day": "2013-07-01", "passed": "true"}]}, None),
    ],
)
def test_days_lie_between_the_beginning_and_today(keys: dict[str, Any], place: tuple[str | int, ...] | None) -> None:
    assert issue(**keys) == ([("DC602", place)] if place else [])


@pytest.mark.parametrize(
    ("lists", "place"),
    [
        ({"inspections": [{**VISIT, "until": "2013-07-01"}]}, None),
        ({"inspections": [{**VISIT, "until": "2013-07-02"}]}, ("inspections", 0, "until")),
        ({"inspections": [{**VISIT, "day": "2013-07-02", "until": "2013-07-03"}]}, ("inspections", 0, "day")),
        ({"bulletins": [{"period": "2013-06", "day": "2013-07-02"}]}, ("bulletins", 0, "day")),
        ({"notices": [{**NOTICE, "replied": "2013-07-02"}]}, ("notices", 0, "replied")),
        ({"notices": [{**NOTICE, "day": "2013-07-02", "replied": "2013-07-03"}]}, ("notices", 0, "day")),
    ],
)
def test_what_is_to_come_is_told_of_once(lists: dict[str, Any], place: tuple[str | int, ...] | None) -> None:
    assert doubts(make_records(**lists)) == ([("DC602", place)] if place else [])


@pytest.mark.parametrize(
    ("due", "given", "expected"),
    [
        ("2014-01-31", [], []),
        ("2014-02-01", [], [("DC404", ("due",))]),
        ("2013-11-20", [], []),
        ("2013-06-20", ["2013-06-21"], []),
        ("2013-06-20", ["2013-06-20"], [("DC603", ("extensions", 0, "to"))]),
        ("2013-06-20", ["2013-07-20", "2013-07-21"], []),
        ("2013-06-20", ["2013-07-20", "2013-07-20"], [("DC603", ("extensions", 1, "to"))]),
        ("2013-06-20", ["2031-07-20", "2013-07-20"], [("DC404", ("extensions", 0, "to"))]),
        ("2031-06-20", ["2013-07-20"], [("DC404", ("due",))]),
    ],
)
def test_limits_lie_in_the_campaign_and_are_put_off(due: str, given: list[str], expected: Found) -> None:
    days = ("2013-06-03", "2013-06-04")
    extensions = [{"day": day, "to": to, "by": "县政府", "reason": "雨"} for day, to in zip(days, given, strict=False)]
    assert issue(due=due, extensions=extensions) == expected


@pytest.mark.parametrize(("due", "is_far"), [("2014-07-03", False), ("2014-07-04", True)])
def test_a_matter_of_the_last_month_may_be_due_after_the_end(due: str, is_far: bool) -> None:
    last = make_records({"found": "2014-01-01", "due": due})
    found = places(question_records(office(), Register(office()), last, date(2014, 1, 31)))
    assert found == ([("DC404", ("issues", 0, "due"))] if is_far else [])


def test_an_extension_puts_off_the_limit_of_its_own_round() -> None:
    again = {
        "closings": [{"day": "2013-06-01"}],
        "reopenings": [{"day": "2013-06-02", "due": "2013-06-10", "reason": "反弹"}],
    }
    for to, expected in (("2013-06-11", []), ("2013-06-10", [("DC603", ("extensions", 0, "to"))])):
        put_off = {"day": "2013-06-05", "to": to, "by": "县政府", "reason": "雨"}
        assert issue(**again, extensions=[put_off]) == expected


@pytest.mark.parametrize(
    ("keys", "is_clear"),
    [
        ({"source": "inspection", "inspection": "v"}, True),
        ({"source": "inspection"}, False),
        ({"source": "inspection", "reference": "〔2013〕1号"}, False),
        ({"source": "public", "inspection": "v"}, False),
        ({"source": "public"}, True),
        *(({"source": source}, False) for source in ("instruction", "decision", "proposal", "upper")),
        *(
            ({"source": source, "reference": "1号"}, True)
            for source in ("instruction", "decision", "proposal", "upper")
        ),
    ],
)
def test_a_matter_names_what_it_came_from(keys: dict[str, Any], is_clear: bool) -> None:
    assert issue(**keys) == ([] if is_clear else [("DC708", ("source",))])


@pytest.mark.parametrize(("day", "is_right"), [(None, False), ("2013-06-20", True), ("2013-06-25", True)])
def test_what_came_back_is_reopened(day: str | None, is_right: bool) -> None:
    reopenings = [{"day": day, "due": "2013-07-20", "reason": "反弹"}] if day else []
    rechecks = [{"day": "2013-06-20", "passed": "false"}]
    found = issue(closings=[{"day": "2013-06-10"}], rechecks=rechecks, reopenings=reopenings)
    assert found == ([] if is_right else [("DC709", ("rechecks", 0, "passed"))])


def test_an_objection_is_raised_once_and_settled_after_that() -> None:
    said = {"day": "2013-06-28", "by": "甲镇", "text": "已办"}
    assert issue(objections=[said, {**said, "text": "另"}]) == [("DC734", ("objections", 1, "by"))]
    for day, expected in (("2013-06-28", []), ("2013-06-27", [("DC733", ("objections", 0, "settled", "day"))])):
        assert issue(objections=[{**said, "settled": {"day": day, "text": "属实"}}]) == expected
    assert issue(objections=[{**said, "day": "2013-07-02"}]) == [("DC602", ("objections", 0, "day"))]


def test_a_unit_is_named_once() -> None:
    assert issue(lead="甲镇", support=["国土局", "甲镇"]) == [("DC306", ("support", 1))]


@pytest.mark.parametrize(
    ("period", "is_one"), [("2013-06", True), ("2013-W26", True), ("2013-06-10", False), ("2012-06", False)]
)
def test_a_bulletin_is_on_a_period_of_the_campaign(period: str, is_one: bool) -> None:
    records = make_records(bulletins=[{"period": period, "day": "2013-07-01"}])
    assert doubts(records) == ([] if is_one else [("DC403", ("bulletins", 0, "period"))])
