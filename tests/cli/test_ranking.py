"""``ducha ranking``: fit to be published, and for leaders whom somebody may decide to talk to."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from ducha.store import load_plans
from tests.conftest import ROOT, Run, printed

ZHUZHOU = ROOT / "tests" / "campaigns" / "zhuzhou-2015"
QUARTER = ("--quarter", "2", "--plan", "projects", "--plans", ZHUZHOU)

COUNTY = """\
title: 三项行动
year: 2013
document: {number: 测政发〔2013〕1号, issuer: 测县人民政府, issued: 2013-01-01}
office: 县府办
start: 2013-01-01
end: 2013-12-31
as_of: 2013-07-01
units:
  - {name: 县府办, category: 综合}
  - {name: 国土局, category: 部门}
  - {name: 建设局, category: 部门}
ranking: {classes: [部门], low: 1, summoned_by: 县政府主要领导}
"""
PLAN = """\
id: land
number: 8
title: 资源要素保障专项行动方案
milestones:
  - {id: a, title: 甲, due: 2月底, lead: 国土局, reports: [{day: 2013-03-01, text: 正在办理, cause: 图纸未定}]}
  - {id: b, title: 乙, due: 2月底, lead: 建设局, done: 2013-02-20}
  - {id: c, title: 丙, due: 5月底, lead: 国土局}
  - {id: d, title: 丁, due: 5月底, lead: 建设局, done: 2013-05-20}
"""


@pytest.fixture
def two_quarters(tmp_path: Path) -> Path:
    (tmp_path / "campaign.yaml").write_text(COUNTY, encoding="utf-8")
    (tmp_path / "08-land.yaml").write_text(PLAN, encoding="utf-8")
    return tmp_path


def test_the_ranking_as_a_page() -> None:
    """株县办〔2015〕4号 项目突破年 五（四）: 每季度通过新闻媒体通报排名情况."""
    lines = printed("ranking", *QUARTER).splitlines()
    assert lines[0] == "株洲县2015年三个年活动二季度单位排名（株县办〔2015〕4号）"
    rows = [line.split() for line in lines if line.strip()[:1].isdigit()]
    assert [(row[0], row[1], row[-1]) for row in rows] == [
        ("1", "县发改局", "持平"),
        ("1", "县重点办", "持平"),
        ("1", "县招商局", "持平"),
        ("4", "县征地办", "后移3位"),
        ("5", "县政府金融办", "后移4位"),
        ("6", "县法院", "后移5位"),
    ]
    assert "示例数据，非实际进展" in lines[1]


@pytest.mark.parametrize("shape", ["text", "md", "csv", "json"])
def test_what_is_published_names_no_person_no_reason_and_nobody_low(shape: str) -> None:
    out = printed("ranking", "--quarter", "2", "--format", shape, "--plans", ROOT / "plans")
    for word in ("约谈", "靠后", "is_low", "candidates", "联络员", "反映"):
        assert word not in out
    for plan in load_plans(ROOT / "plans").results:
        for leader in plan.leaders:
            assert leader.name not in out


def test_for_leaders_there_is_a_proposal(run: Run, two_quarters: Path) -> None:
    """株县办〔2015〕4号 项目突破年 五（四）: 约谈连续2次排名靠后的; who does so stands in the document."""
    plain = run("ranking", "--quarter", "2", "--plans", two_quarters).out
    out = run("ranking", "--quarter", "2", "--for-leaders", "--plans", two_quarters).out
    assert out.startswith(plain.rstrip("\n"))
    assert out[len(plain) :].strip().splitlines() == [
        "【供领导参阅，不得外传】",
        "拟约谈建议名单（未经批准不得印发）",
        "本季度排名靠后的1个：国土局（部门第2名）。"
        "连续2次（一季度、二季度）排名靠后的1个：国土局（部门2个，最后1名算靠后；上季度第2名，本季度第2名）。"
        "约谈由县政府主要领导进行，约谈谁由领导决定。",
    ]
    assert "约谈" not in plain
    data = json.loads(
        run("ranking", "--quarter", "2", "--for-leaders", "--format", "json", "--plans", two_quarters).out
    )
    assert [(one["low"], one["candidates"]) for one in data["classes"]] == [(1, ["国土局"])]


@pytest.mark.parametrize(
    ("quarter", "low", "words"),
    [
        ("2", "", "没有设定每类最后几名算靠后"),
        ("1", "low: 1, ", "本季度排名靠后的1个：国土局（部门第2名）。没有可以对照的上季度排名"),
    ],
)
def test_there_is_no_proposal_without_a_number_or_a_ranking_before(
    run: Run, two_quarters: Path, quarter: str, low: str, words: str
) -> None:
    campaign = two_quarters / "campaign.yaml"
    campaign.write_text(COUNTY.replace("low: 1, ", low), encoding="utf-8")
    out = run("ranking", "--quarter", quarter, "--for-leaders", "--plans", two_quarters).out
    assert out.splitlines()[-1].startswith(words)


def test_the_tables_of_all_formats_agree() -> None:
    data = json.loads(printed("ranking", *QUARTER, "--format", "json"))
    text = printed("ranking", *QUARTER, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    (one,) = data["classes"]
    assert [(row["类别"], row["单位"], row["名次"], row["上期名次"]) for row in rows] == [
        (one["name"], unit["unit"], str(unit["place"]), str(unit["place_before"])) for unit in one["ranked"]
    ]
    assert [(row["应报"], row["按时"], row["迟报"], row["未报"]) for row in rows] == [
        tuple(
            str(number)
            for number in (
                unit["returns"]["punctual"]["denominator"],
                *(unit["returns"][key] for key in ("on_time", "late", "missing")),
            )
        )
        for unit in one["ranked"]
    ]
    assert {row["示例"] for row in rows} == {"示例数据，非实际进展"}


def test_a_period_must_be_named(run: Run) -> None:
    done = run("ranking", "--plans", ROOT / "plans")
    assert (done.code, done.out) == (2, "")
    assert "没有写所报的时间" in done.err


def test_a_broken_plan_is_left_out_and_said(run: Run, two_quarters: Path) -> None:
    (two_quarters / "09-x.yaml").write_text("id: x\n", encoding="utf-8")
    done = run("ranking", "--quarter", "2", "--plans", two_quarters)
    assert done.code == 1
    assert "09-x.yaml" in done.out
