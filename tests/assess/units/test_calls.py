"""Whom to call about what: what is late, falls due soon, has not begun or was not sent, by unit."""

from __future__ import annotations

from ducha.assess import Assessment, Scope
from ducha.assess.units.calls import Call, find_calls
from tests.conftest import assess_on, make_campaign, make_plan

PLAN = make_plan(
    milestones=[
        {"id": "late", "title": "逾期", "due": "5月底", "lead": "国土局", "responsible": "建设局"},
        {"id": "joint", "title": "共同", "due": "6月10日", "responsible": ["国土局", "建设局"]},
        {"id": "soon", "title": "将到期", "due": "7月10日", "lead": "国土局"},
        {"id": "far", "title": "还早", "due": "8月底", "lead": "国土局"},
        {"id": "later", "title": "未开始", "due": "6—9月", "lead": "国土局"},
        {"id": "nobody", "title": "没有单位", "due": "6月底"},
        {"id": "done", "title": "已办", "due": "6月底", "lead": "县府办", "done": "2013-06-20"},
        {"id": "support", "title": "配合", "due": "6月底", "lead": "国土局", "support": "县府办", "done": "2013-06-20"},
    ],
    duties=[
        {"id": "form", "title": "报送", "who": "各乡镇", "to": "国土局", "every": "每月25日前",
         "returns": [{"period": "2013-05", "day": "2013-05-24", "by": "各乡镇"},
                     {"period": "2013-06", "day": "2013-06-24", "by": "建设局"}]},
    ],
)  # fmt: skip


def assessed(scope: Scope | None = None) -> Assessment:
    units = [
        {"name": "县府办", "category": "综合"},
        {
            "name": "县国土资源局",
            "aliases": ["国土局"],
            "category": "部门",
            "liaison": {"name": "某人", "phone": "123"},
        },
        {"name": "县建设局", "aliases": ["建设局"], "category": "部门", "liaison": "又一人"},
    ]
    return assess_on("2013-07-01", PLAN, make_campaign(units=units), scope)


def ids(call: Call) -> tuple[list[str], ...]:
    """What a call is about, without the plan."""
    owed = [[o.id.removeprefix("land/") for o in rows] for rows in (call.late, call.soon, call.not_begun)]
    return (*owed, [one.id.removeprefix("land/") for due in call.returns for one in due.returns])


def test_a_call_for_each_unit_in_the_register_s_order_and_nobody_last() -> None:
    calls = find_calls(assessed(), 15)
    assert [call.unit for call in calls] == ["县府办", "县国土资源局", "县建设局", None]
    office, land, building, nobody = calls
    assert ids(office) == ([], [], [], ["form@2013-06/县府办"])
    assert ids(land) == (["late", "joint"], ["soon"], ["later"], [])
    assert ids(building) == (["joint"], [], [], [])
    assert ids(nobody) == (["nobody"], [], [], [])
    assert [call.liaison.text if call.liaison else None for call in calls] == [None, "某人，123", "又一人", None]


def test_how_far_it_looks_ahead() -> None:
    def soon(within: int) -> tuple[list[str], ...]:
        return ids({call.unit: call for call in find_calls(assessed(), within)}["县国土资源局"])

    assert soon(8)[1] == []
    assert soon(9)[1] == ["soon"]
    assert soon(61)[1:3] == (["soon", "far"], ["later"])
    assert soon(100)[1:3] == (["soon", "far", "later"], [])


def test_returns_of_the_current_period_as_far_as_it_looks() -> None:
    building = {call.unit: call for call in find_calls(assessed(), 24)}["县建设局"]
    assert ids(building)[3] == ["form@2013-07/县建设局"]


def test_one_unit_alone() -> None:
    (call,) = find_calls(assessed(Scope(unit="县建设局")), 15)
    assert (call.unit, ids(call)) == ("县建设局", (["joint"], [], [], []))
