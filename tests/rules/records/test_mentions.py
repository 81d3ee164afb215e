"""What the office's own records say of plans and items, and of groups that came to see them."""

from __future__ import annotations

from typing import Any

import pytest

from ducha.model import Campaign
from ducha.model.records import Records
from ducha.problems import Problem
from ducha.rules import Identity
from ducha.rules.records.mentions import check_mentions
from ducha.rules.records.nameable import Nameable
from tests.rules.records.office import make_records, office

LAND_ITEMS = {
    "quota": Nameable("上报指标", times=frozenset(["2013-06-30", "2013-12-31"])),
    "task": Nameable("调整奖励标准", times=frozenset()),
    "form": Nameable("报送进度表", True, frozenset(["2013-05", "2013-06"]), frozenset(["甲镇", "县国土资源局"])),
    "open": Nameable("报送情况", True, frozenset(["2013-06"])),
    "wrong": Nameable("有误的指标"),
}
LAND = Identity("land", 8, "资源要素保障专项行动方案", (), LAND_ITEMS)
APPROVAL = Identity("approval", 9, "行政审批提速增效专项行动方案", (), {"clean": Nameable("清理事项")})
TRAFFIC = Identity("traffic", 10, "城市交通治堵专项行动方案", ())
PLANS = (LAND, APPROVAL, TRAFFIC)


def mentions(records: Records, campaign: Campaign | None = None, *, are_all: bool = True) -> list[Problem]:
    """The problems of what some records name."""
    return list(check_mentions(campaign or office(), records, PLANS, are_all=are_all))


def visit(**keys: Any) -> Records:
    """Records of one inspection."""
    return make_records(inspections=[{"id": "v", "method": "joint", "day": "2013-05-20", **keys}])


def notice(*items: str, unit: str = "甲镇") -> Records:
    """Records of one issue and one notice of some items."""
    sent = {"number": "1", "kind": "remind", "day": "2013-06-10", "unit": unit, "items": items}
    return make_records({"id": "2013-001", "title": "抛荒"}, notices=[sent])


@pytest.mark.parametrize(
    ("about", "advice"),
    [
        ("land", None),
        ("land/quota", None),
        ("traffic/anything", None),
        ("lnad", "你是否想写“land”"),
        ("lnad/quota", "你是否想写“land”"),
        ("资源要素保障", "写编号land"),
        ("8", "写编号land"),
        ("资源要素保障/quota", "写编号land"),
        ("quota", "写编号land/quota"),
        ("上报指标", "写编号land/quota"),
        ("land／quota", "写编号land/quota"),
        ("land/quotas", "你是否想写“land/quota”"),
        ("land/上报指标", "写编号land/quota"),
        ("land/quota@2013-06-30", "你是否想写“land/quota”"),
        ("专项行动", "可用的有：land（资源要素保障专项行动方案）"),
    ],
)
def test_a_plan_or_item(about: str, advice: str | None) -> None:
    for records, place in (
        (visit(about=[about]), ("inspections", 0, "about", 0)),
        (make_records({"about": about}), ("issues", 0, "about")),
    ):
        found = mentions(records)
        assert [(problem.code, problem.path) for problem in found] == ([("DC701", place)] if advice else [])
        assert not advice or found[0].hint.startswith(advice)
        assert mentions(records, are_all=False) == []


@pytest.mark.parametrize(
    ("item", "what"),
    [
        ("2013-001", None),
        ("land/quota", None),
        ("land/quota@2013-06-30", None),
        ("land/form@2013-06/甲镇", None),
        ("2013-002", "交办事项“2013-002”不存在"),
        ("land", "交办事项“land”不存在"),
        ("land/quotas@2013-06-30", "事项“land/quotas”不存在"),
        ("land/quota@2013-12-31", None),
        ("land/quota@2013-06-31", "节点“land/quota@2013-06-31”不存在"),
        ("land/quota@2013-06-30/甲镇", "节点“land/quota@2013-06-30/甲镇”不存在"),
        ("land/task@2013-06-30", "节点“land/task@2013-06-30”不存在"),
        ("land/wrong@2013-06-31", None),
        ("land/form", None),
        ("land/form@2013-05/国土局", None),
        ("land/form@2013-6/甲镇", "报送“land/form@2013-6/甲镇”不存在"),
        ("land/form@2013-06", "报送“land/form@2013-06”不存在"),
        ("land/form@2013-06/县建设局", "报送“land/form@2013-06/县建设局”不存在"),
        ("land/open@2013-06/县建设局", None),
        ("land/open@2013-06", "报送“land/open@2013-06”不存在"),
        ("lnad/quota", "方案“lnad”不存在"),
    ],
)
def test_what_a_notice_names(item: str, what: str | None) -> None:
    assert [problem.message for problem in mentions(notice(item))] == ([what] if what else [])


@pytest.mark.parametrize(
    ("item", "hint"),
    [
        ("land/quota@2013-06-31", "它的节点有：land/quota@2013-06-30、land/quota@2013-12-31"),
        ("land/task@2013-06-30", "写成land/task"),
        ("land/form@2013-6", "你是否想写“land/form@2013-06/甲镇”"),
        ("land/form@2013-06/县建设局", "你是否想写“land/form@2013-06/甲镇”"),
        ("land/open@2013-06", "你是否想写“land/open@2013-06/甲镇”"),
    ],
)
def test_the_time_that_a_notice_means(item: str, hint: str) -> None:
    assert [problem.hint for problem in mentions(notice(item))] == [hint]


def test_a_return_that_the_unit_of_the_notice_does_not_owe() -> None:
    (problem,) = mentions(notice("land/form@2013-07/甲镇", unit="县建设局"))
    assert problem.hint == "这项任务由县国土资源局、甲镇承担；改正编号或单位"


@pytest.mark.parametrize(
    ("keys", "hint"),
    [
        ({"group": "1", "about": ["land", "land/quota"]}, None),
        ({"group": "2", "about": ["land"]}, "“land”由第1督导组督查"),
        ({"group": "2", "about": ["approval", "land/quota"]}, "“land”由第1督导组督查"),
        ({"group": "1", "about": ["traffic"]}, "它督查land"),
        ({"group": "3", "about": ["traffic"]}, None),
        ({"about": ["traffic"]}, None),
        ({"group": "9", "about": ["land"]}, None),
    ],
)
@pytest.mark.parametrize("are_all", [True, False])
def test_a_group_covers_what_it_looked_at(keys: dict[str, Any], hint: str | None, are_all: bool) -> None:
    found = mentions(visit(**keys), are_all=are_all)
    assert [problem.code for problem in found] == (["DC702"] if hint else [])
    assert not hint or found[0].hint.startswith(hint)


def test_a_plan_that_is_not_there_is_told_of_as_such() -> None:
    assert [problem.code for problem in mentions(visit(group="2", about=["lnad"]))] == ["DC701"]


def test_a_group_with_a_plan_nobody_knows_may_cover_any() -> None:
    misspelt = office(supervision={"groups": [{"id": "1", "leader": "甲", "plans": ["aproval"]}]})
    assert mentions(visit(group="1", about=["land"]), misspelt) == []
