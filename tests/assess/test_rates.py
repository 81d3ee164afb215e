"""Rates: rounding, and what enters numerator and denominator."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from ducha.assess.rates import Rate, round_tenth
from tests.conftest import assess_on, make_campaign, make_plan


@pytest.mark.parametrize(
    ("numerator", "denominator", "percent"),
    [(5, 17, "29.4"), (1, 16, "6.3"), (1, 3, "33.3"), (2, 3, "66.7"), (0, 5, "0.0"), (5, 5, "100.0"), (0, 0, None)],
)
def test_half_up_to_one_decimal(numerator: int, denominator: int, percent: str | None) -> None:
    assert Rate(numerator, denominator).percent == (percent and Decimal(percent))


def test_a_minus_zero_is_zero() -> None:
    assert str(round_tenth(Decimal("-0.04"))) == "0.0"


def task(name: str, **keys: Any) -> dict[str, Any]:
    return {"id": name, "title": name, **keys}


STOP = {"day": "2013-06-01", "by": "县政府", "reason": "规划调整"}

TASKS = [
    task("on-time", due="6月底前", done="2013-06-10"),
    task("late", due="5月底前", done="2013-06-10"),
    task("early", due="12月底前", done="2013-06-10"),
    task("overdue", due="6月底前"),
    task("pending", due="12月底前"),
    task("undated"),
    task("undated-done", done="2013-06-10"),
    task("stopped", due="6月底前", stopped=STOP),
    task("unclear", due="7月份前"),
    task("unverified", due="3月底前"),
]


def test_what_each_rate_counts() -> None:
    campaign = make_campaign(verify_by="2013-12-31")
    tally = assess_on("2013-07-01", make_plan(milestones=TASKS), campaign).tally
    assert tally.total == 10
    assert tally.finished == Rate(4, 9)  # all but the stopped one
    assert tally.on_time == Rate(1, 3)  # on-time of on-time, late, overdue
    assert sum(tally.counts.values()) == tally.total
    assert str(tally.next_due) == "2013-12-31"


def test_what_is_due_on_the_reference_day_does_not_enter_the_rate_yet() -> None:
    plan = make_plan(milestones=[task("today", due="2013-07-01", done="2013-06-20")])
    assert assess_on("2013-07-01", plan).tally.on_time == Rate(0, 0)
    assert assess_on("2013-07-02", plan).tally.on_time == Rate(1, 1)


def test_nothing_has_no_rate() -> None:
    tally = assess_on("2013-07-01", make_plan()).tally
    assert tally.finished.percent is None
    assert tally.next_due is None
