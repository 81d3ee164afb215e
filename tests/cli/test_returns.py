"""``ducha returns``: the matrix of units and periods, its totals, and the same as data."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run

PLANS = ROOT / "plans"

UNITS = """\
  - {name: 甲乡, category: 乡镇}
  - {name: 乙镇, category: 乡镇}
unit_groups:
  - {name: 各乡镇, category: 乡镇, members: [甲乡, 乙镇]}
  - {name: 各部门, category: 部门}
"""

DUTIES = """\
duties:
  - id: form
    title: 报送进度表
    who: [各乡镇, 县府办]
    to: 国土局
    every: 每月25日前
    zero: true
    exempt:
      - {unit: 乙镇, until: 5月底, reason: 机构调整}
    returns:
      - {period: 2013-05, day: 2013-05-23, by: [甲乡, 县府办], through: 国土局}
      - {period: 2013-06, day: 2013-06-25, by: 甲乡, zero: true, corrected: 2013-06-28}
      - {period: 2013-06, day: 2013-06-27, by: 乙镇}
  - {id: test, title: 测评, who: 国土局, every: 每半年}
  - {id: talk, title: 碰头, who: 国土局, every: 不定期}
  - {id: open, title: 汇总, who: 各部门, to: 县府办, every: 每季度}
"""


@pytest.fixture
def sending(county: Path) -> Path:
    """A campaign whose units owe returns."""
    for name, more in (("campaign.yaml", UNITS), ("08-land.yaml", DUTIES)):
        path = county / name
        path.write_text(path.read_text(encoding="utf-8") + more, encoding="utf-8")
    return county


def test_the_page(run: Run, sending: Path) -> None:
    done = run("returns", "--plans", sending)
    assert (done.code, done.err) == (0, "")
    assert (
        "“报送进度表”（每月25日前，报县国土资源局）\n"
        "单位       5月       6月  7月  按时  迟报  未报\n"
        "甲乡    5-23代  6-25零更          2     0     0\n"
        "乙镇      免报     迟2天          0     1     0\n"
        "县府办  5-23代      未报          1     0     1\n"
    ) in done.out
    assert "“测评”（每半年）\n单位          上半年  下半年  按时  逾期  无记录\n县国土资源局  无记录" in done.out
    assert "没有固定周期、不逐期统计：“碰头”（不定期）" in done.out
    assert "没有成员名单的集合单位，有一家报送即计为已报：“汇总”（每季度）" in done.out
    assert "“每半年”“每季度”：没有写哪一天" in done.out


def test_the_totals_are_the_sums_of_their_rows(run: Run, sending: Path) -> None:
    out = run("returns", "--plans", sending).out
    rows = [line.split() for line in out.split("\n\n")[1].splitlines()[2:]]
    counts = [[int(cell) for cell in row[-7:-2]] for row in rows[:-1]]
    assert [sum(column) for column in zip(*counts, strict=True)] == [int(cell) for cell in rows[-1][-6:-1]]


WHOLES, PARTS = ("应报", "应办"), ("按时", "迟报", "逾期", "未报", "无记录", "待核实", "核对中")


@pytest.mark.parametrize("command", [("returns",), ("returns", "--quarter", "2"), ("unit", "新林乡")])
def test_every_row_adds_up_by_what_is_printed(run: Run, command: tuple[str, ...]) -> None:
    """What is being verified or in dispute has a column where there is any of it."""
    tables = [block.splitlines() for block in run(*command, "--plans", PLANS, "--format", "md").out.split("\n\n")]
    cells = [[line[2:-2].split(" | ") for line in table] for table in tables if table[0].startswith("| ")]
    counted = [rows for rows in cells if any(whole in rows[0] for whole in WHOLES)]
    assert {"待核实", "核对中"} <= {header for rows in counted for header in rows[0]}
    for header, _, *rows in counted:
        for row in rows:
            told = dict(zip(header, row, strict=True))
            (whole,) = (int(told[name]) for name in WHOLES if name in told)
            assert whole == sum(int(told[part]) for part in PARTS if part in told), row


def test_a_table_of_one_duty_adds_up_too_and_has_no_column_of_nothing(run: Run) -> None:
    out = run("returns", "--plans", PLANS, "--duty", "agriculture/monthly-form").out
    assert "单位         4月     5月     6月  7月  按时  迟报  未报  待核实  核对中\n" in out
    assert "新林乡    待核实  5-21更  核对中          1     0     0       1       1\n" in out
    other = run("returns", "--plans", PLANS, "--duty", "approval/case-review").out
    assert "待核实\n" not in other.replace("待核实：", "")
    assert re.search("应办 +按时 +逾期 +无记录 +未到期 +按时完成率", other)


def test_what_a_unit_receives_adds_up(run: Run) -> None:
    out = run("unit", "县农业局", "--plans", PLANS).out
    assert "到期48份，按时39份，迟报4份，未报2份，待核实2份，数据核对中1份　agriculture/monthly-form" in out


def test_an_annex_names_every_unit_that_a_row_counts(run: Run) -> None:
    """Of 16 due for April two are being verified: 巧英乡 and 新林乡."""
    annex = run("bulletin", "--plans", PLANS, "--quarter", "2").out.split("　报送情况表")[1].split("### ")[0]
    rows = [line[2:-2].split(" | ") for line in annex.splitlines() if line.startswith("| ")][2:]
    assert rows[0][4:] == ["16", "14", "—", "—", "巧英乡、新林乡", "—"]
    for row in rows:
        names = [name for cell in row[6:] if cell != "—" for name in cell.split("、")]
        assert int(row[4]) == int(row[5]) + len(names), row


def test_a_month_has_what_its_bulletin_has(run: Run, sending: Path) -> None:
    data = json.loads(run("returns", "--plans", sending, "--month", "6", "--format", "json").out)
    form = next(duty for duty in data["duties"] if duty["id"] == "land/form")
    assert [one["period"] for one in form["periods"]] == ["2013-06"]
    assert {one["unit"]: one["state"] for one in form["obligations"]} == {
        "甲乡": "done",
        "乙镇": "done_late",
        "县府办": "overdue",
    }
    bulletin = run("bulletin", "--plans", sending, "--month", "6").out
    assert "按时1份，迟报1份，未报2份，按时报送率25.0%（1/4）" in bulletin
    assert "“报送进度表”（6月，6月25日截止）：乙镇迟报，县府办未报送" in bulletin


def test_the_json_of_a_return(run: Run, sending: Path) -> None:
    data = json.loads(run("returns", "--plans", sending, "--format", "json", "--duty", "8/form").out)
    assert (data["command"], [duty["id"] for duty in data["duties"]]) == ("returns", ["land/form"])
    assert data["duties"][0]["obligations"][2] == {
        "id": "land/form@2013-06/甲乡",
        "plan": "land",
        "kind": "return",
        "title": "报送进度表",
        "unit": "甲乡",
        "period": "2013-06",
        "due": "2013-06-25",
        "state": "done",
        "received": "2013-06-25",
        "days_late": 0,
        "senders": 0,
        "through": None,
        "zero": True,
        "corrected": ["2013-06-28"],
        "note": None,
    }
    assert data["totals"]["reports"] == data["duties"][0]["returns"]


def test_csv_has_a_row_for_each_return(run: Run, sending: Path) -> None:
    out = run("returns", "--plans", sending, "--format", "csv", "--duty", "form").out
    rows = list(csv.DictReader(io.StringIO(out.removeprefix("\ufeff"))))
    assert [(row["期"], row["单位"], row["状态"], row["迟报天数"]) for row in rows][:4] == [
        ("2013-05", "甲乡", "按时报送", ""),
        ("2013-05", "县府办", "按时报送", ""),
        ("2013-06", "甲乡", "按时报送", ""),
        ("2013-06", "乙镇", "迟报", "2"),
    ]


def test_one_unit(run: Run, sending: Path) -> None:
    out = run("returns", "--plans", sending, "--unit", "乙镇").out
    assert "范围：乙镇" in out
    assert "甲乡" not in out
    received = run("returns", "--plans", sending, "--unit", "国土局").out
    assert "甲乡    5-23代  6-25零更" in received  # what it is sent, and what it owes
    assert "测评" in received


def test_of_one_unit_nothing_is_said_of_a_group_that_owes_beside_it(run: Run, sending: Path) -> None:
    path = sending / "08-land.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("who: 各部门", "who: [乙镇, 各部门]"), encoding="utf-8")
    remark = "有一家报送即计为已报"
    out = run("returns", "--plans", sending, "--unit", "乙镇").out
    assert "“汇总”（每季度" in out
    assert remark not in out
    assert remark in run("returns", "--plans", sending).out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--duty", "land/forn"), "没有定期任务“land/forn”；你是否想写：land/form"),
        (("--unit", "丙乡"), "没有单位“丙乡”"),
        (("--format", "xlsx"), "--format“xlsx”不是可用的格式"),
        (("--month", "13"), "--month“13”不是月份"),
    ],
)
def test_what_cannot_be_is_one_line(run: Run, sending: Path, arguments: tuple[str, ...], message: str) -> None:
    done = run("returns", "--plans", sending, *arguments)
    assert (done.code, done.out) == (2, "")
    assert message in done.err


def test_a_campaign_without_returns_says_so(run: Run, county: Path) -> None:
    assert "没有逐期统计的定期任务。" in run("returns", "--plans", county).out


def test_more_than_a_year_shows_the_last_twelve_periods(run: Run, sending: Path) -> None:
    path = sending / "campaign.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("end: 2014-01-31", "end: 2015-12-31"), encoding="utf-8")
    out = run("returns", "--plans", sending, "--as-of", "2014-09-01", "--duty", "form").out
    assert "（每月25日前，报县国土资源局，只列最近12期）" in out
    assert "2014年9月" in out
    assert " 2013年" not in out.split("只列最近12期")[1].splitlines()[1].replace("2013年10月", "").replace(
        "2013年11月", ""
    )


@pytest.mark.parametrize("state", ["未报", "无记录", "待核实", "免报", "家)"])
def test_the_shipped_plans_have_every_kind_of_cell_but_exemptions(run: Run, state: str) -> None:
    assert (state in run("returns", "--plans", PLANS).out) is (state != "免报")
