"""Notices: what they name, by what number, and what was sent before."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ducha.assess import Reference, Scope, assess
from ducha.assess.units.calls import find_calls
from ducha.assess.units.notices import compose_notices, next_number
from ducha.assess.units.paper import NoticePaper
from ducha.model import Register
from ducha.model.papers import NoticeKind
from ducha.model.records import Records
from tests.assess.supervision.test_issues import make_issue
from tests.conftest import assess_on, make_campaign, make_plan

TASK = {"id": "late", "title": "到期", "due": "5月底", "lead": "国土局"}
PLAN = make_plan(
    milestones=[
        TASK,
        {"id": "soon", "title": "将到", "due": "7月10日", "lead": "国土局"},
        {"id": "far", "title": "还早", "due": "12月底", "lead": "国土局"},
        {"id": "silent", "title": "待核实", "due": "4月底", "lead": "国土局"},
        {"id": "shared", "title": "共同", "due": "6月底", "responsible": ["国土局", "建设局"]},
        {"id": "nobody", "title": "无人", "due": "6月底"},
    ],
    duties=[{"id": "form", "title": "报表", "who": "国土局", "to": "县府办", "every": "每月25日前"}],
)
ISSUES = [
    make_issue(id="1", due="2013-06-20"),
    make_issue(id="2", due="2013-07-05"),
    make_issue(id="3", due="2013-06-20", feedback=[{"day": "2013-06-19", "text": "已办", "finished": "true"}]),
]


def papers(kind: NoticeKind, day: str = "2013-07-01", **records: Any) -> dict[str, NoticePaper]:
    at = date.fromisoformat(day)
    campaign = make_campaign(verify_by="2013-12-31", notices={"remind": "新督催", "reply_days": "7"})
    known = Records.model_validate({"issues": ISSUES, **records})
    assessment = assess(campaign, [PLAN], Reference(at, "option", at), Scope(), records=known)
    units = Register(campaign).addressees
    return {paper.unit: paper for paper in compose_notices(assessment, units, find_calls(assessment, 15), kind)}


def test_a_supervision_notice_names_what_is_late_and_nothing_else() -> None:
    """What waits to be verified, or to be checked, is nobody's lateness yet."""
    paper = papers("supervise")["县国土资源局"]
    assert paper.items == (
        "land/late",
        "land/shared",
        "1",
        "land/form@2013-05/县国土资源局",
        "land/form@2013-06/县国土资源局",
    )
    assert (paper.soon, paper.issues_soon) == ((), ())
    assert (str(paper.day), str(paper.reply_by), paper.number, paper.mark) == ("2013-07-01", "2013-07-08", None, None)


@pytest.mark.parametrize("office", ["县府办", "县府办公室"])
def test_whom_to_call_is_the_office_by_whatever_name_the_campaign_calls_it(office: str) -> None:
    units = [
        {"name": "县府办公室", "aliases": ["县府办"], "category": "综合", "liaison": "张三"},
        {"name": "县国土资源局", "aliases": ["国土局"], "category": "部门", "liaison": "李四"},
    ]
    campaign = make_campaign(office=office, units=units, unit_groups=[])
    assessment = assess_on("2013-07-01", make_plan(milestones=[TASK]), campaign)
    (paper,) = compose_notices(assessment, ["县国土资源局"], find_calls(assessment, 0), "remind")
    assert (paper.contact, paper.liaison) == (campaign.units[0].liaison, campaign.units[1].liaison)


def test_a_reminder_names_what_soon_will_be_too() -> None:
    paper = papers("remind")["县国土资源局"]
    assert [o.id for o in paper.soon] == ["land/soon"]
    assert [one.id for one in paper.issues_soon] == ["2"]
    assert paper._replace(number=3).mark == "新督催〔2013〕3号"


def test_what_several_share_is_on_the_paper_of_each_and_nobodys_on_none() -> None:
    found = papers("supervise")
    assert found["县建设局"].items == ("land/shared",)
    assert set(found) == {"县国土资源局", "县建设局"}


GROUPS = make_campaign(
    units=[{"name": name, "category": "乡镇"} for name in ("甲乡", "乙乡", "丙镇")],
    unit_groups=[
        {"name": "各乡镇", "category": "乡镇", "members": ["甲乡", "乙乡", "丙镇"]},
        {"name": "各乡", "category": "乡镇", "members": ["甲乡", "乙乡"]},
        {"name": "各部门", "category": "部门"},
    ],
    office="甲乡",
)


def group_papers(kind: NoticeKind, *units: str, **plan: Any) -> dict[str, NoticePaper]:
    """What is sent to everybody, or to some; one matter handed over to a group is past its limit, one will be."""
    matters = [make_issue(id=one, lead="各乡", due=due) for one, due in (("1", "2013-06-20"), ("2", "2013-07-05"))]
    at = date(2013, 7, 1)
    records = Records.model_validate({"issues": matters})
    assessment = assess(GROUPS, [make_plan(**plan)], Reference(at, "option", at), records=records)
    found = compose_notices(assessment, units or Register(GROUPS).addressees, find_calls(assessment, 15), kind)
    return {paper.unit: paper for paper in found}


SHARED = [
    {"id": "all", "title": "全部", "due": "5月底", "lead": "各乡镇"},
    {"id": "some", "title": "各乡", "due": "7月10日", "responsible": ["各乡", "各乡镇"]},
    {"id": "own", "title": "自己", "due": "6月底", "lead": ["各乡镇", "甲乡"]},
    {"id": "open", "title": "部门", "due": "6月底", "lead": "各部门"},
]


def test_what_is_charged_to_a_group_is_on_the_papers_of_its_members_under_its_name() -> None:
    """A group whose members are listed has no address; one that lists nobody is all the address there is."""
    found = group_papers("remind", milestones=SHARED)
    assert {unit: paper.items for unit, paper in found.items()} == {
        "甲乡": ("land/own", "land/all", "land/some", "1", "2"),
        "乙乡": ("land/all", "land/own", "land/some", "1", "2"),
        "丙镇": ("land/all", "land/own", "land/some"),
        "各部门": ("land/open",),
    }
    parts = found["乙乡"].as_member
    assert [(part.group, part.items) for part in parts] == [
        ("各乡镇", ("land/all", "land/own", "land/some")),
        ("各乡", ("1", "2")),
    ]
    assert (found["甲乡"].has_own, found["乙乡"].has_own, found["各部门"].as_member) == (True, False, ())
    assert (found["乙乡"].has_late, found["乙乡"].has_issues_late) == (True, True)
    assert (found["丙镇"].has_late, found["丙镇"].has_issues_late) == (True, False)


def test_of_a_group_too_a_supervision_notice_names_only_what_is_late() -> None:
    found = group_papers("supervise", milestones=SHARED)
    assert found["乙乡"].items == ("land/all", "land/own", "1")
    ahead = group_papers("supervise", milestones=[SHARED[1]])
    assert (set(ahead), ahead["乙乡"].items) == ({"甲乡", "乙乡"}, ("1",))


def test_a_group_that_is_asked_for_by_name_gets_the_paper() -> None:
    found = group_papers("remind", "各乡镇", milestones=SHARED)
    assert {unit: paper.items for unit, paper in found.items()} == {"各乡镇": ("land/all", "land/own", "land/some")}


def notice(number: int, **keys: Any) -> dict[str, Any]:
    base = {"kind": "supervise", "day": "2013-06-05", "unit": "国土局", "items": ["land/late"]}
    return {"number": str(number), **base, **keys}


def test_what_was_sent_to_the_unit_before_is_told() -> None:
    notices = [
        notice(1),
        notice(2, void="写错单位"),
        notice(3, unit="建设局"),
        notice(4, items=["land/other"]),
        notice(5, day="2013-07-02"),
    ]
    paper = papers("supervise", notices=notices)["县国土资源局"]
    assert [one.number for one in paper.earlier] == [1]
    assert not paper.repeats


def test_the_same_is_not_sent_twice_a_day() -> None:
    items = papers("supervise")["县国土资源局"].items
    paper = papers("supervise", notices=[notice(1, day="2013-07-01", items=items)])["县国土资源局"]
    assert paper.repeats
    assert not papers("remind", notices=[notice(1, day="2013-07-01", items=items)])["县国土资源局"].repeats
    assert not papers("supervise", notices=[notice(1, day="2013-06-30", items=items)])["县国土资源局"].repeats


@pytest.mark.parametrize(
    ("kind", "year", "number"),
    [("supervise", 2013, 8), ("remind", 2013, 3), ("supervise", 2014, 1), ("remind", 2012, 1)],
)
def test_numbers_run_on_by_kind_and_year_and_void_ones_are_not_used_again(
    kind: NoticeKind, year: int, number: int
) -> None:
    records = Records.model_validate({"notices": [notice(3), notice(7, void="作废"), notice(2, kind="remind")]})
    assert next_number(records, kind, year) == number
    assert next_number(None, kind, year) == 1


def test_a_notice_urges_on_the_matters_it_names_once_a_day() -> None:
    notices = [notice(1, items=["1"]), notice(2, items=["1"], unit="建设局"), notice(3, items=["1"], day="2013-06-25")]
    paper = papers("supervise", notices=notices)["县国土资源局"]
    (issue,) = paper.issues_late
    assert [str(one.day) for one in issue.urgings] == ["2013-06-05", "2013-06-25"]
