"""``ducha check``: lines for people, JSON for programs, exit codes."""

from __future__ import annotations

import json
from pathlib import Path

from tests.conftest import CAMPAIGN_YAML, PLAN_YAML, ROOT, Run

GROUP = "supervision: {groups: [{id: 1, leader: 甲, plans: [lamd]}]}\n"


def test_the_shipped_plans_have_no_problem(run: Run) -> None:
    ran = run("check", "--plans", ROOT / "plans")
    assert (ran.code, ran.err) == (0, "")
    ignored, summary, notes = ran.out.splitlines()
    assert "不提示DC605，1处（理由：示例中特意" in ignored
    assert summary.startswith("检查了13个文件：提示")
    assert "警告" not in summary
    assert "--notes" in notes
    assert run("check", "--strict", "--plans", ROOT / "plans").code == 0


def test_each_problem_is_a_line_that_says_what_to_do(run: Run, county: Path) -> None:
    (county / "08-land.yaml").write_text(PLAN_YAML.replace("国土局", "国土据") + "leader: 甲\n", encoding="utf-8")
    ran = run("check", "--plans", county)
    assert ran.code == 1
    assert ran.out == (
        f"{county}/08-land.yaml:8:11: 错误DC302：单位“国土据”没有登记\n"
        "  8 |     lead: 国土据\n"
        "    |           ^^^^^^\n"
        "    = 你是否想写“国土局”；确有此单位的，在campaign.yaml的units中登记\n"
        "\n"
        f"{county}/08-land.yaml:9:1: 错误DC201：不认识的键“leader”\n"
        "  9 | leader: 甲\n"
        "    | ^^^^^^\n"
        "    = 你是否想写“leaders”（专项行动组组长）\n"
        "\n"
        "检查了2个文件：错误2个。\n"
    )


def test_a_warning_alone_is_no_failure(run: Run, county: Path) -> None:
    (county / "campaign.yaml").write_text(CAMPAIGN_YAML + GROUP, encoding="utf-8")
    ran = run("check", "--plans", county)
    assert ran.code == 0
    assert "警告DC303" in ran.out
    assert run("check", "--strict", "--plans", county).code == 1
    assert run("status", "--plans", county).code == 0


def test_the_json_contract(run: Run, county: Path) -> None:
    (county / "08-land.yaml").write_text(PLAN_YAML + "leader: 甲\n", encoding="utf-8")
    (county / "campaign.yaml").write_text(CAMPAIGN_YAML + GROUP, encoding="utf-8")
    ran = run("check", "--plans", county, "--format", "json")
    assert ran.code == 1
    report = json.loads(ran.out)
    assert report["counts"] == {"error": 1, "warning": 1, "note": 0}
    assert report["problems"][0] == {
        "code": "DC201",
        "severity": "error",
        "file": str(county / "08-land.yaml"),
        "line": 9,
        "column": 1,
        "length": 6,
        "path": ["leader"],
        "message": "不认识的键“leader”",
        "hint": "你是否想写“leaders”（专项行动组组长）",
        "related": [],
    }
