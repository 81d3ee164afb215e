"""What the four documents order of supervision, section by section, is what the commands print or compute.

Papers of single periods are held against the documents in test_papers.py.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT, Run, printed

HERE = Path(__file__).parent
XINCHANG = ROOT / "plans"
ZHUZHOU, SANZHUA, TOUZI = (HERE / name for name in ("zhuzhou-2015", "sanzhua-liangcu", "touzi-huanjing-2010"))


@cache
def data(plans: Path, *command: str) -> Any:
    """What a command says as JSON."""
    return json.loads(printed(*command, "--format", "json", "--plans", plans))


def duty(plans: Path, name: str) -> dict[str, Any]:
    """A standing duty and its returns."""
    (found,) = [one for one in data(plans, "returns")["duties"] if one["id"] == name]
    return dict(found)


def asked(plans: Path) -> dict[str, list[str]]:
    """Title of a method → what the document asks, how many were held, and so on, as ``inspections`` lists it."""
    table = printed("inspections", "--plans", plans).split("要求和开展")[1].split("\n\n")[0]
    rows = [re.split(r"  +", line) for line in table.splitlines()[2:]]
    return {row[0]: row[1:] for row in rows}


def requirements(plans: Path, method: str, *command: str) -> list[tuple[str, str, str]]:
    """First and last day of each period of a method, and who owes it."""
    rows = data(plans, "inspections", *command)["requirements"]
    return [(one["first"], one["last"], "、".join(one["by"])) for one in rows if one["id"].partition("@")[0] == method]


# 新政发〔2013〕36号 督查工作方案


def test_all_twelve_are_supervised() -> None:
    """督查工作方案 一1 全面督查: 十二项工作, 触角全覆盖; what nobody looked at is named."""
    plans = data(XINCHANG, "inspections")["plans"]
    assert [one["number"] for one in plans] == [*range(1, 13)]
    assert all(one["group"] in (1, 2, 3, 4) for one in plans)
    unseen = [one["title"] for one in plans if one["last"] is None]
    assert f"文件印发以来尚未督查的专项行动：{'、'.join(unseen)}。" in printed(
        "bulletin", "--month", "6", "--plans", XINCHANG
    )


def test_supervision_lasts_as_long_as_the_campaign() -> None:
    """督查工作方案 一2 全程督查: from the month of issue to the end, January 2014."""
    months = [last[:7] for _, last, _ in requirements(XINCHANG, "joint", "--as-of", "2014-02-10")]
    assert months == [*(f"2013-{month:02}" for month in range(5, 13)), "2014-01"]


def test_points_in_time_are_watched_beside_the_final_result() -> None:
    """督查工作方案 一2: 既要求最终结果，又紧盯时间节点."""
    nodes = [one for one in data(XINCHANG, "status")["obligations"] if one["id"].startswith("land/transfer@")]
    assert [one["due"] for one in nodes] == ["2013-06-30", "2013-10-31", "2013-12-31"]
    assert nodes[0]["state"] == "overdue"


def test_visits_are_announced_or_not() -> None:
    """督查工作方案 一3 全力督查: 明查与暗访相结合."""
    assert re.search(r"6月25日  联合督查（暗访） +第二组", printed("inspections", "--plans", XINCHANG))
    assert "（其中不事先通知的1次）" in printed("bulletin", "--month", "6", "--plans", XINCHANG)


METHODS = {
    "常规督查": ("二1", ["随时"]),
    "情况通报": ("二1、三2", ["每月不少于1次"]),
    "联合督查": ("二2", ["每月不少于1次"]),
    "现场督查": ("二3", ["每两个月不少于1次"]),
    "会议督查": ("二4", ["原则上每季度1次"]),
    "舆论督查": ("二5", ["不定期"]),
}


@pytest.mark.parametrize("title", METHODS)
def test_the_five_methods_and_the_monthly_bulletin(title: str) -> None:
    """督查工作方案 二1 to 二5, 三2: how often each method is asked for."""
    assert asked(XINCHANG)[title][:1] == METHODS[title][1]


def test_what_was_not_held_is_told_and_in_principle_is_not_owed() -> None:
    """督查工作方案 二3: 不少于一次; 二4: 原则上每季度一次."""
    out = printed("inspections", "--plans", XINCHANG)
    assert "县府办应开展而未开展的：现场督查（5—6月份应不少于1次，没有开展）\n" in out
    assert "文件原则上要求、没有开展的：会议督查（二季度原则上1次，没有开展）" in out


GROUPS = {
    1: (["农业“万元亩产”", "现代服务业招商引资", "遗留问题化解"], "人大工委", "县府办"),
    2: (["政府投资项目建设", "控违拆违整治", "资源要素保障"], "人大工委", "县府办"),
    3: (["钦寸水库建设", "行政审批提速增效", "食品药品安全"], "县府办", "政协委（办）"),
    4: (["工业项目落地", "科技创新", "城市交通治堵"], "县府办", "政协委（办）"),
}
"""the annex 联合督导组名单: what each group watches, and the members of which the groups differ"""


@pytest.mark.parametrize("number", GROUPS)
def test_the_four_groups(number: int) -> None:
    """督查工作方案 二2, 附: each group's three plans, and the offices of its members; its head's name stays out."""
    plans, *first = GROUPS[number]
    (found,) = [one for one in data(XINCHANG, "inspections")["groups"] if one["id"] == number]
    assert found["plans"] == plans
    out = printed("inspections", "--group", number, "--plans", XINCHANG)
    members = [*first, "纪委", "组织部", "专项行动牵头部门"]
    assert f"\n成员：{'、'.join(f'{one}负责人' for one in members)}\n" in out
    assert not re.search("杨能|张亚东|徐剑平|何小伟", out)


def test_a_group_s_own_reports() -> None:
    """督查工作方案 附: 第二督导组: status and the inspections of its plans alone."""
    status = data(XINCHANG, "status", "--group", "2")
    assert [plan["id"] for plan in status["plans"]] == ["investment", "demolition", "land"]
    assert {one["plan"] for one in status["obligations"]} == {"investment", "demolition", "land"}


def test_findings_are_handed_over_followed_up_and_brought_before_the_county_government() -> None:
    """督查工作方案 三2: 突出问题收集汇总，向县政府专题汇报，并进行专门交办和跟踪督办."""
    found = printed("issues", "--source", "督查发现", "--plans", XINCHANG)
    assert "来源：督查发现4件\n" in found
    asked = (
        "**提请县领导协调、决定的1件（未经批准不得印发）。** “拆后土地利用意见的协调”（县国土资源局牵头）：请分管领导"
    )
    assert asked in printed("bulletin", "--month", "6", "--for-leaders", "--plans", XINCHANG)
    assert "请分管领导" not in printed("bulletin", "--month", "6", "--plans", XINCHANG)
    assert "需领导协调、决定的：\n2013-002　拆后土地利用意见的协调：请分管领导" in found
    paper = printed("notice", "县科技局", "--kind", "supervise", "--plans", XINCHANG)
    assert paper.startswith("# 破难攻坚六大行动督办通知单")
    assert "| 2013-003 | 智能纺织印染专家顾问团队名单（与县质监局共同负责） | 督查发现 |" in paper
    steps = re.findall(r"\d日  (..)  ", printed("show", "2013-002", "--plans", XINCHANG))
    assert steps == ["发现", "交办", "催办", "反馈"]


def test_the_bulletin_tells_of_all_twelve_with_their_figures() -> None:
    """督查工作方案 二1, 三2: 对十二项工作指标任务实行每月一通报."""
    text = printed("bulletin", "--month", "6", "--plans", XINCHANG)
    progress = text.split("### 二、")[1].split("### 三、")[0]
    assert len(re.findall(r"^\*\*（[一二十三四五六七八九]+）", progress, re.MULTILINE)) == 12
    figures = text.split("### 附件2")[1].split("### 附件3")[0]
    assert len(re.findall(r"^\| ", figures, re.MULTILINE)) - 2 == len(data(XINCHANG, "status")["indicators"])


def test_who_lags_may_be_told_in_public_without_persons() -> None:
    """督查工作方案 二5 舆论督查: 择时对完成不力的单位进行通报."""
    out = printed("ranking", "--month", "6", "--plans", XINCHANG)
    assert re.search(r"\n +\d+  县发改局 ", out)
    assert not re.search("柴理明|严钢|联络员", out)


# the duties of the twelve plans

MONTHS = ["2013-05", "2013-06", "2013-07"]
QUARTERS = ["2013-Q2", "2013-Q3"]
HALVES = ["2013-H1", "2013-H2"]
SINCE_MARCH = [f"2015-{month:02}" for month in range(3, 8)]
TOWNS = 16

DUTIES: dict[tuple[Path, str], tuple[str, list[str], int, list[str]]] = {
    (XINCHANG, "investment/monthly-schedule"): ("四2", MONTHS, 1, []),
    (XINCHANG, "agriculture/monthly-form"): ("四3", ["2013-04", *MONTHS], TOWNS, ["县农业局", "县林业局"]),
    (XINCHANG, "agriculture/half-year-check"): ("四3", HALVES, 1, []),
    (XINCHANG, "land/demolition-report"): ("二（二）", MONTHS, 1, ["县建设局"]),
    (XINCHANG, "approval/volume-bulletin"): ("三（三）1", MONTHS, 2, []),
    (XINCHANG, "approval/case-review"): ("三（三）2", QUARTERS, 2, []),
    (XINCHANG, "approval/index-test"): ("三（三）3", HALVES, 2, []),
    (XINCHANG, "legacy/new-problems"): ("二1", QUARTERS, 1, ["县府办"]),
    (XINCHANG, "legacy/quarterly-report"): ("二2", QUARTERS, TOWNS + 1, ["专项行动组"]),
    (ZHUZHOU, "reform/monthly-return"): ("四（三）", SINCE_MARCH, 61, ["县委改革办"]),
    (ZHUZHOU, "reform/appraisal"): ("四（四）", ["2015"], 1, []),
    (ZHUZHOU, "rule-of-law/monthly-return"): ("四（二）", [f"2015-{m:02}" for m in range(4, 8)], 1, ["县委法建办"]),
    (ZHUZHOU, "projects/site-visits"): ("五（一）", SINCE_MARCH, 1, []),
    (ZHUZHOU, "projects/dispatch"): ("五（二）", SINCE_MARCH, 6, ["“项目突破年”领导小组办公室"]),
    (ZHUZHOU, "projects/issue-reports"): ("五（三）", SINCE_MARCH, 1, ["“项目突破年”领导小组办公室"]),
    (ZHUZHOU, "projects/ranking"): ("五（四）", ["2015-Q1", "2015-Q2", "2015-Q3"], 1, []),
    (SANZHUA, "sanzhua/monthly-analysis"): ("二（一）抓工作落实", [f"2011-{m:02}" for m in range(8, 11)], 1, []),
    (SANZHUA, "sanzhua/weekly-paper"): ("二（一）抓工作落实", [f"2011-W{w}" for w in range(31, 42)], 2, []),
    (SANZHUA, "sanzhua/project-appraisal"): ("二（一）抓项目建设", [f"2011-{m:02}" for m in range(8, 11)], 1, []),
    (SANZHUA, "sanzhua/special-check"): ("二（一）抓项目建设", ["2011-Q3", "2011-Q4"], 2, []),
    (SANZHUA, "sanzhua/special-appraisal"): ("二（一）抓项目建设", ["2011"], 2, []),
    (SANZHUA, "sanzhua/summaries"): (
        "三3", ["2011-08", "2011-09", "2011-Q3", "2011-10", "2011-Q4", "2011"], 1, []),
    (SANZHUA, "sanzhua/checks"): (
        "四（三）", ["2011-08", "2011-09", "2011-Q3", "2011-10", "2011-Q4", "2011-H2"], 1, []),
    (TOUZI, "environment/quarterly-report"): (
        "二（五）3", ["2010-Q1", "2010-Q2", "2010-Q3"], 33, ["县委县政府督查室"]),
    (TOUZI, "environment/annual-appraisal"): ("二（五）3", ["2010"], 1, []),
    (TOUZI, "environment/questionnaire"): ("二（五）3", ["2010"], 1, []),
}  # fmt: skip
"""what is due again and again: section, periods up to the one that runs, how many units owe it, to whom"""


@pytest.mark.parametrize(("plans", "name"), DUTIES, ids=lambda one: one.name if isinstance(one, Path) else one)
def test_a_duty_is_owed_by_each_unit_for_each_period(plans: Path, name: str) -> None:
    """The section of the document is the first word of its row: 每月21日, 每季末, 月、季度和年度, 每月底前……."""
    section, periods, units, recipients = DUTIES[plans, name]
    found = duty(plans, name)
    assert (found["section"], [one["period"] for one in found["periods"]]) == (section, periods)
    assert (len(found["units"]), found["recipients"]) == (units, recipients)
    assert len(found["obligations"]) == units * len(periods)
    assert f"“{found['title'].replace('“', '‘').replace('”', '’')}”" in printed("returns", "--plans", plans)


CUTOFFS = {
    (XINCHANG, "agriculture/monthly-form"): ["2013-04-21", "2013-05-21", "2013-06-21", "2013-07-21"],
    (XINCHANG, "land/demolition-report"): ["2013-05-25", "2013-06-25", "2013-07-25"],
    (XINCHANG, "legacy/quarterly-report"): ["2013-06-30", "2013-09-30"],
    (XINCHANG, "approval/index-test"): ["2013-06-30", "2013-12-31"],
    (ZHUZHOU, "reform/monthly-return"): ["2015-03-31", "2015-04-30", "2015-05-31", "2015-06-30", "2015-07-31"],
}


@pytest.mark.parametrize(("plans", "name"), CUTOFFS, ids=lambda one: one.name if isinstance(one, Path) else one)
def test_the_last_day_on_time(plans: Path, name: str) -> None:
    """万元亩产 四3 每月21日; 资源要素保障 二（二）每月25日前; 遗留问题 二2 每季末; 改革创新年 四（三）每月底前."""
    assert [one["cutoff"] for one in duty(plans, name)["periods"]] == CUTOFFS[plans, name]


def test_sealed_paper_is_the_form_of_a_return() -> None:
    """改革创新年 四（三）: 在每月底前将……形成文字材料（纸质版加盖单位公章）报送至县委改革办."""
    assert "纸质版加盖单位公章" in printed("show", "reform/monthly-return", "--plans", ZHUZHOU)


NOBODY = {
    "demolition/weekly-check": ("控违拆违 三4", "周", 9),
    "demolition/monthly-appraisal": ("控违拆违 三4", "月", 3),
    "demolition/quarter-summary": ("控违拆违 三4", "季", 2),
    "demolition/year-summary": ("控违拆违 三4", "年终总结", 1),
    "traffic/quarterly-inspection": ("治堵 三3", "季度", 2),
}


@pytest.mark.parametrize("name", NOBODY)
def test_what_the_document_gives_to_nobody_has_its_periods_and_is_not_charged(name: str) -> None:
    """控违拆违 三4: 周督查、月考核、季小结、年终总结; 治堵 三3: 季度督查制度: by whom is not said."""
    _, every, periods = NOBODY[name]
    found = duty(XINCHANG, name)
    assert (len(found["periods"]), found["units"], found["obligations"]) == (periods, [], [])
    assert f"文件没有写由谁承担、不逐期统计：“{found['title']}”（{every}）" in printed(
        "show", name, "--plans", XINCHANG
    )


UNPERIODIC = {
    XINCHANG: {
        "investment/key-project-checks": "三3 工作督查",
        "industry/group-meeting": "三1",
        "industry/circular": "三3 定期通报制度",
        "agriculture/random-check": "四3 不定期抽查",
        "services/project-information": "二5（1）",
        "services/coordination-meeting": "三2",
        "services/group-meeting": "三2",
        "services/circular": "三3 定期通报制度",
        "innovation/circular": "三3 定期交流通报",
        "demolition/information": "三4 及时上报",
        "demolition/circular": "三4 及时通报",
        "land/checks": "三3 定期督促检查",
        "land/circulars": "三3 及时通报",
        "approval/item-changes": "三（二）3",
        "approval/reform-report": "四（三） 按时汇报",
        "approval/reform-checks": "四（三） 县监察局监督检查",
        "foodsafety/spot-checks": "二1 暗查暗访常态化",
        "foodsafety/publish-information": "二3",
        "legacy/assignment": "二1 及时交办",
        "legacy/feedback": "二2 及时反馈",
    },
    ZHUZHOU: {
        "reform/group-meetings": "四（三） 定期召开专题会议",
        "reform/special-inspection": "四（三） 定期组织专项督查",
        "rule-of-law/review": "三（一）",
        "projects/envoy-reports": "五（一） 定期报告",
        "projects/owner-reports": "三 及时报送",
        "projects/media": "七（三）",
    },
    SANZHUA: {"sanzhua/exchange": "四（四） 定期不定期"},
    TOUZI: {"environment/supervision": "二（五）1 定期", "environment/inspector-visits": "二（五）1 定期不定期"},
}
"""what has no interval in its document: id → section"""


@pytest.mark.parametrize("plans", UNPERIODIC, ids=lambda plans: plans.name)
def test_what_has_no_interval_is_listed_and_never_late(plans: Path) -> None:
    """定期, 不定期, 及时, 全程: the sections are in the table above; nobody is said to have missed any."""
    found = {one["id"]: one for one in data(plans, "returns")["duties"] if not one["is_periodic"]}
    assert {*found} == {*UNPERIODIC[plans]}
    for name, one in found.items():
        assert UNPERIODIC[plans][name].startswith(one["section"]), name
        assert one["obligations"] == []


ITEMS = {
    (XINCHANG, "investment/midyear-supervision"): ("三2", "2013-07-10"),
    (XINCHANG, "investment/midyear-appraisal"): ("三2", "2013-07-10"),
    (XINCHANG, "investment/year-appraisal"): ("三5", "2014-01-31"),
    (XINCHANG, "investment/management"): ("四3", None),
    (XINCHANG, "industry/joint-meeting-rule"): ("三3", None),
    (XINCHANG, "demolition/companion-rules"): ("三1", "2013-02-28"),
    (XINCHANG, "approval/index-ranking"): ("三（三）3", "2013-12-31"),
    (XINCHANG, "approval/e-supervision"): ("三（三）4", "2013-06-30"),
    (XINCHANG, "approval/branch-centres"): ("三（三）5", "2013-05-31"),
    (XINCHANG, "traffic/joint-conference"): ("三1", None),
    (ZHUZHOU, "projects/appraisal-rules"): ("六（一）1", "2015-03-10"),
    (ZHUZHOU, "projects/appraisal"): ("六（三）", "2016-01-31"),
    (ZHUZHOU, "rule-of-law/appraisal"): ("四（三）", "2015-12-31"),
    (SANZHUA, "sanzhua/monitors"): ("二（三）创新监管方式", None),
    (SANZHUA, "sanzhua/rule-book"): ("二（二）规范工作机制", "2011-10-31"),
    (TOUZI, "environment/ledger"): ("二（五）1", None),
    (TOUZI, "environment/five-party"): ("二（五）1", None),
    (TOUZI, "environment/follow-up"): ("二（五）3", None),
    (TOUZI, "environment/rating-system"): ("二（五）3", None),
}
"""mechanisms to be set up or held once: section and last day"""


@pytest.mark.parametrize(("plans", "name"), ITEMS, ids=lambda one: one.name if isinstance(one, Path) else one)
def test_a_mechanism_to_be_set_up_is_followed_as_a_task(plans: Path, name: str) -> None:
    """半年小结, 总结考评, 专报, 联席会议, 软环境指数排名, 电子监察, 考核办法, 监督员, 台帐, 五方联动: see above."""
    section, due = ITEMS[plans, name]
    found = [one for one in data(plans, "status")["obligations"] if one["id"].partition("@")[0] == name]
    assert [one["due"] for one in found] == [due]
    assert f"文件章节：{section}" in printed("show", name, "--plans", plans)


# 株县办〔2015〕4号


def test_one_phrase_is_a_whole_calendar() -> None:
    """项目突破年 五（二）: 一月一调度……一通报，一季一讲评、一排名，半年一总结，年度总考核."""
    found = duty(ZHUZHOU, "projects/cycle")
    names = [one["period"] for one in found["periods"]]
    assert [name for name in names if re.fullmatch(r"\d{4}-\d\d", name)] == SINCE_MARCH
    assert [name for name in names if "Q" in name] == ["2015-Q1", "2015-Q2", "2015-Q3"]
    assert [name for name in names if "H" in name] == ["2015-H1", "2015-H2"]
    assert names[-1] == "2015"


CALENDAR = {
    "项目督查": ("projects", "每月不少于1次", "各突破行动责任单位", 5),
    "内部通报": ("circular", "每月不少于1次", "“项目突破年”领导小组办公室", 5),
    "讲评和排名": ("review", "每季度不少于1次", "“项目突破年”领导小组办公室", 3),
    "半年总结": ("half", "每半年不少于1次", "“项目突破年”领导小组办公室", 2),
    "年度总考核": ("annual", "每年不少于1次", "“项目突破年”领导小组办公室", 1),
}


@pytest.mark.parametrize("title", CALENDAR)
def test_who_supervises_owes_it_and_no_other(title: str) -> None:
    """项目突破年 五（二）: 各突破行动责任单位负责每月的督查……领导小组办公室负责每月的通报……半年总结和年终考核."""
    method, words, by, periods = CALENDAR[title]
    assert asked(ZHUZHOU)[title][0] == words
    found = requirements(ZHUZHOU, method)
    assert ({one[2] for one in found}, len(found)) == ({by}, periods)


def test_special_inspections_of_the_reform_are_joint_and_without_interval() -> None:
    """改革创新年 四（三）: 县委改革办联合县委督查室、县政府督查室定期组织专项督查."""
    assert asked(ZHUZHOU)["改革专项督查"][:2] == ["定期", "1"]
    assert "县委改革办、县委督查室、县政府督查室" in printed("inspections", "--plans", ZHUZHOU)


def test_a_plan_s_own_paper_tells_of_its_own_supervision() -> None:
    """项目突破年 五（二）: the paper of 领导小组办公室 has nothing of the reform's inspections."""
    own = printed("bulletin", "--month", "6", "--plan", "projects", "--plans", ZHUZHOU)
    assert "6月份开展项目督查1次（其中不事先通知的1次）。督查发现、登记整改的问题1件，已交办。" in own
    assert "改革专项督查" not in own
    whole = "6月份开展项目督查1次（其中不事先通知的1次）、改革专项督查1次，覆盖2个专项行动。"
    assert whole in printed("bulletin", "--month", "6", "--plans", ZHUZHOU)


def test_a_problem_is_handed_over_with_content_and_limit() -> None:
    """项目突破年 五（三）: 明确交办任务内容和完成时限，交有关责任单位承办."""
    for one in data(ZHUZHOU, "issues")["issues"]:
        assert one["due"] >= one["assigned"] >= one["found"]
    out = printed("show", "2015-001", "--plans", ZHUZHOU)
    assert "内容：补齐用地预审材料，4月20日前报批\n" in out
    assert "3月27日  交办  县发改局，时限4月20日\n" in out
    assert "承办：县国土资源局牵头\n" in out


def test_who_handed_it_over_closes_it(run: Run, tmp_path: Path) -> None:
    """项目突破年 五（二）: 各突破行动责任单位……对交办问题进行销号; the unit that did the work cannot."""
    assert "4月22日  销号  县发改局" in printed("show", "2015-001", "--plans", ZHUZHOU)
    for path in ZHUZHOU.glob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        text = text.replace("{day: 2015-04-22, by: 县发改局,", "{day: 2015-04-22, by: 县国土资源局,")
        (tmp_path / path.name).write_text(text, encoding="utf-8")
    done = run("check", "--plans", tmp_path)
    assert done.code == 1
    assert "DC703：“县国土资源局”不能销号" in done.out
    assert "只能由县发改局或县委督查室销号" in done.out


def test_what_was_handed_over_is_reported_each_month() -> None:
    """项目突破年 五（三）: 将交办情况每月报送“项目突破年”领导小组办公室."""
    out = printed("issues", "--month", "6", "--plan", "projects", "--plans", ZHUZHOU)
    assert "共4件（逾期销号1件，已报办结待核实1件，超期未办结1件，即将到期1件）" in out
    bulletin = printed("bulletin", "--month", "6", "--plan", "projects", "--plans", ZHUZHOU)
    assert "上期末交办未销号的3件中，本月已销号1件（其中逾期1件），超期未办结1件，已报办结、尚待核实1件" in bulletin


def test_what_only_a_leader_can_settle_is_put_to_him() -> None:
    """项目突破年 五（三）: 重大问题由县级联系领导牵头……研究解决."""
    out = printed("issues", "--needs-decision", "--plans", ZHUZHOU)
    assert "需领导协调、决定的：\n2015-002　已签协议两宗地的腾地：请县级联系领导召集" in out


def test_causes_are_those_that_the_document_names() -> None:
    """项目突破年 四（七）: 制约项目推进的用工、融资、用地和征地拆迁以及建设环境、政务环境."""
    assert "未销号的原因：征地拆迁1件，融资1件，用工1件" in printed("issues", "--plans", ZHUZHOU)


def test_leaders_visit_each_month() -> None:
    """项目突破年 五（一）: 县级领导……每月必须到项目现场跟踪服务2次以上; the number is told, only the month is kept."""
    found = duty(ZHUZHOU, "projects/site-visits")
    assert "2次以上" in found["title"]
    assert [one["state"] for one in found["obligations"]] == [*["done"] * 4, "pending"]


def test_who_lags_in_the_reform_is_named() -> None:
    """改革创新年 四（三）: 对改革工作推进不力的部门进行通报."""
    text = printed("bulletin", "--month", "6", "--plan", "reform", "--plans", ZHUZHOU)
    assert "（6月，6月30日截止）：县物价局、县文联、县广播电视台、县直各单位未报送" in text


def test_every_plan_has_its_own_office() -> None:
    """改革创新年 四（三）, 法治建设年 四（二）, 项目突破年 五（二）: 县委改革办, 县委法建办, 领导小组办公室."""
    offices = ["县委改革办", "县委法建办", "“项目突破年”领导小组办公室"]
    for plan, office in zip(("reform", "rule-of-law", "projects"), offices, strict=True):
        text = printed("bulletin", "--month", "6", "--plan", plan, "--plans", ZHUZHOU)
        assert f"\n{office}　" in text.split("##")[0]


# 三抓两促


def test_the_weekly_paper_is_owed_by_those_who_write_it() -> None:
    """三抓两促 二（一）抓工作落实: 县政府督查室、效能中心……每周以“政务督查”文件形式通报; week 37 had none."""
    assert asked(SANZHUA)["政务督查"][:4] == ["每周不少于1次", "9", "9", "8"]
    words = "县政府督查室、县效能中心应开展而未开展的"
    assert f"{words}：政务督查（9月12—18日应不少于1次，没有印发）" in printed("inspections", "--plans", SANZHUA)
    assert f"{words}督查：政务督查" in printed("status", "--unit", "县效能中心", "--plans", SANZHUA)
    assert "政务督查" not in printed("status", "--unit", "县商务局", "--plans", SANZHUA)
    assert "其中应开展而未开展的1项。" in printed("bulletin", "--month", "9", "--plans", SANZHUA)


CHECKS = {
    "每月监督检查": ("month", "每月不少于1次", ["2011-08-31", "2011-09-30", "2011-10-31"]),
    "每季度监督检查": ("quarter", "每季度不少于1次", ["2011-09-30", "2011-12-31"]),
    "每半年监督检查": ("half", "每半年不少于1次", ["2011-12-31"]),
    "月度总结简报": ("brief", "每月不少于1次", ["2011-08-31", "2011-09-30", "2011-10-31"]),
    "季度总结简报": ("quarter-brief", "每季度不少于1次", ["2011-09-30", "2011-12-31"]),
    "年度总结简报": ("year-brief", "每年不少于1次", ["2011-12-31"]),
}


@pytest.mark.parametrize("title", CHECKS)
def test_checks_and_briefs_by_month_quarter_half_and_year(title: str) -> None:
    """三抓两促 四（三）: 每月、每季度、每半年……监督检查; 三3: 对月、季度和年度……进行总结."""
    method, words, ends = CHECKS[title]
    assert asked(SANZHUA)[title][0] == words
    assert [last for _, last, _ in requirements(SANZHUA, method)] == ends


@pytest.mark.parametrize(
    ("plans", "title", "words"),
    [
        (SANZHUA, "联动督查", "不定期"),
        (SANZHUA, "产业集聚区现场核查", "不定期"),
        (SANZHUA, "座谈会、报告会、现场会", "定期不定期"),
        (TOUZI, "效能监督检查", "定期"),
        (TOUZI, "五方联动监察", "不定期"),
        (TOUZI, "监察专员督查", "定期不定期"),
    ],
)
def test_what_has_no_number_requires_nothing(plans: Path, title: str, words: str) -> None:
    """三抓两促 二（一）抓工作落实, 二（一）抓项目建设, 四（四）; 投资环境年 二（五）1."""
    row = asked(plans)[title]
    assert (row[0], row[2:]) == (words, ["—"] * 4)


def test_the_ways_of_urging_are_kept() -> None:
    """三抓两促 四（三）: 指导督办、电话督办、跟踪督办、实地督办."""
    ways = {way for one in data(SANZHUA, "inspections")["inspections"] for way in one["ways"]}
    assert ways == {"指导督办", "电话督办", "跟踪督办", "实地督办"}


def test_findings_are_to_be_put_right_within_a_limit_and_looked_at_again() -> None:
    """三抓两促 三2: 对督导中发现的问题，责令责任单位及时整改，形成制度."""
    assert "共3件（超期未办结1件，即将到期2件）\n来源：督查发现3件" in printed("issues", "--plans", SANZHUA)
    steps = re.findall(r"\d日  (\S\S)  ", printed("show", "2011-001", "--plans", SANZHUA))
    assert steps == ["发现", "交办", "反馈", "销号", "复查", "重开"]


def test_who_missed_a_point_in_time_is_listed_with_days() -> None:
    """三抓两促 二（一）抓工作落实: 未按照时间节点完成任务的责任单位……严肃查究: the facts for it."""
    late = [one for one in data(SANZHUA, "status")["obligations"] if one["state"] == "overdue"]
    assert [(one["due"], one["days_late"]) for one in late] == [("2011-09-30", 11)] * 2


def test_days_without_a_look_are_counted_from_the_beginning_where_no_issue_day_is_known() -> None:
    """三抓两促 and 投资环境年 have no day of issue."""
    for plans in (SANZHUA, TOUZI):
        assert "天数自行动开始之日起算" in printed("inspections", "--plans", plans)


# 投资环境年


def test_a_complaint_is_handed_over_settled_and_closed_by_its_office() -> None:
    """投资环境年 二（五）2: 县效能办对投诉的各项内容及时交办，承办单位必须在规定的时间内办结."""
    out = printed("show", "2010-001", "--plans", TOUZI)
    assert re.findall(r"\d日  (\S\S)  (\S+)", out) == [
        ("发现", "群众反映"),
        ("交办", "县效能办，时限3月29日"),
        ("反馈", "称已办结：已向投诉人致歉并补办"),
        ("销号", "县效能办，回访投诉人"),
    ]
    assert "状态：按期销号" in out


def test_past_its_limit_it_is_urged_and_has_to_be_explained() -> None:
    """投资环境年 二（五）2: 逾期未办结的，进行催办、并让其说明原因、视其情况追究其责任."""
    (row,) = [line for line in printed("issues", "--plans", TOUZI).splitlines() if line.startswith("2010-002")]
    assert "超期未办结45天  催办2次，最近6月21日；6月8日县水务局反馈：" in row
    assert row.endswith("反映原因：该片区管网压力不足")
    assert "是否追究责任，由县效能办提出意见" in printed("show", "2010-002", "--plans", TOUZI)
    assert "，已经逾期的说明原因。" in printed("notice", "县水务局", "--plans", TOUZI)
    assert "未完成的原因" in printed("notice", "县水务局", "--kind", "supervise", "--plans", TOUZI)


def test_complaints_are_told_apart_from_what_inspections_find() -> None:
    """投资环境年 二（五）2 投诉, 二（五）1 督办事项 and 监察专员."""
    assert "来源：群众反映2件，督查发现1件，上级交办1件" in printed("issues", "--plans", TOUZI)
    assert "来源：群众反映2件\n" in printed("issues", "--source", "群众反映", "--plans", TOUZI)


def test_inspectors_and_five_bodies_together_look() -> None:
    """投资环境年 二（五）1: 效能监察专员……督查; 五方联动: 督查室、效能办、目标办、纪委、组织部."""
    held = {one["method"]: one["by"] for one in data(TOUZI, "inspections")["inspections"]}
    assert held["inspectors"] == ["效能监察专员"]
    assert held["five-party"] == ["县委县政府督查室", "县效能办", "县政府目标办", "县纪委", "县委组织部"]
    assert "县委县政府督查室、县效能办、县政府目标办、县纪委、县委组织部" in printed("inspections", "--plans", TOUZI)


def test_each_unit_has_its_ledger() -> None:
    """投资环境年 二（五）1: 建立督查、监察台帐……对督查事项和效能建设情况记录归档."""
    out = printed("unit", "县水务局", "--plans", TOUZI)
    assert out.startswith("县水务局台账\n")
    assert "交办事项：1件（超期未办结1件）" in out
    assert re.search(r"报告工作落实和效能建设情况 +每季度 +2 +0 +2 ", out)
    assert "对本单位的督查" in printed("unit", "县物价局", "--plans", TOUZI)


def test_nothing_is_said_to_be_required_where_no_number_is() -> None:
    """投资环境年 二（五）1: 定期、不定期."""
    assert "文件没有规定督查多久开展一次。" in printed("inspections", "--plans", TOUZI)
    assert data(TOUZI, "inspections")["requirements"] == []
