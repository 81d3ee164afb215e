"""Names and keys nobody knows to those that were meant."""

from __future__ import annotations

import pytest

from ducha.advice.keys import advise_key, field_at, find_meant, record_at
from ducha.advice.names import advise_name, advise_unit
from ducha.model import Actual, Indicator, Milestone, Phase, Plan, Report
from ducha.model.item import Extension
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


def test_the_record_and_the_field_at_a_path() -> None:
    assert record_at(Plan, ()) is Plan
    assert record_at(Plan, ("indicators", 3)) is Indicator
    assert record_at(Plan, ("milestones", 0, "extensions", 1)) is Extension
    assert record_at(Plan, ("nothing", 0)) is None
    field = field_at(Plan, ("milestones", 0, "lead", 1))
    assert field
    assert field.description == "牵头单位"
