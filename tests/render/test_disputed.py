"""A bulletin with data in dispute: named as such, with nothing of the figure and nothing of the argument."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from ducha.assess import assess, on_period
from ducha.assess.bulletin.bulletin import compose_bulletin
from ducha.render.papers.markdown import render_bulletin
from tests.conftest import make_campaign, make_plan

CAMPAIGN = make_campaign(
    units=[{"name": name, "category": "乡镇"} for name in ("县府办", "甲乡", "乙乡", "丙乡")],
    unit_groups=[{"name": "各乡", "category": "乡镇", "members": ["甲乡", "乙乡", "丙乡"]}],
)
EACH: dict[str, Any] = {"id": "a", "title": "拆违", "unit": "亩", "target": "200", "due": "12月底", "each": "各乡"}
ACTUALS = [{"by": unit, "day": "2013-06-25", "value": value} for unit, value in (("甲乡", "77"), ("乙乡", "55"))]
NOTHING = "没有时限待明确、待核实、数据核对中或者取消、暂缓的事项。"


def objection(by: str, **more: Any) -> dict[str, Any]:
    return {"day": "2013-07-02", "by": by, "text": "另有一笔没有计入", **more}


def printed(**plan: Any) -> str:
    """June's bulletin of one plan, without the argument that nobody may read there."""
    bulletin = compose_bulletin(assess(CAMPAIGN, [make_plan(**plan)], on_period(CAMPAIGN, 6, None, date(2020, 1, 1))))
    text = render_bulletin(bulletin, "bulletin", Path("nowhere"))
    assert "另有一笔" not in text
    return text


def test_one_members_figure() -> None:
    text = printed(indicators=[{**EACH, "actuals": ACTUALS, "objections": [objection("甲乡")]}])
    assert "“拆违”中甲乡的数据核对中，本期不列。" in text
    assert NOTHING not in text
    assert "| — | 甲乡 | 200亩 | 数据核对中，本期不列 | — | — |" in text
    assert "| 1 | 乙乡 | 200亩 |" in text
    assert "3个单位中1个已报，其中0个达标，1个数据核对中" in text
    assert "请丙乡补报“拆违”的数据。" in text
    assert "77" not in text


def test_all_members_figures() -> None:
    text = printed(indicators=[{**EACH, "actuals": ACTUALS, "objections": [objection("各乡")]}])
    assert "数据核对中，本期不列1项：“拆违”。" in text
    assert "（目标200亩，时限12月31日）\n\n数据核对中，本期不列。" in text
    assert "指标1项，已有数据0项；数据核对中，本期不列1项。" in text
    assert "补报" not in text
    assert not {"77", "55"} & set(text.split())


def test_a_figure_with_nodes() -> None:
    figure = {"id": "a", "title": "出让", "unit": "亩", "target": "900", "due": "12月底", "measure": "cumulative"}
    rows = [{"day": "2013-06-25", "value": "777"}]
    nodes = [{"due": "6月底", "value": "800"}]
    plan = {"indicators": [{**figure, "checkpoints": nodes, "actuals": rows, "objections": [objection("县府办")]}]}
    text = printed(**plan)
    assert "2项数据核对中，本期不列：“出让（6月底节点）”“出让”。" in text
    assert "其余2项中，未到时限0项，数据核对中2项（不计入完成率）。" in text
    assert "| 出让 | 900亩 | 12月31日 | 数据核对中，本期不列 | — | 800亩 | — | 数据核对中 |" in text
    assert "777" not in text


def test_a_return() -> None:
    duty = {"id": "form", "title": "报表", "who": "各乡", "to": "县府办", "every": "每月25日前"}
    text = printed(duties=[{**duty, "objections": [objection("甲乡", period="2013-06")]}])
    assert "应报" in text
    assert "定期报送3份，按时0份，迟报0份，未报2份，数据核对中1份，按时报送率0.0%（0/2）" in text
    assert "（6月，6月25日截止）：乙乡、丙乡未报送。" in text
    assert "定期任务数据核对中，本期不列：“报表”（6月，6月25日截止）甲乡。" in text
    assert "未报（没有记录）的单位 | 数据核对中、本期不列的单位 |\n" in text
    assert "| 报表 | 6月 | 6月25日 | 3 | 0 | — | 乙乡、丙乡 | 甲乡 |\n" in text


def test_nothing_in_dispute() -> None:
    assert NOTHING in printed(indicators=[{**EACH, "actuals": ACTUALS}])
