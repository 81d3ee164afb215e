"""``ducha show``: anything by its id, and names for what is not there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import PLAN_YAML, ROOT, Run

PLANS = ROOT / "plans"

MORE = """\
  - id: done
    title: 已完成
    due: 5月底
    done: 2013-05-20
indicators:
  - id: area
    title: 出让
    unit: 亩
    target: 2000
    due: 12月底
    checkpoints: [{due: 6月底, value: 500}]
    actuals: [{day: 2013-05-25, value: 310}, {day: 2013-06-25, value: 430}, {day: 2013-07-25, value: 600}]
duties:
  - {id: monthly, title: 报进展, who: [国土局], to: [县府办], every: 每月25日前, section: 二1}
phases:
  - {id: assault, title: 集中攻坚, when: 4—12月}
"""


@pytest.fixture
def land(county: Path) -> Path:
    (county / "08-land.yaml").write_text(PLAN_YAML + MORE, encoding="utf-8")
    return county


def shown(run: Run, land: Path, name: str, *options: str) -> str:
    ran = run("show", name, *options, "--plans", land)
    assert (ran.code, ran.err) == (0, "")
    return ran.out


def test_a_milestone(run: Run, land: Path) -> None:
    out = shown(run, land, "land/quota")
    assert out.startswith("上报指标\n参照日：2013年7月1日，数据截至2013年7月1日\n编号：land/quota（")
    assert f"{land / '08-land.yaml'}:5）" in out
    assert "状态：到期未完成，逾期1天" in out
    assert f"1. {land / '08-land.yaml'}:7写明时限“6月底前”。" in out


def test_an_indicator_and_how_its_shares_are_worked_out(run: Run, land: Path) -> None:
    out = shown(run, land, "land/area")
    assert "年度任务完成率：430÷2000=21.5%。" in out
    assert "与节点的差距：（430−500）÷2000=−3.5个百分点。" in out
    assert "进度判为“滞后”。" in out
    assert "land/area@2013-06-30" in out
    assert "7月25日  600亩              在数据截止日以后，不计" in out


def test_a_checkpoint(run: Run, land: Path) -> None:
    out = shown(run, land, "land/area@2013-06-30")
    assert out.startswith("出让（6月底节点）\n")
    assert "应达500亩，2013年6月25日为430亩" in out


@pytest.mark.parametrize("name", ["land", "8", "８"])
def test_a_plan(run: Run, land: Path, name: str) -> None:
    out = shown(run, land, name)
    assert out.startswith("资源要素保障专项行动方案\n")
    assert "集中攻坚" in out
    assert "事项（4项）" in out
    assert "land/monthly" in out


@pytest.mark.parametrize("name", ["8/monthly", "land／monthly"])
def test_a_duty(run: Run, land: Path, name: str) -> None:
    assert "周期：每月25日前\n" in shown(run, land, name)


@pytest.mark.parametrize("name", ["县国土资源局", "国土局"])
def test_a_unit(run: Run, land: Path, name: str) -> None:
    out = shown(run, land, name)
    assert out.startswith("县国土资源局台账\n")
    assert "计责1项（其中牵头1项），由别的单位牵头而负责0项，配合0项" in out
    assert "land/quota" in out


def test_a_unit_without_anything_to_do(run: Run, land: Path) -> None:
    out = shown(run, land, "县府办")
    assert "计责0项" in out
    assert "计责事项的状态" not in out


def test_on_another_day(run: Run, land: Path) -> None:
    assert "状态：未到时限" in shown(run, land, "land/quota", "--as-of", "2013-05-01")
    assert "参照日：2013年7月1日，数据截至2013年6月30日" in shown(run, land, "land/quota", "--month", "6")


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("land/quot", "land/quota"),
        ("lnd", "land"),
        ("monthly", "land/monthly"),
        ("land/area@2013-06-31", "land/area"),
        ("", "现有"),
        ("督查", "现有"),
    ],
)
def test_an_unknown_name_is_exit_2_with_the_nearest(run: Run, land: Path, name: str, near: str) -> None:
    ran = run("show", name, "--plans", land)
    assert (ran.code, ran.out) == (2, "")
    assert near in ran.err
    assert ran.err.count("\n") == 1


def test_what_may_be_in_a_broken_file_is_not_called_unknown(run: Run, land: Path) -> None:
    (land / "09-x.yaml").write_text("id: x\n", encoding="utf-8")
    ran = run("show", "x/task", "--plans", land)
    assert ran.code == 1
    assert "09-x.yaml" in ran.err


def test_a_total_without_a_broken_plan_says_so(run: Run, land: Path) -> None:
    (land / "09-x.yaml").write_text("id: x\n", encoding="utf-8")
    ran = run("show", "国土局", "--plans", land)
    assert ran.code == 1
    assert "未计入以上数字的文件" in ran.out
    assert run("show", "land", "--plans", land).code == 1
    ran = run("show", "land/quot", "--plans", land)
    assert (ran.code, ran.out) == (2, "")
    assert "land/quota" in ran.err


def test_an_undated_figure_has_its_chain_too(run: Run, land: Path) -> None:
    (land / "08-land.yaml").write_text(PLAN_YAML + "indicators: [{id: a, title: 甲, unit: 亩, target: 1}]\n")
    assert "判为“未明确时限”。" in shown(run, land, "land/a")


def test_a_missing_name_is_asked_for_in_chinese(run: Run) -> None:
    ran = run("show")
    assert (ran.code, ran.err) == (2, "ducha：缺少编号\n")


def test_every_red_line_of_the_shipped_campaign_is_explained(run: Run) -> None:
    content = json.loads(run("status", "--format", "json", "--state", "overdue", "--plans", PLANS).out)
    assert content["obligations"]
    for obligation in content["obligations"]:
        out = run("show", obligation["id"], "--plans", PLANS).out
        assert f"状态：到期未完成，逾期{obligation['days_late']}天" in out
        assert "判为“到期未完成”。" in out
        assert f"写明时限“{obligation['due_text']}”" in out or "文件的用语是" in out
        assert obligation["source"].rpartition("/")[2].split(":")[0] in out


def test_everything_of_the_shipped_campaign_can_be_shown(run: Run) -> None:
    content = json.loads(run("status", "--format", "json", "--plans", PLANS).out)
    names = {thing["id"] for key in ("plans", "indicators", "duties") for thing in content[key]}
    names |= {o["id"] for o in content["obligations"][::7]}
    for name in sorted(names)[::3]:
        ran = run("show", name, "--plans", PLANS)
        assert (ran.code, ran.err) == (0, ""), name
        assert "None" not in ran.out


def test_a_matter_with_the_number_of_a_plan_does_not_hide_it(run: Run, land: Path) -> None:
    matter = "{id: 8, title: 抛荒地块的复耕, source: public, found: 2013-05-20, due: 2013-06-20, lead: 国土局}"
    (land / "supervision.yaml").write_text(f"issues:\n  - {matter}\n", encoding="utf-8")
    page = shown(run, land, "8")
    assert "资源要素保障专项行动方案" in page
    assert "抛荒地块的复耕" in page
    assert "抛荒" not in shown(run, land, "land")
