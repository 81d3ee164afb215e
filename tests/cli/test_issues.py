"""``ducha issues``: which matters it lists, how it counts them, and who may see the numbers of instructions."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from typing import Any

import pytest

from tests.conftest import ROOT, Run, printed

PLANS = ROOT / "plans"


@pytest.fixture
def data() -> dict[str, Any]:
    content: dict[str, Any] = json.loads(printed("issues", "--format", "json", "--plans", PLANS))
    return content


def test_its_counts_are_those_of_the_list(data: dict[str, Any]) -> None:
    issues, totals = data["issues"], data["totals"]
    assert totals["total"] == len(issues) == sum(totals["states"].values()) == sum(totals["sources"].values())
    states = Counter(one["state"] for one in issues)
    assert {state: count for state, count in totals["states"].items() if count} == states
    assert totals["causes"] == Counter(one["cause"] for one in issues if one["cause"] and not one["closed"])
    assert [one["due"] for one in issues] == sorted(one["due"] for one in issues)


def test_the_page_says_the_same(data: dict[str, Any]) -> None:
    text = printed("issues", "--plans", PLANS)
    for one in data["issues"]:
        (row,) = [line for line in text.splitlines() if line.startswith(f"{one['id']}  ")]
        assert one["title"] in row
        assert (f"超期未办结{one['days_late']}天" in row) == (one["state"] == "overdue")
    assert "共8件（按期销号1件，已报办结待核实1件，超期未办结2件，即将到期3件，办理中1件）" in text
    assert "【示例数据，非实际进展】" in text


@pytest.mark.parametrize(
    ("arguments", "ids"),
    [
        (["--state", "超期未办结"], ["2013-003", "2013-002"]),
        (["--state", "overdue", "--state", "done"], ["2013-001", "2013-003", "2013-002"]),
        (["--source", "领导批示"], ["2013-007"]),
        (["--cause", "用地"], ["2013-002"]),
        (["--cause", "power"], ["2013-004"]),
        (["--needs-decision"], ["2013-002"]),
        (["--unit", "城管执法局"], ["2013-001", "2013-006"]),
        (["--unit", "县规划局"], ["2013-002"]),
        (["--plan", "land"], ["2013-002"]),
        (["--plan", "13"], None),
        (["--month", "5", "--source", "public"], ["2013-006"]),
        (["--as-of", "2013-06-15", "--state", "overdue"], []),
    ],
)
def test_filters(run: Run, arguments: list[str], ids: list[str] | None) -> None:
    ran = run("issues", *arguments, "--format", "json", "--plans", PLANS)
    if ids is None:
        assert ran.code == 2
    else:
        assert [one["id"] for one in json.loads(ran.out)["issues"]] == ids


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--state", "超期"], "没有状态“超期”；可用：done（按期销号）"),
        (["--source", "领导"], "没有来源“领导”；可用：inspection（督查发现）"),
        (["--cause", "用的"], "没有原因“用的”；你是否想写："),
        (["--unit", "外星局"], "没有单位“外星局”"),
    ],
)
def test_a_wrong_word_is_one_line(run: Run, arguments: list[str], words: str) -> None:
    ran = run("issues", *arguments, "--plans", PLANS)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert words in ran.err


NUMBER = "县政府领导批示件（示例）2013-18号"


@pytest.mark.parametrize("shape", ["text", "md", "csv", "json"])
def test_the_number_of_an_instruction_is_for_leaders_alone(run: Run, shape: str) -> None:
    arguments = ("issues", "--format", shape, "--plans", PLANS)
    assert "批示件" not in run(*arguments).out
    out = run(*arguments, "--for-leaders").out
    assert "批示件" in out
    mark = {"csv": ",供领导参阅\r\n", "json": '"for_leaders": true'}.get(shape, "【供领导参阅，不得外传】")
    assert mark in out
    assert mark not in run(*arguments).out
    assert "批示件" not in printed("bulletin", "--month", "6", "--plans", PLANS)
    assert "批示件" not in run("show", "2013-007", "--plans", PLANS).out
    assert "批示件" not in run("due", "--format", "json", "--plans", PLANS).out


def test_the_spreadsheet_has_a_row_each(data: dict[str, Any]) -> None:
    rows = list(csv.DictReader(io.StringIO(printed("issues", "--format", "csv", "--plans", PLANS).lstrip("\ufeff"))))
    assert [row["编号"] for row in rows] == [one["id"] for one in data["issues"]]
    assert [row["现时限"] for row in rows] == [one["due"] for one in data["issues"]]
    assert all(row["示例"] == "示例数据，非实际进展" for row in rows)


def test_a_campaign_without_records_says_so(run: Run, county: Any) -> None:
    for command in ("issues", "inspections"):
        ran = run(command, "--plans", county)
        assert ran.code == 0
        assert "没有督查记录文件supervision.yaml，督查和交办情况尚未登记。" in ran.out
    assert "交办" not in run("status", "--plans", county).out


def test_what_was_found_and_not_handed_over_yet_is_told_apart(run: Run) -> None:
    week = ("--week", "20", "--plans", PLANS)
    page = run("issues", *week).out
    assert "没有交办事项。" in page
    assert "已经发现、尚待交办2件，未计入：2013-001　羽林街道3处已停工违建的处置；2013-002　" in page
    data = json.loads(run("issues", *week, "--format", "json").out)
    assert (data["totals"]["total"], data["not_handed_over"]) == (0, ["2013-001", "2013-002"])
    assert "截至2013年5月19日这一问题已经发现，还没有交办。" in run("show", "2013-002", *week).out
    due = run("due", "--as-of", "2013-05-19", "--within", "60", "--plans", PLANS).out
    assert "2013-002" not in due


def test_the_page_of_a_matter_tells_of_every_urging_that_the_list_counts(run: Run, data: dict[str, Any]) -> None:
    """By telephone and by notice; papers to several units on one day are one urging in both."""
    assert "催办2次，最近6月24日" in printed("issues", "--plans", PLANS)
    for one in data["issues"]:
        rows = [line.split()[1:] for line in run("show", one["id"], "--plans", PLANS).out.splitlines()]
        told = [row[1] for row in rows if row[:1] == ["催办"]]
        assert told == [urging["text"] for urging in one["urgings"]], one["id"]


DISPUTED = """\
issues:
  - id: 2013-101
    title: 问题
    source: public
    found: 2013-05-20
    due: 2013-06-10
    responsible: 国土局
    objections:
      - {day: 2013-06-20, by: 国土局, text: 已于6月8日办结, settled: {day: 2013-06-25, text: 补送材料后再报}}
      - {day: 2013-06-27, by: 国土局, text: 材料已经补送}
"""


def test_a_matter_in_dispute_is_explained_by_the_objections(run: Run, county: Any) -> None:
    (county / "supervision.yaml").write_text(DISPUTED, encoding="utf-8")
    out = run("show", "2013-101", "--plans", county).out
    assert "状态：数据核对中，时限2013年6月10日，县国土资源局的异议还没有处理，处理以前不判断是否超期\n" in out
    happened = [line.split()[1:] for line in out.split("日期  经过")[1].splitlines()[3:]]
    assert happened == [
        ["异议", "县国土资源局：已于6月8日办结"],
        ["异议处理", "补送材料后再报"],
        ["异议", "县国土资源局：材料已经补送"],
    ]
    earlier = run("show", "2013-101", "--as-of", "2013-06-26", "--plans", county).out
    assert "状态：超期未办结16天，时限2013年6月10日，到2013年6月26日还没有销号" in earlier
    assert "材料已经补送" not in earlier
    (listed,) = json.loads(run("issues", "--format", "json", "--plans", county).out)["issues"]
    assert [(one["by"], one["settled"] and one["settled"]["day"]) for one in listed["objections"]] == [
        ("县国土资源局", "2013-06-25"),
        ("县国土资源局", None),
    ]


@pytest.mark.parametrize(("unit", "told"), [("国土局", True), ("县府办", False)])
def test_a_matter_in_dispute_is_said_to_be_left_alone(run: Run, county: Any, unit: str, told: bool) -> None:
    """`due` names it among what nobody is called about, to those who answer for it."""
    (county / "supervision.yaml").write_text(DISPUTED + "    support: 县府办\n", encoding="utf-8")
    due = ("due", "--plans", county, "--unit", unit)
    assert ("数据核对中、不催办：交办事项1件，异议处理以后再列" in run(*due).out) == told
    assert json.loads(run(*due, "--format", "json").out)["disputed"] == ["2013-101"] * told
    closed = DISPUTED + "    closings: [{day: 2013-06-30}]\n"
    (county / "supervision.yaml").write_text(closed, encoding="utf-8")
    assert "数据核对中" not in run(*due).out


def test_one_that_was_reopened_shows_all_that_happened(run: Run) -> None:
    out = run("show", "2013-006", "--plans", PLANS).out
    happened = [line.split()[1] for line in out.split("日期  经过")[1].splitlines()[1:]]
    assert happened == ["发现", "交办", "反馈", "销号", "复查", "重开"]
    early = run("show", "2013-006", "--as-of", "2013-06-10", "--plans", PLANS).out
    assert "状态：按期销号，时限2013年6月5日，2013年6月4日办结，2013年6月6日销号" in early
    assert "重开" not in early
    assert "还没有发现" in run("show", "2013-006", "--as-of", "2013-05-10", "--plans", PLANS).out
