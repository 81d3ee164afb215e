"""A target that each member of a group has to reach: shares, growth and places."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ducha.assess import IndicatorStanding, assess, on_period
from ducha.assess.amounts import Members
from ducha.render.words.figures import dated, total_growth
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


QUOTAS = [{"unit": "甲乡", "value": "300"}, {"unit": "丁乡", "value": "0"}]


def places(found: IndicatorStanding) -> list[tuple[str, int | None, int | None]]:
    return [(m.unit, m.place, m.place_before) for m in found.ranked]


def test_each_member_is_held_to_its_own_quota() -> None:
    """新政发〔2013〕36号 控违拆违整治 三（一）: 分解下达拆违任务."""
    found = standing(*FIGURES, quotas=QUOTAS)
    shown = [(m.unit, str(m.target.value), str(m.percent), str(m.missing)) for m in found.ranked]
    assert shown == [("乙乡", "200", "110.0", "0"), ("丙乡", "200", "75.0", "50"), ("甲乡", "300", "50.0", "150")]
    assert (found.untasked, found.own_tasks) == (("丁乡",), 2)
    assert list(map(str, (found.ranked_task, found.ranked_total, found.ranked_percent))) == ["700", "520", "74.3"]


def test_places_go_by_the_share_where_tasks_differ_else_by_the_figure() -> None:
    by_share = standing(*FIGURES, quotas=QUOTAS)
    assert (by_share.ranked_by_share, places(by_share)) == (True, [("乙乡", 1, 1), ("丙乡", 2, None), ("甲乡", 3, 2)])
    same = standing(*FIGURES, quotas=[{"unit": unit, "value": "300"} for unit in UNITS])
    assert (same.ranked_by_share, places(same)[0]) == (False, ("乙乡", 1, 2))
    level = standing(*FIGURES, quotas=QUOTAS, measure="point")
    assert (level.ranked_by_share, places(level)[0]) == (False, ("乙乡", 1, 2))


def test_equal_shares_share_a_place_however_they_are_rounded() -> None:
    figures = (("甲乡", "2013-06-25", "100"), ("乙乡", "2013-06-25", "66.667"), ("丙乡", "2013-06-25", "100"))
    quotas = [{"unit": "甲乡", "value": "300"}, {"unit": "丙乡", "value": "300"}]
    assert places(standing(*figures, quotas=quotas))[:3] == [("乙乡", 1, None), ("甲乡", 2, None), ("丙乡", 2, None)]


def test_a_group_is_done_when_each_has_done_its_own() -> None:
    """三抓两促 二（一）抓项目建设: 每个乡（镇）至少要引进一个; here one has two to bring in and one has none."""
    keys: dict[str, Any] = {
        "target": "1",
        "unit": "个",
        "quotas": [{"unit": "甲乡", "value": "2"}, {"unit": "丁乡", "value": "0"}],
    }
    done = [(unit, "2013-06-25", "1") for unit in UNITS[1:3]]
    short = standing(("甲乡", "2013-06-25", "1"), *done, **keys)
    assert short.members
    assert (short.members.total, short.members.reported, short.members.reached) == (3, 3, 2)
    assert short.progress == "unjudged"
    assert standing(("甲乡", "2013-06-26", "2"), *done, **keys).progress == "reached"


def test_who_has_done_the_years_task_has_met_every_node() -> None:
    keys: dict[str, Any] = {
        "checkpoints": [{"due": "6月20日", "value": "150"}],
        "quotas": [{"unit": "甲乡", "value": "80"}],
    }
    figures = [("甲乡", "2013-06-10", "90"), *((unit, "2013-06-10", "160") for unit in UNITS[1:])]
    assert standing(*figures, **keys).progress == "on"
    assert standing(*figures, checkpoints=keys["checkpoints"]).progress == "behind"


def test_a_quota_of_a_ceiling_is_a_ceiling() -> None:
    keys: dict[str, Any] = {
        "target": {"at_most": "100"},
        "quotas": [{"unit": "甲乡", "value": "150"}],
        "due": "6月20日",
    }
    figures = [(unit, "2013-06-10", "150" if unit == "甲乡" else "100") for unit in UNITS]
    assert standing(*figures, **keys).progress == "reached"
    assert standing(*figures, **{**keys, "quotas": []}).progress == "missed"


def test_before_its_day_a_ceiling_counts_those_within_it_now() -> None:
    """株县办〔2015〕4号 改革创新年 四（二）: 各乡镇自行确定1—2项, without a limit."""
    for due in ("12月底", None):
        found = standing(*FIGURES, target={"between": ["100", "200"]}, due=due)
        assert found.members == Members(4, 3, 2, is_final=False)
    assert standing(*FIGURES, target={"between": ["100", "200"]}, due="6月20日").members == Members(4, 3, 1)


def test_increments_of_a_first_period_are_its_change() -> None:
    first = standing(("甲乡", "2013-06-10", "40"), ("甲乡", "2013-06-25", "50"), measure="increment").ranked[0]
    assert first.change == 90


def test_two_levels_are_told_of_each_member() -> None:
    ranked = standing(*FIGURES, target={"floor": "150", "stretch": "200"}).ranked
    assert [(m.unit, m.is_reached, m.actual and m.target.is_stretched(m.actual.value)) for m in ranked[:3]] == [
        ("乙乡", True, True),
        ("甲乡", True, False),
        ("丙乡", True, False),
    ]


def test_the_total_of_a_period_is_of_the_members_of_which_it_is_known() -> None:
    found = standing(*FIGURES)
    assert (total_growth(found), dated(found, 2013)) == ("180亩（2个）", "数据日期6月25日")
    found = standing(*FIGURES[:4])
    assert (total_growth(found), dated(found, 2013)) == ("180亩", "数据日期6月25日")
    early = standing(*FIGURES[:3])
    assert (total_growth(early), dated(early, 2013)) == ("50亩（1个）", "数据日期5月25日至6月25日")
    assert (total_growth(standing(*FIGURES, measure="point")), dated(standing(), 2013)) == ("—", "")
