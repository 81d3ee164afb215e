"""An indicator's figures in official words."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from ducha.assess.amounts import Members
from ducha.render.words.figures import (
    bases,
    done,
    level,
    member_figure,
    missing,
    moved_places,
    of_members,
    reached,
    titled,
)
from ducha.render.words.values import DISPUTED
from tests.conftest import figures, one_indicator

GROWTH: dict[str, Any] = {
    "unit": "%",
    "target": "23",
    "base": {"what": "上年固定资产投资", "value": "81.3", "unit": "亿元"},
}


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ({"actuals": figures(("06-25", "430"))}, "430亩（6月25日）"),
        ({}, "未报"),
        ({"each": "各乡镇"}, "2个单位中0个已报"),
        ({"each": "各部门"}, "各单位中0个已报"),
        (
            {"each": "各乡镇", "target": {"at_most": "9"}, "actuals": figures(("06-25", "8"), by="建设局")},
            "2个单位中1个已报，其中1个目前达标",
        ),
        (
            {"unit": "名", "target": {"rank_within": "3"}, "actuals": figures(("06-25", "4"))},
            "第4名（6月25日）",
        ),
        ({**GROWTH, "due": "6月底", "actuals": figures(("06-25", "100"))}, "23.0%（100亿元，6月25日）"),
        ({**GROWTH, "due": "6月底", "actuals": figures(("06-25", "79"))}, "−2.8%（79亿元，6月25日）"),
        ({**GROWTH, "actuals": figures(("06-25", "46.2"))}, "6月25日为46.2亿元，没有同期数，增幅算不出"),
        (
            {**GROWTH, "actuals": [*figures(("05-25", "35.8"), same_period="29.32"), *figures(("06-25", "46.2"))]},
            "22.1%（35.8亿元，5月25日）；6月25日为46.2亿元，没有同期数，增幅算不出",
        ),
        (
            {"target": {"at_most": "60"}, "due": "5月底", "actuals": figures(("05-20", "70"), ("06-25", "50"))},
            "50亩（6月25日）；按70亩（5月20日）评价",
        ),
        ({**GROWTH, "base": "上年同期", "actuals": figures(("06-25", "22.1"))}, "22.1%（6月25日）"),
        (
            {"unit": "亩", "target": "120", "due": "6月底", "base": {"what": "上年", "value": "500", "unit": "亩"},
             "actuals": figures(("06-25", "610.5"))},
            "110.5亩（610.5亩，6月25日）",
        ),
    ],
)  # fmt: skip
def test_where_an_indicator_is(keys: dict[str, Any], text: str) -> None:
    assert reached(one_indicator(**keys), 2013) == text


def test_a_growth_stands_beside_its_amount() -> None:
    """株县办〔2015〕4号 项目突破年 二: 81.3 to 100 is 23.0%, and never 23.00123%."""
    assert level(one_indicator(**GROWTH, due="6月底", actuals=figures(("06-25", "100")))) == "23.0%（100亿元）"
    assert level(one_indicator()) == "—"


@pytest.mark.parametrize(
    ("target", "text"),
    [
        ("2000", "22.5%"),
        ({"floor": "400", "stretch": "500"}, "112.5%（保底）、90.0%（力争）"),
        ({"at_most": "500"}, "—"),
    ],
)
def test_the_share_that_is_done(target: Any, text: str) -> None:
    assert done(one_indicator(target=target, actuals=figures(("06-25", "450")))) == text


@pytest.mark.parametrize(
    ("keys", "value", "text"),
    [
        ({}, "1240", "760亩"),
        ({}, "2000", "已完成"),
        ({"measure": "point", "unit": "%", "target": "95"}, "90", "5个百分点"),
        ({"target": {"more_than": "15"}}, "15", "恰为目标数"),
        ({"target": {"equal": "10"}}, "13", "多3亩"),
        ({"target": {"floor": "60", "stretch": "80"}}, "50", "10亩"),
        ({"target": {"floor": "60", "stretch": "80"}}, "70", "保底已达，力争还差10亩"),
        ({"target": {"floor": "60", "stretch": "80"}}, "80", "已完成"),
        ({"target": {"at_most": "5"}}, "3", "—"),
        ({"quotas": [{"unit": "建设局", "value": "1300"}]}, "1240", "60亩"),
    ],
)
def test_what_a_member_has_still_to_do(keys: dict[str, Any], value: str, text: str) -> None:
    standing = one_indicator(**{"each": "各乡镇", "actuals": figures(("06-25", value), by="建设局"), **keys})
    first, silent = standing.ranked
    assert (missing(first, standing), missing(silent, standing), member_figure(silent, standing)) == (text, "—", "未报")


def test_how_many_members_figures_are_in_dispute() -> None:
    assert of_members(Members(3, 2, 1)) == "3个单位中2个已报，其中1个达标"
    assert of_members(Members(3, 2, 1, disputed=1)) == "3个单位中2个已报，其中1个达标，1个数据核对中"


@pytest.mark.parametrize("by", ["建设局", "各乡镇"])
def test_nothing_is_told_of_a_figure_in_dispute(by: str) -> None:
    objections = [{"day": "2013-06-26", "by": by, "text": "数据有误"}]
    keys: dict[str, Any] = {
        "each": "各乡镇",
        "actuals": figures(("06-25", "430"), by="建设局"),
        "objections": objections,
    }
    standing = one_indicator(**keys)
    (member,) = [one for one in standing.ranked if one.unit == "县建设局"]
    assert (member_figure(member, standing), missing(member, standing)) == (DISPUTED, "—")
    assert (reached(standing, 2013) == DISPUTED) == (by == "各乡镇")


@pytest.mark.parametrize(("change", "said"), [("-1", "前移1位"), ("2", "后移2位"), ("0", "持平")])
def test_places_move_forward_and_back(change: str, said: str) -> None:
    assert moved_places(Decimal(change)) == said


@pytest.mark.parametrize(
    ("title", "kinds", "text"),
    [
        ("完成投资", ["续建"], "完成投资（只计续建项目）"),
        ("完成投资", ["续建", "新开工"], "完成投资（只计续建、新开工项目）"),
        ("续建项目竣工", ["续建"], "续建项目竣工"),
        ("续建项目竣工", [], "续建项目竣工"),
    ],
)
def test_a_title_says_which_projects_alone_are_counted(title: str, kinds: list[str], text: str) -> None:
    """株县办〔2015〕4号 项目突破年 四（二）: 重点建设项目完成投资, beside 投资完成率 of all classes."""
    assert titled(one_indicator(title=title, projects={"sum": "invested", "kind": kinds})) == text


@pytest.mark.parametrize(
    ("counted", "text"),
    [
        ([("部门口径", 42), ("部门快报", 6), (None, 1)], "其中部门口径42项、部门快报6项、口径未注明1项"),
        ([("部门口径", 2)], "均按部门口径"),
        ([(None, 2)], "均未注明口径"),
        ([("口径不一", 1)], "口径不一"),
    ],
)
def test_a_basis_of_all_figures_is_no_part_of_them(counted: list[tuple[str | None, int]], text: str) -> None:
    assert bases(counted) == text
