"""``ducha due``: the list for the telephone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run

PLANS = ROOT / "plans"


def test_a_table_for_each_unit_with_whom_to_call(run: Run, county: Path) -> None:
    path = county / "campaign.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("aliases: [国土局],", "aliases: [国土局], liaison: {name: 某人, phone: 8123},"), encoding="utf-8"
    )
    done = run("due", "--plans", county)
    assert done.code == 0
    assert done.out == (
        "三项行动催办清单（测政发〔2013〕1号）\n"
        "参照日：2013年7月1日，数据截至2013年7月1日；列到15天以内到期的\n"
        "涉及1个单位：到期未完成或待核实1项；几个单位共同负责的，各单位名下都列\n"
        "\n"
        "县国土资源局（联络员：某人，8123）\n"
        "情况                        时限  事项      专项行动      编号\n"
        "逾期1天，未收到完成情况  6月30日  上报指标  资源要素保障  land/quota\n"
    )


def test_nothing_to_call_about_is_said(run: Run, county: Path) -> None:
    out = run("due", "--plans", county, "--as-of", "2013-05-10").out
    assert "没有到期未完成、即将到期和未报送的事项。" in out


def test_what_is_in_dispute_is_not_called_about(run: Run) -> None:
    out = run("due", "--plans", PLANS, "--unit", "县法制办").out
    assert "数据核对中、不催办：事项1项，异议处理以后再列\n没有到期未完成、即将到期和未报送的事项。" in out
    assert "数据核对中、不催办：定期任务1期，" in run("due", "--plans", PLANS, "--unit", "新林乡").out
    data = json.loads(run("due", "--plans", PLANS, "--format", "json").out)
    assert data["disputed"] == [
        *("approval/permit-filing", "services/paid-funds@2013-12-31", "agriculture/monthly-form@2013-06/新林乡"),
    ]


def test_how_far_ahead(run: Run, county: Path) -> None:
    assert "今天到期" in run("due", "--plans", county, "--as-of", "2013-06-30", "--within", "0").out
    assert "还有1天" in run("due", "--plans", county, "--as-of", "2013-06-29", "--within", "1").out
    assert "没有到期未完成" in run("due", "--plans", county, "--as-of", "2013-06-28", "--within", "1").out


def test_every_late_item_of_the_shipped_plans_is_called_about(run: Run) -> None:
    """Each under every unit it is charged to, and what nobody is charged with at the end."""
    status = json.loads(run("status", "--plans", PLANS, "--format", "json").out)
    due = json.loads(run("due", "--plans", PLANS, "--format", "json").out)
    wanted = {
        (o["id"], unit)
        for o in status["obligations"]
        if o["state"] in ("overdue", "unverified")
        for unit in o["charged"] or [None]
    }
    assert {(o["id"], call["unit"]) for call in due["units"] for o in call["late"]} == wanted
    assert due["units"][-1]["unit"] is None
    unsent = {one["id"] for call in due["units"] for one in call["returns"] if one["state"] == "overdue"}
    returns = json.loads(run("returns", "--plans", PLANS, "--format", "json").out)
    assert unsent == {
        one["id"] for duty in returns["duties"] for one in duty["obligations"] if one["state"] == "overdue"
    }


def test_markdown(run: Run) -> None:
    out = run("due", "--plans", PLANS, "--unit", "县质监局", "--format", "md").out
    assert "**县质监局（示例数据，非实际进展）**" in out
    assert "（与县科技局共同负责）" in out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--within", "两周"), "--within“两周”不是天数；写0至9999的数字，如15"),
        (("--within", "-1"), "--within“-1”不是天数"),
        (("--unit", "国土"), "没有单位“国土”"),
        (("--format", "csv"), "--format“csv”不是可用的格式"),
    ],
)
def test_what_cannot_be_is_one_line(run: Run, county: Path, arguments: tuple[str, ...], message: str) -> None:
    done = run("due", "--plans", county, *arguments)
    assert (done.code, done.out) == (2, "")
    assert message in done.err


def test_liaisons_are_never_in_a_bulletin_or_a_template(run: Run, tmp_path: Path) -> None:
    template = tmp_path / "own.md.j2"
    template.write_text(
        "{% for u in bulletin.assessment.campaign.units %}{{ u.liaison }}{% endfor %}", encoding="utf-8"
    )
    out = run("bulletin", "--month", "6", "--plans", PLANS, "--template", template).out
    assert "联络员" in run("due", "--plans", PLANS).out
    assert "联络员" not in out
    assert "联络员" not in run("bulletin", "--month", "6", "--plans", PLANS).out
