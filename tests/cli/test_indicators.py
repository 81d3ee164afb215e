"""``ducha indicators``: every figure, totals beside their parts, the units side by side, and the same as data."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run, printed

PLANS = ROOT / "plans"

UNITS = """\
  - {name: 县建设局, category: 部门}
  - {name: 甲乡, category: 乡镇}
  - {name: 乙镇, category: 乡镇}
  - {name: 丙镇, category: 乡镇}
unit_groups:
  - {name: 各乡镇, category: 乡镇, members: [甲乡, 乙镇, 丙镇]}
"""

FIGURES = """\
indicators:
  - {id: county, title: 全县拆违, unit: 万平方米, target: 1.5, due: 年底, lead: 县建设局,
     actuals: [{day: 2013-06-25, value: 0.6}]}
  - id: towns
    title: 各乡镇拆违
    unit: 平方米
    target: 2000
    due: 年底
    each: 各乡镇
    part_of: {indicator: county}
    quotas: [{unit: 甲乡, value: 4000}, {unit: 丙镇, value: 0}]
    actuals:
      - {day: 2013-05-25, value: 2400, by: 甲乡}
      - {day: 2013-06-25, value: 3000, by: 甲乡}
      - {day: 2013-06-25, value: 1800, by: 乙镇}
  - id: projects
    title: 引进项目
    unit: 个
    target: 1
    due: 年底
    each: 各乡镇
    actuals: [{day: 2013-05-20, value: 1, by: 乙镇}, {day: 2013-06-20, value: 2, by: 甲乡}]
  - {id: roads, title: 修路, unit: 公里, target: 3, due: 年底, each: 各乡镇}
  - {id: growth, title: 投资增长, unit: "%", target: 23, due: 6月底, lead: 国土局,
     base: {what: 上年投资, value: 81.3, unit: 亿元}, actuals: [{day: 2013-06-25, value: 100}]}
  - {id: place, title: 全市位次, unit: 名, target: {floor: 4, stretch: 3}, due: 6月底, strength: ensure, lead: 国土局,
     actuals: [{day: 2013-06-25, value: 4}]}
"""


@pytest.fixture
def towns(county: Path) -> Path:
    """A campaign with figures of every kind."""
    for name, more in (("campaign.yaml", UNITS), ("08-land.yaml", FIGURES)):
        path = county / name
        path.write_text(path.read_text(encoding="utf-8") + more, encoding="utf-8")
    return county


def test_the_table_of_all(run: Run, towns: Path) -> None:
    done = run("indicators", "--plans", towns)
    assert (done.code, done.err) == (0, "")
    rows = {line.split()[-1]: line.split() for line in done.out.split("\n\n")[1].splitlines()[2:]}
    assert rows["land/growth"][2:-1] == [
        "投资增长",
        "23%",
        "6月30日",
        "23.0%（100亿元，6月25日）",
        "—",
        "23%",
        "0.0",
        "已完成",
    ]
    assert rows["land/place"][3:6] == ["保4争3", "6月30日", "第4名（6月25日）"]
    assert rows["land/place"][-2] == "保底已达，力争未达"
    assert rows["land/towns"][3:6] == ["2000平方米（2个单位另有任务）", "12月31日", "2个单位中2个已报，其中0个达标"]
    assert rows["land/county"][6] == "40.0%"


def test_without_a_period_nothing_is_said_of_the_one_before(run: Run, towns: Path) -> None:
    assert "上月" not in run("indicators", "--plans", towns).out
    for option, value, word in (
        ("--month", "6", "上月"),
        ("--quarter", "2", "上季度"),
        ("--half", "1", "2012年下半年"),
    ):
        assert f"{word}名次" in run("indicators", option, value, "--plans", towns).out


def test_the_units_side_by_side_and_each_indicator_by_place(run: Run, towns: Path) -> None:
    out = run("indicators", "--month", "6", "--plans", towns).out
    assert (
        "各单位各项指标\n"
        "单位      各乡镇拆违         引进项目\n"
        "甲乡  75.0% 第2名(1)     200.0% 第1名\n"
        "乙镇     90.0% 第1名  100.0% 第2名(1)\n"
        "丙镇        没有任务             未报\n"
    ) in out
    assert (
        "资源要素保障：“各乡镇拆违”（目标2000平方米（2个单位另有任务），数据日期6月25日，按年度任务完成率排名）\n"
        "名次  单位                    年度任务              本月        累计  年度任务完成率    距任务差  上月名次\n"
        "   1  乙镇                  2000平方米                 —  1800平方米           90.0%   200平方米         —\n"
        "   2  甲乡                  4000平方米         600平方米  3000平方米           75.0%  1000平方米         1\n"
        "      合计（2个，已报2个）  6000平方米  600平方米（1个）  4800平方米           80.0%\n"
    ) in out
    assert "逐单位考核、各单位都还没有数据的：“修路”" in out


def test_a_total_beside_its_parts(run: Run, towns: Path) -> None:
    out = run("indicators", "--plans", towns).out
    assert re.findall(r"^(?:各分项相加|比总量).*", out, re.M) == [
        "各分项相加                  0.6万平方米                                 0.48万平方米",
        "比总量                    少0.9万平方米                               少0.12万平方米",
    ]


def test_one_unit_has_what_it_answers_for_and_its_own_rows(run: Run, towns: Path) -> None:
    bureau = run("indicators", "--unit", "国土局", "--plans", towns).out
    assert "范围：县国土资源局" in bureau
    assert "land/growth" in bureau
    assert "land/towns" not in bureau
    town = run("indicators", "--unit", "乙镇", "--plans", towns).out
    assert "land/growth" not in town
    assert "乙镇  90.0% 第1名  100.0% 第2名" in town
    assert "甲乡" not in town
    assert "没有指标。" in run("indicators", "--unit", "县府办", "--plans", towns).out


def test_csv_has_a_row_for_each_unit_and_indicator(run: Run, towns: Path) -> None:
    out = run("indicators", "--month", "6", "--format", "csv", "--plans", towns).out
    rows = list(csv.DictReader(io.StringIO(out.removeprefix("\ufeff"))))
    assert len(rows) == 6 + 2 + 3 + 3
    keys = ("考核单位", "目标值", "本期新增", "完成数", "年度任务完成率", "名次", "上期名次")
    towns_rows = [tuple(row[key] for key in keys) for row in rows if row["指标"] == "各乡镇拆违"]
    assert towns_rows == [
        ("", "2000", "", "", "", "", ""),
        ("乙镇", "2000", "", "1800", "90", "1", ""),
        ("甲乡", "4000", "600", "3000", "75", "2", "1"),
    ]
    growth = next(row for row in rows if row["指标"] == "投资增长")
    assert [growth[key] for key in ("完成数", "数额", "比较的基数", "差距百分点")] == ["23", "100", "81.3", "0"]
    place = next(row for row in rows if row["指标"] == "全市位次")
    assert (place["目标值"], place["力争值"], place["进度"]) == ("4", "3", "保底已达，力争未达")


def test_a_negative_number_is_a_number_to_a_spreadsheet() -> None:
    out = printed("indicators", "--month", "6", "--format", "csv", "--plans", PLANS)
    rows = {row["编号"]: row for row in csv.DictReader(io.StringIO(out.removeprefix("\ufeff")))}
    assert rows["land/transfer"]["差距百分点"] == "-3.5"


def test_json_has_all_that_the_page_shows(run: Run, towns: Path) -> None:
    data = json.loads(run("indicators", "--month", "6", "--format", "json", "--plans", towns).out)
    assert (data["command"], data["period"]) == ("indicators", "2013-06")
    found = {i["id"]: i for i in data["indicators"]}
    growth = found["land/growth"]
    assert growth["actual"] == {
        "day": "2013-06-25",
        "value": 23,
        "growth": {"amount": 100, "base": 81.3, "unit": "亿元", "same_period": False},
    }
    assert growth["base"] == {"what": "上年投资", "value": 81.3, "needed": 99.999}
    assert (growth["held_to"], growth["state"]) == ("target", "reached")
    assert found["land/place"]["levels"] == {"floor": True, "stretch": False, "is_final": True}
    towns_found = found["land/towns"]
    assert (towns_found["ranked_by"], towns_found["untasked"], towns_found["ranked_percent"]) == ("share", ["丙镇"], 80)
    assert towns_found["ranked"][1] == {
        "unit": "甲乡",
        "target": {"at_least": 4000},
        "actual": {"day": "2013-06-25", "value": 3000},
        "change": 600,
        "done_percent": 75.0,
        "missing": 1000,
        "place": 2,
        "place_before": 1,
        "disputed": False,
    }
    assert data["sums"] == [
        {
            "total": "land/county",
            "unit": "万平方米",
            "complete": False,
            "disputed": False,
            "parts": [{"id": "land/towns", "target": 0.6, "actual": 0.48}],
            "target": {"total": 1.5, "sum": 0.6, "difference": -0.9},
            "actual": {"total": 0.6, "sum": 0.48, "difference": -0.12},
        }
    ]


def test_status_tells_the_same_of_each_indicator(run: Run, towns: Path) -> None:
    wanted = ("--month", "6", "--format", "json", "--plans", towns)
    status, own = (json.loads(run(command, *wanted).out)["indicators"] for command in ("status", "indicators"))
    assert [{key: one[key] for key in status[0]} for one in own] == status


def test_the_bulletin_tells_of_quotas_growth_and_both_levels(run: Run, towns: Path) -> None:
    text = run("bulletin", "--month", "6", "--plans", towns).out
    assert "投资增长截至6月25日23.0%（100亿元），超过目标23%" in text
    assert "| 投资增长 | 23% | 6月30日 | 23.0%（100亿元，6月25日） | — | 23% | 0.0 | 已完成 |" in text
    assert "| 全市位次 | 保4争3 | 6月30日 | 第4名（6月25日） | — | 保4争3 | — | 保底已达，力争未达 |" in text
    assert (
        "**（五）部分力争目标尚未实现。** “全市位次”截至6月25日为第4名，"
        "保底目标第4名已达到，力争目标第3名尚未实现，还差1位。"
        "牵头单位：县国土资源局。"
    ) in text
    assert "时限12月31日，数据日期6月25日，按年度任务完成率排名）" in text
    assert "| 2 | 甲乡 | 4000平方米 | 600平方米 | 3000平方米 | 75.0% | 1000平方米 | 1 |" in text
    assert "|  | 合计（2个，已报2个） | 6000平方米 | 600平方米（1个） | 4800平方米 | 80.0% |  |  |" in text
    assert "没有任务的单位：丙镇。" in text
    assert (
        "“全县拆违”：目标1.5万平方米，各单位任务相加0.6万平方米，少0.9万平方米；"
        "完成0.6万平方米（6月25日），各单位相加0.48万平方米，少0.12万平方米。"
    ) in text


def test_show_tells_how_a_growth_a_quota_and_a_sum_come_about(run: Run, towns: Path) -> None:
    growth = run("show", "land/growth", "--plans", towns).out
    assert "增长的基数：上年投资，81.3亿元，达到99.999亿元即完成目标" in growth
    assert "1. 2013年6月25日：81.3亿元→100亿元，增长23.0%：（100−81.3）÷81.3=23.0%。" in growth
    group = run("show", "land/towns", "--plans", towns).out
    assert "没有任务的单位：丙镇" in group
    assert "所属的总量：“全县拆违”（land/county）" in group
    for name in (group, run("show", "land/county", "--plans", towns).out):
        assert re.search(r"^比总量 +少0\.9万平方米 +少0\.12万平方米$", name, re.M)


def object_to(towns: Path, title: str, by: str) -> None:
    """Let a unit object to an indicator at the end of June."""
    path = towns / "08-land.yaml"
    text = path.read_text(encoding="utf-8")
    objections = f"objections: [{{day: 2013-06-28, by: {by}, text: 少计一笔}}]"
    path.write_text(re.sub(rf"title: {title}(?=[,\n])(,?\s+)", rf"title: {title}\1{objections}\1", text), "utf-8")


def test_a_member_in_dispute_has_a_row_without_its_figure(run: Run, towns: Path) -> None:
    object_to(towns, "各乡镇拆违", "甲乡")
    out = run("indicators", "--month", "6", "--plans", towns).out
    assert re.search(r"^甲乡 +数据核对中，本期不列 +200.0% 第1名\n乙镇 +90.0% 第1名 +100.0% 第2名\(1\)$", out, re.M)
    assert re.search(r"^ +— +甲乡 +4000平方米 +数据核对中，本期不列 +— +—$", out, re.M)
    assert re.search(r"^ +合计（2个，已报1个，1个数据核对中） +6000平方米 +1800平方米$", out, re.M)
    assert re.search(r"^各分项相加 +0.6万平方米 +数据核对中，本期不列$", out, re.M)
    assert re.search(r"^比总量 +少0.9万平方米 +—$", out, re.M)
    assert "3000" not in out
    rows = list(csv.DictReader(io.StringIO(run("indicators", "--format", "csv", "--plans", towns).out)))
    (row,) = [row for row in rows if (row["指标"], row["考核单位"]) == ("各乡镇拆违", "甲乡")]
    assert [row[key] for key in ("目标值", "完成数", "年度任务完成率", "进度", "名次")] == [
        *("4000", "", "", "数据核对中，本期不列", "")
    ]
    data = json.loads(run("indicators", "--month", "6", "--format", "json", "--plans", towns).out)
    (group,) = [i for i in data["indicators"] if i["id"] == "land/towns"]
    assert group["members"] == {"total": 2, "reported": 1, "reached": 0, "disputed": 1}
    assert (group["disputed"], group["ranked_percent"]) == (False, None)
    own = group["ranked"][-1]
    assert (own["unit"], own["target"], own["actual"], own["disputed"]) == ("甲乡", {"at_least": 4000}, None, True)
    assert data["sums"][0]["disputed"]
    assert data["sums"][0]["actual"] == {"total": 0.6, "sum": None, "difference": None}


def test_the_papers_of_a_member_in_dispute_have_its_quota_and_not_its_figure(run: Run, towns: Path) -> None:
    own = run("unit", "甲乡", "--month", "6", "--plans", towns).out
    assert re.search(r"各乡镇拆违 +4000平方米 +3000平方米 +75.0% +2/2$", own, re.M)
    sheet = run("verify", "甲乡", "--month", "6", "--plans", towns).out
    row = "各乡镇拆违（按年度任务完成率排名） | 4000平方米 | "
    assert f"{row}600平方米 | 3000平方米（6月25日） | 75.0% | 1000平方米 | 2 | 1 |" in sheet
    object_to(towns, "各乡镇拆违", "甲乡")
    own = run("unit", "甲乡", "--month", "6", "--plans", towns).out
    assert re.search(r"各乡镇拆违 +4000平方米 +数据核对中，本期不列 +— +—$", own, re.M)
    sheet = run("verify", "甲乡", "--month", "6", "--plans", towns).out
    assert f"{row}— | 数据核对中，本期不列 | — | — | — | — |" in sheet
    text = run("bulletin", "--month", "6", "--plans", towns).out
    assert "| — | 甲乡 | 4000平方米 | 数据核对中，本期不列 | — | — |" in text
    assert "|  | 合计（2个，已报1个，1个数据核对中） | 6000平方米 | 1800平方米 | — |  |" in text
    assert "各单位任务相加0.6万平方米，少0.9万平方米；各单位完成相加数据核对中，本期不列。" in text
    assert not [paper for paper in (own, sheet, text) if "3000" in paper]


def test_an_indicator_in_dispute_has_no_figure_in_any_format(run: Run, towns: Path) -> None:
    for title, by in (("各乡镇拆违", "各乡镇"), ("投资增长", "国土局"), ("全市位次", "国土局")):
        object_to(towns, title, by)
    wanted = ("indicators", "--month", "6", "--plans", towns)
    page, table = run(*wanted).out, run(*wanted, "--format", "md").out
    rows = {line.split()[-1]: line.split() for line in page.split("\n\n")[1].splitlines()[2:]}
    assert rows["land/growth"][3:] == [
        *("23%", "6月30日", "数据核对中，本期不列", "—", "23%", "—", "数据核对中", "land/growth")
    ]
    assert rows["land/place"][5:] == ["数据核对中，本期不列", "—", "保4争3", "—", "数据核对中", "land/place"]
    assert re.search(r"^各乡镇拆违（各单位相加） +6000平方米 +数据核对中，本期不列", page, re.M)
    assert "各单位都还没有数据的：“修路”" in page
    assert "| 乙镇 | 数据核对中，本期不列 | 100.0% 第2名(1) |" in table
    out = run(*wanted, "--format", "csv").out
    for row in csv.DictReader(io.StringIO(out.removeprefix("\ufeff"))):
        if row["指标"] in ("各乡镇拆违", "投资增长", "全市位次") and row["考核单位"] != "丙镇":
            assert (row["完成数"], row["数额"], row["进度"]) == ("", "", "数据核对中，本期不列")
    data = json.loads(run(*wanted, "--format", "json").out)
    for one in data["indicators"]:
        if one["id"] in ("land/towns", "land/growth", "land/place"):
            assert (one["disputed"], one["state"]) == (True, "disputed")
            keys = ("actual", "judged", "amount", "members", "levels", "change", "done_percent", "ranked_total")
            assert [one[key] for key in keys] == [None] * 8
            assert [member["actual"] for member in one["ranked"]] == [None] * len(one["ranked"])
    assert not [text for text in (page, table, out) if "3000" in text or "1800" in text]
    assert "进度怎么算：\n数据核对中，本期不列。" in run("show", "land/growth", "--plans", towns).out


def test_more_indicators_than_a_table_has_room_for_are_told_in_several(run: Run, towns: Path) -> None:
    path = towns / "08-land.yaml"
    more = "".join(
        f"  - {{id: more-{at}, title: 任务{at}, unit: 个, target: 4, due: 年底, each: 各乡镇,\n"
        f"     actuals: [{{day: 2013-06-20, value: {at}, by: 甲乡}}]}}\n"
        for at in range(1, 6)
    )
    path.write_text(path.read_text(encoding="utf-8") + more, encoding="utf-8")
    out = run("indicators", "--plans", towns).out
    assert re.findall(r"^各单位各项指标.*", out, re.M) == ["各单位各项指标（1—6项）", "各单位各项指标（7—7项）"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--plan", "lands"), "没有方案“lands”；你是否想写：land"),
        (("--unit", "丁乡"), "没有单位“丁乡”"),
        (("--format", "xlsx"), "--format“xlsx”不是可用的格式"),
        (("--month", "13"), "--month“13”不是月份"),
    ],
)
def test_what_cannot_be_is_one_line(run: Run, towns: Path, arguments: tuple[str, ...], message: str) -> None:
    done = run("indicators", "--plans", towns, *arguments)
    assert (done.code, done.out) == (2, "")
    assert message in done.err


def test_a_plan_that_is_broken_is_named(run: Run, towns: Path) -> None:
    (towns / "09-other.yaml").write_text("id: other\nnumber: 9\n", encoding="utf-8")
    done = run("indicators", "--plans", towns)
    assert done.code == 1
    assert "09-other.yaml" in done.out


def test_the_shipped_figures_add_up() -> None:
    """Every total row, every sum and every share that is printed is worked out again from the rows above it."""
    data = json.loads(printed("indicators", "--month", "6", "--format", "json", "--plans", PLANS))
    area = next(i for i in data["indicators"] if i["id"] == "demolition/unit-area")
    known = [member["actual"]["value"] for member in area["ranked"] if member["actual"]]
    assert (sum(known), len(known)) == (area["ranked_total"], area["members"]["reported"])
    assert area["ranked_task"] == 2000 * area["members"]["total"]
    assert [m["place"] for m in area["ranked"][: len(known)]] == [sum(v > own for v in known) + 1 for own in known]
    for one in data["sums"]:
        for key, own in (("target", "target"), ("actual", "actual")):
            parts = [part[own] for part in one["parts"] if part[own] is not None]
            if one[key]["sum"] is not None:
                assert one[key]["sum"] == pytest.approx(sum(parts))
            if one[key]["difference"] is not None:
                assert one[key]["difference"] == pytest.approx(one[key]["sum"] - one[key]["total"])


def test_the_shipped_table_agrees_with_the_bulletins_annex() -> None:
    """The two are one table in two papers, cell for cell."""
    page = printed("indicators", "--month", "6", "--format", "md", "--plans", PLANS)
    annex = (
        printed("bulletin", "--month", "6", "--plans", PLANS).partition("附件2　指标进度表")[2].partition("附件3")[0]
    )
    rows = [line.split(" | ")[1:-1] for line in page.splitlines() if re.match(r"\| \d+ \| ", line)]
    told = [line.strip("| ").split(" | ") for line in annex.splitlines() if re.match(r"\| (?!专项|:)", line)]
    assert len(told) == 58
    assert [row for row in rows if len(row) == 10] == told


def test_the_members_total_has_a_sum_of_the_period_and_no_column_is_all_dashes(run: Run) -> None:
    plans = ROOT / "plans"
    month = [run(command, "--month", "6", "--plans", plans).out for command in ("indicators", "bulletin")]
    assert re.search(r"合计（18个，已报16个） +36000平方米 +21960平方米 +82620平方米", month[0])
    assert "| 合计（18个，已报16个） | 36000平方米 | 21960平方米 | 82620平方米 |" in month[1]
    assert "本月是上月末以来的增减" in month[0]
    assert "本月是上月末以来的增减" in month[1]
    assert "日期见附件2、附件3" in month[1]
    for text in month:
        assert "数据日期6月25日" in text
    quarter = [run(command, "--quarter", "2", "--plans", plans).out for command in ("indicators", "bulletin")]
    for text in quarter:
        assert not re.search(
            r"本季度是上季度末|上季度名次 *\n|年度任务 [ |]*本季度|时限 [ |]*本季度 ", text.split("附件3　")[0]
        )
    assert "| 时限 | 完成情况 |" in quarter[1]
    assert "| 年度任务 | 累计 | 年度任务完成率 | 距任务差 |\n" in quarter[1]
