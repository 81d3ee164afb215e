"""What a sheet tells a unit of a bulletin: what is charged to it, what its groups bear, and what else names it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ducha.assess import State, assess, on_period, on_period_before
from ducha.assess.bulletin.bulletin import compose_bulletin
from ducha.assess.verify.checking import compose_sheets, nobodys
from ducha.assess.verify.sheet import Sheet
from ducha.model import Campaign, Register
from tests.conftest import make_campaign, make_plan

COUNTY = make_campaign(
    units=[
        {"name": "县府办", "category": "综合", "liaison": {"name": "某人", "phone": "8123"}},
        {"name": "县国土资源局", "aliases": ["国土局"], "category": "部门", "liaison": "另一人"},
        {"name": "县建设局", "aliases": ["建设局"], "category": "部门"},
        *({"name": name, "category": "乡镇"} for name in ("甲乡", "乙乡")),
    ],
    unit_groups=[
        {"name": "各乡", "category": "乡镇", "members": ["甲乡", "乙乡"]},
        {"name": "各部门", "aliases": ["部门"], "category": "部门"},
    ],
)


def sheet(unit: str, campaign: Campaign = COUNTY, month: int = 6, **plan: Any) -> Sheet:
    """What June's bulletin will say of a unit."""
    reference = on_period(campaign, month, 2013, date(2020, 1, 1))
    before = on_period_before(campaign, reference)
    bulletin = compose_bulletin(assess(campaign, [make_plan(**plan)], reference, before=before))
    (found,) = compose_sheets(bulletin, campaign, [unit])
    return found


def task(name: str, due: str | None = "6月底", **keys: Any) -> dict[str, Any]:
    return {"id": name, "title": name, **({"due": due} if due else {}), "lead": "国土局", **keys}


def names(found: Any) -> list[str]:
    return [(getattr(one, "obligation", one)).title for one in found]


def test_what_is_charged_to_it_by_what_became_of_it() -> None:
    extension = {"day": "2013-06-20", "to": "2013-08-31", "by": "县政府", "reason": "雨"}
    found = sheet(
        "县国土资源局",
        milestones=[
            task("late"),
            task("later-late", "5月底"),
            task("done", done="2013-06-20"),
            task("done-before", done="2013-05-20"),
            task("put-off", extensions=[extension]),
            task("two-days", "7月份前"),
            task("early", "3月底"),
            task("off", stopped={"day": "2013-06-10", "by": "县政府", "reason": "调整"}),
            task("argued", objections=[{"day": "2013-07-02", "by": "国土局", "text": "已办"}]),
            task("next", "7月15日"),
            task("slow", "4-12月"),
            task("far", "12月底"),
            task("whenever", None),
            task("another", lead="建设局"),
        ],
    )
    assert names(found.unfinished) == ["later-late", "late"]
    assert names(found.finished) == ["done"]
    assert names(found.moved) == ["put-off"]
    assert names(found.unjudged) == ["two-days", "early", "argued", "off"]
    assert names(found.ahead) == ["next", "two-days", "slow"]
    assert (found.tally.total, found.tally.counts[State.OVERDUE]) == (13, 2)
    assert (found.as_member, found.concerning, found.named_late) == ((), (), None)
    assert found.reply_day == date(2013, 7, 5)


def test_a_limit_that_was_confirmed_since_is_a_change_as_well() -> None:
    confirmed = {"day": "2013-07-10", "due": "2013-12-31", "by": "县府办"}
    both = task("a", "12月底", restates=[{"section": "二", "due": "5月底"}], confirmed=confirmed)
    assert names(sheet("县国土资源局", month=6, milestones=[both]).unjudged) == ["a"]
    settled = task("a", confirmed={**confirmed, "due": "2013-08-31"})
    assert names(sheet("县国土资源局", month=7, milestones=[settled]).moved) == ["a"]


@pytest.mark.parametrize(
    ("units", "part", "group"),
    [
        ({"lead": "建设局", "responsible": "甲乡"}, "responsible", None),
        ({"lead": "建设局", "support": "甲乡"}, "support", None),
        ({"lead": "建设局", "responsible": "各乡"}, "responsible", "各乡"),
        ({"lead": "建设局", "support": "各乡"}, "support", "各乡"),
        ({"lead": "各乡"}, None, "各乡"),
        ({"lead": [], "responsible": ["建设局", "各乡"]}, None, "各乡"),
    ],
)
def test_what_is_not_charged_to_it_in_its_own_name(units: dict[str, Any], part: str | None, group: str | None) -> None:
    found = sheet("甲乡", milestones=[task("a", **units)])
    (shared,) = (*found.as_member, *found.concerning)
    assert (shared.part, shared.group) == (part, group)
    assert bool(found.as_member) is (part is None)
    assert (found.tally.total, found.groups) == (0, ("各乡",))


def test_what_is_charged_to_it_beside_its_group_is_its_own() -> None:
    found = sheet("甲乡", milestones=[task("a", lead=["各乡", "甲乡"])])
    assert (names(found.unfinished), found.as_member) == (["a"], ())


def test_of_an_item_that_only_counts_nothing_is_said() -> None:
    far = [task("a", "12月底", support="建设局"), task("b", None, responsible="建设局")]
    assert sheet("县建设局", milestones=far).is_empty
    assert not sheet("县建设局", milestones=[task("a", "7月底", support="建设局")]).is_empty


def test_whoever_is_quoted_or_objects_checks_it_too() -> None:
    report = {"day": "2013-06-20", "text": "在办", "by": "建设局", "cause": "缺料"}
    found = sheet(
        "县建设局",
        milestones=[
            task("a", reports=[report]),
            task("b", done="2013-06-22", reports=[report]),
            task("c", reports=[report, {**report, "day": "2013-06-25", "by": "国土局"}]),
            task("d", lead=[], objections=[{"day": "2013-06-28", "by": "建设局", "text": "已办"}]),
        ],
    )
    assert [(one.obligation.title, one.part) for one in found.concerning] == [("a", "quoted"), ("d", "objected")]


FIGURE = {"id": "a", "title": "拆违", "unit": "亩", "target": "100", "due": "12月底"}


def test_figures_that_it_answers_for_and_its_own_among_its_group() -> None:
    found = sheet("县国土资源局", indicators=[{**FIGURE, "lead": "国土局"}, {**FIGURE, "id": "b", "lead": "建设局"}])
    assert [i.id for i in found.indicators] == ["land/a"]
    rows = [{"day": "2013-06-25", "value": "40", "by": "乙乡"}]
    known = sheet("甲乡", indicators=[{**FIGURE, "each": "各乡", "actuals": rows}])
    assert [(one.indicator.title, one.member.unit, one.member.actual) for one in known.places] == [
        ("拆违", "甲乡", None)
    ]
    assert sheet("甲乡", indicators=[{**FIGURE, "each": "各乡"}]).places == ()
    assert len(sheet("甲乡", indicators=[{**FIGURE, "each": "各乡", "due": "5月底"}]).places) == 1


def test_its_own_returns_and_what_is_left_of_earlier_ones() -> None:
    came = [
        {"period": "2013-05", "day": "2013-06-03", "by": "甲乡"},
        {"period": "2013-06", "day": "2013-06-24", "by": "甲乡"},
    ]
    duty = {"id": "form", "title": "报表", "who": "各乡", "to": "县府办", "every": "每月25日前", "returns": came}
    found = sheet("甲乡", duties=[duty, {**duty, "id": "work", "to": []}])
    assert [(one.one.id, one.one.state.value) for one in found.returns] == [
        ("land/form@2013-05/甲乡", "done_late"),
        ("land/form@2013-06/甲乡", "done"),
        ("land/work@2013-06/甲乡", "done"),
    ]
    assert (found.reported.due, found.reported.on_time, found.worked.due) == (1, 1, 1)
    assert [one.one.id for one in found.returns_ahead] == ["land/form@2013-07/甲乡"]
    other = sheet("乙乡", duties=[duty])
    assert [(one.one.period.name, one.one.state.value) for one in other.returns] == [
        ("2013-05", "overdue"),
        ("2013-06", "overdue"),
    ]


def test_whom_to_call_is_the_office_and_nobody_else() -> None:
    found = sheet("县国土资源局", milestones=[task("a")])
    assert found.contact
    assert found.contact.text == "某人，8123"
    assert sheet("县国土资源局", make_campaign(), milestones=[task("a")]).contact is None
    assert all(unit.liaison is None for unit in compose_all().campaign.units)


def compose_all() -> Any:
    reference = on_period(COUNTY, 6, 2013, date(2020, 1, 1))
    return compose_bulletin(assess(COUNTY, [make_plan(milestones=[task("a", lead=[])])], reference))


def test_no_time_for_checking_leaves_the_reply_day_open() -> None:
    campaign = COUNTY.model_copy(update={"bulletin": make_campaign(bulletin={"check_within": "0"}).bulletin})
    assert sheet("县国土资源局", campaign, milestones=[task("a")]).reply_day is None


def test_sheets_go_to_units_and_to_groups_that_list_nobody() -> None:
    assert Register(COUNTY).addressees == ("县府办", "县国土资源局", "县建设局", "甲乡", "乙乡", "各部门")
    open_group = sheet("各部门", milestones=[task("a", lead="部门")])
    assert (open_group.is_group, open_group.members, names(open_group.unfinished)) == (True, (), ["a"])
    listed = sheet("各乡", milestones=[task("a", lead="各乡")])
    assert (listed.is_group, listed.members, names(listed.unfinished)) == (True, ("甲乡", "乙乡"), ["a"])


def test_what_nobody_is_charged_with_is_on_no_sheet() -> None:
    assert names(nobodys(compose_all())) == ["a"]


def test_prose_that_names_it_by_any_of_its_names() -> None:
    prose = "国土局已办结。县建设局、甲乡尚未报送；其余正常！各部门配合。\n县国土资源局7月再报"
    narratives = {"2013-06": prose, "2013-05": "国土局在办。"}
    assert [one.sentence for one in sheet("县国土资源局", narratives=narratives).mentions] == [
        *("国土局已办结。", "县国土资源局7月再报"),
    ]
    assert [one.sentence for one in sheet("甲乡", narratives=narratives).mentions] == [
        "县建设局、甲乡尚未报送；其余正常！"
    ]
    assert sheet("各部门", narratives=narratives).is_empty


def test_the_longest_name_is_meant() -> None:
    units = [{"name": "县府办", "category": "综合"}, *({"name": n, "category": "园区"} for n in ("园区", "工业园区"))]
    campaign = make_campaign(units=units, unit_groups=[])
    narratives = {"2013-06": "工业园区进展较快。"}
    assert sheet("园区", campaign, narratives=narratives).is_empty
    assert len(sheet("工业园区", campaign, narratives=narratives).mentions) == 1


def test_it_is_told_that_the_bulletin_names_it_with_most() -> None:
    found = sheet("县国土资源局", milestones=[task(name) for name in "abc"])
    assert found.named_late == 3
