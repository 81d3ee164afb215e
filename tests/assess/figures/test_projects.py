"""Indicators that take their figures from the project ledger: counts, sums and shares by day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from ducha.assess import IndicatorStanding, assess, on_period
from ducha.assess.amounts import Series
from ducha.assess.figures.series import series_of
from ducha.assess.rates import Portion
from ducha.deadlines.cycles import Cycle
from ducha.model import Register
from tests.conftest import TODAY, assess_on, make_campaign, make_ledger, make_plan

STOP = {"day": "2013-06-10", "by": "县政府", "reason": "选址调整"}
WORKS: list[dict[str, Any]] = [
    {
        "id": "1",
        "kind": "新开工",
        "stages": {"started": "2013-03-05"},
        "progress": [{"day": "2013-06-30", "text": "施工"}],
    },
    {"id": "2", "kind": "新开工", "stages": {"preliminary": "2013-02-01", "started": "2013-05-20"}},
    {
        "id": "3",
        "kind": "续建",
        "stages": {"started": "2012-05-20", "continued": "2013-03-01", "operating": "2013-06-20"},
    },
    {"id": "4", "kind": "新开工", "stages": {"started": "2013-05-20"}, "stopped": STOP},
    {"id": "5", "kind": "续建"},
]
PARTED: list[dict[str, Any]] = [
    {"id": "1", "kind": "新开工"},
    {"id": "1-1", "part_of": "1", "stages": {"started": "2013-03-05", "completed": "2013-05-01"}},
    {"id": "1-2", "part_of": "1", "stages": {"started": "2013-04-05"}},
]
MONEY: list[dict[str, Any]] = [
    {
        "kind": "续建",
        "planned": "3000",
        "invested": [{"day": "2013-05-31", "value": "300"}, {"day": "2013-06-30", "value": "900"}],
    },
    {"kind": "续建", "planned": "2000", "invested": [{"day": "2013-05-31", "value": "100"}]},
    {"kind": "新开工", "invested": [{"day": "2013-06-20", "value": "50"}]},
]


def series(projects: list[dict[str, Any]], until: str, unit: str = "个", **wanted: Any) -> Series:
    indicator = {"id": "a", "title": "甲", "unit": unit, "target": "100", "projects": wanted}
    plan = make_plan(indicators=[indicator]).with_ledger(make_ledger(*projects))
    return series_of(Register(make_campaign()), plan, plan.indicators[0], date.fromisoformat(until))


def last(projects: list[dict[str, Any]], until: str, unit: str = "个", **wanted: Any) -> object:
    found = series(projects, until, unit, **wanted)
    return (found[-1].day.isoformat(), found[-1].value) if found else None


@pytest.mark.parametrize(
    ("until", "wanted", "value"),
    [
        ("2013-01-31", {"kind": "新开工"}, None),
        ("2013-02-28", {"kind": "新开工"}, ("2013-02-01", 0)),
        ("2013-05-19", {"kind": "新开工"}, ("2013-03-05", 1)),
        ("2013-05-20", {"kind": "新开工"}, ("2013-05-20", 3)),
        ("2013-06-09", {"kind": "新开工"}, ("2013-05-20", 3)),
        ("2013-06-10", {"kind": "新开工"}, ("2013-06-10", 2)),
        ("2013-06-30", {"kind": "新开工"}, ("2013-06-30", 2)),
        ("2013-06-30", {"kind": ["新开工", "续建"]}, ("2013-06-30", 3)),
        ("2013-06-30", {}, ("2013-06-30", 3)),
        ("2013-06-30", {"kind": "前期"}, None),
    ],
)
def test_how_many_have_begun(until: str, wanted: dict[str, Any], value: tuple[str, int] | None) -> None:
    """A figure is as fresh as the latest record of any of its projects; what is stopped leaves it."""
    assert last(WORKS, until, stage="started", **wanted) == value


@pytest.mark.parametrize(
    ("until", "count", "started", "completed"),
    [
        ("2013-03-31", "projects", 1, 0),
        ("2013-03-31", "items", 1, 0),
        ("2013-04-30", "items", 2, 0),
        ("2013-05-31", "projects", 1, 0),
        ("2013-05-31", "items", 2, 1),
    ],
)
def test_projects_and_sub_items_are_counted_apart(until: str, count: str, started: int, completed: int) -> None:
    for stage, number in (("started", started), ("completed", completed)):
        assert series(PARTED, until, stage=stage, count=count, kind="新开工")[-1].value == number


@pytest.mark.parametrize(
    ("until", "unit", "wanted", "value"),
    [
        ("2013-05-30", "万元", {}, None),
        ("2013-06-10", "万元", {}, ("2013-05-31", 400)),
        ("2013-06-30", "万元", {}, ("2013-06-30", 1050)),
        ("2013-06-30", "亿元", {}, ("2013-06-30", Decimal("0.105"))),
        ("2013-06-30", "元", {}, ("2013-06-30", 10_500_000)),
        ("2013-06-30", "万元", {"kind": "续建"}, ("2013-06-30", 1000)),
    ],
)
def test_what_was_invested(until: str, unit: str, wanted: dict[str, Any], value: tuple[str, Decimal] | None) -> None:
    assert last(MONEY, until, unit, sum="invested", **wanted) == value


def test_a_share_of_the_plan_has_both_numbers_and_only_those_with_a_plan() -> None:
    found = series(MONEY, "2013-06-30", "%", sum="invested")
    assert [(value.day.day, value.value, value.portion) for value in found] == [
        (31, Decimal("8.0"), Portion(Decimal(400), Decimal(5000), "万元")),
        (30, Decimal("20.0"), Portion(Decimal(1000), Decimal(5000), "万元")),
    ]


def test_a_share_of_projects_leaves_out_what_was_stopped() -> None:
    value = series(WORKS, "2013-06-30", "%", stage="started")[-1]
    assert (value.value, value.portion) == (Decimal("75.0"), Portion(Decimal(3), Decimal(4), "个"))


def test_nothing_is_a_share_of_no_plan() -> None:
    assert series([{"invested": [{"day": "2013-06-30", "value": "5"}]}], "2013-06-30", "%", sum="invested") == ()


def test_a_correction_lowers_the_sum() -> None:
    invested = [{"day": "2013-05-31", "value": "300"}, {"day": "2013-06-30", "value": "280", "reason": "核减"}]
    found = series([{"invested": invested[::-1]}], "2013-06-30", "万元", sum="invested")
    assert [value.value for value in found] == [300, 280]


def indicator(day: str, works: list[dict[str, Any]], **keys: Any) -> IndicatorStanding:
    made = {"id": "a", "title": "甲", "unit": "%", "target": "100", "due": "年底", "measure": "point", **keys}
    plan = make_plan(indicators=[made]).with_ledger(make_ledger(*works))
    (standing,) = assess_on(day, plan).indicators
    return standing


@pytest.mark.parametrize(
    ("invested", "progress", "gap"),
    [
        ("37.94", "behind", "-0.1"),
        ("37.95", "behind", "-0.1"),
        ("38", "on", "0.0"),
        ("38.05", "ahead", "0.1"),
        (None, "unreported", None),
    ],
)
def test_no_rounding_takes_a_share_over_a_bar(invested: str | None, progress: str, gap: str | None) -> None:
    """新政发〔2013〕36号 政府投资项目 二3: 38% of the year's plan by the end of June, in percentage points."""
    records = [{"day": "2013-06-30", "value": invested}] if invested else []
    nodes: list[dict[str, str]] = [{"due": "6月底前", "value": "38", "qualifier": "左右"}]
    project = {"planned": "100", "invested": records}
    standing = indicator("2013-07-01", [project], checkpoints=nodes, projects={"sum": "invested"})
    assert standing.progress == progress
    assert standing.gap_points == (Decimal(gap) if gap else None)


def test_a_count_of_a_class_is_an_indicator_like_any_other() -> None:
    """株县办〔2015〕4号 项目突破年 四（二）: 15 of the 35 continued projects are to finish."""
    keys = {"unit": "个", "target": "2", "measure": "cumulative", "projects": {"stage": "operating", "kind": "续建"}}
    standing = indicator("2013-07-01", WORKS, **keys)
    assert standing.actual
    assert (str(standing.actual.value), standing.actual.basis) == ("1", "项目台账")
    assert standing.done_percent == 50


def test_without_a_ledger_nothing_is_known() -> None:
    made = {"id": "a", "title": "甲", "unit": "个", "target": "2", "projects": {"stage": "started"}}
    (standing,) = assess_on("2013-07-01", make_plan(indicators=[made])).indicators
    assert standing.actual is None


def test_how_many_had_reached_a_stage_is_known_of_any_day_and_money_only_of_the_days_reported() -> None:
    """What the week of 20 June added: of the one project nothing had been written since 1 March."""
    wanted: list[dict[str, Any]] = [{"stage": "operating"}, {"sum": "invested"}]
    made = [
        {"id": f"a{at}", "title": "甲", "unit": ("个", "万元")[at], "target": "9", "projects": one}
        for at, one in enumerate(wanted)
    ]
    plan = make_plan(indicators=made).with_ledger(make_ledger(WORKS[2], MONEY[0], {**MONEY[2], "kind": "续建"}))
    at = on_period(make_campaign(), 25, 2013, TODAY, Cycle.WEEK)
    stages, money = assess(make_campaign(), [plan], at).indicators
    assert stages.change == 1
    assert (money.before is not None, money.change) == (True, None)
