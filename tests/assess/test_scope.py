"""Filters: what they take, what they count, and that they compose."""

from __future__ import annotations

from datetime import date

from ducha.assess import Scope, State
from tests.conftest import assess_on, make_campaign, make_plan

PLAN = make_plan(
    leaders=[{"name": "裘武宏", "title": "副县长"}],
    milestones=[
        {"id": "led", "title": "牵头事项", "due": "5月底", "lead": "国土局", "responsible": "建设局"},
        {"id": "helped", "title": "配合事项", "due": "5月底", "lead": "建设局", "support": "国土局"},
        {"id": "other", "title": "他人事项", "due": "6月底", "lead": "县府办"},
    ],
)


def ids(scope: Scope) -> list[str]:
    return [obligation.id for obligation in assess_on("2013-07-01", PLAN, scope=scope).obligations]


def test_a_unit_in_any_role_is_shown_but_support_is_not_counted() -> None:
    assessment = assess_on("2013-07-01", PLAN, scope=Scope(unit="县国土资源局"))
    assert [o.id for o in assessment.obligations] == ["land/led", "land/helped"]
    assert assessment.tally.total == 1
    assert [o.id for o in assessment.in_state(State.OVERDUE)] == ["land/led"]


def test_what_another_leads_is_shown_to_the_responsible_and_not_counted() -> None:
    assessment = assess_on("2013-07-01", PLAN, scope=Scope(unit="县建设局"))
    assert [o.id for o in assessment.obligations] == ["land/led", "land/helped"]
    assert [o.id for o in assessment.in_state(State.OVERDUE)] == ["land/helped"]


def test_plans_leaders_and_groups() -> None:
    assert len(ids(Scope())) == 3
    assert len(ids(Scope(plans=("land",)))) == 3
    assert ids(Scope(plans=("other",))) == []
    assert len(ids(Scope(leader="裘武宏"))) == 3
    assert ids(Scope(leader="张三")) == []
    assert len(ids(Scope(group=1))) == 3
    assert ids(Scope(group=2)) == []


def test_filters_compose() -> None:
    assert ids(Scope(plans=("land",), leader="裘武宏", group=1, unit="县府办")) == ["land/other"]
    assert ids(Scope(leader="张三", unit="县府办")) == []


def test_a_plan_without_rows_for_the_unit_is_left_out() -> None:
    campaign = make_campaign(units=[{"name": "县气象局", "category": "部门"}])
    assert assess_on("2013-07-01", PLAN, campaign, Scope(unit="县气象局")).plans == ()


def test_selection_by_state_and_day() -> None:
    assessment = assess_on("2013-07-01", PLAN)
    assert len(assessment.select([State.OVERDUE])) == 3
    assert len(assessment.select([State.OVERDUE], date(2013, 6, 30))) == 2
    assert assessment.select([State.DONE]) == ()


def test_the_longest_late_comes_first() -> None:
    late = assess_on("2013-07-01", PLAN).in_state(State.OVERDUE)
    assert [o.days_late for o in late] == [31, 31, 1]
