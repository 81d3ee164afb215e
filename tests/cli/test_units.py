"""``ducha unit`` and ``ducha units``: each thing once, charged as the domain says, and sums that add up."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT, Run, printed

PLANS = ROOT / "plans"


def loaded(*arguments: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(printed(*arguments, "--format", "json", "--plans", PLANS))
    return content


def ledger(unit: str, *arguments: str) -> dict[str, Any]:
    return loaded("unit", unit, *arguments)


def test_a_row_counts_what_is_charged_to_its_unit() -> None:
    """domain.md §2: to the lead where one is named, else to all responsible; recomputed from status."""
    obligations = loaded("status")["obligations"]
    for row in loaded("units")["units"]:
        name = row["unit"]
        own = [o for o in obligations if (name in o["charged"] if name else not o["charged"])]
        assert row["counts"]["total"] == len(own), name
        assert row["counts"]["overdue"] == sum(o["state"] == "overdue" for o in own)
        assert row["shared"] == sum(len(o["charged"]) > 1 for o in own)
        finished = sum(o["state"] in ("done", "done_late") for o in own)
        assert row["rates"]["finished"]["numerator"] == finished


def test_the_rows_make_up_the_whole_and_what_is_shared() -> None:
    found = loaded("units")
    obligations = loaded("status")["obligations"]
    summed = sum(row["counts"]["total"] for row in found["units"])
    more = sum(max(len(o["charged"]), 1) - 1 for o in obligations)
    assert summed - found["totals"]["counts"]["total"] == more
    text = printed("units", "--plans", PLANS)
    total = found["totals"]["counts"]["total"]
    assert f"各行相加{summed}项，比全部事项{total}项多{more}项。" in text
    assert found["totals"] == loaded("status")["totals"]


def test_returns_and_matters_are_those_of_their_own_commands() -> None:
    duties = [duty for duty in loaded("returns")["duties"] if duty["recipients"]]
    issues = loaded("issues")["issues"]
    for row in loaded("units")["units"]:
        returns = [one for duty in duties for one in duty["obligations"] if one["unit"] == row["unit"]]
        assert row["returns"]["missing"] == sum(one["state"] == "overdue" for one in returns)
        assert row["returns"]["late"] == sum(one["state"] == "done_late" for one in returns)
        own = [one for one in issues if row["unit"] in one["charged"] and not one["closed"]]
        assert row["issues"] == {"open": len(own), "overdue": sum(one["state"] == "overdue" for one in own)}


@pytest.mark.parametrize("unit", ["县国土资源局", "县发改局", "县科技局", "各乡镇（街道）", "县府办", "县规划局"])
def test_a_ledger_holds_each_thing_once_in_its_role(unit: str) -> None:
    found = ledger(unit)
    obligations = loaded("status")["obligations"]
    roles = {
        "charged": [o["id"] for o in obligations if unit in o["charged"]],
        "responsible": [o["id"] for o in obligations if unit in o["responsible"] and unit not in o["charged"]],
    }
    named = {name for listed in roles.values() for name in listed}
    roles["supported"] = [o["id"] for o in obligations if unit in o["support"] and o["id"] not in named]
    for role, names in roles.items():
        assert [o["id"] for o in found[role]] == names, role
    assert found["totals"]["counts"]["total"] == len(roles["charged"])
    moved = [o["id"] for o in obligations if o["extensions"] and unit in {*o["lead"], *o["responsible"], *o["support"]}]
    assert [one["id"] for one in found["extended"]] == moved


def test_a_ledger_tells_of_matters_visits_and_shared_work() -> None:
    found = ledger("县国土资源局")
    assert [one["id"] for one in found["issues"]["issues"]] == ["2013-002"]
    assert found["inspections"] == ["joint-0517"]
    text = printed("unit", "国土局", "--plans", PLANS)
    assert text.startswith("县国土资源局台账\n【示例数据，非实际进展】\n")
    assert "其中1项与别的单位共同负责，在各单位名下都计，各单位相加大于总数" in text
    assert "2013-002" in text


def test_a_township_sees_its_own_figures_and_its_group() -> None:
    text = printed("unit", "大市聚镇", "--plans", PLANS)
    assert "以集合单位名义承担的不计在本单位名下，另见“各乡镇（街道）”“各乡镇（街道）、园区”的台账" in text
    (row,) = [line for line in text.splitlines() if "各乡镇（街道）、园区拆除违建" in line]
    assert row.split()[-3:] == ["8680平方米", "434.0%", "1/18"]


def test_show_is_the_same_page(run: Run) -> None:
    assert run("show", "国土局", "--plans", PLANS).out == run("unit", "国土局", "--plans", PLANS).out


def test_the_liaison_is_there_and_instructions_have_no_number(run: Run) -> None:
    assert "联络员：联络员丁（示例）" in run("unit", "农业局", "--plans", PLANS).out
    assert "批示件" not in run("unit", "农业局", "--plans", PLANS).out
    assert "批示件" in run("unit", "农业局", "--for-leaders", "--plans", PLANS).out
    ledgers = (
        json.loads(run("unit", "农业局", *edition, "--format", "json", "--plans", PLANS).out)
        for edition in ((), ("--for-leaders",))
    )
    assert [one["for_leaders"] for one in ledgers] == [False, True]


def test_a_leaders_view_is_for_leaders_alone(run: Run) -> None:
    text = run("units", "--leader", "裘武宏", "--plans", PLANS).out
    assert "【供领导参阅，不得外传】" in text
    assert "裘武宏任组长的专项行动：控违拆违整治、资源要素保障" in text
    assert "请领导协调、决定的：\n拆后土地利用意见的协调：" in text
    assert "工业项目落地" not in text
    sheet = run("units", "--leader", "裘武宏", "--format", "csv", "--plans", PLANS).out
    rows = list(csv.DictReader(io.StringIO(sheet.lstrip("\ufeff"))))
    assert {row["供领导参阅"] for row in rows} == {"不得外传"}
    assert "供领导参阅" not in run("units", "--format", "csv", "--plans", PLANS).out
    assert run("units", "--leader", "张三", "--plans", PLANS).code == 2
    assert "你是否想写：裘武宏" in run("units", "--leader", "裘武", "--plans", PLANS).err
    assert "裘武宏" not in run("units", "--plans", PLANS).out


def test_one_category(run: Run) -> None:
    out = run("units", "--category", "园区", "--plans", PLANS).out
    assert "各园区" in out
    assert "县发改局" not in out
    assert "全部事项" not in out
    assert "没有单位类别“园”" in run("units", "--category", "园", "--plans", PLANS).err


def test_the_spreadsheet_has_a_row_each(run: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(run("units", "--format", "csv", "--plans", PLANS).out.lstrip("\ufeff"))))
    found = loaded("units")["units"]
    assert [row["计责事项"] for row in rows] == [str(one["counts"]["total"]) for one in found]
    assert [row["到期未完成"] for row in rows] == [str(one["counts"]["overdue"]) for one in found]


def test_an_unknown_unit_is_one_line(run: Run) -> None:
    ran = run("unit", "外星局", "--plans", PLANS)
    assert (ran.code, ran.err.count("\n")) == (2, 1)


@pytest.mark.parametrize("plans", [PLANS, *sorted((ROOT / "tests" / "campaigns").glob("*/campaign.yaml"))])
def test_the_columns_of_the_csv_have_names_of_their_own_and_add_up(plans: Path) -> None:
    """按期完成 is a state of all that is charged; of what was due there is another number."""
    text = printed("units", "--format", "csv", "--plans", plans if plans.is_dir() else plans.parent)
    header, *rows = csv.reader(io.StringIO(text))
    assert len(set(header)) == len(header)
    for row in rows:
        told = dict(zip(header, row, strict=True))
        parts = ("按时", "迟报", "未报", "报送待核实", "报送核对中")
        assert int(told["应报"]) == sum(int(told[part]) for part in parts)
        assert int(told["到期按期完成"]) <= min(int(told["按期完成"]), int(told["到期可评价"]))


@pytest.mark.parametrize("command", [("units", "--leader", "裘武宏"), ("status",), ("unit", "新林乡"), ("ranking",)])
def test_a_rate_has_one_form_on_a_page(command: tuple[str, ...]) -> None:
    span = ("--quarter", "2") if command == ("ranking",) else ()
    text = printed(*command, *span, "--plans", PLANS)
    assert "%（" in text
    assert "%(" not in text
    assert "(0/0)" not in text
