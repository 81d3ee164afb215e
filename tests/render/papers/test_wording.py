"""How papers word what is late, what there is none of, and what is the whole."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ducha.assess import assess, on_period, on_period_before
from ducha.assess.bulletin.bulletin import compose_bulletin
from ducha.deadlines.cycles import Cycle
from ducha.render.papers.markdown import render_bulletin
from tests.conftest import figures, make_campaign, make_plan

NOTE = {"reports": [{"day": "2013-06-02", "text": "正在办理"}], "lead": "国土局"}
MOVED = [{"day": "2013-05-30", "to": "2013-06-25", "by": "县政府", "reason": "雨天"}]
FIGURE = {"id": "a", "title": "出让", "unit": "亩", "lead": "国土局"}


def printed(template: str = "bulletin", number: int = 6, cycle: Cycle = Cycle.MONTH, **plan: Any) -> str:
    campaign = make_campaign()
    at = on_period(campaign, number, 2013, date(2020, 1, 1), cycle)
    before = on_period_before(campaign, at)
    return render_bulletin(
        compose_bulletin(assess(campaign, [make_plan(**plan)], at, before=before)), template, Path("nowhere")
    )


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ({"target": "500"}, "应于6月20日前达到500亩，6月10日为430亩。"),
        ({"target": {"at_most": "400"}}, "应于6月20日前控制在400亩以内，6月10日为430亩。"),
        ({"target": "500", "strength": "strive"}, "力争6月20日前达到500亩，6月10日为430亩。"),
    ],
)
def test_a_figure_that_falls_short_is_asked_for_once(keys: dict[str, Any], said: str) -> None:
    text = printed(indicators=[{**FIGURE, "due": "6月20日", "actuals": figures(("06-10", "430")), **keys}])
    assert "应达" not in text.partition("### 附件1")[0]
    assert f"“出让”{said}" in text


def test_a_limit_that_was_moved_is_told_before_its_bracket() -> None:
    item = {"id": "a", "title": "甲", "due": "5月底", "extensions": MOVED, **NOTE}
    assert "“甲”应于6月25日前（原定5月31日，已延期1次）完成，逾期6天" in printed(milestones=[item])


def test_of_what_there_is_none_no_zero_is_told() -> None:
    """One task is late since May; nothing fell due in June, nothing was finished."""
    late = {"id": "a", "title": "甲", "due": "5月20日", **NOTE}
    text = printed(milestones=[late])
    assert "到期未完成的1项，为已报进展的任务，清单见附件1。" in text
    assert "6月份没有新完成的事项。" in text
    assert "上期通报的到期未完成1项中，本月没有完成的；仍未完成1项" in text
    assert "本月没有新增到期未完成的事项。" in text
    week = printed("weekly", 26, Cycle.WEEK, milestones=[late])
    assert "尚无完成。" in week
    assert "本周没有到期的事项。以前到期、至今未完成的1项。逾期天数" in week
    assert "本季度到期1项：到期未完成1项。" in printed("quarterly", 2, Cycle.QUARTER, milestones=[late])


@pytest.mark.parametrize(
    ("tasks", "said"),
    [
        ([["国土局"]], "7月份到期1项，由县国土资源局承担。请提前安排"),
        ([["国土局"], ["国土局"]], "7月份到期2项，由县国土资源局承担。请提前安排"),
        ([["国土局"], []], "7月份到期2项，其中县国土资源局1项，文件未明确单位的1项。"),
        ([[]], "7月份到期1项，文件未明确单位。"),
    ],
)
def test_a_part_that_is_the_whole_is_no_part(tasks: list[list[str]], said: str) -> None:
    items = [{"id": f"a{at}", "title": f"甲{at}", "due": "7月20日", "lead": lead} for at, lead in enumerate(tasks)]
    assert said in printed(milestones=items)
