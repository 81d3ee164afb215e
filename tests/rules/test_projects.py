"""What is wrong or suspicious in a project ledger: where each begins, and nothing told twice."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ducha.model import Register
from ducha.problems import Path
from ducha.rules.doubts.projects import question_ledger
from ducha.rules.projects import check_ledger
from tests.conftest import make_campaign, make_ledger, make_plan

LATEST = date(2014, 1, 31)
CLASSES = {"classes": [{"title": "续建", "roles": ["leader", "officer"]}, {"title": "新建"}]}

Found = list[tuple[str, Path]]


def found(*projects: dict[str, Any], latest: date = LATEST, listed: dict[str, Any] | None = None) -> Found:
    """The codes and paths of all that is told of a ledger, the path without ``projects``."""
    campaign, plan, ledger = make_campaign(), make_plan(projects=listed or {}), make_ledger(*projects)
    problems = [*check_ledger(Register(campaign), plan, ledger), *question_ledger(campaign, plan, ledger, latest)]
    return [(problem.code, problem.path[1:]) for problem in problems]


def invested(*records: tuple[str, str]) -> dict[str, Any]:
    return {"invested": [{"day": day, "value": value} for day, value in records]}


@pytest.mark.parametrize(
    ("stages", "doubted"),
    [
        ({"started": "2013-05-20", "completed": "2013-05-20"}, None),
        ({"started": "2013-05-20", "completed": "2013-05-19"}, "completed"),
        ({"preliminary": "2013-02-01", "operating": "2013-01-31"}, "operating"),
        ({"started": "2011-05-20", "continued": "2013-02-01"}, None),
    ],
)
def test_stages_follow_each_other(stages: dict[str, str], doubted: str | None) -> None:
    assert found({"stages": stages}) == ([("DC528", (0, "stages", doubted))] if doubted else [])


@pytest.mark.parametrize(
    ("records", "doubted"),
    [
        ([("2013-05-31", "30"), ("2013-06-30", "30")], []),
        ([("2013-05-31", "30"), ("2013-06-30", "29.99")], [("DC529", (0, "invested", 1, "value"))]),
        ([("2013-06-30", "29"), ("2013-05-31", "30")], [("DC529", (0, "invested", 0, "value"))]),
        ([("2013-12-31", "300"), ("2014-01-31", "20")], [("DC530", (0, "invested", 1, "day"))]),
        ([("2012-12-31", "300"), ("2013-01-31", "20")], [("DC530", (0, "invested", 0, "day"))]),
    ],
)
def test_what_was_invested_grows_within_the_year_of_the_plan(records: list[tuple[str, str]], doubted: Found) -> None:
    assert found(invested(*records)) == doubted


@pytest.mark.parametrize(("latest", "is_doubted"), [(date(2013, 6, 29), True), (date(2013, 6, 30), False)])
def test_no_record_is_of_a_day_to_come(latest: date, is_doubted: bool) -> None:
    project = {
        "stages": {"started": "2013-06-30"},
        "progress": [{"day": "2013-06-30", "text": "施工"}],
        "stopped": {"day": "2013-06-30", "by": "县政府", "reason": "选址"},
        **invested(("2013-06-30", "3")),
    }
    assert [code for code, _ in found(project, latest=latest)] == ["DC530"] * (4 * is_doubted)


@pytest.mark.parametrize(("total", "is_doubted"), [("299.99", True), ("300", False), (None, False)])
def test_nothing_is_more_than_the_total(total: str | None, is_doubted: bool) -> None:
    for project in ({"planned": "300"}, invested(("2013-05-31", "20"), ("2013-06-30", "300"))):
        assert bool(found({**project, "total": total})) == is_doubted


@pytest.mark.parametrize(
    ("own", "items", "doubted"),
    [
        ({"planned": "30"}, [{"planned": "10"}, {"planned": "20"}], []),
        ({"planned": "30"}, [{"planned": "10"}, {}], [("DC532", (0, "planned"))]),
        ({"planned": "30"}, [{}, {}], []),
        ({}, [{"planned": "10"}, {"planned": "20"}], []),
        (invested(("2013-05-31", "5"), ("2013-06-30", "9")), [invested(("2013-06-20", "9")), {}], []),
        (invested(("2013-06-30", "9")), [invested(("2013-07-31", "9")), {}], [("DC532", (0, "invested", 0, "value"))]),
    ],
)
def test_a_project_and_its_sub_items_agree(own: dict[str, Any], items: list[dict[str, Any]], doubted: Found) -> None:
    parts = [{"id": f"1-{at}", "part_of": "1", **item} for at, item in enumerate(items)]
    assert found({"id": "1", **own}, *parts) == doubted


@pytest.mark.parametrize(
    ("own", "items", "is_doubted"),
    [
        ("续建", ["新建", "新建"], True),
        ("续建", [None, "新建"], True),
        ("续建", ["续建", None], False),
        (None, ["新建", "续建"], False),
    ],
)
def test_a_project_is_of_the_class_of_its_sub_items(own: str | None, items: list[str | None], is_doubted: bool) -> None:
    parts = [{"id": f"1-{at}", "part_of": "1", "kind": kind} for at, kind in enumerate(items)]
    assert found({"id": "1", "kind": own}, *parts) == ([("DC536", (0, "kind"))] if is_doubted else [])


@pytest.mark.parametrize("kinds", [("续建", "新健"), ("序建", "新建")])
def test_a_class_that_the_plan_does_not_list_is_told_of_once(kinds: tuple[str, str]) -> None:
    listed = {"classes": [{"title": "续建"}, {"title": "新建"}]}
    told = found({"id": "1", "kind": kinds[0]}, {"id": "1-1", "part_of": "1", "kind": kinds[1]}, listed=listed)
    assert [code for code, _ in told] == ["DC525"]


@pytest.mark.parametrize(
    ("project", "item", "is_doubted"),
    [
        ({"kind": "续建", "leader": "甲", "officer": "乙"}, {}, False),
        ({"kind": "续建", "leader": "甲"}, {"officer": "乙"}, False),
        ({"kind": "续建", "leader": "甲"}, {}, True),
        ({"leader": "甲"}, {"kind": "续建"}, True),
        ({"kind": "新建"}, {}, False),
        ({"kind": "续建", "stopped": {"day": "2013-06-30", "by": "县政府", "reason": "选址"}}, {}, False),
    ],
)
def test_who_must_be_named_is(project: dict[str, Any], item: dict[str, Any], is_doubted: bool) -> None:
    """株县办〔2015〕4号 项目突破年 五（一）: each with a county leader, a service unit, a special officer."""
    told = found({"id": "1", **project}, {"id": "1-1", "part_of": "1", **item}, listed=CLASSES)
    assert told == ([("DC533", (0, "id"))] if is_doubted else [])


@pytest.mark.parametrize(
    ("projects", "codes"),
    [
        ([{"id": "1", "kind": "续建"}, {"id": "1", "kind": "续建"}], ["DC523"]),
        ([{"id": "1", "kind": "续建"}, {"id": "1", "kind": "新建"}], ["DC524"]),
        ([{"id": "1", "kind": "续建"}, {"id": "1"}], ["DC523"]),
        ([{"title": "甲", "kind": "续建"}, {"title": "甲", "kind": "新建"}], ["DC524"]),
        ([{"title": "甲", "kind": "续建"}, {"title": "甲", "kind": "续建"}], []),
        ([{"title": "一期", "kind": "续建", "part_of": "3"}, {"title": "一期", "kind": "新建"}, {}], []),
        ([{"kind": "续建、新建"}], ["DC524"]),
        ([{"kind": "续建项目"}, {"kind": "续建项目"}], ["DC525"]),
    ],
)
def test_a_project_is_one_thing_of_one_class(projects: list[dict[str, Any]], codes: list[str]) -> None:
    listed = {"classes": [{"title": "续建"}, {"title": "新建"}]}
    assert [code for code, _ in found(*projects, listed=listed)] == codes


def test_a_class_may_have_a_comma_in_its_name_where_the_plan_lists_it() -> None:
    assert found({"kind": "交通、水利"}, listed={"classes": [{"title": "交通、水利"}]}) == []


def test_an_empty_ledger_is_none() -> None:
    assert found() == [("DC204", ())]
