"""What was asked of an indicator, in official words."""

from __future__ import annotations

from typing import Any

import pytest

from ducha.assess.amounts import Figure
from ducha.render.words.targets import bar, node, reach, target, task
from tests.conftest import assess_on, figures, make_plan, one_indicator


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ({}, "2000亩"),
        ({"qualifier": "至少"}, "至少2000亩"),
        ({"qualifier": "近"}, "近2000亩"),
        ({"qualifier": "以上"}, "2000亩以上"),
        ({"qualifier": "左右"}, "2000亩左右"),
        ({"target": {"more_than": "15"}, "unit": "%"}, "超过15%"),
        ({"target": {"at_most": "5"}}, "不超过5亩"),
        ({"target": {"between": ["1", "2"]}}, "1—2亩"),
        ({"target": {"rank_within": "3"}}, "前3名"),
        ({"target": {"rank_within": "1"}}, "第1名"),
        ({"target": {"floor": "4", "stretch": "3"}, "unit": "名"}, "保4争3"),
        ({"target": {"floor": "60", "stretch": "80"}, "unit": "件"}, "保底60件、力争80件"),
        ({"target": {"floor": "60", "stretch": "50"}, "unit": "件"}, "保底不超过60件、力争不超过50件"),
        ({"each": "各乡镇", "quotas": [{"unit": "建设局", "value": "800"}]}, "2000亩（1个单位另有任务）"),
        (
            {"each": "各乡镇", "quotas": [{"unit": "建设局", "value": "800"}, {"unit": "县府办", "value": "0"}]},
            "各单位任务不同",
        ),
    ],
)
def test_targets_as_the_document_words_them(keys: dict[str, Any], text: str) -> None:
    assert target(one_indicator(**keys)) == text


def test_the_task_of_a_member_is_its_own_or_the_common_one() -> None:
    standing = one_indicator(each="各乡镇", qualifier="至少", quotas=[{"unit": "建设局", "value": "800"}])
    assert {member.unit: task(member, standing) for member in standing.ranked} == {
        "县建设局": "800亩",
        "县府办": "至少2000亩",
    }


def figure(**keys: Any) -> tuple[Figure, ...]:
    base = {"id": "a", "title": "甲", "unit": "亩", "due": "12月底"}
    plan = make_plan(indicators=[{**base, **keys}])
    return tuple(o.figure for o in assess_on("2013-07-01", plan).obligations if o.figure)


@pytest.mark.parametrize(
    ("keys", "on_the_way", "final"),
    [
        ({"target": "9"}, "应达5亩", "应达9亩"),
        ({"target": "9", "qualifier": "至少"}, "应达5亩", "应达至少9亩"),
        ({"target": {"more_than": "9"}}, "应达5亩", "应超过9亩"),
        ({"target": {"at_most": "9"}}, "应不超过5亩", "应不超过9亩"),
        ({"target": {"equal": "9"}}, "应达5亩", "应为9亩"),
        ({"target": {"between": ["9", "11"]}}, "应达5亩", "应在9—11亩之间"),
        ({"target": {"rank_within": "3"}, "unit": "名"}, "应进入前5名", "应进入前3名"),
        ({"target": {"rank_within": "1"}, "unit": "名"}, "应进入前5名", "应为第1名"),
        ({"target": {"floor": "4", "stretch": "3"}, "unit": "名"}, "应进入前5名", "目标为保4争3"),
        ({"target": {"floor": "9", "stretch": "12"}}, "应达5亩", "目标为保底9亩、力争12亩"),
        ({"target": {"floor": "9", "stretch": "7"}}, "应不超过5亩", "目标为保底不超过9亩、力争不超过7亩"),
    ],
)
def test_what_a_checkpoint_asks(keys: dict[str, Any], on_the_way: str, final: str) -> None:
    asked = figure(checkpoints=[{"due": "6月底", "value": "5"}], **keys)
    assert [bar(one) for one in asked] == [on_the_way, final]


@pytest.mark.parametrize(
    ("keys", "on_the_way", "final"),
    [
        ({"target": "9", "qualifier": "左右"}, "达到5亩", "达到9亩左右"),
        ({"target": "9", "qualifier": "至少"}, "达到5亩", "至少达到9亩"),
        ({"target": {"more_than": "9"}}, "达到5亩", "超过9亩"),
        ({"target": {"at_most": "9"}}, "控制在5亩以内", "控制在9亩以内"),
        ({"target": {"equal": "9"}}, "达到5亩", "达到9亩"),
        ({"target": {"between": ["9", "11"]}}, "达到5亩", "达到9—11亩"),
        ({"target": {"rank_within": "3"}, "unit": "名"}, "进入前5名", "进入前3名"),
        ({"target": {"rank_within": "1"}, "unit": "名"}, "进入前5名", "达到第1名"),
        ({"target": {"floor": "4", "stretch": "3"}, "unit": "名"}, "进入前5名", "实现保4争3的目标"),
        ({"target": {"floor": "9", "stretch": "12"}}, "达到5亩", "实现保底9亩、力争12亩的目标"),
        ({"target": "9", "each": "各乡镇"}, "全部达标", "全部达标"),
    ],
)
def test_what_a_checkpoint_asks_after_its_day(keys: dict[str, Any], on_the_way: str, final: str) -> None:
    """应于6月30日前…… takes no second 应."""
    asked = figure(checkpoints=[{"due": "6月底", "value": "5"}], **keys)
    assert [reach(one) for one in asked] == [on_the_way, final]


@pytest.mark.parametrize(
    ("keys", "on_the_way", "final"),
    [
        ({"target": "9", "qualifier": "以上"}, "5亩", "9亩以上"),
        ({"target": {"at_most": "9"}}, "不超过5亩", "不超过9亩"),
        ({"target": {"between": ["9", "11"]}}, "5亩", "9—11亩"),
        ({"target": {"rank_within": "3"}, "unit": "名"}, "前5名", "前3名"),
        ({"target": {"floor": "4", "stretch": "3"}, "unit": "名"}, "前5名", "保4争3"),
    ],
)
def test_the_node_that_has_passed(keys: dict[str, Any], on_the_way: str, final: str) -> None:
    keys = {**keys, "checkpoints": [{"due": "6月底", "value": "5"}], "actuals": figures(("06-20", "1"))}
    days = ("2013-06-30", "2013-07-01", "2014-01-01")
    assert [node(one_indicator(day, **keys)) for day in days] == ["—", on_the_way, final]
