"""Who answers for a matter, and who may close it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.rules.records.office import errors, make_records, office


def wrong(**keys: Any) -> list[tuple[str, tuple[str | int, ...]]]:
    """The errors of one issue, without their path's beginning."""
    return [(code, path[2:]) for code, path in errors(make_records(keys))]


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({"lead": "甲镇"}, []),
        ({"lead": [], "responsible": "甲镇"}, []),
        ({"lead": []}, [("DC706", ())]),
        ({"lead": [], "support": "国土局"}, [("DC706", ())]),
        ({"lead": "乙镇"}, [("DC302", ("lead", 0))]),
    ],
)
def test_somebody_answers_for_it(keys: dict[str, Any], expected: list[Any]) -> None:
    assert wrong(**keys) == expected


@pytest.mark.parametrize(
    ("units", "by", "is_right"),
    [
        ({"lead": "甲镇"}, None, True),
        ({"lead": "甲镇"}, "甲镇", True),
        ({"lead": "县国土资源局"}, "国土局", True),
        ({"lead": "国土局", "responsible": "甲镇"}, "甲镇", True),
        ({"lead": "甲镇", "support": "建设局"}, "县建设局", True),
        ({"lead": "甲镇"}, "国土局", False),
        ({"lead": "各乡镇"}, "建设局", True),
        ({"lead": "各乡镇"}, "各乡镇（街道）", True),
        ({"lead": "各乡镇"}, "国土局", False),
        ({"lead": "建设局"}, "各乡镇", False),
        ({"lead": "各部门"}, "国土局", True),
        ({"lead": "甲镇", "responsible": "各部门"}, "国土局", True),
    ],
)
def test_feedback_comes_from_who_answers(units: dict[str, Any], by: str | None, is_right: bool) -> None:
    said = {"day": "2013-06-01", "text": "已办"} | ({"by": by} if by else {})
    assert wrong(**units, feedback=[said]) == ([] if is_right else [("DC707", ("feedback", 0, "by"))])


@pytest.mark.parametrize(("by", "is_right"), [("甲镇", True), ("国土局", True), ("建设局", False), ("各部门", False)])
def test_an_objection_comes_from_who_answers(by: str, is_right: bool) -> None:
    objection = {"day": "2013-06-01", "text": "已办", "by": by}
    found = wrong(support="国土局", objections=[objection])
    assert found == ([] if is_right else [("DC730", ("objections", 0, "by"))])


def test_a_unit_that_is_not_registered_is_told_of_once() -> None:
    said = {"day": "2013-06-01", "text": "已办"}
    assert wrong(lead="乙镇", feedback=[{**said, "by": "甲镇"}]) == [("DC302", ("lead", 0))]
    assert wrong(feedback=[{**said, "by": "乙镇"}]) == [("DC302", ("feedback", 0, "by"))]
    closing = {"day": "2013-06-01", "by": "国土局"}
    assert wrong(by="乙镇", closings=[closing]) == [("DC302", ("by",))]
    assert wrong(closings=[{**closing, "by": "乙镇"}]) == [("DC302", ("closings", 0, "by"))]


@pytest.mark.parametrize(
    ("by", "closed_by", "is_right"),
    [
        (None, None, True),
        (None, "县府办", True),
        (None, "甲镇", False),
        (None, "国土局", False),
        ("国土局", "县国土资源局", True),
        ("国土局", "县府办", True),
        ("国土局", "建设局", False),
    ],
)
@pytest.mark.parametrize("key", ["closings", "reopenings"])
def test_only_who_handed_it_over_closes_and_reopens_it(
    by: str | None, closed_by: str | None, is_right: bool, key: str
) -> None:
    events: dict[str, list[dict[str, Any]]] = {
        "closings": [{"day": "2013-06-01"}],
        "reopenings": [{"day": "2013-06-02", "due": "2013-06-30", "reason": "反弹"}],
    }
    if closed_by:
        events[key][0]["by"] = closed_by
    found = wrong(**events, **({"by": by} if by else {}))
    assert found == ([] if is_right else [("DC703", (key, 0, "by"))])


@pytest.mark.parametrize(
    ("keys", "is_right"),
    [
        ({"by": "国土局"}, True),
        ({"by": "甲镇"}, False),
        ({"by": "国土局", "lead": "县国土资源局"}, False),
        ({"by": "国土局", "lead": [], "responsible": ["甲镇", "国土局"]}, False),
        ({"by": "国土局", "responsible": "国土局"}, True),
        ({"by": "县府办", "lead": "县府办"}, True),
    ],
)
def test_nobody_but_the_office_hands_a_matter_to_itself(keys: dict[str, Any], is_right: bool) -> None:
    assert wrong(**keys) == ([] if is_right else [("DC703", ("by",))])


def test_the_office_goes_by_all_its_names() -> None:
    units = [{"name": "县府办", "aliases": ["督查室"], "category": "综合"}, {"name": "甲镇", "category": "乡镇"}]
    records = make_records({"closings": [{"day": "2013-06-01", "by": "督查室"}]})
    assert errors(records, office(units=units, unit_groups=[])) == []
