"""What the document requires of the office itself, and what it held (新政发〔2013〕36号 督查工作方案 二、三)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ducha.assess import Assessment, Reference, Scope, assess, on_period
from ducha.assess.supervision.required import Requirement, find_requirements
from ducha.assess.supervision.visits import find_plan_visits
from ducha.deadlines.cycles import Cycle, period_at
from ducha.model.inspection import Inspection
from ducha.model.records import Records
from tests.conftest import assess_on, make_campaign, make_plan
from tests.effort import calls

METHODS = [
    {"id": "bulletin", "title": "情况通报", "every": "每月", "at_least": "1", "kind": "bulletin"},
    {"id": "joint", "title": "联合督查", "every": "每月", "at_least": "1"},
    {"id": "onsite", "title": "现场督查", "every": "每两个月", "at_least": "1"},
    {"id": "meeting", "title": "会议督查", "every": "每季度", "at_least": "1", "strength": "原则上"},
    {"id": "media", "title": "舆论督查", "every": "不定期"},
]
GROUPS = [{"id": "1", "leader": "甲", "plans": ["land"]}, {"id": "2", "leader": "乙", "plans": ["traffic"]}]
SUPERVISION = {"groups": GROUPS, "methods": METHODS}
PLANS = [make_plan(), make_plan(id="traffic", number="10", title="城市交通治堵专项行动方案")]


def visit(day: str, method: str = "joint", **keys: Any) -> dict[str, Any]:
    return {"id": f"{method}-{day}", "method": method, "day": day, **keys}


def on(day: str) -> Reference:
    return Reference(date.fromisoformat(day), "option", date.fromisoformat(day))


def required(day: str, method: str, *inspections: dict[str, Any], **settings: Any) -> list[tuple[str, int, str]]:
    """Id, how many were held, and state of each requirement of one method."""
    records = Records.model_validate({"inspections": inspections, "bulletins": settings.pop("bulletins", [])})
    campaign = make_campaign(supervision=SUPERVISION, **settings)
    found = find_requirements(campaign, records, on(day))
    return [(one.id, one.held, one.state) for one in found if one.method.id == method]


def test_joint_supervision_is_required_once_a_month_from_that_of_issue() -> None:
    """二2: 联合督查每月不少于一次; the document was issued on 8 May."""
    held = required("2013-07-10", "joint", visit("2013-05-02"), visit("2013-07-01"))
    assert held == [("joint@2013-05", 1, "done"), ("joint@2013-06", 0, "overdue"), ("joint@2013-07", 1, "done")]


@pytest.mark.parametrize(("day", "state"), [("2013-06-30", "pending"), ("2013-07-01", "overdue")])
def test_it_is_short_from_the_day_after_its_period(day: str, state: str) -> None:
    assert required(day, "joint")[1] == ("joint@2013-06", 0, state)


@pytest.mark.parametrize(
    ("day", "names"), [("2013-06-30", ["joint@2013-05"]), ("2013-07-01", ["joint@2013-05", "joint@2013-06"])]
)
def test_what_is_met_before_its_day_has_not_fallen_due(day: str, names: list[str]) -> None:
    """June's is met on the 18th; until the month is over nobody can say how it ended."""
    standing = supervised(on(day), visit("2013-05-20"), visit("2013-06-18")).supervision
    assert standing
    assert [one.id for one in standing.fell_due if one.method.id == "joint"] == names


def test_on_site_supervision_is_required_once_in_two_months_from_that_of_issue() -> None:
    """二3: 现场督查每两个月不少于一次."""
    assert required("2013-07-10", "onsite", visit("2013-06-30", "onsite")) == [
        ("onsite@2013-06", 1, "done"),
        ("onsite@2013-08", 0, "pending"),
    ]
    issued = {"number": "测政发〔2013〕1号", "issuer": "测县人民政府", "issued": "2013-06-08"}
    assert [name for name, _, _ in required("2013-09-10", "onsite", document=issued)] == [
        "onsite@2013-07",
        "onsite@2013-09",
    ]


def test_a_meeting_is_asked_for_in_principle_each_quarter() -> None:
    """二4: 会议督查原则上每季度一次: not held is told, but the office owes nothing."""
    records = Records.model_validate({})
    campaign = make_campaign(supervision=SUPERVISION)
    (first, second) = (one for one in find_requirements(campaign, records, on("2013-07-10")) if one.is_in_principle)
    assert (first.id, first.state, first.is_short) == ("meeting@2013-06", "overdue", False)
    assert (second.id, str(second.first), str(second.last)) == ("meeting@2013-09", "2013-07-01", "2013-09-30")


@pytest.mark.parametrize(
    ("day", "send_by", "state"),
    [
        ("2013-06-10", "10", "pending"),
        ("2013-06-11", "10", "overdue"),
        ("2013-06-30", None, "pending"),
        ("2013-07-01", None, "overdue"),
    ],
)
def test_each_month_has_its_bulletin_sent_in_the_month_after(day: str, send_by: str | None, state: str) -> None:
    """二1: 每月一通报; by when in the next month is the office's own setting."""
    settings = {"send_by": send_by} if send_by else {}
    assert required(day, "bulletin", bulletin=settings)[0] == ("bulletin@2013-05", 0, state)
    sent = [{"period": "2013-05", "day": "2013-06-08"}]
    assert required(day, "bulletin", bulletin=settings, bulletins=sent)[0] == ("bulletin@2013-05", 1, "done")


def test_papers_on_other_periods_have_requirements_of_their_own() -> None:
    """三抓两促 line 21: 每周以“政务督查”文件形式通报; 项目突破年 五（二）: 一季一讲评."""
    methods = [
        {"id": "weekly", "title": "政务督查", "every": "每周", "at_least": "1", "kind": "bulletin"},
        {"id": "quarterly", "title": "季度讲评", "every": "每季度", "at_least": "1", "kind": "bulletin"},
    ]
    campaign = make_campaign(supervision={"methods": methods})
    sent = [{"period": name, "day": "2013-06-04"} for name in ("2013-W22", "2013-04", "2013-05", "2013-06")]
    found = list(find_requirements(campaign, Records.model_validate({"bulletins": sent}), on("2013-06-11")))
    weeks = {one.id: (one.held, one.state, str(one.due)) for one in found if one.method.id == "weekly"}
    assert weeks["weekly@2013-W22"] == (1, "done", "2013-06-09")
    assert weeks["weekly@2013-W23"] == (0, "pending", "2013-06-16")
    assert weeks["weekly@2013-W21"] == (0, "overdue", "2013-06-02")
    (quarter,) = [one for one in found if one.method.id == "quarterly"]
    assert (quarter.id, quarter.held, quarter.state) == ("quarterly@2013-06", 0, "pending")


def test_a_period_counts_the_papers_that_were_sent_out_in_it() -> None:
    """Not those whose day was in it: May's, sent in July, is none of June's, and April's is of no requirement."""
    sent = [
        {"period": "2013-05", "day": "2013-07-02"},
        {"period": "2013-06", "day": "2013-07-05"},
        {"period": "2013-W23", "day": "2013-06-12"},
        {"period": "2013-04", "day": "2013-06-13"},
        {"period": "2013-07", "day": "2013-08-05"},
    ]
    campaign = make_campaign(supervision=SUPERVISION)
    standing = assess(
        campaign, PLANS, on("2013-08-01"), records=Records.model_validate({"bulletins": sent})
    ).supervision
    assert standing
    months = [standing.told(Scope(), period_at(Cycle.MONTH, date(2013, month, 1))) for month in (6, 7)]
    assert [month.times.get("bulletin", 0) for month in (standing, *months)] == [2, 0, 2]


def every(cadence: str, day: str, **settings: Any) -> list[Requirement]:
    """What a method of a cadence requires by a day."""
    kind = settings.pop("kind", "inspection")
    method = {"id": "w", "title": "巡查", "every": cadence, "at_least": "1", "kind": kind}
    campaign = make_campaign(supervision={"methods": [method]}, **settings)
    return list(find_requirements(campaign, Records(), on(day)))


@pytest.mark.parametrize(
    ("cadence", "names"),
    [
        ("每日", ["w@2013-06-07", "w@2013-06-08", "w@2013-06-09", "w@2013-06-10"]),
        ("每周", ["w@2013-W20", "w@2013-W21", "w@2013-W22", "w@2013-W23", "w@2013-W24"]),
        ("每周五", ["w@2013-W20", "w@2013-W21", "w@2013-W22", "w@2013-W23", "w@2013-W24"]),
        ("每周一、周四", ["w@2013-05-30", "w@2013-06-03", "w@2013-06-06", "w@2013-06-10"]),
        ("每月10日前", ["w@2013-05", "w@2013-06"]),
    ],
)
def test_a_week_is_called_by_its_number_and_other_days_by_the_last(cadence: str, names: list[str]) -> None:
    found = [one.id for one in every(cadence, "2013-06-10")]
    assert found[-len(names) :] == names
    assert len(found) == len(set(found))


@pytest.mark.parametrize("cadence", ["每周", "每周一", "每周五", "每周日"])
@pytest.mark.parametrize(
    ("issued", "first"),
    [("2013-05-26", "w@2013-W21"), ("2013-05-27", "w@2013-W22"), ("2013-05-29", "w@2013-W22")],
)
def test_the_first_week_is_that_of_issue(cadence: str, issued: str, first: str) -> None:
    """No week that was over when the document came is owed, though its month is."""
    document = {"number": "测政发〔2013〕1号", "issuer": "测县人民政府", "issued": issued}
    assert every(cadence, "2013-06-10", document=document)[0].id == first
    assert every("每月", "2013-06-10", document=document)[0].id == "w@2013-05"
    begun = {"document": {"title": "方案"}, "start": issued}
    assert every(cadence, "2013-06-10", **begun)[0].id == first, "else the week in which the campaign begins"


@pytest.mark.parametrize(
    ("cadence", "spans"),
    [
        ("每旬", ["w@2013-05-31: 21—31", "w@2013-06-10: 1—10", "w@2013-06-20: 11—20"]),
        ("每半月", ["w@2013-05-31: 16—31", "w@2013-06-15: 1—15", "w@2013-06-30: 16—30"]),
        ("每月10日和25日", ["w@2013-06-10: 26—10", "w@2013-06-25: 11—25"]),
        ("每月第一个周五", ["w@2013-05: 1—31", "w@2013-06: 1—30"]),
    ],
)
def test_each_part_of_a_month_is_required(cadence: str, spans: list[str]) -> None:
    document = {"number": "测政发〔2013〕1号", "issuer": "测县人民政府", "issued": "2013-05-29"}
    found = every(cadence, "2013-06-20", document=document)
    assert [f"{one.id}: {one.first.day}—{one.last.day}" for one in found] == spans


def test_the_first_of_several_days_a_week_is_the_next_after_issue() -> None:
    document = {"number": "测政发〔2013〕1号", "issuer": "测县人民政府", "issued": "2013-05-29"}
    assert every("每周一、周四", "2013-06-10", document=document)[0].id == "w@2013-05-30"
    assert every("每日", "2013-06-10", document=document)[0].id == "w@2013-05-29"


@pytest.mark.parametrize(
    ("cadence", "is_required"),
    [
        ("每周五", True),
        ("每月", True),
        ("每半年", True),
        ("每年", True),
        ("每旬", False),
        ("每两个月", False),
        ("每日", False),
    ],
)
def test_a_bulletin_is_required_of_periods_that_bulletins_report_on(cadence: str, is_required: bool) -> None:
    """None could be recorded for ten days or two months: it would be missing for ever."""
    assert bool(every(cadence, "2013-12-31", kind="bulletin")) is is_required
    assert every(cadence, "2013-12-31")


def test_it_is_owed_by_whom_the_document_names() -> None:
    """项目突破年 五（二）: 各突破行动责任单位负责每月的督查……领导小组办公室负责每月的通报."""
    methods = [
        {"id": "bulletin", "title": "内部通报", "every": "每月", "at_least": "1", "kind": "bulletin", "by": ["国土局"]},
        {"id": "joint", "title": "联合督查", "every": "每月", "at_least": "1"},
        {"id": "special", "title": "专项督查", "every": "每月", "at_least": "1", "by": ["建设局", "国土局"]},
        {"id": "onsite", "title": "现场督查", "every": "每月", "at_least": "1", "by": ["县建设局", "县国土资源局"]},
    ]
    campaign = make_campaign(supervision={"methods": methods})
    standing = assess(campaign, PLANS, on("2013-07-01"), records=Records()).supervision
    assert standing
    assert [(by, [one.id for one in short]) for by, short in standing.owed] == [
        (("县国土资源局",), ["bulletin@2013-05"]),
        (("县府办",), ["joint@2013-05", "joint@2013-06"]),
        (("县建设局", "县国土资源局"), ["special@2013-05", "special@2013-06", "onsite@2013-05", "onsite@2013-06"]),
    ]


def test_nothing_is_required_of_what_has_no_number_or_period() -> None:
    """二5: 舆论督查 has neither."""
    assert required("2013-12-31", "media") == []


def test_what_is_required_ends_with_the_campaign() -> None:
    names = [name for name, _, _ in required("2015-01-01", "joint")]
    assert (len(names), names[-1]) == (9, "joint@2014-01")
    assert required("2015-01-01", "meeting")[-1][0] == "meeting@2014-03"


def test_a_visit_counts_once_on_its_first_day_and_not_before_it_is_known() -> None:
    visits = [visit("2013-05-30", until="2013-06-02"), visit("2013-06-20")]
    assert required("2013-06-10", "joint", *visits) == [("joint@2013-05", 1, "done"), ("joint@2013-06", 0, "pending")]


def supervised(reference: Reference, *inspections: dict[str, Any]) -> Assessment:
    records = Records.model_validate({"inspections": inspections})
    return assess(make_campaign(supervision=SUPERVISION), PLANS, reference, records=records)


def test_by_plan_how_often_and_for_how_long_nobody_looked() -> None:
    """三1 and the annex: four groups of three plans; here two of one."""
    standing = supervised(
        on("2013-07-01"),
        visit("2013-05-20", about=["land"], group="1"),
        visit("2013-06-18", "onsite", until="2013-06-19", about=["land/quota"]),
    ).supervision
    assert standing
    land, traffic = standing.plans
    assert (land.total, land.times["joint"], land.times["onsite"], str(land.last), land.days_since) == (
        2,
        1,
        1,
        "2013-06-19",
        12,
    )
    assert (traffic.total, traffic.last, traffic.days_since) == (0, None, 54), "since the day of issue"
    assert (land.group, traffic.group) == (1, 2)
    first, second = standing.groups
    assert (first.held, str(first.last), first.unseen) == (1, "2013-05-20", ())
    assert (second.held, second.last, second.unseen) == (0, None, ("城市交通治堵",))
    assert standing.never_seen == ("城市交通治堵",)


def test_twice_the_plans_and_inspections_are_twice_the_work() -> None:
    def visits_of(number: int) -> int:
        standings = assess_on("2013-07-01", make_plan()).plans
        plans = [standings[0]._replace(id=f"p{at}") for at in range(number)]
        held = [Inspection.model_validate(visit("2013-06-18", about=[f"p{at}"])) for at in range(number)]
        campaign = make_campaign(supervision=SUPERVISION)
        return calls(lambda: list(find_plan_visits(campaign, plans, held, date(2013, 7, 1))))

    assert visits_of(100) < 2.5 * visits_of(50)


def test_without_a_day_of_issue_days_are_counted_from_the_beginning() -> None:
    """三抓两促 and 投资环境年 have no day of issue."""
    campaign = make_campaign(supervision=SUPERVISION, document={"title": "方案"}, start="2013-06-11")
    standing = assess(campaign, PLANS, on("2013-07-01"), records=Records()).supervision
    assert standing
    assert [plan.days_since for plan in standing.plans] == [20, 20]


def test_a_period_has_its_own_visits_and_the_requirements_that_fell_due_in_it() -> None:
    campaign = make_campaign(supervision=SUPERVISION)
    standing = supervised(
        on_period(campaign, 6, None, date(2020, 1, 1)),
        visit("2013-05-20", about=["land"]),
        visit("2013-06-18", about=["land"], announced="false"),
        visit("2013-06-20", "onsite", about=["traffic"]),
        visit("2013-07-02"),
    ).supervision
    assert standing
    june = standing.told(Scope(), period_at(Cycle.MONTH, date(2013, 6, 1)))
    assert june.held == (("联合督查", 1, 1), ("现场督查", 1, 0))
    assert june.plans_seen == 2
    assert [one.id for one in june.requirements] == [
        "bulletin@2013-05",
        "joint@2013-06",
        "onsite@2013-06",
        "meeting@2013-06",
    ]
    assert [one.id for one in june.short] == ["bulletin@2013-05"]
    assert [one.id for one in june.unheld] == ["meeting@2013-06"]


def test_a_report_tells_of_what_concerns_its_plans_leader_or_group() -> None:
    """As the matters handed over are narrowed: by plans, by the leader of plans, by supervision group."""
    visits = [
        visit("2013-05-20", about=["land"], group="1"),
        visit("2013-05-21", about=["traffic/bus"], group="2"),
        visit("2013-05-22", "onsite", about=["land/quota", "traffic"]),
        visit("2013-05-23", "meeting"),
    ]
    campaign = make_campaign(supervision=SUPERVISION)
    plans = [make_plan(leaders=[{"name": "裘武宏", "title": "副县长"}]), PLANS[1]]

    def told(scope: Scope) -> list[tuple[int, tuple[str, ...]]]:
        records = Records.model_validate({"inspections": visits})
        standing = assess(campaign, plans, on("2013-07-01"), scope, records=records).supervision
        assert standing
        return [(one.day.day, one.about) for one in standing.told(scope).inspections]

    land = [(20, ("land",)), (22, ("land/quota",)), (23, ())]
    assert [day for day, _ in told(Scope())] == [20, 21, 22, 23]
    assert told(Scope(plans=("land",))) == land
    assert told(Scope(leader="裘武宏")) == land
    assert told(Scope(group=1)) == land[:1]


def test_without_records_nothing_is_said_to_be_missing() -> None:
    assessment = assess(make_campaign(supervision=SUPERVISION), PLANS, on("2013-07-01"))
    assert assessment.supervision is None
    assert assessment.issues == ()


def test_how_many_are_missing() -> None:
    method = make_campaign(supervision=SUPERVISION).supervision.methods[1]
    some_day = date(2013, 6, 30)
    one = Requirement("joint@2013-06", method, ("县府办",), some_day, some_day, some_day, 2, 1, "overdue", True)  # type: ignore[arg-type]
    assert (one.missing, one._replace(held=3).missing) == (1, 0)
