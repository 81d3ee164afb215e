"""``ducha status`` on a small county: filters, formats, exit codes and every kind of bad argument."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import PLAN_YAML, ROOT, Run


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--month", "13"], "1至12"),
        (["--month", "六"], "1至12"),
        (["--month", "1", "--year", "2013"], "不在行动期内"),
        (["--month", "8"], "还没有数据可报"),
        (["--month", "6", "--year", "13"], "四位数字"),
        (["--month", "6", "--quarter", "2"], "--month、--quarter只能用一个"),
        (["--quarter", "5"], "--quarter“5”不是季度；写1至4的数字"),
        (["--half", "0"], "--half“0”不是半年"),
        (["--week", "54"], "--week“54”不是周次"),
        (["--year", "2012"], "2012年全年不在行动期内"),
        (["--month", "6", "--year", "0000"], "--year“0000”不在1900至2199之间"),
        (["--as-of="], "不是日期"),
        (["--as-of", "2013-W27-1"], "不是日期"),
        (["--as-of", "1899-12-31"], "--as-of“1899-12-31”的年份不在1900至2199之间"),
        (["--as-of", "2200-01-01"], "--as-of“2200-01-01”的年份不在1900至2199之间"),
        (["--due-before="], "不是日期"),
        (["--fail-on="], "没有状态"),
        (["--as-of", "2013-02-30"], "不是日期"),
        (["--as-of", "2013-6-30"], "不是日期"),
        (["--as-of", "2013-06-30", "--month", "6"], "只能用一个"),
        (["--plan", "lnad"], "你是否想写：land"),
        (["--unit", "国土房"], "你是否想写：国土局"),
        (["--leader", "张三"], "没有组长“张三”；写方案文件leaders里的姓名"),
        (["--group", "9"], "没有督导组"),
        (["--state", "迟到"], "到期未完成"),
        (["--fail-on", "late"], "overdue"),
        (["--due-before", "明天"], "不是日期"),
        (["--format", "xml"], "写text、md、csv、json之一"),
        (["--formt", "json"], "--format"),
        (["extra"], "extra"),
        (["--plan"], "--plan"),
    ],
)
def test_a_wrong_argument_is_one_chinese_line_and_exit_2(
    run: Run, county: Path, arguments: list[str], words: str
) -> None:
    ran = run("status", "--plans", county, *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("ducha：")
    assert ran.err.count("\n") == 1
    assert words in ran.err


@pytest.mark.parametrize("command", ["status", "check", "bulletin"])
def test_a_missing_folder_is_exit_2(run: Run, tmp_path: Path, command: str) -> None:
    month = ["--month", "6"] if command == "bulletin" else []
    ran = run(command, *month, "--plans", tmp_path / "none")
    assert (ran.code, ran.out) == (2, "")
    assert "没有目录" in ran.err


def test_the_folder_from_the_environment(run: Run, county: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DUCHA_PLANS", str(county))
    assert run("status").code == 0


def test_text_when_piped(run: Run, county: Path) -> None:
    ran = run("status", "--plans", county)
    assert (ran.code, ran.err) == (0, "")
    assert "参照日：2013年7月1日（行动设定的固定参照日）" in ran.out
    assert "上报指标" in ran.out
    assert "\x1b" not in ran.out


@pytest.mark.parametrize(("state", "code"), [("overdue", 1), ("到期未完成", 1), ("done", 0), ("待核实", 0)])
def test_fail_on(run: Run, county: Path, state: str, code: int) -> None:
    assert run("status", "--plans", county, "--fail-on", state).code == code


def test_what_is_listed_does_not_change_the_figures(run: Run, county: Path) -> None:
    everything = json.loads(run("status", "--plans", county, "--format", "json").out)
    nothing = json.loads(run("status", "--plans", county, "--format", "json", "--state", "done").out)
    assert nothing["obligations"] == []
    assert nothing["plans"] == everything["plans"]


def test_a_heading_says_what_is_listed(run: Run, county: Path) -> None:
    assert "按期完成的事项：没有。" in run("status", "--plans", county, "--state", "done").out
    assert (
        "未完成的事项，时限早于2013-08-01（1项）" in run("status", "--plans", county, "--due-before", "2013-08-01").out
    )


def test_what_is_in_dispute_is_a_line_of_its_own_and_is_listed_when_asked_for(run: Run, county: Path) -> None:
    path = county / "08-land.yaml"
    raised = "    objections:\n      - {day: 2013-06-28, by: 国土局, text: 指标已于6月20日上报}\n"
    path.write_text(path.read_text(encoding="utf-8") + raised, encoding="utf-8")
    out = run("status", "--plans", county).out
    assert "数据核对中（不计入完成率）：1项，见ducha status --state disputed\n" in out
    assert "到期未完成的事项：没有。" in out
    assert "指标已于" not in out
    assert "数据核对中，本期不列  land/quota" in run("status", "--plans", county, "--state", "数据核对中").out
    assert (
        "未完成的事项，时限早于2013-12-01：没有。" in run("status", "--due-before", "2013-12-01", "--plans", county).out
    )
    assert run("status", "--fail-on", "disputed", "--plans", county).code == 1
    assert run("status", "--fail-on", "overdue", "--plans", county).code == 0
    content = json.loads(run("status", "--format", "json", "--plans", county).out)
    assert content["totals"]["rates"]["finished"] == {"numerator": 0, "denominator": 0, "percent": None}
    (objection,) = content["obligations"][0]["objections"]
    assert objection == {"day": "2013-06-28", "by": "县国土资源局", "text": "指标已于6月20日上报", "settled": None}


def test_the_json_contract(run: Run, county: Path) -> None:
    status = json.loads(run("status", "--plans", county, "--month", "6", "--format", "json").out)
    assert {key: status[key] for key in ("schema_version", "command", "campaign", "as_of", "as_of_source")} == {
        "schema_version": 1,
        "command": "status",
        "campaign": {
            "title": "三项行动",
            "document": "测政发〔2013〕1号",
            "sample": False,
            "due_soon_days": 15,
        },
        "as_of": "2013-07-01",
        "as_of_source": "period",
    }
    assert status["records_until"] == "2013-06-30"
    assert status["plans"] == [
        {
            "id": "land",
            "number": 8,
            "title": "资源要素保障专项行动方案",
            "counts": {
                "total": 1,
                "stopped": 0,
                "disputed": 0,
                "done": 0,
                "done_late": 0,
                "undated": 0,
                "unclear": 0,
                "unverified": 0,
                "overdue": 1,
                "due_soon": 0,
                "pending": 0,
            },
            "next_due": None,
            "rates": {
                "finished": {"numerator": 0, "denominator": 1, "percent": 0.0},
                "on_time": {"numerator": 0, "denominator": 1, "percent": 0.0},
            },
        }
    ]
    (obligation,) = status["obligations"]
    assert obligation == {
        "id": "land/quota",
        "plan": "land",
        "kind": "milestone",
        "title": "上报指标",
        "section": None,
        "strength": "must",
        "due": "2013-06-30",
        "strict_due": None,
        "original_due": "2013-06-30",
        "due_text": "6月底前",
        "year_assumed": False,
        "start": None,
        "not_begun": False,
        "extensions": 0,
        "extended": [],
        "state": "overdue",
        "reason": "unreported",
        "done": None,
        "days_late": 1,
        "days_left": None,
        "last_report": None,
        "progress": None,
        "cause": None,
        "figure": None,
        "objections": [],
        "stopped": None,
        "lead": ["县国土资源局"],
        "responsible": [],
        "support": [],
        "charged": ["县国土资源局"],
        "counted": True,
        "note": None,
        "source": f"{county / '08-land.yaml'}:5",
    }
    assert status["problems"] == []


def test_a_broken_plan_is_named_and_the_report_goes_on_with_exit_1(run: Run, county: Path) -> None:
    (county / "09-x.yaml").write_text(PLAN_YAML.replace("id: land", "id: 地"), encoding="utf-8")
    ran = run("status", "--plans", county)
    assert ran.code == 1
    assert "09-x.yaml:1:5" in ran.err
    assert "上报指标" in ran.out
    assert "未计入以上数字的文件" in ran.out
    assert "09-x.yaml" in ran.out


def test_asking_for_a_broken_plan_names_the_broken_files(run: Run, county: Path) -> None:
    (county / "09-x.yaml").write_text("id: x\n", encoding="utf-8")
    ran = run("status", "--plans", county, "--plan", "x")
    assert (ran.code, ran.out) == (1, "")
    assert "以下文件有误，不在其内：09-x.yaml" in ran.err


def test_a_broken_campaign_is_exit_1(run: Run, county: Path) -> None:
    (county / "campaign.yaml").write_text("title: 甲\n", encoding="utf-8")
    ran = run("status", "--plans", county)
    assert (ran.code, ran.out) == (1, "")
    assert "campaign.yaml:1:1" in ran.err


def test_a_supporting_unit_is_marked_and_not_counted(run: Run, county: Path) -> None:
    plan = PLAN_YAML.replace("lead: 国土局", "lead: 县府办\n    support: 国土局")
    (county / "08-land.yaml").write_text(plan, encoding="utf-8")
    ran = run("status", "--plans", county, "--unit", "国土局")
    assert "县国土资源局配合，不计责" in ran.out
    assert (
        json.loads(run("status", "--plans", county, "--unit", "国土局", "--format", "json").out)["plans"][0]["counts"][
            "total"
        ]
        == 0
    )


def test_the_head_says_what_the_figures_are_narrowed_to_without_naming_a_leader(run: Run) -> None:
    ran = run("status", "--plans", ROOT / "plans", "--leader", "柴理明", "--group", "2")
    assert "范围：政府投资项目建设，第2督导组\n" in ran.out
    assert "柴理明" not in ran.out
    ran = run("status", "--plans", ROOT / "plans", "--leader", "裘武宏")
    assert "范围：控违拆违整治、资源要素保障\n" in ran.out, "not his office, which others hold too"
    ran = run("status", "--plans", ROOT / "plans", "--leader", "裘武宏", "--group", "1")
    assert "范围：没有符合的方案，第1督导组\n" in ran.out
    assert "柴理明" not in ran.out
    assert "范围：资源要素保障" in run("status", "--plans", ROOT / "plans", "--plan", "8").out


def test_a_member_of_a_group_is_told_where_its_groups_are(run: Run) -> None:
    ran = run("status", "--plans", ROOT / "plans", "--unit", "大市聚镇")
    assert ran.code == 0
    assert "另见--unit 各乡镇（街道）、--unit 各乡镇（街道）、园区" in ran.out
