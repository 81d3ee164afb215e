"""Totals beside the sums of their parts, in one unit, with the difference; nothing is made to agree."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from ducha.assess.figures.sums import Sum, find_sums
from ducha.render.words import values as words
from tests.conftest import assess_on, figures, make_plan


def sums(*indicators: dict[str, Any]) -> tuple[Sum, ...]:
    plan = make_plan(indicators=[{"unit": "个", "due": "12月底", **one, "title": one["id"]} for one in indicators])
    return find_sums(assess_on("2013-07-01", plan).indicators)


def part(name: str, asked: str, value: str | None = None, **keys: Any) -> dict[str, Any]:
    reported = {"actuals": figures(("06-25", value))} if value else {}
    return {"id": name, "target": asked, "part_of": {"indicator": "all"}, **reported, **keys}


def test_the_difference_is_shown() -> None:
    """株县办〔2015〕4号 项目突破年 二、四: 100个重点项目, whose classes are 27, 35, 23 and 12."""
    classes = [part("a", "27", "13"), part("b", "35"), part("c", "23", "4"), part("d", "12")]
    (one,) = sums({"id": "all", "target": "100"}, *classes)
    assert numbers(one) == ("97", "-3", "17", None)
    assert (one.is_complete, one.is_summed) == (False, False)
    assert [each.standing.title for each in one.parts] == ["a", "b", "c", "d"]


def test_a_total_that_is_reported_is_compared_with_its_parts() -> None:
    (one,) = sums(part("a", "30", "20"), {"id": "all", "target": "50", "actuals": figures(("06-20", "18"))})
    assert numbers(one) == ("30", "-20", "20", "2")


def test_a_total_that_nobody_reports_is_their_sum_and_no_second_number() -> None:
    """新政发〔2013〕36号 资源要素保障 一、二（一）1: 2500亩 of 1415, 320, 450 and 315."""
    whole: dict[str, Any] = {"part_of": {"indicator": "all", "complete": "true"}}
    (one,) = sums({"id": "all", "target": "50"}, part("a", "30", "20", **whole), part("b", "20", **whole))
    assert (one.is_complete, one.is_summed) == (True, True)
    assert numbers(one) == ("50", "0", "20", None)


def numbers(one: Sum) -> tuple[str | None, ...]:
    """The parts' targets and figures, each with its difference from the total's."""
    values = (one.target, one.target_difference, one.actual, one.actual_difference)
    return tuple(None if value is None else words.number(value) for value in values)


TOWNS: dict[str, Any] = {"each": "各乡镇", "unit": "平方米", "target": "2000"}


def test_a_county_beside_its_townships_in_another_multiple() -> None:
    """新政发〔2013〕36号 控违拆违整治 一: 全县15.7万平方米, 每个乡镇（街道）、园区不少于2000平方米."""
    reported = {"actuals": [{"day": "2013-06-25", "value": "8080", "by": "县府办"}]}
    quotas = {"quotas": [{"unit": "建设局", "value": "3000"}]}
    county: dict[str, Any] = {"id": "all", "unit": "万平方米", "target": "15.7", "actuals": figures(("06-25", "0.9"))}
    (one,) = sums(county, part("towns", "2000", **{**TOWNS, **reported, **quotas}))
    assert numbers(one) == ("0.5", "-15.2", "0.808", "-0.092")
    assert one.parts[0].standing.silent_members == ("县建设局",)


def test_a_total_may_be_the_sum_of_its_townships() -> None:
    towns: dict[str, Any] = {
        **TOWNS,
        "part_of": {"indicator": "all", "complete": "true"},
        "actuals": [
            {"day": "2013-05-25", "value": "500", "by": "县府办"},
            {"day": "2013-06-25", "value": "8000", "by": "县府办"},
            {"day": "2013-06-25", "value": "1000", "by": "建设局"},
        ],
    }
    (one,) = sums({"id": "all", "unit": "万平方米", "target": "0.4"}, part("towns", "2000", **towns))
    assert one.whole.actual
    assert one.whole.actual.value == Decimal("0.9")
    assert numbers(one) == ("0.4", "0", "0.9", None)


def test_what_measures_something_else_is_not_added() -> None:
    whole: dict[str, Any] = {"part_of": {"indicator": "all", "complete": "true"}}
    (one,) = sums({"id": "all", "target": "50"}, part("a", "30", "20"), part("b", "20", "7", **{**whole, "unit": "亩"}))
    assert numbers(one) == (None, None, "20", None)
    assert one.whole.actual is None


def test_levels_are_no_totals() -> None:
    assert sums({"id": "all", "target": "50", "measure": "point"}, part("a", "30")) == ()
    (one,) = sums({"id": "all", "target": "50"}, part("a", "30", "20", measure="point"))
    assert numbers(one) == (None, None, None, None)


OPEN: dict[str, Any] = {"objections": [{"day": "2013-06-26", "by": "国土局", "text": "数据有误"}]}


@pytest.mark.parametrize(("whole", "first"), [(OPEN, {}), ({}, OPEN)])
def test_no_sum_is_told_while_anything_of_it_is_in_dispute(whole: dict[str, Any], first: dict[str, Any]) -> None:
    """The targets are still added up: nobody objects to these."""
    total = {"id": "all", "target": "50", "actuals": figures(("06-20", "18")), **whole}
    (one,) = sums(part("a", "30", "20", **first), part("b", "20", "7"), total)
    assert one.is_disputed
    assert numbers(one) == ("50", "0", None, None)


def test_no_sum_is_told_with_one_members_figure_in_dispute() -> None:
    reported = [{"day": "2013-06-25", "value": "8080", "by": unit} for unit in ("县府办", "建设局")]
    own = {"objections": [{"day": "2013-06-26", "by": "建设局", "text": "数据有误"}]}
    county: dict[str, Any] = {"id": "all", "unit": "万平方米", "target": "15.7", "actuals": figures(("06-25", "0.9"))}
    (one,) = sums(county, part("towns", "2000", **{**TOWNS, "actuals": reported, **own}))
    assert numbers(one) == ("0.4", "-15.3", None, None)
    assert one.parts[0].actual is None
