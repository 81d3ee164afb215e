"""A target that each member of a group has to reach: shares, growth and places."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ducha.assess import IndicatorStanding, assess, on_period
from tests.conftest import make_campaign, make_plan

UNITS = ["甲乡", "乙乡", "丙乡", "丁乡"]
CAMPAIGN = make_campaign(
    units=[{"name": name, "category": "乡镇"} for name in ["县府办", *UNITS]],
    unit_groups=[{"name": "各乡", "category": "乡镇", "members": UNITS}],
)


def standing(*figures: tuple[str, str, str], **changes: Any) -> IndicatorStanding:
    actuals = [{"by": unit, "day": day, "value": value} for unit, day, value in figures]
    indicator = {"id": "a", "title": "拆违", "unit": "亩", "target": "200", "due": "12月底", "each": "各乡"}
    plan = make_plan(indicators=[{**indicator, "actuals": actuals, **changes}])
    (found,) = assess(CAMPAIGN, [plan], on_period(CAMPAIGN, 6, None, date(2020, 1, 1))).indicators
    return found


FIGURES = (
    ("甲乡", "2013-05-25", "100"),
    ("甲乡", "2013-06-25", "150"),
    ("乙乡", "2013-05-25", "90"),
    ("乙乡", "2013-06-25", "220"),
    ("丙乡", "2013-06-25", "150"),
    ("丙乡", "2013-07-01", "999"),
)


def test_each_member_best_first_and_the_silent_last() -> None:
    shown = [
        (m.unit, m.place, m.place_before, str(m.change), str(m.percent), str(m.missing))
        for m in standing(*FIGURES).ranked
    ]
    assert shown == [
        ("乙乡", 1, 2, "130", "110.0", "0"),
        ("甲乡", 2, 1, "50", "75.0", "50"),
        ("丙乡", 2, None, "None", "75.0", "50"),
        ("丁乡", None, None, "None", "None", "None"),
    ]


def test_a_level_is_no_share_of_a_task() -> None:
    assert {m.percent for m in standing(*FIGURES, measure="point").ranked} == {None}


def test_increments_add_up() -> None:
    totals = {m.unit: m.actual.value for m in standing(*FIGURES, measure="increment").ranked if m.actual}
    assert totals == {"甲乡": 250, "乙乡": 310, "丙乡": 150}


@pytest.mark.parametrize("target", [{"at_most": "100"}, {"rank_within": "3"}])
def test_below_a_ceiling_nobody_is_ranked(target: dict[str, str]) -> None:
    ranked = standing(*FIGURES, target=target).ranked
    assert [m.unit for m in ranked] == ["甲乡", "乙乡", "丙乡", "丁乡"]
    assert {(m.place, m.percent, m.missing) for m in ranked} == {(None, None, None)}


def test_a_single_figure_has_no_members() -> None:
    assert standing(each=None).ranked == ()
