"""How each share of an indicator is worked out, step by step, with numbers that add up as they are printed."""

from __future__ import annotations

from typing import Any

import pytest

from ducha.render.show.reckoning import base_of, reckoned
from tests.conftest import figures, one_indicator

BASE = {"what": "2012年固定资产投资", "value": "81.3", "unit": "亿元"}
GROWTH: dict[str, Any] = {"unit": "%", "target": "23", "due": "6月底", "base": BASE}


@pytest.mark.parametrize(
    ("keys", "steps"),
    [
        (
            {**GROWTH, "actuals": figures(("06-25", "100"))},
            [
                "2013年6月25日：81.3亿元→100亿元，增长23.0%：（100−81.3）÷81.3=23.0%。",
                "时限已过，目标是23%。",
                "与目标的差距：23.0−23=0.0个百分点。",
                "进度判为“已完成”。",
            ],
        ),
        (
            {**GROWTH, "actuals": figures(("06-25", "79"))},
            ["2013年6月25日：81.3亿元→79亿元，下降2.8%：（79−81.3）÷81.3=−2.8%。"],
        ),
        (
            {**GROWTH, "due": "12月底", "actuals": figures(("06-25", "35.8"), same_period="29.32")},
            ["2013年6月25日：上年同期29.32亿元→35.8亿元，增长22.1%：（35.8−29.32）÷29.32=22.1%。"],
        ),
        (
            {**GROWTH, "due": "12月底", "actuals": figures(("06-25", "35.8"))},
            [
                "2013年6月25日为35.8亿元，没有同期数，增幅算不出；"
                "累计数要到时限当月才与全年基数相比，此前与上年同期数相比。"
            ],
        ),
        (GROWTH, ["没有数据。"]),
        (
            {"unit": "个百分点", "target": "3", "due": "6月底",
             "base": {"what": "上年占比", "value": "38", "unit": "%"}, "actuals": figures(("06-25", "40.2"))},
            ["2013年6月25日：38%→40.2%，提高2.2个百分点：40.2−38=2.2个百分点。"],
        ),
        ({**GROWTH, "base": "上年同期", "actuals": figures(("06-25", "22.1"))},
         ["最近一次数据是2013年6月25日的22.1%。"]),
        (
            {"pace": "months", "actuals": figures(("06-25", "430"))},
            [
                "没有已经过去的节点，方案要求按月衡量，序时进度是1000亩。",
                "与序时进度的差距：（430−1000）÷2000=−28.5个百分点。",
            ],
        ),
        (
            {"target": {"floor": "400", "stretch": "500"}, "actuals": figures(("06-25", "450"))},
            [
                "年度任务完成率（保底）：450÷400=112.5%。",
                "年度任务完成率（力争）：450÷500=90.0%。",
                "保底目标400亩：已达到。",
                "力争目标500亩：尚未达到。",
                "进度判为“保底已达，力争未达”。",
            ],
        ),
        (
            {"target": {"floor": "4", "stretch": "3"}, "unit": "名", "actuals": figures(("06-25", "5"))},
            ["保底目标第4名：没有达到。", "力争目标第3名：尚未达到。", "最近一次数据是2013年6月25日的第5名。"],
        ),
        (
            {"each": "各乡镇", "quotas": [{"unit": "建设局", "value": "800"}],
             "actuals": figures(("06-25", "800"), by="建设局")},
            [
                "目标2000亩（1个单位另有任务），逐单位考核：2个单位中1个已报，其中1个达标。",
                "各单位任务不同，按各自的年度任务完成率排名。",
            ],
        ),
    ],
)  # fmt: skip
def test_the_steps(keys: dict[str, Any], steps: list[str]) -> None:
    told = list(reckoned(one_indicator(**keys)))
    assert [step for step in steps if step not in told] == []


@pytest.mark.parametrize(
    ("base", "text"),
    [
        (BASE, "2012年固定资产投资，81.3亿元，达到99.999亿元即完成目标"),
        ("上年同期", "上年同期，历次数值就是增幅"),
        (None, None),
    ],
)
def test_what_a_growth_is_measured_from(base: Any, text: str | None) -> None:
    assert base_of(one_indicator(**{**GROWTH, "base": base}), "亿元", None) == text


def test_the_amounts_of_another_indicator_are_named() -> None:
    standing = one_indicator(**{**GROWTH, "base": {"what": "上年", "of": "a"}})
    assert base_of(standing, "亿元", "“投资”（land/investment）") == "上年，数额取自“投资”（land/investment）"
