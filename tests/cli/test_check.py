"""``ducha check``: lines for people, JSON for programs, exit codes."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from ducha.cli import streams
from tests.conftest import CAMPAIGN_YAML, PLAN_YAML, ROOT, Run

GROUP = "supervision: {groups: [{id: 1, leader: 甲, plans: [lamd]}]}\n"


def test_the_shipped_plans_have_no_problem(run: Run) -> None:
    ran = run("check", "--plans", ROOT / "plans")
    assert (ran.code, ran.err) == (0, "")
    ignored, summary, notes = ran.out.splitlines()
    assert "不提示DC605，1处（理由：示例中特意" in ignored
    assert summary.startswith("检查了15个文件：提示")
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


def test_notes_are_counted_and_listed_on_demand(run: Run, county: Path) -> None:
    (county / "08-land.yaml").write_text(PLAN_YAML.replace("    lead: 国土局\n", ""), encoding="utf-8")
    ran = run("check", "--plans", county)
    assert "DC309" not in ran.out
    assert ran.out.startswith("检查了2个文件：提示1个。\n")
    assert "提示DC309：本项没有牵头或责任单位" in run("check", "--notes", "--plans", county).out
    assert run("check", "--strict", "--plans", county).code == 0


def test_what_a_plan_ignores_is_told_with_the_reason(run: Run, county: Path) -> None:
    ignoring = "ignore:\n  - {code: DC404, reason: 文件定在次年}\n"
    (county / "08-land.yaml").write_text(PLAN_YAML.replace("6月底前", "2014年6月底前") + ignoring, encoding="utf-8")
    ran = run("check", "--strict", "--plans", county)
    assert (ran.code, ran.out) == (
        0,
        f"{county}/08-land.yaml: 按方案的ignore不提示DC404，1处（理由：文件定在次年）\n检查了2个文件，没有问题。\n",
    )
    report = json.loads(run("check", "--plans", county, "--format", "json").out)
    assert report["problems"] == []
    assert report["ignored"] == [
        {"file": f"{county}/08-land.yaml", "code": "DC404", "reason": "文件定在次年", "count": 1}
    ]


def test_annotations_for_a_code_platform(run: Run, county: Path) -> None:
    (county / "08-land.yaml").write_text(PLAN_YAML.replace("国土局", "国土据"), encoding="utf-8")
    ran = run("check", "--plans", county, "--format", "github")
    assert (ran.code, ran.out) == (
        1,
        f"::error file={county}/08-land.yaml,line=8,col=11,endColumn=14,title=DC302::单位“国土据”没有登记"
        "（你是否想写“国土局”；确有此单位的，在campaign.yaml的units中登记）\n",
    )


def test_a_day_after_today_is_one_the_clock_has_not_reached(run: Run, county: Path) -> None:
    (county / "campaign.yaml").write_text(CAMPAIGN_YAML.replace("as_of: 2013-07-01\n", ""), encoding="utf-8")
    for day, warnings in (("2026-11-22", 0), ("2026-11-23", 1)):
        (county / "08-land.yaml").write_text(PLAN_YAML + f"    done: {day}\n", encoding="utf-8")
        assert run("check", "--plans", county).out.count("警告DC602") == warnings


def test_colour_on_a_terminal_only(run: Run, county: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (county / "08-land.yaml").write_text(PLAN_YAML.replace("国土局", "国土据"), encoding="utf-8")
    piped = run("check", "--plans", county).out
    assert "\x1b" not in piped
    monkeypatch.setattr(streams, "is_terminal", lambda: True)
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    coloured = run("check", "--plans", county).out
    assert "\x1b[1;31m" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == piped


def test_a_note_on_the_records_is_counted_where_it_is_not_listed(run: Run, county: Path) -> None:
    visit = "{id: a, method: joint, day: 2013-05-17, about: [land], found: 有3处抛荒地块}"
    (county / "supervision.yaml").write_text(f"inspections:\n  - {visit}\n", encoding="utf-8")
    with (county / "campaign.yaml").open("a", encoding="utf-8") as file:
        file.write("supervision: {methods: [{id: joint, title: 联合督查, every: 每月, at_least: 1}]}\n")
    ran = run("check", "--plans", county)
    assert (ran.code, "DC711" in ran.out, "提示1个" in ran.out) == (0, False, True)
    assert "DC711" in run("check", "--notes", "--plans", county).out
