"""Values in official words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from ducha.assess import IndicatorStanding
from ducha.assess.obligations import Members
from ducha.assess.rates import Rate
from ducha.render import duty_words, words
from tests.conftest import assess_on, make_plan


def standing(day: str = "2013-07-01", **keys: Any) -> IndicatorStanding:
    base = {"id": "a", "title": "土地出让", "unit": "亩", "target": "2000", "due": "12月底"}
    (indicator,) = assess_on(day, make_plan(indicators=[{**base, **keys}])).indicators
    return indicator


def with_value(value: str, **keys: Any) -> IndicatorStanding:
    nodes = [{"due": "6月底", "value": "500"}]
    return standing(checkpoints=nodes, actuals=[{"day": "2013-06-25", "value": value}], **keys)


def test_days() -> None:
    assert words.day(date(2013, 6, 30), 2013) == "6月30日"
    assert words.day(date(2014, 1, 31), 2013) == "2014年1月31日"
    assert words.day(date(2013, 6, 30)) == "2013年6月30日"
    assert words.day(None, 2013) == "—"


@pytest.mark.parametrize(
    ("value", "text"), [("2000", "2000"), ("15.70", "15.7"), ("0.5", "0.5"), ("0", "0"), ("-3", "-3"), ("1E+3", "1000")]
)
def test_numbers_have_no_trailing_zeros(value: str, text: str) -> None:
    assert words.number(Decimal(value)) == text
    assert words.number(None) == "—"


def test_rates_carry_their_base() -> None:
    assert words.rate(Rate(5, 17)) == "29.4%（5/17）"
    assert words.rate(Rate(0, 0)) == "—"


@pytest.mark.parametrize(("value", "text"), [("3.5", "+3.5"), ("-3.5", "−3.5"), ("0.0", "0.0")])
def test_points_carry_their_sign(value: str, text: str) -> None:
    assert words.points(Decimal(value)) == text
    assert words.points(None) == "—"


@pytest.mark.parametrize(
    ("value", "text"), [(1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (21, "二十一"), (99, "九十九"), (100, "100")]
)
def test_heading_numbers(value: int, text: str) -> None:
    assert words.chinese(value) == text


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ({}, "2000亩"),
        ({"qualifier": "至少"}, "至少2000亩"),
        ({"qualifier": "近"}, "近2000亩"),
        ({"qualifier": "以上"}, "2000亩以上"),
        ({"qualifier": "左右"}, "2000亩左右"),
        ({"target": {"at_most": "5"}}, "不超过5亩"),
        ({"target": {"between": ["1", "2"]}}, "1—2亩"),
        ({"target": {"rank_within": "3"}}, "前3名"),
        ({"target": {"floor": "4", "stretch": "3"}}, "保4争3"),
    ],
)
def test_targets_as_the_document_words_them(keys: dict[str, Any], text: str) -> None:
    assert words.target(standing(**keys)) == text


@pytest.mark.parametrize(
    ("value", "keys", "text"),
    [
        ("430", {}, "比节点目标500亩少70亩"),
        ("2000", {}, "达到目标2000亩"),
        ("2100", {"qualifier": "以上"}, "超过目标2000亩"),
        ("500", {}, "达到节点目标500亩"),
        ("530", {}, "比节点目标500亩多30亩"),
        ("430", {"measure": "point"}, "比节点目标500亩少70亩"),
        ("430", {"measure": "point", "unit": "%"}, "比节点目标500%低70个百分点"),
    ],
)
def test_how_a_figure_stands_to_its_node(value: str, keys: dict[str, Any], text: str) -> None:
    assert words.against_node(with_value(value, **keys)) == text
    assert words.against_node(standing()) == ""


def test_a_small_gap_of_a_rate_is_not_rounded_away() -> None:
    keys = {"measure": "point", "unit": "%", "target": "5", "due": "6月底"}
    assert words.against_node(standing(**keys, actuals=[{"day": "2013-06-25", "value": "4.96"}])) == (
        "比节点目标5%低0.04个百分点"
    )


@pytest.mark.parametrize(
    ("target", "text"),
    [
        ("2000", "应达2000亩，6月20日为1亩"),
        ({"at_most": "0"}, "应不超过0亩，6月20日为1亩"),
        ({"between": ["3", "5"]}, "应达3—5亩，6月20日为1亩"),
        ({"floor": "4", "stretch": "3"}, "应达保4争3，6月20日为第1名"),
        ({"rank_within": "3"}, "应为前3名以内，6月20日为第1名"),
    ],
)
def test_what_was_asked_and_what_is_there(target: Any, text: str) -> None:
    plan = make_plan(
        indicators=[
            {"id": "a", "title": "甲", "unit": "亩", "target": target, "due": "6月底",
             "actuals": [{"day": "2013-06-20", "value": "1"}]}
        ]
    )  # fmt: skip
    (obligation,) = assess_on("2013-07-01", plan).obligations
    assert obligation.figure
    assert words.against_bar(obligation.figure, 2013) == text


def test_where_an_indicator_is() -> None:
    assert words.reached(with_value("430"), 2013) == "430亩（6月25日）"
    assert words.reached(standing(), 2013) == "未报"
    assert words.reached(standing(each="各乡镇"), 2013) == "2个单位中0个已报"
    assert words.reached(standing(each="各部门"), 2013) == "各单位中0个已报"
    assert words.progress(standing()) == "未到节点"
    assert words.progress(standing(due=None)) == "未定时限"
    assert words.progress(with_value("430")) == "滞后"


def test_quotation_marks_within_a_title_are_single_ones() -> None:
    assert words.quoted("土地出让") == "“土地出让”"
    assert words.quoted("下达“万元亩产”任务") == "“下达‘万元亩产’任务”"


def test_a_text_goes_on_without_the_mark_it_ends_in() -> None:
    assert [words.bare(text) for text in ("已完成。", "正在办理；", "一、二", "")] == [
        "已完成",
        "正在办理",
        "一、二",
        "",
    ]


@pytest.mark.parametrize(("change", "said"), [("-1", "前移1位"), ("2", "后移2位"), ("0", "持平")])
def test_places_move_forward_and_back(change: str, said: str) -> None:
    assert words.moved_places(Decimal(change)) == said


@pytest.mark.parametrize(
    ("received", "objecting", "report", "work"),
    [
        ("2013-06-24", False, "按时报送（6月24日收到）", "按时（6月24日完成）"),
        ("2013-06-29", False, "迟报4天（6月29日收到）", "逾期4天（6月29日完成）"),
        (None, False, "未报", "无记录"),
        ("2013-06-29", True, words.DISPUTED, words.DISPUTED),
    ],
)
def test_what_became_of_a_return(received: str | None, objecting: bool, report: str, work: str) -> None:
    returns = [{"period": "2013-06", "day": received, "by": "国土局"}] if received else []
    objections = [{"period": "2013-06", "day": "2013-06-30", "by": "国土局", "text": "已报"}] if objecting else []
    duty = {"id": "form", "title": "报表", "who": "国土局", "every": "每月25日前", "since": "6月"}
    plan = make_plan(duties=[{**duty, "returns": returns, "objections": objections}])
    one = assess_on("2013-06-30", plan).duties[0].returns[0]
    assert (duty_words.came(one, True, 2013), duty_words.came(one, False, 2013)) == (report, work)


def test_how_many_members_figures_are_in_dispute() -> None:
    assert words.of_members(Members(3, 2, 1)) == "3个单位中2个已报，其中1个达标"
    assert words.of_members(Members(3, 2, 1, 1)) == "3个单位中2个已报，其中1个达标，1个数据核对中"
