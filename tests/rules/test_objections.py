"""Whom an item concerns, so that it may object to what is said of it."""

from __future__ import annotations

from typing import Any

import pytest

from ducha.model import Register
from ducha.rules import check_plan
from tests.conftest import make_campaign, make_plan


def codes(by: str, *, plan: dict[str, Any] | None = None, **item: Any) -> list[str]:
    """What is wrong with a unit's objection to a plan's only task or figure; 各乡镇 is 县府办 and 县建设局."""
    kind = "indicators" if "target" in item else "milestones"
    record = {"id": "a", "title": "甲", "objections": [{"day": "2013-06-20", "by": by, "text": "有误"}], **item}
    campaign = make_campaign()
    made = make_plan(**{kind: [record], **(plan or {})})
    return [problem.code for problem in check_plan(campaign, Register(campaign), made)]


@pytest.mark.parametrize(
    ("by", "item", "expected"),
    [
        ("国土局", {"lead": "国土局"}, []),
        ("国土局", {"responsible": "县国土资源局"}, []),
        ("国土局", {"lead": "建设局", "support": "国土局"}, []),
        ("国土局", {"lead": "建设局"}, ["DC730"]),
        ("建设局", {"lead": "各乡镇"}, []),
        ("各乡镇", {"lead": "各乡镇（街道）"}, []),
        ("国土局", {"lead": "各乡镇"}, ["DC730"]),
        ("各乡镇", {"lead": "建设局"}, ["DC730"]),
        ("国土局", {"lead": "各部门"}, []),
        ("各部门", {"lead": "各部门"}, []),
        ("国土局", {}, []),
        ("国土局", {"lead": "建设局", "reports": [{"day": "2013-06-01", "text": "在办", "by": "国土局"}]}, []),
        ("国土据", {"lead": "建设局"}, ["DC302"]),
        ("国土局", {"lead": "建设据"}, ["DC302"]),
    ],
)
def test_a_unit_in_any_role_or_one_that_told_of_it(by: str, item: dict[str, Any], expected: list[str]) -> None:
    assert codes(by, **item) == expected


def test_a_plans_units_answer_where_the_item_names_none() -> None:
    assert codes("国土局", plan={"lead": "国土局"}) == []
    assert codes("建设局", plan={"lead": "国土局"}) == ["DC730"]
    assert codes("建设局", plan={"lead": "国土局", "support": "建设局"}) == []
    assert codes("国土局", plan={"lead": "国土局"}, lead="建设局") == ["DC730"]


def test_the_members_for_each_of_whom_a_figure_holds() -> None:
    figure: dict[str, Any] = {"unit": "亩", "target": "100", "each": "各乡镇"}
    assert codes("建设局", **figure) == []
    assert codes("国土局", **figure) == ["DC730"]
    assert codes("国土局", **figure, lead="国土局") == []
