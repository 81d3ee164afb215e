"""A project ledger on a day: counts by class and stage, sums, rates, and nothing counted twice or before its day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from ducha.assess import Reference, assess, on_period
from ducha.assess.bulletin.bulletin import compose_bulletin
from ducha.assess.projects.ledger import ClassStanding, LedgerStanding
from ducha.assess.rates import Portion
from ducha.model import Plan
from ducha.model.stages import STAGES
from tests.conftest import assess_on, make_campaign, make_ledger, make_plan

STOP = {"day": "2013-06-10", "by": "县政府", "reason": "选址调整"}


def standing(day: str, *projects: dict[str, Any], listed: dict[str, Any] | None = None) -> LedgerStanding:
    plan = make_plan(projects=listed or {}).with_ledger(make_ledger(*projects))
    ledger = assess_on(day, plan).plans[0].ledger
    assert ledger
    return ledger


def by_title(ledger: LedgerStanding) -> dict[str | None, ClassStanding]:
    return {one.title: one for one in ledger.classes}


def test_a_plan_without_a_ledger_has_none() -> None:
    assert assess_on("2013-07-01", make_plan(milestones=[{"id": "a", "title": "甲"}])).plans[0].ledger is None


@pytest.mark.parametrize(
    ("day", "stage", "since"),
    [
        ("2013-01-31", None, None),
        ("2013-02-01", "preliminary", "2013-02-01"),
        ("2013-05-19", "preliminary", "2013-02-01"),
        ("2013-05-20", "started", "2013-05-20"),
        ("2013-06-30", "started", "2013-05-20"),
        ("2013-07-01", "completed", "2013-07-01"),
    ],
)
def test_a_stage_is_entered_on_its_day(day: str, stage: str | None, since: str | None) -> None:
    stages = {"preliminary": "2013-02-01", "started": "2013-05-20", "completed": "2013-07-01"}
    (project,) = standing(day, {"stages": stages}).projects
    assert (project.stage, project.since and project.since.isoformat()) == (stage, since)


def test_every_project_is_in_one_stage_or_known_to_be_in_none() -> None:
    ledger = standing(
        "2013-07-01",
        {"stages": {"preliminary": "2013-02-01"}},
        {"stages": {"started": "2013-05-20"}},
        {"stages": {"started": "2012-05-20", "continued": "2013-03-01"}},
        {"stages": {"completed": "2013-06-20"}},
        {"stages": {"completed": "2013-06-20", "operating": "2013-06-28"}},
        {},
        {"stages": {"started": "2013-05-20"}, "stopped": STOP},
        {"stages": {"started": "2013-09-30"}},
    )
    whole = ledger.whole
    assert dict(whole.stages) == dict.fromkeys(STAGES, 1)
    assert (whole.unknown, whole.stopped, whole.items, whole.projects) == (2, 1, 8, 8)
    assert whole.started == (4, 7)
    assert whole.completed == (2, 7)


def test_a_project_is_stopped_from_the_day_on_which_that_was_approved() -> None:
    started = {"stages": {"started": "2013-05-20"}, "stopped": STOP}
    assert standing("2013-06-09", started).whole.stopped == 0
    assert standing("2013-06-10", started).whole.stopped == 1


def test_sub_items_of_a_stopped_project_are_stopped() -> None:
    whole = standing("2013-07-01", {"id": "1", "stopped": STOP}, {"id": "1-1", "part_of": "1"}).whole
    assert (whole.projects, whole.items, whole.stopped) == (1, 1, 1)


MONEY: list[dict[str, Any]] = [
    {"planned": "300", "invested": [{"day": "2013-05-31", "value": "30"}, {"day": "2013-06-30", "value": "90"}]},
    {"planned": "200.5"},
    {"invested": [{"day": "2013-06-30", "value": "7"}]},
]


@pytest.mark.parametrize(
    ("day", "invested", "part"), [("2013-05-30", 0, 0), ("2013-06-29", 30, 30), ("2013-06-30", 97, 90)]
)
def test_money_counts_from_its_day_and_a_rate_has_only_those_with_a_plan(day: str, invested: int, part: int) -> None:
    whole = standing(day, *MONEY).whole
    assert whole.invested == invested
    assert whole.investment == Portion(Decimal(part), Decimal("500.5"), "万元")
    assert whole.unreported == (2 if not part else 1)


def test_the_money_of_a_project_and_its_sub_items_counts_once() -> None:
    own = {"id": "1", "planned": "300", "invested": [{"day": "2013-06-30", "value": "100"}]}
    item = {"id": "1-1", "part_of": "1", "planned": "200", "invested": [{"day": "2013-06-30", "value": "80"}]}
    ledger = standing("2013-07-01", own, item)
    assert ledger.whole.investment == Portion(Decimal(80), Decimal(200), "万元")
    assert [one.counts_money for one in ledger.projects] == [False, True]
    ledger = standing("2013-07-01", own, {"id": "1-1", "part_of": "1"})
    assert ledger.whole.investment == Portion(Decimal(100), Decimal(300), "万元")
    assert [one.counts_money for one in ledger.projects] == [True, False]


LISTED = {
    "total": "101",
    "items": "124",
    "classes": [
        {"title": "续建", "items": "54"},
        {"title": "新建", "items": "70"},
        {"title": "前期", "count": "19", "apart": "true"},
    ],
}
PARTED: list[dict[str, Any]] = [
    {"id": "1", "kind": "续建", "planned": "10"},
    {"id": "2"},
    {"id": "2-1", "part_of": "2", "kind": "续建", "planned": "20"},
    {"id": "2-2", "part_of": "2", "kind": "新建", "planned": "40"},
    {"id": "3", "kind": "前期", "planned": "80"},
    {"id": "4", "planned": "160"},
]


def test_classes_as_the_document_lists_them_then_what_is_of_none() -> None:
    """新政发〔2013〕36号 政府投资项目 一、二1: 101 projects, 124 sub-items, 54 continued and 70 new; 19 beside them."""
    ledger = standing("2013-07-01", *PARTED, listed=LISTED)
    assert [(one.title, one.projects, one.items) for one in ledger.classes] == [
        ("续建", 1, 2),
        ("新建", 0, 1),
        (None, 1, 1),
    ]
    assert [(one.title, one.projects, one.items) for one in ledger.apart] == [("前期", 1, 1)]
    assert (ledger.whole.projects, ledger.whole.items, ledger.mixed) == (3, 4, 1)
    assert (ledger.listed.added("items"), ledger.listed.added("count")) == (124, None)
    assert [one.investment.whole for one in ledger.classes] == [30, 40, 160]
    assert ledger.whole.investment.whole == 230


def test_the_whole_is_the_sum_of_its_classes() -> None:
    ledger = standing("2013-07-01", *PARTED, *({**one, "id": f"m{at}"} for at, one in enumerate(MONEY)), listed=LISTED)
    for name in ("items", "unknown", "stopped", "invested", "unreported"):
        assert sum(getattr(one, name) for one in ledger.classes) == getattr(ledger.whole, name), name
    assert sum(one.investment.part for one in ledger.classes) == ledger.whole.investment.part
    assert sum(one.investment.whole for one in ledger.classes) == ledger.whole.investment.whole
    for stage, count in ledger.whole.stages.items():
        assert sum(one.stages[stage] for one in ledger.classes) == count


def test_classes_of_the_ledger_where_the_document_lists_none() -> None:
    ledger = standing("2013-07-01", {"kind": "工业"}, {"kind": "农业"}, {"kind": "工业"})
    assert [(one.title, one.items) for one in ledger.classes] == [("工业", 2), ("农业", 1)]


def test_money_of_a_project_whose_sub_items_are_of_two_classes_is_of_none() -> None:
    parts = [{"id": f"1-{kind}", "part_of": "1", "kind": kind} for kind in ("续建", "新建")]
    ledger = standing("2013-07-01", {"id": "1", "planned": "50"}, *parts)
    assert {title: one.investment.whole for title, one in by_title(ledger).items()} == {"续建": 0, "新建": 0, None: 50}
    assert by_title(ledger)[None].items == 0
    assert ledger.whole.investment.whole == 50


def test_a_sub_item_has_the_class_units_and_persons_of_its_project() -> None:
    project = {"id": "1", "kind": "续建", "service": "国土局", "leader": "甲", "responsible": "建设局", "officer": "乙"}
    _, item = standing("2013-07-01", project, {"id": "1-1", "part_of": "1"}).projects
    assert (item.kind, item.service, item.leader, item.officer) == ("续建", ("县国土资源局",), ("甲",), ("乙",))
    assert item.units.responsible == ("县建设局",)
    assert item.concerns("县国土资源局")
    assert item.concerns("县建设局")
    assert not item.concerns("县府办")


@pytest.mark.parametrize(("month", "newly"), [(5, {"started": 1}), (6, {"started": 1, "completed": 1}), (7, {})])
def test_what_entered_a_stage_in_the_period(month: int, newly: dict[str, int]) -> None:
    projects = [
        {"stages": {"started": "2013-05-31"}},
        {"stages": {"started": "2013-06-01", "completed": "2013-06-30"}},
        {"stages": {"started": "2013-06-05"}, "stopped": STOP},
    ]
    plan = make_plan(milestones=[{"id": "a", "title": "甲"}]).with_ledger(make_ledger(*projects))
    reference = on_period(make_campaign(), month, None, date(2013, 12, 1))
    ledger = assess(make_campaign(), [plan], reference).plans[0].ledger
    assert ledger
    assert {stage: count for stage, count in ledger.whole.newly.items() if count} == newly


def fed(**keys: Any) -> dict[str, Any]:
    return {
        "id": "share",
        "title": "投资完成比例",
        "unit": "%",
        "target": "100",
        "due": "年底",
        "measure": "point",
        **keys,
    }


def make_fed(*projects: dict[str, Any], **keys: Any) -> Plan:
    return make_plan(indicators=[fed(**keys)]).with_ledger(make_ledger(*projects))


def test_the_node_that_projects_are_held_against_is_that_of_the_share_of_all() -> None:
    """新政发〔2013〕36号 政府投资项目 二3: 6月底前完成年度投资计划的38%左右."""
    nodes: dict[str, Any] = {"checkpoints": [{"due": "6月底前", "value": "38"}]}
    plan = make_fed(*MONEY, projects={"sum": "invested"}, **nodes)
    of_class = make_fed(*MONEY, projects={"sum": "invested", "kind": "续建"}, **nodes)
    ledgers = [assess_on(day, one).plans[0].ledger for one in (plan, of_class) for day in ("2013-06-30", "2013-07-01")]
    assert [ledger and ledger.node for ledger in ledgers] == [None, 38, None, None]


@pytest.mark.parametrize(
    ("planned", "invested", "is_behind"),
    [("100", "37.9", True), ("100", "38", False), ("100", None, False), (None, "1", False), ("0", "0", False)],
)
def test_who_is_behind_that_node(planned: str | None, invested: str | None, is_behind: bool) -> None:
    records = [{"day": "2013-06-30", "value": invested}] if invested else []
    project = {key: value for key, value in {"planned": planned, "invested": records}.items() if value}
    nodes: dict[str, Any] = {"checkpoints": [{"due": "6月底前", "value": "38"}]}
    plan = make_fed(project, *MONEY, projects={"sum": "invested"}, **nodes)
    before, after = (assess_on(day, plan).plans[0].ledger for day in ("2013-06-30", "2013-07-01"))
    assert before
    assert after
    assert not before.is_behind(before.projects[0])
    assert after.is_behind(after.projects[0]) == is_behind


def test_a_project_whose_sub_items_have_the_money_is_not_behind_itself() -> None:
    records = {"planned": "100", "invested": [{"day": "2013-06-30", "value": "5"}]}
    nodes: dict[str, Any] = {"checkpoints": [{"due": "6月底前", "value": "38"}]}
    parts = [{"id": "1", **records}, {"id": "1-1", "part_of": "1", **records}]
    ledger = assess_on("2013-07-01", make_fed(*parts, projects={"sum": "invested"}, **nodes)).plans[0].ledger
    assert ledger
    assert [ledger.is_behind(one) for one in ledger.projects] == [False, True]


def test_a_bulletin_has_units_and_no_persons() -> None:
    project = {"leader": "甲", "officer": "乙", "roles": {"协办员": "丙"}, "service": "国土局"}
    plan = make_plan(milestones=[{"id": "a", "title": "甲"}]).with_ledger(make_ledger(project))
    assessment = assess(make_campaign(), [plan], on_period(make_campaign(), 6, None, date(2013, 12, 1)))
    (standing_of_plan,) = compose_bulletin(assessment).with_projects
    assert standing_of_plan.ledger
    (told,) = standing_of_plan.ledger.projects
    assert (told.leader, told.officer, dict(told.roles), told.service) == ((), (), {}, ("县国土资源局",))


def test_december_tells_of_june_what_july_told() -> None:
    projects = [{"stages": {"started": "2013-06-20", "completed": "2013-11-01"}, **MONEY[0]}]
    later = [{**projects[0], "invested": [*MONEY[0]["invested"], {"day": "2013-11-30", "value": "290"}]}]
    told = []
    for today, ledger in ((date(2013, 7, 2), projects), (date(2013, 12, 20), later)):
        plan = make_plan(milestones=[{"id": "a", "title": "甲"}]).with_ledger(make_ledger(*ledger))
        reference = on_period(make_campaign(), 6, None, today)
        told.append(assess(make_campaign(), [plan], reference).plans[0].ledger)
    assert told[0] == told[1]
    assert isinstance(told[0], LedgerStanding)
    assert Reference(date(2013, 7, 1), "period", date(2013, 6, 30), reference.period) == reference
