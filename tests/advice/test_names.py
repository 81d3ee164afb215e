"""Names and keys nobody knows to those that were meant."""

from __future__ import annotations

import pytest

from ducha.advice.keys import advise_key, field_at, find_meant, record_at
from ducha.advice.names import advise_id_of, advise_name, advise_unit, find_id
from ducha.model import Actual, Campaign, Indicator, Milestone, Phase, Plan, Report
from ducha.model.inspection import Inspection
from ducha.model.issue import Feedback, Issue
from ducha.model.item import Extension
from ducha.model.records import Notice, Records
from ducha.model.values import Record

UNITS = ("县国土资源局", "国土局", "县建设局", "建设局")


@pytest.mark.parametrize(
    ("written", "advice"),
    [
        ("国土据", "你是否想写“国土局”；确有此单位的，在campaign.yaml的units中登记"),
        ("新昌县国土资源局", "你是否想写“县国土资源局”；确有此单位的，在campaign.yaml的units中登记"),
        ("国土局、建设局", "多个单位写成列表：[国土局, 建设局]"),
        ("国土局，建设局", "多个单位写成列表：[国土局, 建设局]"),
        ("国土局 建设局", "多个单位写成列表：[国土局, 建设局]"),
        ("国土局和建设局", "多个单位写成列表：[国土局, 建设局]"),
        ("国土局/建设局", "多个单位写成列表：[国土局, 建设局]"),
        ("● 国土局据", "你是否想写“国土局”；确有此单位的，在campaign.yaml的units中登记"),
        ("国土局\u200b", "名称里有看不见的字符，重新输入“国土局”"),
        ("［国土局, 建设局］", "多个单位写成列表：[国土局, 建设局]"),
        ("气象台", "在campaign.yaml的units中登记，或改用已登记的名称"),
    ],
)
def test_a_unit(written: str, advice: str) -> None:
    assert advise_unit(written, UNITS) == advice


def test_a_name() -> None:
    assert advise_name("asault", ["assault", "review"], "先写阶段") == "你是否想写“assault”"
    assert advise_name("x", ["assault", "review"], "先写阶段") == "可用的有：assault、review"
    assert advise_name("x", [], "先写阶段") == "先写阶段"
    assert advise_name("x", map(str, range(100)), "先写阶段") == "先写阶段"


@pytest.mark.parametrize(
    ("record", "written", "meant"),
    [
        (Milestone, "牵头单位", "lead"),
        (Milestone, "责任单位", "responsible"),
        (Milestone, "时限", "due"),
        (Milestone, "说明", "note"),
        (Milestone, "leed", "lead"),
        (Milestone, "Title", "title"),
        (Milestone, "ｔｉｔｌｅ", "title"),
        (Milestone, "due-text", "due_text"),
        (Plan, "milestone", "milestones"),
        (Phase, "天气", None),
        (Report, "date", "day"),
        (Milestone, "标题", "title"),
        (Indicator, "units", "unit"),
        (Milestone, "unit", "responsible"),
        (Issue, "承办单位", "responsible"),
        (Issue, "协办单位", "support"),
        (Issue, "交办单位", "by"),
        (Issue, "交办日期", "assigned"),
        (Issue, "办结时限", "due"),
        (Issue, "发现日期", "found"),
        (Issue, "批示件编号", "reference"),
        (Issue, "原因", "cause"),
        (Issue, "done", "closings"),
        (Issue, "reports", "feedback"),
        (Issue, "销号", "closings"),
        (Issue, "urging", "urgings"),
        (Feedback, "办理情况", "text"),
        (Inspection, "督查组", "group"),
        (Inspection, "督查方法", "method"),
        (Inspection, "督查时间", "day"),
        (Inspection, "发现问题", "found"),
        (Inspection, "plans", "about"),
        (Records, "交办事项", "issues"),
        (Records, "督查", "inspections"),
        (Notice, "date", "day"),
    ],
)
def test_a_key(record: type[Record], written: str, meant: str | None) -> None:
    assert find_meant(record, written, ()) == meant


def test_the_one_unknown_key_is_the_one_that_is_missing() -> None:
    assert find_meant(Phase, "天气", ("id", "title", "天气")) == "when"
    assert find_meant(Phase, "天气", ("id", "天气")) is None
    assert find_meant(Phase, "天气", ("id", "title", "天气", "气温")) is None


def test_a_key_that_is_there_already_is_not_meant_again() -> None:
    assert find_meant(Milestone, "titel", ("title", "titel")) != "title"
    assert advise_key(Phase, "天气", ()) == "可用的键：id、title、when、section"
    assert "全角" in advise_key(Plan, "\u3000due", ())
    assert "narratives" in advise_key(Plan, "2013-06", ())
    assert "写成“day: 2013-06-20”" in advise_key(Report, "day：2013-06-20", ())
    assert "写成“value: 430”" in advise_key(Actual, "value 430", ())


@pytest.mark.parametrize(
    ("record", "written", "advice"),
    [
        (Records, "milestones", "“milestones”（节点任务）写在方案文件里"),
        (Records, "title", "“title”（方案名称）写在方案文件或campaign.yaml里"),
        (Records, "ignore", "督查记录里的警告不能忽略；删去这一键，按各条的提示改正"),
        (Plan, "issues", "“issues”（交办事项）写在supervision.yaml里"),
        (Campaign, "ignore", "“ignore”（不再提示的警告或提示）写在方案文件里"),
        (Issue, "状态", "是什么状态由所记的日期得出，不用写；删去这一键"),
    ],
)
def test_a_key_that_is_written_elsewhere_or_nowhere(record: type[Record], written: str, advice: str) -> None:
    assert advise_key(record, written, (written,)) == advice


METHODS = {"joint": ("联合督查",), "onsite": ("现场督查",)}


@pytest.mark.parametrize(
    ("written", "meant", "advice"),
    [
        ("联合督查", "joint", "写编号joint"),
        ("联合", "joint", "写编号joint"),
        ("督查", None, "可用的有：joint（联合督查）、onsite（现场督查）"),
        ("ｊｏｉｎｔ", "joint", "写编号joint"),
        ("jiont", None, "你是否想写“joint”"),
        ("合", None, "可用的有：joint（联合督查）、onsite（现场督查）"),
        ("会议督查", None, "可用的有：joint（联合督查）、onsite（现场督查）"),
    ],
)
def test_an_id_by_another_name(written: str, meant: str | None, advice: str) -> None:
    assert find_id(written, METHODS) == meant
    assert advise_id_of(written, METHODS, "先登记") == advice


def test_where_there_are_no_ids() -> None:
    assert advise_id_of("x", {}, "先登记") == "先登记"
    assert advise_id_of("x", {"1": (), "2": ()}, "先登记") == "可用的有：1、2"


def test_the_record_and_the_field_at_a_path() -> None:
    assert record_at(Plan, ()) is Plan
    assert record_at(Plan, ("indicators", 3)) is Indicator
    assert record_at(Plan, ("milestones", 0, "extensions", 1)) is Extension
    assert record_at(Plan, ("nothing", 0)) is None
    field = field_at(Plan, ("milestones", 0, "lead", 1))
    assert field
    assert field.description == "牵头单位"
