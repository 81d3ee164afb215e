"""Values in official words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from ducha.assess.rates import Rate
from ducha.render.words import duties as duty_words
from ducha.render.words import values as words
from tests.conftest import assess_on, make_plan


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
