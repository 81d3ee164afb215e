"""Where the office's own records cannot be read, every command says so, and ends in 1 and not in a traceback."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import CAMPAIGN_YAML, PLAN_YAML, Run

ISSUE = "issues:\n  - {id: 2013-001, title: 甲, source: public, found: 2013-05-20, due: 2013-06-10, lead: 国土局}\n"
BROKEN = {
    "wrong value": ISSUE.replace("2013-06-10", "6月10日").encode(),
    "closed by the unit": ISSUE.replace("}", ", closings: [{day: 2013-06-09, by: 国土局}]}").encode(),
    "no YAML": b"issues: [",
    "a list": b"- 1",
    "empty": b"",
    "GBK": ISSUE.encode("gbk"),
}
IN_PLACE = "督查记录文件supervision.yaml有误，督查和交办情况未列出"
BESIDE = "未计入以上数字的文件（内容有误，请用ducha check查看）：督查记录（supervision.yaml）"
SAID = {
    ("status",): BESIDE,
    ("due",): BESIDE,
    ("show", "国土局"): BESIDE,
    ("unit", "国土局"): BESIDE,
    ("units",): BESIDE,
    ("notice", "县府办"): "没有要写进催办单的事项（督查记录文件有误，交办事项没有计入）",
    ("verify", "县府办", "--month", "6"): "因督查记录文件有误，交办事项不在其内",
    ("issues",): IN_PLACE,
    ("inspections",): IN_PLACE,
    ("bulletin", "--month", "6"): "督查记录文件有误，问题交办、销号情况未列入本期",
}


@pytest.fixture(params=BROKEN.values(), ids=list(BROKEN))
def damaged(request: pytest.FixtureRequest, county: Path) -> Path:
    """A campaign with records that cannot be used."""
    (county / "supervision.yaml").write_bytes(request.param)
    return county


@pytest.mark.parametrize(("command", "words"), SAID.items(), ids=" ".join)
def test_a_report_says_what_is_not_in_it(run: Run, damaged: Path, command: tuple[str, ...], words: str) -> None:
    ran = run(*command, "--plans", damaged)
    assert ran.code == 1
    assert words in ran.out
    assert "supervision.yaml:" in ran.err


def test_what_is_asked_for_may_be_in_them(run: Run, damaged: Path) -> None:
    ran = run("show", "2013-001", "--plans", damaged)
    assert (ran.code, ran.out) == (1, "")
    assert "没有读出编号“2013-001”；以下文件有误，不在其内：督查记录（supervision.yaml）" in ran.err


def test_an_item_of_a_plan_is_not_looked_for_in_them(run: Run, damaged: Path) -> None:
    assert run("show", "land/quota", "--plans", damaged).code == 1
    assert run("show", "land/nosuch", "--plans", damaged).code == 2


def test_check_tells_of_them_once_in_every_format(run: Run, damaged: Path) -> None:
    ran = run("check", "--plans", damaged)
    assert (ran.code, ran.out.count("supervision.yaml:"), ran.out.splitlines()[-1]) == (
        1,
        1,
        "检查了3个文件：错误1个。",
    )
    annotated = run("check", "--format", "github", "--plans", damaged).out
    assert annotated.startswith(f"::error file={damaged}/supervision.yaml,line=")
    (problem,) = json.loads(run("check", "--format", "json", "--plans", damaged).out)["problems"]
    assert problem["file"] == f"{damaged}/supervision.yaml"


@pytest.mark.parametrize("command", ["issues", "inspections"])
def test_that_nothing_is_recorded_is_something_else(run: Run, county: Path, command: str) -> None:
    assert "没有督查记录文件supervision.yaml" in run(command, "--plans", county).out
    assert json.loads(run(command, "--format", "json", "--plans", county).out)["is_recorded"] is False
    (county / "supervision.yaml").write_text(ISSUE, encoding="utf-8")
    assert json.loads(run(command, "--format", "json", "--plans", county).out)["is_recorded"] is True
    (county / "supervision.yaml").write_text("issues: 1", encoding="utf-8")
    told = json.loads(run(command, "--format", "json", "--plans", county).out)
    assert (told["is_recorded"], told["left_out"]) == (None, ["督查记录（supervision.yaml）"])


def test_plans_and_records_are_told_apart(run: Run, county: Path) -> None:
    (county / "campaign.yaml").write_text(CAMPAIGN_YAML, encoding="utf-8")
    (county / "supervision.yaml").write_text("issues: 1", encoding="utf-8")
    (county / "09-x.yaml").write_text(PLAN_YAML.replace("id: land\n", ""), encoding="utf-8")
    page = run("issues", "--plans", county).out
    assert IN_PLACE in page
    assert page.rstrip().endswith("：09-x.yaml")
    assert "：09-x.yaml、督查记录（supervision.yaml）" in run("status", "--plans", county).out
