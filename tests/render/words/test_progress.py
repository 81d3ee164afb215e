"""How an indicator stands to what was asked of it, in official words."""

from __future__ import annotations

from typing import Any

import pytest

from ducha.render.words.progress import against_bar, against_node, progress
from tests.conftest import assess_on, figures, make_plan, one_indicator

LEVELS = {"floor": "60", "stretch": "80"}
PLACES = {"floor": "4", "stretch": "3"}
CEILINGS = {"floor": "60", "stretch": "50"}


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
        ("430", {"target": {"at_most": "900"}}, "在节点目标500亩以内"),
        ("530", {"target": {"at_most": "900"}}, "比节点目标500亩多30亩"),
        ("530", {"target": {"rank_within": "3"}, "unit": "名"}, "比节点目标前500名落后30位"),
        ("500", {"target": {"rank_within": "3"}, "unit": "名"}, "达到节点目标前500名"),
    ],
)
def test_how_a_figure_stands_to_its_node(value: str, keys: dict[str, Any], text: str) -> None:
    nodes = [{"due": "6月底", "value": "500"}]
    assert against_node(one_indicator(checkpoints=nodes, actuals=figures(("06-25", value)), **keys)) == text
    assert against_node(one_indicator(checkpoints=nodes, **keys)) == ""


@pytest.mark.parametrize(
    ("value", "target", "text", "word"),
    [
        ("59", "60", "比目标60亩少1亩", "未完成"),
        ("60", {"more_than": "60"}, "恰为目标60亩，没有超过", "未完成"),
        ("61", {"more_than": "60"}, "超过目标60亩", "已完成"),
        ("60", {"at_most": "60"}, "在目标60亩以内", "达标"),
        ("70", {"at_most": "60"}, "比目标60亩多10亩", "已超出"),
        ("11", {"equal": "10"}, "比目标10亩多1亩", "已超出"),
        ("9", {"equal": "10"}, "比目标10亩少1亩", "未完成"),
        ("30", {"between": ["50", "60"]}, "比目标50—60亩少20亩", "未达标"),
        ("70", {"between": ["50", "60"]}, "比目标50—60亩多10亩", "已超出"),
        ("55", {"between": ["50", "60"]}, "在目标50—60亩以内", "达标"),
    ],
)
def test_after_its_day_it_is_held_to_the_target_and_not_to_a_node(
    value: str, target: Any, text: str, word: str
) -> None:
    standing = one_indicator("2014-01-01", target=target, actuals=figures(("12-20", value)))
    assert (against_node(standing), progress(standing)) == (text, word)


@pytest.mark.parametrize(
    ("value", "target", "unit", "before", "after", "said"),
    [
        ("50", LEVELS, "件", "未到节点（目前保底未达）", "保底未达", "比保底目标60件少10件"),
        (
            *("70", LEVELS, "件", "保底已达，力争未达", "保底已达，力争未达"),
            "保底目标60件已达到，力争目标80件尚未实现，还差10件",
        ),
        ("80", LEVELS, "件", "力争已达", "力争已达", "达到力争目标80件"),
        ("5", PLACES, "名", "未到节点（目前保底未达）", "保底未达", "比保底目标第4名落后1位"),
        (
            *("4", PLACES, "名", "未到节点（目前保底已达，力争未达）", "保底已达，力争未达"),
            "保底目标第4名已达到，力争目标第3名尚未实现，还差1位",
        ),
        ("3", PLACES, "名", "未到节点（目前力争已达）", "力争已达", "达到力争目标第3名"),
        ("61", CEILINGS, "件", "已超出（目前保底未达）", "保底未达", "比保底目标60件多1件"),
        (
            *("55", CEILINGS, "件", "未到节点（目前保底已达，力争未达）", "保底已达，力争未达"),
            "保底目标60件已达到，力争目标50件尚未实现，还多5件",
        ),
    ],
)
def test_two_levels(value: str, target: dict[str, str], unit: str, before: str, after: str, said: str) -> None:
    """三抓两促 二（一）抓工作落实: 保四争三; a stretch that is not reached is never a failure."""
    keys: dict[str, Any] = {"target": target, "unit": unit, "actuals": figures(("06-20", value))}
    first, last = one_indicator("2013-12-31", **keys), one_indicator("2014-01-01", **keys)
    assert (progress(first), progress(last), against_node(last)) == (before, after, said)


@pytest.mark.parametrize(
    ("day", "keys", "word"),
    [
        ("2013-07-01", {}, "未到节点"),
        ("2013-07-01", {"due": None}, "未定时限"),
        ("2013-07-01", {"checkpoints": [{"due": "6月底", "value": "500"}]}, "滞后"),
        ("2014-01-01", {"strength": "strive"}, "尚未实现"),
        ("2014-01-01", {"target": {"rank_within": "3"}, "unit": "名"}, "未达标"),
        ("2014-01-01", {"unit": "%", "base": {"what": "上年", "value": "400", "unit": "亿元"}}, "缺同期数"),
    ],
)
def test_one_word_for_where_it_stands(day: str, keys: dict[str, Any], word: str) -> None:
    assert progress(one_indicator(day, actuals=figures(("06-25", "430")), **keys)) == word


@pytest.mark.parametrize(("values", "word"), [(("12", "9"), "未全部达到节点"), (("12", "10"), "均已达到节点")])
def test_a_group_is_behind_until_all_of_it_has_come_up(values: tuple[str, str], word: str) -> None:
    reported = [*figures(("06-20", values[0]), by="县府办"), *figures(("06-20", values[1]), by="建设局")]
    standing = one_indicator(each="各乡镇", checkpoints=[{"due": "6月底", "value": "10"}], actuals=reported)
    assert progress(standing) == word


def test_a_small_gap_of_a_rate_is_not_rounded_away() -> None:
    keys: dict[str, Any] = {"measure": "point", "unit": "%", "target": "5", "due": "6月底"}
    assert against_node(one_indicator(**keys, actuals=figures(("06-25", "4.96")))) == "比目标5%低0.04个百分点"


def test_a_growth_that_falls_short_by_a_hair_is_not_printed_as_reached() -> None:
    base = {"what": "上年", "value": "81.3", "unit": "亿元"}
    standing = one_indicator(unit="%", target="23", due="6月底", base=base, actuals=figures(("06-25", "99.98")))
    assert against_node(standing) == "比目标23%低0.02个百分点"


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ({"target": "2000"}, "应达2000亩，6月20日为1亩"),
        ({"target": {"at_most": "0"}}, "应不超过0亩，6月20日为1亩"),
        ({"target": {"between": ["3", "5"]}}, "应在3—5亩之间，6月20日为1亩"),
        ({"target": {"floor": "4", "stretch": "3"}, "unit": "名"}, "目标为保4争3，6月20日为第1名"),
        ({"target": {"rank_within": "3"}, "unit": "名"}, "应进入前3名，6月20日为第1名"),
        (
            {"unit": "%", "target": "23", "base": {"what": "上年", "value": "0.9", "unit": "亿元"}},
            "应达23%，6月20日为11.1%（1亿元）",
        ),
        (
            {"unit": "%", "target": "23", "due": "8月底", "base": {"what": "上年", "value": "3", "unit": "亿元"}},
            "应达23%，6月20日为1亿元，没有同期数，增幅算不出",
        ),
    ],
)
def test_what_was_asked_and_what_is_there(keys: dict[str, Any], text: str) -> None:
    base = {"id": "a", "title": "甲", "unit": "亩", "due": "6月底", "actuals": figures(("06-20", "1"))}
    (obligation,) = assess_on("2013-07-01", make_plan(indicators=[{**base, **keys}])).obligations
    assert obligation.figure
    assert against_bar(obligation.figure, 2013) == text
