"""A growth over a base: worked out exactly, compared only where it can be, and never a percentage for points."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from ducha.assess import IndicatorStanding, Obligation, State, assess, on_period
from tests.conftest import TODAY, assess_on, figures, make_campaign, make_plan, one_indicator

GROWTH: dict[str, Any] = {
    "id": "growth",
    "title": "固定资产投资增长",
    "unit": "%",
    "target": "23",
    "due": "12月底",
    "base": {"what": "上年固定资产投资", "value": "81.3", "unit": "亿元"},
}
"""株县办〔2015〕4号 项目突破年 二: 投资100亿元以上，同比增长23%"""


def grown(day: str = "2014-01-01", **keys: Any) -> IndicatorStanding:
    return one_indicator(day, **{**GROWTH, **keys})


def final(day: str, **keys: Any) -> Obligation:
    return assess_on(day, make_plan(indicators=[{**GROWTH, **keys}])).obligations[-1]


def told(standing: IndicatorStanding) -> str | None:
    return str(standing.actual.told) if standing.actual else None


@pytest.mark.parametrize(
    ("amount", "exact", "printed"),
    [
        ("100", Decimal(1870) / Decimal("81.3"), "23.0"),
        ("81.3", Decimal(0), "0.0"),
        ("79", Decimal(-230) / Decimal("81.3"), "-2.8"),
        ("90", Decimal(870) / Decimal("81.3"), "10.7"),
    ],
)
def test_it_is_worked_out_exactly_and_told_with_one_decimal(amount: str, exact: Decimal, printed: str) -> None:
    standing = grown(actuals=figures(("12-31", amount)))
    assert standing.actual
    assert (standing.actual.value, told(standing)) == (exact, printed)
    assert standing.actual.growth
    assert standing.actual.growth[:4] == (Decimal(amount), Decimal("81.3"), "亿元", False)


def test_more_decimals_are_told_where_one_would_hide_that_it_falls_short() -> None:
    """99.98 over 81.3 is 22.976%: not 23%, though it would be printed so."""
    standing = grown(actuals=figures(("12-31", "99.98")))
    assert (told(standing), standing.progress) == ("22.98", "missed")
    assert told(grown(target={"more_than": "23"}, actuals=figures(("12-31", "100")))) == "23.001"
    assert told(grown(checkpoints=[{"due": "6月底", "value": "10.71"}], actuals=figures(("12-31", "90")))) == "10.7"


@pytest.mark.parametrize(("amount", "state"), [("99.998", State.OVERDUE), ("99.999", State.DONE), ("100", State.DONE)])
def test_it_is_judged_by_the_exact_value(amount: str, state: State) -> None:
    """81.3 and 23% more are 99.999."""
    assert final("2014-01-01", actuals=figures(("12-31", amount))).state is state
    assert grown().needed == Decimal("99.999")


def test_a_total_so_far_is_not_compared_with_the_base_of_the_whole_year() -> None:
    """35.8亿元 in May are no fall by 56%."""
    standing = grown("2013-07-01", actuals=figures(("05-31", "35.8")))
    assert (standing.actual, standing.progress, standing.is_reported) == (None, "unjudged", True)
    assert standing.amount
    assert (standing.amount.last.value, standing.amount.unit) == (Decimal("35.8"), "亿元")


def test_it_is_compared_with_the_same_period() -> None:
    amounts = [{"day": "2013-05-31", "value": "35.8", "same_period": "29.32"}, *figures(("06-30", "46.2"))]
    standing = grown("2013-07-01", actuals=amounts)
    assert standing.actual
    assert standing.actual.growth
    assert (told(standing), standing.actual.growth.is_same_period) == ("22.1", True)
    assert standing.amount
    assert str(standing.amount.last.day) == "2013-06-30"


@pytest.mark.parametrize(
    ("day", "compared"), [("11-30", None), ("12-01", "10.7"), ("12-25", "10.7"), ("12-31", "10.7")]
)
def test_the_last_month_is_the_whole_year(day: str, compared: str | None) -> None:
    assert told(grown(actuals=figures((day, "90")))) == compared


def test_a_total_that_has_passed_the_target_is_done_for_good() -> None:
    obligation = final("2013-11-01", actuals=figures(("09-30", "95"), ("10-25", "101")))
    assert (obligation.state, str(obligation.done)) == (State.DONE, "2013-10-25")


def test_a_good_month_is_not_yet_the_year() -> None:
    good = {"day": "2013-05-31", "value": "35.8", "same_period": "28"}
    poor = {"day": "2013-12-31", "value": "95", "same_period": "81.3"}
    assert final("2013-07-01", actuals=[good]).state is State.PENDING
    assert grown("2013-07-01", actuals=[good]).progress == "unjudged"
    assert final("2014-01-01", actuals=[good, poor]).state is State.OVERDUE


def test_what_cannot_be_compared_is_not_called_short() -> None:
    obligation = final("2014-01-01", actuals=figures(("11-30", "90")))
    assert (obligation.state, obligation.reason, obligation.is_short) == (State.OVERDUE, "unreported", False)
    assert grown(actuals=figures(("11-30", "90"))).progress == "unreported"


@pytest.mark.parametrize(("value", "state"), [("3", State.PENDING), ("2.9", State.PENDING)])
def test_growths_that_are_reported_as_such_wait_for_the_year_too(value: str, state: State) -> None:
    keys: dict[str, Any] = {"unit": "个百分点", "target": "3", "base": "上年占比", "measure": "increment"}
    assert final("2013-07-01", **keys, actuals=figures(("06-25", value))).state is state
    standing = grown("2014-01-01", **keys, actuals=figures(("06-25", "1.6"), ("12-25", value)))
    assert standing.actual
    assert standing.actual.value == Decimal(value)


def test_a_level_is_compared_at_any_time_and_reached_at_once() -> None:
    keys: dict[str, Any] = {
        "measure": "point",
        "target": "5",
        "base": {"what": "上年末户数", "value": "200", "unit": "户"},
    }
    obligation = final("2013-07-01", **keys, actuals=figures(("05-31", "211")))
    assert (obligation.state, str(obligation.done)) == (State.DONE, "2013-05-31")


def test_three_points_are_not_three_percent() -> None:
    """新政发〔2013〕36号 工业项目落地 一2: 投资比重提升3个百分点; from 38% that is 41%, and not 39.14%."""
    base: dict[str, Any] = {"what": "上年占比", "value": "38", "unit": "%"}
    points: dict[str, Any] = {"unit": "个百分点", "target": "3", "measure": "point", "base": base}
    percent: dict[str, Any] = {**points, "unit": "%"}
    level = figures(("12-31", "39.14"))
    assert (told(grown(**points, actuals=level)), grown(**points, actuals=level).progress) == ("1.14", "missed")
    assert (told(grown(**percent, actuals=level)), grown(**percent, actuals=level).progress) == ("3.0", "reached")
    assert (str(grown(**points).needed), str(grown(**percent).needed)) == ("41", "39.14")


def test_a_growth_in_the_unit_of_its_base() -> None:
    keys: dict[str, Any] = {"unit": "亩", "target": "120", "base": {"what": "上年", "value": "500", "unit": "亩"}}
    standing = grown(**keys, actuals=figures(("12-31", "610")))
    assert (told(standing), standing.needed, standing.is_rate) == ("110", Decimal(620), False)


def test_the_gap_is_in_percentage_points_of_the_growth() -> None:
    node = {"due": "6月底", "value": "20"}
    figure = {"day": "2013-06-25", "value": "46.2", "same_period": "39.1"}
    standing = grown("2013-07-01", checkpoints=[node], actuals=[figure])
    assert (told(standing), str(standing.gap_points), str(standing.distance)) == ("18.2", "-1.8", "1.8")
    assert (standing.progress, standing.done_percent, standing.measure) == ("behind", None, "point")


def test_the_amounts_may_be_those_of_another_indicator() -> None:
    """No figure is typed twice: 100亿元以上 and 增长23% are of the same amounts."""
    amounts = [{"day": "2013-05-31", "value": "35.8", "same_period": "29.32"}]
    investment = {
        "id": "investment",
        "title": "投资",
        "unit": "亿元",
        "target": "100",
        "due": "12月底",
        "actuals": amounts,
    }
    growth = {**GROWTH, "base": {"what": "上年", "value": "81.3", "of": "investment"}}
    plan = make_plan(indicators=[growth, investment])
    standing = next(i for i in assess_on("2013-07-01", plan).indicators if i.id == "land/growth")
    assert told(standing) == "22.1"
    assert standing.amount
    assert standing.amount.unit == "亿元"


def test_increments_are_added_up_before_they_are_compared() -> None:
    amounts = [
        {"day": "2013-04-30", "value": "24.3", "same_period": "20.02"},
        {"day": "2013-05-31", "value": "11.5", "same_period": "29.32"},
    ]
    standing = grown("2013-07-01", measure="increment", actuals=amounts)
    assert standing.actual
    assert standing.actual.growth
    assert (standing.actual.growth.amount, told(standing)) == (Decimal("35.8"), "22.1")


def test_the_change_is_of_what_was_told() -> None:
    amounts = [
        {"day": "2013-05-31", "value": "35.8", "same_period": "29.32"},
        {"day": "2013-06-30", "value": "46.2", "same_period": "37.5"},
    ]
    plan = make_plan(indicators=[{**GROWTH, "actuals": amounts}])
    (standing,) = assess(make_campaign(), [plan], on_period(make_campaign(), 6, None, TODAY)).indicators
    assert (told(standing), str(standing.change)) == ("23.2", "1.1")
