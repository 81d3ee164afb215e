"""The papers that the documents order by week, quarter, half-year and year; each test names where."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from ducha.store import load_plans
from tests.conftest import ROOT, printed

HERE = Path(__file__).parent
SANZHUA, ZHUZHOU, TOUZI = (HERE / name for name in ("sanzhua-liangcu", "zhuzhou-2015", "touzi-huanjing-2010"))
XINCHANG = ROOT / "plans"
WEEK = ("bulletin", "--week", "39", "--plans", SANZHUA)
QUARTER = ("bulletin", "--quarter", "2", "--plan", "projects", "--plans", ZHUZHOU)

PAPERS = [
    WEEK,
    QUARTER,
    *(("bulletin", *period, "--plans", XINCHANG) for period in
      (("--week", "26"), ("--quarter", "2"), ("--half", "1"), ("--year", "2013"))),
    ("bulletin", "--quarter", "2", "--plans", ZHUZHOU),
    ("bulletin", "--year", "2015", "--plans", ZHUZHOU),
    ("bulletin", "--quarter", "3", "--plans", SANZHUA),
    ("bulletin", "--half", "1", "--plans", TOUZI),
]  # fmt: skip


@pytest.mark.parametrize("command", PAPERS, ids=lambda command: "-".join(map(str, command[1:3])) + command[-1].name)
def test_every_form_reads_as_prose(command: tuple[object, ...]) -> None:
    text = printed(*command)
    prose = re.sub(r"\| :?-+:? .*|\*\*|#+", "", text)
    assert re.findall(r"[A-Za-z_]{2,}|\{|\}", prose.replace("PPP", "")) == []
    marks = re.findall(r"[。，；：、][。，；：、]|（）|））|““|””", re.sub("(?:街道|乡)））?", "", prose))
    assert marks == []
    assert "联络员：" not in text
    assert "\n\n\n" not in text
    assert not re.search(r"[^\n]\n#", text)
    assert not re.search(r"[^|\n]\n\|", text), "a table has a blank line before it"


@pytest.mark.parametrize("command", PAPERS, ids=lambda command: "-".join(map(str, command[1:3])) + command[-1].name)
def test_no_paper_speaks_of_another_kind_of_period(command: tuple[object, ...]) -> None:
    text = printed(*command)
    own = {"--week": "周", "--quarter": "季度", "--half": "半年", "--year": "年度"}[str(command[1])]
    for word in ("本周", "上周", "本月", "上月", "本季度", "上季度", "本年度", "上年度"):
        assert word.endswith(own) or word not in text, word


@pytest.mark.parametrize("plans", [XINCHANG, SANZHUA, ZHUZHOU, TOUZI], ids=lambda plans: plans.name)
def test_the_bases_of_the_figures_add_up_to_the_figures(plans: Path) -> None:
    text = printed("bulletin", "--month", "9" if plans == SANZHUA else "6", "--plans", plans)
    found = re.search(r"已有数据(\d+)项，其中(.*?)，均为最近一次报数", text)
    assert found
    assert sum(map(int, re.findall(r"(\d+)项", found[2]))) == int(found[1])


def test_the_weekly_paper_is_called_as_the_document_calls_it() -> None:
    """三抓两促 二（一）抓工作落实: 县政府督查室……每周以“政务督查”文件形式通报工作进展."""
    text = printed(*WEEK)
    assert text.startswith("# 政务督查\n\n第9期\n\n县政府督查室　")
    assert "第2期" in printed("bulletin", "--month", "9", "--plans", SANZHUA)


def test_the_weekly_paper_is_checked_under_its_own_name_and_with_its_own_office() -> None:
    """三抓两促 二（一）抓工作落实, as above; what it does not print, as matter 2011-001, is not to be checked."""
    sheet = printed("verify", "县政府目标办", "--week", "39", "--plans", SANZHUA)
    assert "\n\n县政府督查室　　　　2011年10月　　日\n" in sheet
    assert "“政务督查”第9期拟通报“三抓两促”活动2011年9月26日—10月2日进展情况，" in sheet
    assert "前反馈县政府督查室（联系人：" in sheet
    assert "推进领导小组办公室" not in sheet
    assert "不会提到县发改委" in printed("verify", "县发改委", "--week", "39", "--plans", SANZHUA)


def test_the_weekly_paper_names_what_missed_its_point_and_ranks_nobody() -> None:
    """三抓两促 二（一）抓工作落实: 通报工作进展,对未按照时间节点完成任务的责任单位……; nothing there is ranked."""
    text = printed(*WEEK)
    late = text.split("### 二、")[1].split("### 三、")[0]
    assert "| 文件未明确单位 | 引黄调蓄工程全面开工 | “三抓两促”活动 | 9月30日 | 3天 |" in late
    for word in ("排名", "名次", "约谈", "附件"):
        assert word not in text


def test_the_months_quarters_and_the_year_are_summed_up() -> None:
    """三抓两促 三3: 对月、季度和年度……实施情况进行总结; 四（三）: 每月、每季度、每半年."""
    assert "关于“三抓两促”活动三季度讲评和排名情况的通报" in printed("bulletin", "--quarter", "3", "--plans", SANZHUA)
    assert "关于株洲县2015年三个年活动2015年度总结和考核事实的通报" in printed(
        "bulletin", "--year", "2015", "--plans", ZHUZHOU
    )


def test_each_quarter_is_commented_on_and_ranked_by_the_plan_s_own_office() -> None:
    """株县办〔2015〕4号 项目突破年 五（二）: 一季一讲评、一排名; 领导小组办公室负责……每季度考核、半年总结和年终考核."""
    text = printed(*QUARTER)
    assert text.startswith("# “项目突破年”活动督查通报\n\n第2期\n\n“项目突破年”领导小组办公室　")
    heads = re.findall(r"^### (\S+)", text, re.MULTILINE)
    assert heads[:7] == [
        "一、总体进展",
        "二、各专项行动进展",
        "三、上期问题整改情况",
        "四、存在的主要问题",
        "五、督查开展情况",
        "六、单位排名",
        "七、下步要求",
    ]
    assert heads[-1] == "附件7"
    assert "与上季度末比较" in text


def test_the_ranking_for_the_media_has_places_and_nothing_to_explain_them() -> None:
    """株县办〔2015〕4号 项目突破年 五（四）, 七（三）: 每季度通过新闻媒体通报排名情况."""
    out = printed("ranking", "--quarter", "2", "--plan", "projects", "--plans", ZHUZHOU)
    assert "县法院" in out
    assert "实施细则尚未报齐" not in out
    assert "实施细则尚未报齐" in printed(*QUARTER)


def test_who_is_talked_to_is_proposed_to_leaders_alone() -> None:
    """株县办〔2015〕4号 项目突破年 五（四）: 县委、县政府主要领导和县委组织部约谈连续2次排名靠后的."""
    assert "约谈" not in printed(*QUARTER)
    own = printed(*QUARTER[:-2], "--for-leaders", "--plans", ZHUZHOU)
    assert "没有连续2次（一季度、二季度）排名靠后的单位。" in own
    assert "**拟约谈建议名单（未经批准不得印发）。** 本季度排名靠后的2个：" in own


def test_departments_and_townships_are_ranked_apart() -> None:
    """株县办〔2015〕4号 项目突破年 五（四） names 乡镇 and 县直服务责任部门 apart, 七（三） 项目 and 部门."""
    data = json.loads(printed("ranking", "--quarter", "2", "--format", "json", "--plans", XINCHANG))
    assert [(one["name"], len(one["ranked"])) for one in data["classes"]] == [
        ("县级部门", 10),
        ("乡镇（街道）", 16),
        ("园区", 0),
    ]


def test_the_half_year_is_held_against_its_nodes() -> None:
    """新政发〔2013〕36号 政府投资项目 半年小结: 对照项目推进计划和半年度计划要求; 项目突破年 五（二）: 半年一总结."""
    text = printed("bulletin", "--half", "1", "--plans", XINCHANG)
    section = text.split("### 三、")[1].split("### 四、")[0]
    assert section.startswith("对照上半年节点的情况")
    assert "| 土地出让（6月底节点） | 6月30日 | 应达500亩，6月25日为430亩 | 到期未完成 |" in section
    assert "下半年各专项行动到期的事项" in text
    assert "按月看：7月份" in text


def test_the_year_s_facts_are_of_effort_progress_and_quality_and_judge_nobody() -> None:
    """新政发〔2013〕36号 督查工作方案 三4: 工作力度、完成进度、完成质量; 项目突破年 五（二）: 年度总考核."""
    text = printed("bulletin", "--year", "2013", "--plans", XINCHANG)
    annex = text.split("### 附件7")[1]
    assert re.findall(r"^\*\*(.{4})\*\*", annex, re.MULTILINE) == ["工作力度", "完成进度", "完成质量"]
    assert "表中不计分、不评等次，由考核人员核实评定" in text
    for word in ("优秀", "合格", "得分", "名次 | 单位 | 应完成"):
        assert word not in text


def test_quarterly_reports_to_the_office_are_in_its_quarterly_paper() -> None:
    """投资环境年 二（五）3: 全县各单位每季度向县委县政府督查室报告一次."""
    text = printed("bulletin", "--half", "1", "--plans", TOUZI)
    assert "“报告工作落实和效能建设情况”（一季度，3月31日截止）" in text
    assert "“报告工作落实和效能建设情况”（二季度，6月30日截止）" in text


@pytest.mark.parametrize("command", PAPERS, ids=lambda command: "-".join(map(str, command[1:3])) + command[-1].name)
def test_no_paper_names_a_person(command: tuple[object, ...]) -> None:
    text, loaded = printed(*command), load_plans(command[-1])  # type: ignore[arg-type]
    assert loaded.campaign
    persons = [leader.name for plan in loaded.results for leader in plan.leaders]
    persons += [group.leader for group in loaded.campaign.supervision.groups]
    persons += [unit.liaison.name for unit in loaded.campaign.units if unit.liaison]
    assert [name for name in persons if name in text] == []
