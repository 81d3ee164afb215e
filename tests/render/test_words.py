"""Values in official words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from ducha.assess.rates import Rate
from ducha.render import words


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
