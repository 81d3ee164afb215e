"""``ducha projects``: every number it prints is worked out again from the CSV; leaders are named where asked for."""

from __future__ import annotations

import csv
import io
import json
import re
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import pytest

from ducha.render.spreadsheets.shared import BOM
from tests.conftest import PLAN_YAML, ROOT, Run, printed

PLANS = ROOT / "plans"
ZHUZHOU = ROOT / "tests" / "campaigns" / "zhuzhou-2015"
STAGES = ("前期", "开工", "续建", "竣工", "投产")

Row = dict[str, str]


class Again:
    """A ledger's CSV, read and counted without ducha."""

    def __init__(self, path: Path, until: str) -> None:
        lines = [line for line in path.read_text(encoding="utf-8-sig").splitlines() if not line.startswith("#")]
        names = [re.sub("（.*?）", "", name) for name in next(csv.reader(lines))]
        self.rows = [dict(zip(names, cells, strict=True)) for cells in csv.reader(lines[1:])]
        self.until = until
        self.parents = {row["编号"]: row for row in self.rows if not row.get("所属项目")}
        wholes = {row.get("所属项目") for row in self.rows} - {""}
        self.leaves = [row for row in self.rows if row["编号"] not in wholes]
        self.wholes = wholes

    def kind(self, row: Row) -> str:
        return row["类别"] or self.parents.get(row.get("所属项目", ""), row)["类别"]

    def projects(self, kinds: set[str]) -> int:
        """How many projects are of some classes: themselves, or with all or, of several classes, some sub-items."""
        found: dict[str, set[str]] = {}
        for row in self.leaves:
            found.setdefault(row.get("所属项目") or row["编号"], set()).add(self.kind(row))
        return sum(bool(one & kinds) if len(kinds) > 1 else one == kinds for one in found.values())

    def stage(self, row: Row) -> str:
        if row.get("停缓建日期") and row["停缓建日期"] <= self.until:
            return "停缓建"
        return next((word for word in STAGES[::-1] if row[word] and row[word] <= self.until), "未登记")

    def latest(self, row: Row, what: str) -> tuple[str, str] | None:
        """Month and value of the last column that has one by then; a month counts from its last day."""
        months = sorted(name.removeprefix(what) for name in row if name.startswith(what))
        known = [month for month in months if f"{month}-30" <= self.until and row[what + month]]
        return (known[-1], row[what + known[-1]]) if known else None

    def figures(self, kinds: set[str]) -> list[str]:
        """The cells of the class table after the names and the numbers of the document."""
        leaves = [row for row in self.leaves if self.kind(row) in kinds]
        stages = [self.stage(row) for row in leaves]
        counts = [stages.count(word) for word in (*STAGES, "未登记", "停缓建")]
        going = len(leaves) - counts[-1]
        planned = sum(Decimal(row["年度计划投资"] or 0) for row in leaves)
        found = [(row["年度计划投资"], self.latest(row, "完成投资")) for row in leaves]
        invested = sum(Decimal(one[1]) for _, one in found if one)
        part = sum(Decimal(one[1]) for plan, one in found if one and plan)
        rates = [rate(sum(counts[1:5]), going), rate(sum(counts[3:5]), going)]
        return [*map(str, counts), *rates, str(planned), str(invested), rate(part, planned)]


def rate(part: Decimal | int, whole: Decimal | int) -> str:
    if not whole:
        return "—"
    percent = (Decimal(part) * 100 / Decimal(whole)).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return f"{percent}%（{part}/{whole}）"


def tables(page: str) -> list[list[list[str]]]:
    """The rows of every table of a Markdown page, without headers."""
    found = re.findall(r"(?:^\|.*\n)+", page, re.MULTILINE)
    return [[line[2:-2].split(" | ") for line in table.splitlines()[2:]] for table in found]


CASES = [
    (PLANS, "1", "01-investment", month, until, ["续建", "新建"], ["前期"])
    for month, until in (("4", "2013-04-30"), ("5", "2013-05-31"), ("6", "2013-06-30"))
] + [
    (ZHUZHOU, "3", "03-projects", month, until, ["新开工", "续建", "前期推进", "前期研究"], [])
    for month, until in (("5", "2015-05-31"), ("6", "2015-06-30"))
]


@pytest.mark.parametrize(("plans", "plan", "stem", "month", "until", "kinds", "apart"), CASES)
def test_every_printed_number_is_worked_out_again(
    plans: Path, plan: str, stem: str, month: str, until: str, kinds: list[str], apart: list[str]
) -> None:
    again = Again(plans / f"{stem}.projects.csv", until)
    page = printed("projects", plan, "--month", month, "--format", "md", "--plans", plans)
    classes, projects = tables(page)
    rows = {row[0]: row for row in classes}
    named = [*((kind, {kind}) for kind in kinds), ("合计", set(kinds)), *((f"另列：{one}", {one}) for one in apart)]
    assert list(rows) == [title for title, _ in named]
    for title, own in named:
        figures = again.figures(own)
        assert rows[title][-len(figures) :] == figures, title
        leaves = sum(again.kind(row) in own for row in again.leaves)
        assert rows[title][2] in (f"{leaves}个", f"{again.projects(own)}个（{leaves}个子项）")
    within = {row.get("所属项目") or row["编号"] for row in again.leaves if again.kind(row) in kinds}
    assert f"台账登记{len(within)}个项目" in page
    assert len(projects) == len(again.rows) == int(re.findall(r"\*\*项目（(\d+)个；金额单位：万元）", page)[0])
    for told, row in zip(projects, again.rows, strict=True):
        assert told[:2] == [row["编号"], row["名称"]]
        stage = again.stage(row)
        assert re.sub("（.*", "", told[3]) == ("见子项" if row["编号"] in again.wholes else stage)
        assert told[4] == row["年度计划投资"]
        latest = again.latest(row, "完成投资")
        assert re.sub("（.*", "", told[5]) == (latest[1] if latest else "")
        shares = rate(Decimal(latest[1]), Decimal(row["年度计划投资"])) if latest and row["年度计划投资"] else ""
        assert told[6] == re.sub("（.*", "", shares)
        progress = again.latest(row, "形象进度")
        assert re.sub("（.*", "", told[7]) == (progress[1] if progress else "")
    silent = sum(bool(row["年度计划投资"]) and not again.latest(row, "完成投资") for row in again.leaves)
    assert (f"而没有报完成投资的{silent}个" in page) == bool(silent)


@pytest.mark.parametrize(
    ("plans", "plan", "period"),
    [
        (PLANS, "1", ("--month", "5")),
        (PLANS, "1", ("--month", "6")),
        (PLANS, "1", ("--quarter", "2")),
        (PLANS, "1", ("--half", "1")),
        (PLANS, "1", ("--year", "2013")),
        (ZHUZHOU, "3", ("--month", "6")),
        (ZHUZHOU, "3", ("--quarter", "2")),
    ],
)
def test_the_papers_say_the_same(plans: Path, plan: str, period: tuple[str, str]) -> None:
    classes, _ = tables(printed("projects", plan, *period, "--format", "md", "--plans", plans))
    paper = printed("bulletin", *period, "--plans", plans)
    annex = tables(re.split(r"### 附件\d　项目进展表", paper)[1])[0]
    for told, row in zip(annex, classes, strict=True):
        assert told[:14] == row[:14]
        assert told[14] == row[14].replace("）", "万元）")
    whole = next(row for row in annex if row[0] == "合计")
    (sentence,) = re.findall(r"台账登记[^\n]*?各类见(附件\d)。", paper)
    assert f"### {sentence}　项目进展表" in paper
    assert f"　{sentence.removeprefix('附件')}.项目进展表　" in paper
    said = next(line for line in paper.splitlines() if "台账登记" in line and f"各类见{sentence}。" in line)
    assert f"开工率{whole[10]}，竣工率{whole[11]}，投资完成率{whole[14]}" in said
    counts = re.findall(r"(\S\S)?(前期|开工|续建|竣工|投产|停缓建)(\d+)个", said.split("计，")[1].split("；")[0])
    stages = dict(zip((*STAGES, "停缓建"), (*whole[3:8], whole[9]), strict=True))
    assert {word: number for _, word, number in counts} == {word: one for word, one in stages.items() if one != "0"}


def test_the_document_stands_beside_the_ledger_and_is_not_forced_on_it() -> None:
    """株县办〔2015〕4号 项目突破年 二、四: 100 projects; 27, 35, 23 and 12 of them by class are 97."""
    page = printed("projects", "--plans", ZHUZHOU)
    assert "各类项目相加：新开工27＋续建35＋前期推进23＋前期研究12＝97个，比所列少3个" in page
    assert "台账登记97个项目，文件所列100个项目" in page
    page = printed("projects", "--plans", PLANS)
    assert "各类子项相加：续建54＋新建70＝124个，与所列相符；另列“前期”19个" in page
    assert "台账登记8个项目（10个子项），文件所列101个项目（124个子项）；另列“前期”2个" in page


def test_as_data() -> None:
    data = json.loads(printed("projects", "3", "--format", "json", "--plans", ZHUZHOU))
    (plan,) = data["plans"]
    assert data["command"] == "projects"
    assert plan["listed"] == {**plan["listed"], "total": 100, "classes_total": 97}
    assert [(one["title"], one["listed"], one["projects"]) for one in plan["classes"]] == [
        ("新开工", 27, 27),
        ("续建", 35, 35),
        ("前期推进", 23, 23),
        ("前期研究", 12, 12),
    ]
    assert plan["totals"]["rates"]["started"] == {"numerator": 52, "denominator": 97, "percent": 53.6}
    assert len(plan["projects"]) == 97
    first = plan["projects"][0]
    assert (first["id"], first["officer"], "leader" in first) == ("1", ["示例特派员01"], False)
    assert first["source"].endswith("03-projects.projects.csv:3")


def test_as_a_spreadsheet() -> None:
    out = printed("projects", "--format", "csv", "--plans", PLANS)
    assert out.startswith("\ufeff序,专项行动,编号,")
    rows = list(csv.DictReader(io.StringIO(out.removeprefix("\ufeff"))))
    assert len(rows) == 14
    assert (rows[3]["编号"], rows[3]["所属项目"], rows[3]["类别"], rows[3]["完成投资截至"]) == (
        "3-1",
        "3",
        "续建",
        "2013-06-30",
    )
    assert {row["示例"] for row in rows} == {"示例数据，非实际进展"}
    counted = [Decimal(row["完成投资"]) for row in rows if row["完成投资"] and row["金额计入合计"] == "是"]
    assert sum(counted) == 6870


@pytest.mark.parametrize("shape", ["text", "md", "csv", "json"])
def test_leaders_are_named_only_where_asked_for(shape: str) -> None:
    circulated = printed("projects", "--format", shape, "--plans", PLANS)
    brief = printed("projects", "--for-leaders", "--format", shape, "--plans", PLANS)
    assert "示例领导" not in circulated
    assert "示例领导甲" in brief
    mark = {"csv": ",供领导参阅\r\n", "json": '"for_leaders": true'}.get(shape, "【供领导参阅，不得外传】")
    assert mark in brief
    assert mark not in circulated


def test_no_bulletin_and_no_page_of_a_thing_names_a_leader_or_an_officer() -> None:
    for plans, month in ((PLANS, "6"), (ZHUZHOU, "6")):
        assert not re.search("示例领导|示例特派员", printed("bulletin", "--month", month, "--plans", plans))
    assert "示例领导" not in printed("show", "projects/1", "--plans", ZHUZHOU)


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        (["--kind", "前期"], ["9", "10"]),
        (["--stage", "竣工"], ["2"]),
        (["--stage", "started"], ["3-2", "4", "6-1"]),
        (["--stage", "未登记"], ["10"]),
        (["--stage", "停缓建"], ["8"]),
        (["--unit", "水利局"], ["3", "3-1", "3-2"]),
        (["--unit", "水利局", "--kind", "新建"], ["3-2"]),
    ],
)
def test_filters_choose_what_is_listed_and_touch_no_number(options: list[str], ids: list[str]) -> None:
    whole = printed("projects", "1", "--format", "json", "--plans", PLANS)
    chosen = printed("projects", "1", *options, "--format", "json", "--plans", PLANS)
    before, after = (json.loads(one)["plans"][0] for one in (whole, chosen))
    assert [one["id"] for one in after.pop("projects")] == ids
    before.pop("projects")
    assert before == after


CSV = """\
编号,名称,类别,年度计划投资（万元）,开工,完成投资2013-05,完成投资2013-06,县级领导,服务责任单位
12,滨江路,新开工,1000,2013-05-20,50,400,张三,国土局
12-3,南门桥,新开工,500,2013-06-02,,100,张三,国土局
13,水厂,续建,800,2012-05-20,,,李四,县府办
"""
FED = """\
indicators:
  - id: share
    title: 年度投资完成比例
    unit: "%"
    target: 100
    due: 年底
    measure: point
    checkpoints: [{due: 6月底前, value: 38, qualifier: 左右}]
    projects: {sum: invested}
"""


@pytest.fixture
def building(county: Path) -> Path:
    """A campaign with a ledger beside its plan."""
    (county / "08-land.projects.csv").write_text(CSV, encoding="utf-8")
    (county / "08-land.yaml").write_text(PLAN_YAML + FED, encoding="utf-8")
    return county


def test_the_page(run: Run, building: Path) -> None:
    done = run("projects", "--plans", building)
    assert (done.code, done.err) == (0, "")
    assert done.out.split("\n\n")[1:3] == [
        "8 资源要素保障专项行动方案\n台账登记3个项目",
        "各类项目进展（按项目计；金额单位：万元）\n"
        "类别    台账登记  前期  开工  续建  竣工  投产  未登记阶段  停缓建         开工率       竣工率  "
        "年度计划投资  完成投资         投资完成率\n"
        "新开工       2个     0     2     0     0     0           0       0  100.0%（2/2）  0.0%（0/2）  "
        "        1500       500  33.3%（500/1500）\n"
        "续建         1个     0     1     0     0     0           0       0  100.0%（1/1）  0.0%（0/1）  "
        "         800         0      0.0%（0/800）\n"
        "合计         3个     0     3     0     0     0           0       0  100.0%（3/3）  0.0%（0/3）  "
        "        2300       500  21.7%（500/2300）",
    ]


def test_who_is_behind_the_node_of_the_plan(run: Run, building: Path) -> None:
    """新政发〔2013〕36号 政府投资项目 二3; what has reported nothing is not called behind."""
    done = run("projects", "--behind", "--format", "json", "--plans", building)
    (plan,) = json.loads(done.out)["plans"]
    assert plan["node_percent"] == 38
    assert [one["id"] for one in plan["projects"]] == ["12-3"]
    none = run("projects", "--behind", "--month", "5", "--plans", building)
    assert (none.code, none.out) == (2, "")
    assert "没有可对照的节点" in none.err


def test_a_share_is_told_with_both_numbers_everywhere(run: Run, building: Path) -> None:
    told = "21.7%（500/2300万元）"
    assert f"，6月30日为{told}" in run("status", "--plans", building).out
    assert f"由项目台账算出，截至2013年6月30日为{told}" in run("show", "land/share", "--plans", building).out
    bulletin = run("bulletin", "--month", "6", "--plans", building).out
    assert f"年度投资完成比例截至6月30日为{told}，比节点目标38%左右低16.3个百分点" in bulletin
    assert "| 21.7%（500/2300万元，6月30日） |" in bulletin
    assert "已有数据1项，均按项目台账，均为最近一次报数" in bulletin
    (share,) = json.loads(run("status", "--format", "json", "--plans", building).out)["indicators"]
    assert share["actual"] == {"day": "2013-06-30", "value": 21.7, "numerator": 500, "denominator": 2300}
    (row,) = csv.DictReader(
        io.StringIO(run("indicators", "--format", "csv", "--plans", building).out.removeprefix(BOM))
    )
    assert (row["完成数"], row["数额"], row["比较的基数"]) == ("21.7", "500", "2300")
    assert f"{told[:-1]}，6月30日）" in run("indicators", "--format", "md", "--plans", building).out


def test_a_share_is_judged_as_a_rate_whether_that_is_written_or_not(run: Run, building: Path) -> None:
    """The gap of two percentages is their difference, and neither is the share of a task that is done."""
    commands = (["show", "land/share"], ["status"], ["indicators", "--format", "json"], ["bulletin", "--month", "6"])
    before = [run(*command, "--plans", building).out for command in commands]
    assert "与节点的差距：21.7−38=−16.3个百分点。" in before[0]
    (building / "08-land.yaml").write_text(PLAN_YAML + FED.replace("    measure: point\n", ""), encoding="utf-8")
    assert [run(*command, "--plans", building).out for command in commands] == before
    assert "DC508" not in run("check", "--plans", building).out


def test_a_growth_is_worked_out_from_what_the_projects_add_up_to(run: Run, building: Path) -> None:
    """The amounts are those of the ledger, the base is that of the plan."""
    growth = """\
  - {id: money, title: 重点项目投资, unit: 万元, target: 2000, due: 年底, projects: {sum: invested}}
  - id: growth
    title: 重点项目投资增长
    unit: "%"
    target: 20
    due: 6月底
    base: {what: 上年重点项目投资, value: 400, of: money}
"""
    (building / "08-land.yaml").write_text(PLAN_YAML + "indicators:\n" + growth, encoding="utf-8")
    assert run("check", "--plans", building).code == 0
    out = run("show", "land/growth", "--plans", building).out
    assert "上年重点项目投资，400万元" in out
    assert "6月30日：400万元→500万元，增长25.0%：（500−400）÷400=25.0%" in out


def test_one_project_with_every_record(run: Run, building: Path) -> None:
    out = run("show", "8/12-3", "--plans", building).out
    assert f"编号：land/12-3（{building / '08-land.projects.csv'}:3）" in out
    assert "投资完成率：20.0%（100/500万元）" in out
    assert re.findall(r"^ *(\S+日)  (\S+) +(\S+)$", out, re.MULTILINE) == [
        ("6月2日", "阶段", "开工"),
        ("6月30日", "当年累计完成投资", "100万元"),
    ]
    assert "见ducha projects land" in run("show", "land", "--plans", building).out
    assert run("show", "land/12-4", "--plans", building).code == 2


def test_the_ledger_is_never_overwritten(run: Run, building: Path) -> None:
    path = building / "08-land.projects.csv"
    done = run("projects", "-o", path, "--plans", building)
    assert (done.code, done.out) == (2, "")
    assert path.read_text(encoding="utf-8") == CSV


def test_a_plan_with_a_broken_ledger_is_left_out_and_named(run: Run, building: Path) -> None:
    (building / "09-other.yaml").write_text("id: other\nnumber: 9\ntitle: 其他方案\n", encoding="utf-8")
    (building / "08-land.projects.csv").write_text(CSV.replace("1000", "1,000"), encoding="utf-8")
    done = run("projects", "--plans", building)
    assert done.code == 1
    assert "08-land.projects.csv:2:39: 错误DC522" in done.err
    assert "没有读出项目台账。" in done.out
    assert "未计入以上数字的文件（内容有误，请用ducha check查看）：《资源要素保障专项行动方案》" in done.out


def test_without_any_ledger_it_says_how_to_make_one(run: Run, county: Path) -> None:
    done = run("projects", "--plans", county)
    assert (done.code, "没有项目台账。台账放在方案旁边" in done.out) == (0, True)
    one = run("projects", "land", "--plans", county)
    assert (one.code, one.out, "方案“land”没有项目台账" in one.err) == (2, "", True)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--kind", "新开"], "你是否想写：新开工"),
        (["--stage", "封顶"], "可用：preliminary（前期）"),
        (["--unit", "国土"], "没有单位“国土”"),
        (["9"], "没有方案“9”"),
        (["--format", "xlsx"], "写text、md、csv、json之一"),
    ],
)
def test_unknown_names_are_refused(run: Run, building: Path, options: list[str], words: str) -> None:
    done = run("projects", *options, "--plans", building)
    assert (done.code, done.out) == (2, "")
    assert words in done.err


def test_the_order_of_columns_does_not_matter(run: Run, building: Path) -> None:
    before = run("projects", "--format", "json", "--for-leaders", "--plans", building).out
    rows = [row[::-1] for row in csv.reader(io.StringIO(CSV))]
    text = "".join(",".join(row) + "\n" for row in rows)
    (building / "08-land.projects.csv").write_text(text, encoding="utf-8")
    assert run("projects", "--format", "json", "--for-leaders", "--plans", building).out == before


def test_the_two_forms_of_a_ledger_say_the_same(run: Run, building: Path) -> None:
    before = run("projects", "--format", "json", "--for-leaders", "--plans", building).out
    rows: list[dict[str, Any]] = list(csv.DictReader(io.StringIO(CSV)))
    lines = ["projects:"]
    for row in rows:
        months = (("完成投资2013-05", "2013-05-31"), ("完成投资2013-06", "2013-06-30"))
        invested = ", ".join(f"{{day: {day}, value: {row[name]}}}" for name, day in months if row[name])
        said = f"id: {row['编号']}, title: {row['名称']}, kind: {row['类别']}, planned: {row['年度计划投资（万元）']}"
        who = f"leader: {row['县级领导']}, service: {row['服务责任单位']}"
        lines.append(f"  - {{{said}, stages: {{started: {row['开工']}}}, invested: [{invested}], {who}}}")
    (building / "08-land.projects.csv").unlink()
    (building / "08-land.projects.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    after = run("projects", "--format", "json", "--for-leaders", "--plans", building).out
    assert re.sub(r'"source": ".*"', "", after) == re.sub(r'"source": ".*"', "", before)
