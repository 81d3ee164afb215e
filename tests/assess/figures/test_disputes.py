"""What a unit objects to is neither judged nor told until that is settled, and then judged again."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ducha.assess import Assessment, State, assess, on_period, on_period_before
from ducha.assess.amounts import Members
from ducha.assess.bulletin.bulletin import Bulletin, compose_bulletin
from ducha.assess.bulletin.changes import find_changes
from ducha.assess.units.calls import find_calls, find_disputed
from ducha.model import Campaign
from tests.conftest import assess_on, make_campaign, make_plan, one_milestone

TOWNS = ["甲乡", "乙乡", "丙乡"]
COUNTY = make_campaign(
    units=[{"name": "县府办", "category": "综合"}, *({"name": name, "category": "乡镇"} for name in TOWNS)],
    unit_groups=[{"name": "各乡", "category": "乡镇", "members": TOWNS}, {"name": "各部门", "category": "部门"}],
)


def objection(day: str, settled: str | None = None, by: str = "国土局", **more: Any) -> dict[str, Any]:
    """An objection, settled on a day or open."""
    end = {"settled": {"day": settled, "text": "属实"}} if settled else {}
    return {"day": day, "by": by, "text": "数据有误", **end, **more}


def in_month(month: int, campaign: Campaign | None = None, **plan: Any) -> Assessment:
    """A plan as the bulletin of a month of 2013 sees it."""
    made = campaign or make_campaign()
    reference = on_period(made, month, 2013, date(2020, 1, 1))
    return assess(made, [make_plan(**plan)], reference, before=on_period_before(made, reference))


def bulletin_of(month: int, campaign: Campaign | None = None, **plan: Any) -> Bulletin:
    return compose_bulletin(in_month(month, campaign, **plan))


@pytest.mark.parametrize(
    ("day", "state"),
    [
        ("2013-07-02", State.OVERDUE),
        ("2013-07-03", State.DISPUTED),
        ("2013-07-09", State.DISPUTED),
        ("2013-07-10", State.OVERDUE),
    ],
)
def test_from_the_day_it_is_raised_to_the_day_it_is_settled(day: str, state: State) -> None:
    found = one_milestone(day, due="6月底前", objections=[objection("2013-07-03", "2013-07-10")])
    assert found.state is state
    if state is State.DISPUTED:
        assert (found.days_late, found.days_left, found.reason, found.done) == (0, None, None, None)


@pytest.mark.parametrize("keys", [{"done": "2013-06-20"}, {}, {"due": "7月份前"}, {"due": "3月底"}, {"due": "10月起"}])
def test_it_goes_before_every_other_state(keys: dict[str, Any]) -> None:
    reports = [{"day": "2013-06-20", "text": "已完成"}]
    found = one_milestone("2013-07-15", **keys, reports=reports, objections=[objection("2013-07-03")])
    assert (found.state, found.done, found.last_report) == (State.DISPUTED, None, None)
    assert found.objections[0].by == "县国土资源局"


def test_what_was_stopped_stays_so() -> None:
    stopped = {"day": "2013-06-10", "by": "县政府", "reason": "规划调整"}
    assert one_milestone("2013-07-15", stopped=stopped, objections=[objection("2013-07-03")]).state is State.STOPPED
    assert one_milestone("2013-06-09", stopped=stopped, objections=[objection("2013-06-03")]).state is State.DISPUTED


def test_one_of_two_objections_is_enough() -> None:
    both = [objection("2013-06-20", "2013-06-25"), objection("2013-06-28", by="建设局")]
    assert one_milestone("2013-07-01", objections=both).state is State.DISPUTED
    assert one_milestone("2013-06-27", due="6月底", objections=both).state is State.DUE_SOON


@pytest.mark.parametrize(
    ("raised", "settled", "within", "june", "july"),
    [
        ("2013-06-30", None, "5", State.DISPUTED, State.DISPUTED),
        ("2013-07-05", None, "5", State.DISPUTED, State.DISPUTED),
        ("2013-07-06", None, "5", State.OVERDUE, State.DISPUTED),
        ("2013-07-03", "2013-07-05", "5", State.OVERDUE, State.OVERDUE),
        ("2013-07-03", "2013-07-06", "5", State.DISPUTED, State.OVERDUE),
        ("2013-07-03", "2013-07-06", "6", State.OVERDUE, State.OVERDUE),
        ("2013-07-01", None, "0", State.OVERDUE, State.DISPUTED),
    ],
)
def test_a_months_data_are_checked_for_some_days_after_its_end(
    raised: str, settled: str | None, within: str, june: State, july: State
) -> None:
    """Units see them only then; a bulletin rendered in December is the same as in July."""
    campaign = make_campaign(bulletin={"check_within": within})
    task = {"id": "a", "title": "甲", "due": "6月底", "objections": [objection(raised, settled)]}
    states = [in_month(month, campaign, milestones=[task]).obligations[0].state for month in (6, 7)]
    assert states == [june, july]


def test_a_report_is_never_judged_later_than_as_of() -> None:
    campaign = make_campaign(as_of="2013-07-02")
    task = {"id": "a", "title": "甲", "due": "6月底", "objections": [objection("2013-07-03")]}
    assert in_month(6, campaign, milestones=[task]).obligations[0].state is State.OVERDUE


def figures(*values: str, **more: Any) -> dict[str, Any]:
    days = ["2013-05-25", "2013-06-25"]
    actuals = [{"day": day, "value": value} for day, value in zip(days, values, strict=False)]
    checkpoints = [{"due": "6月底", "value": "50"}]
    return {"id": "a", "title": "甲", "unit": "亩", "target": "100", "due": "12月底", "checkpoints": checkpoints} | {
        "actuals": actuals,
        **more,
    }


def test_nothing_is_told_of_a_figure_in_dispute() -> None:
    plan = make_plan(indicators=[figures("30", "60", objections=[objection("2013-06-26")])])
    assessment = assess_on("2013-07-01", plan)
    assert {o.state for o in assessment.obligations} == {State.DISPUTED}
    assert [o.figure and (o.figure.actual, o.figure.members) for o in assessment.obligations] == [(None, None)] * 2
    (standing,) = assessment.indicators
    assert (standing.is_disputed, standing.progress) == (True, "disputed")
    told = (standing.actual, standing.before, standing.change, standing.done_percent, standing.gap_points)
    assert told == (None,) * 5
    assert not standing.is_reported


def test_a_sum_is_not_told_while_one_of_its_parts_is_in_dispute() -> None:
    part = {"part_of": {"indicator": "a", "complete": "true"}, "checkpoints": []}
    total = figures()
    parts = [
        figures("30", **part) | {"id": "b", "objections": [objection("2013-06-26")]},
        figures("20", **part) | {"id": "c"},
    ]
    for own, disputed in ((), True), ([{"day": "2013-06-25", "value": "55"}], False):
        assessment = assess_on("2013-07-01", make_plan(indicators=[total | {"actuals": own}, *parts]))
        standings = {i.id: i for i in assessment.indicators}
        assert [standings[f"land/{name}"].is_disputed for name in "abc"] == [disputed, True, False]


def each(objecting: str | None = None, value: str = "250", **more: Any) -> dict[str, Any]:
    """An indicator that holds for each township; 丙乡 is at ``value``."""
    rows = [("甲乡", "2013-05-25", "90"), ("甲乡", "2013-06-25", "220"), ("乙乡", "2013-06-25", "200")]
    rows += [("丙乡", "2013-05-25", "100"), ("丙乡", "2013-06-25", value)]
    actuals = [{"by": by, "day": day, "value": number} for by, day, number in rows]
    objections = [objection("2013-06-26", by=objecting)] if objecting else []
    return {"id": "a", "title": "拆违", "unit": "亩", "target": "200", "due": "6月底", "each": "各乡"} | {
        "actuals": actuals,
        "objections": objections,
        **more,
    }


def test_a_member_objects_to_its_own_figure_alone() -> None:
    """Here it decides, since the others have reached theirs."""
    assessment = in_month(6, COUNTY, indicators=[each("丙乡")])
    assert [o.state for o in assessment.obligations] == [State.DISPUTED]
    (standing,) = assessment.indicators
    assert (standing.is_disputed, standing.progress, standing.disputed_members) == (False, "disputed", ("丙乡",))
    assert standing.members == Members(3, 2, 2, disputed=1)
    places = [(m.unit, m.place, m.place_before, m.actual is not None) for m in standing.ranked]
    assert places == [("甲乡", 1, 2, True), ("乙乡", 2, None, True), ("丙乡", None, None, False)]
    assert standing.silent_members == ()
    assert str(standing.ranked_total) == "420"


def test_a_node_that_another_member_misses_is_judged() -> None:
    plan = {"indicators": [each("丙乡", due="6月底", target="210")]}
    assert [o.state for o in in_month(6, COUNTY, **plan).obligations] == [State.OVERDUE]
    assert [o.state for o in in_month(6, COUNTY, indicators=[each(value="150")]).obligations] == [State.OVERDUE]


def test_whoever_else_objects_objects_to_all_members_figures() -> None:
    (standing,) = in_month(6, COUNTY, indicators=[each("各乡")]).indicators
    assert (standing.is_disputed, standing.members) == (True, Members(3, 0, 0))
    assert [m.actual for m in standing.ranked] == [None] * 3
    assert standing.silent_members == ()


def test_places_of_last_month_are_those_that_were_told_then() -> None:
    settled = [objection("2013-05-26", "2013-06-20", by="丙乡")]
    (standing,) = in_month(6, COUNTY, indicators=[each(objections=settled)]).indicators
    assert [(m.unit, m.place, m.place_before) for m in standing.ranked] == [
        ("丙乡", 1, None),
        ("甲乡", 2, 1),
        ("乙乡", 3, None),
    ]


def test_nothing_is_told_of_a_growth_in_dispute_nor_of_its_amounts() -> None:
    """株县办〔2015〕4号 项目突破年 二: 同比增长23%; a growth of another indicator's amounts is in dispute with them."""
    own: dict[str, Any] = {"id": "a", "title": "投资", "unit": "亿元", "target": "100", "due": "6月底"}
    rows: dict[str, Any] = {"actuals": [{"day": "2013-06-25", "value": "101"}], "objections": [objection("2013-06-26")]}
    base = {"what": "上年", "value": "81.3"}
    growth: dict[str, Any] = {"id": "b", "title": "投资增长", "unit": "%", "target": "23", "due": "6月底"}
    for indicators in (
        [{**growth, "base": {**base, "unit": "亿元"}, **rows}],
        [{**own, **rows}, {**growth, "base": {**base, "of": "a"}}],
    ):
        assessment = assess_on("2013-07-01", make_plan(indicators=indicators))
        assert {o.state for o in assessment.obligations} == {State.DISPUTED}
        assert [o.figure and (o.figure.actual, o.figure.amount) for o in assessment.obligations] == [
            (None, None) for _ in indicators
        ]
        for one in assessment.indicators:
            assert (one.actual, one.judged, one.amount, one.change, one.is_reported) == (None, None, None, None, False)
            assert (one.is_disputed, one.progress) == (True, "disputed")
    settled = {**own, **rows, "objections": [objection("2013-06-26", "2013-06-28")]}
    plan = make_plan(indicators=[settled, {**growth, "base": {**base, "of": "a"}}])
    assert [i.progress for i in assess_on("2013-07-01", plan).indicators] == ["reached"] * 2


def test_neither_level_of_a_figure_in_dispute_is_told() -> None:
    two = {"target": {"floor": "50", "stretch": "80"}, "due": "6月底", "checkpoints": []}
    bulletin = bulletin_of(6, indicators=[figures("30", "60", **two, objections=[objection("2013-06-26")])])
    (standing,) = bulletin.assessment.indicators
    assert (standing.levels, standing.stretch_percent, standing.progress) == (None, None, "disputed")
    assert bulletin.stretches == ()
    assert len(bulletin_of(6, indicators=[figures("30", "60", **two)]).stretches) == 1


QUOTAS = [{"unit": "甲乡", "value": "440"}, {"unit": "丙乡", "value": "500"}]


def test_a_member_with_a_quota_of_its_own_keeps_its_task_and_nothing_of_its_figure() -> None:
    """Of 440, 200 and 500 the first has done a half and the second all; what the third has done is not told."""
    (standing,) = in_month(6, COUNTY, indicators=[each("丙乡", quotas=QUOTAS)]).indicators
    told = [(m.unit, str(m.target.value), m.place, m.place_before, m.is_disputed) for m in standing.ranked]
    assert told == [("乙乡", "200", 1, None, False), ("甲乡", "440", 2, 1, False), ("丙乡", "500", None, None, True)]
    (third,) = [m for m in standing.ranked if m.is_disputed]
    assert (third.actual, third.change, third.percent, third.missing) == (None,) * 4
    assert standing.members == Members(3, 2, 1, disputed=1)
    assert (str(standing.ranked_total), str(standing.ranked_task), standing.ranked_percent) == ("420", "1140", None)
    assert standing.progress == "missed"


def test_what_all_others_have_done_by_their_own_quotas_rests_on_the_one_in_dispute() -> None:
    quotas = [{"unit": "甲乡", "value": "220"}, {"unit": "丙乡", "value": "9000"}]
    assessment = in_month(6, COUNTY, indicators=[each("丙乡", quotas=quotas)])
    assert [o.state for o in assessment.obligations] == [State.DISPUTED]
    assert assessment.obligations[0].figure
    assert assessment.obligations[0].figure.members is None


def test_of_a_group_in_dispute_only_the_quotas_are_told() -> None:
    (standing,) = in_month(6, COUNTY, indicators=[each("各乡", quotas=QUOTAS)]).indicators
    assert [str(m.target.value) for m in standing.ranked] == ["440", "200", "500"]
    assert {(m.actual, m.change, m.percent, m.missing, m.place, m.place_before) for m in standing.ranked} == {
        (None,) * 6
    }
    assert (standing.ranked_total, standing.ranked_percent, str(standing.ranked_task)) == (None, None, "1140")


def test_who_has_no_task_has_no_figure_to_dispute() -> None:
    (standing,) = in_month(6, COUNTY, indicators=[each("丙乡", quotas=[{"unit": "丙乡", "value": "0"}])]).indicators
    assert (standing.disputed_members, standing.untasked, standing.is_disputed) == ((), ("丙乡",), False)
    assert (standing.members, standing.progress) == (Members(2, 2, 2), "reached")


def test_a_node_that_rests_on_a_dispute_is_neither_reached_nor_missed() -> None:
    """丙乡 decides the node, and not the target, which 乙乡 has still to reach."""
    nodes = [{"due": "6月20日前", "value": "150"}]
    plan = {"indicators": [each("丙乡", due="12月底", target="210", checkpoints=nodes)]}
    assessment = in_month(6, COUNTY, **plan)
    assert [o.state for o in assessment.obligations] == [State.DISPUTED, State.PENDING]
    assert assessment.indicators[0].progress == "disputed"


def test_who_is_within_a_range_now_is_counted_without_those_in_dispute() -> None:
    ranged: dict[str, Any] = {"target": {"between": ["210", "250"]}, "due": "12月底"}
    (standing,) = in_month(6, COUNTY, indicators=[each("丙乡", **ranged)]).indicators
    assert standing.members == Members(3, 2, 1, is_final=False, disputed=1)
    assert standing.progress == "unjudged"


def test_a_sum_with_a_members_figure_in_dispute_is_not_told_however_far_up() -> None:
    total = {"id": "total", "title": "全县", "unit": "亩", "target": "900", "due": "6月底"}
    half = {**total, "id": "half", "part_of": {"indicator": "total", "complete": "true"}}
    towns: dict[str, Any] = {"part_of": {"indicator": "half", "complete": "true"}}
    for objecting, untold in (("丙乡", True), (None, False)):
        assessment = in_month(6, COUNTY, indicators=[total, half, each(objecting, **towns)])
        standings = {i.id.partition("/")[2]: i for i in assessment.indicators}
        assert [standings[name].is_disputed for name in ("total", "half", "a")] == [untold, untold, False]
        assert [standings[name].actual is None for name in ("total", "half")] == [untold, untold]


DUTY = {"id": "form", "title": "报表", "who": "各乡", "to": "县府办", "every": "每月25日前"}


def returns_of(*objections: dict[str, Any], **keys: Any) -> Bulletin:
    came = [{"period": "2013-06", "day": "2013-06-24", "by": "甲乡"}]
    duty = {**DUTY, "returns": came, "objections": list(objections), **keys}
    return bulletin_of(6, COUNTY, duties=[duty])


def test_a_return_in_dispute_is_not_counted_as_missing() -> None:
    bulletin = returns_of(objection("2013-06-27", by="乙乡", period="2013-06"))
    (duty,) = bulletin.duties
    states = {
        one.id.partition("@")[2]: (one.state, one.received) for one in duty.returns if one.period.name == "2013-06"
    }
    assert states["2013-06/乙乡"] == (State.DISPUTED, None)
    assert states["2013-06/丙乡"] == (State.OVERDUE, None)
    tally = bulletin.rounds.reported
    assert (tally.on_time, tally.missing, tally.disputed, tally.due) == (1, 1, 1, 3)
    assert (tally.punctual.numerator, tally.punctual.denominator) == (1, 2)
    (contested,) = bulletin.rounds.contested
    assert [one.unit for one in contested.disputed] == ["乙乡"]


def test_a_whole_group_may_object_and_an_early_return_too() -> None:
    (contested,) = returns_of(objection("2013-06-27", by="各乡", period="2013-06")).rounds.contested
    assert [one.unit for one in contested.disputed] == TOWNS
    (contested,) = returns_of(objection("2013-06-27", by="甲乡", period="2013-05")).rounds.contested
    assert (contested.periods[0].name, [one.unit for one in contested.disputed]) == ("2013-05", ["甲乡"])


def test_a_member_of_an_open_group_objects_for_it() -> None:
    unlisted = objection("2013-06-27", by="甲乡", period="2013-06")
    (contested,) = returns_of(unlisted, who="各部门", returns=[]).rounds.contested
    assert [one.unit for one in contested.disputed] == ["各部门"]


def test_the_whole_stays_the_sum_of_its_parts() -> None:
    tasks = [
        {"id": "a", "title": "甲", "due": "6月底", "done": "2013-06-20"},
        {"id": "b", "title": "乙", "due": "6月底", "objections": [objection("2013-06-26")]},
        {"id": "c", "title": "丙", "due": "6月底", "done": "2013-06-20", "objections": [objection("2013-06-26")]},
        {"id": "d", "title": "丁", "due": "6月底"},
    ]
    bulletin = bulletin_of(6, milestones=tasks)
    tally = bulletin.assessment.tally
    assert (tally.total, tally.counts[State.DISPUTED]) == (4, 2)
    assert (tally.finished, tally.on_time) == ((1, 2), (1, 2))
    assert [o.title for o in bulletin.disputed] == ["乙", "丙"]
    assert [o.title for o in bulletin.late.all] == ["丁"]
    assert [o.title for o in bulletin.newly_finished] == ["甲"]
    (section,) = bulletin.plans
    assert section.disputed == bulletin.disputed


def test_what_came_into_dispute_and_out_of_it_is_reconciled() -> None:
    """May's data were checked until 5 June."""
    tasks = [
        {"id": "into", "title": "甲", "due": "5月底", "objections": [objection("2013-06-06")]},
        {"id": "out-of", "title": "乙", "due": "5月底", "objections": [objection("2013-06-03", "2013-06-07")]},
        {"id": "late", "title": "丙", "due": "5月底"},
    ]
    changes = find_changes(in_month(6, milestones=tasks))
    assert changes
    assert [o.title for o in changes.disputed] == ["甲"]
    assert [o.title for o in changes.still_late] == ["丙"]
    assert [o.title for o in changes.settled_late] == ["乙"]
    parts = (changes.finished, changes.moved, changes.stopped, changes.disputed, changes.still_late)
    assert sum(map(len, parts)) == changes.were_late == 2


def test_nobody_is_called_about_it() -> None:
    plan = make_plan(
        milestones=[
            {"id": "a", "title": "甲", "due": "6月底", "lead": "国土局", "objections": [objection("2013-06-26")]}
        ],
        duties=[{**DUTY, "objections": [objection("2013-06-26", by=town, period="2013-05") for town in TOWNS]}],
    )
    assessment = assess_on("2013-07-01", plan, COUNTY)
    calls = find_calls(assessment, 5)
    assert [one for call in calls for one in call.late] == []
    assert {one.period.name for call in calls for due in call.returns for one in due.returns} == {"2013-06"}
    disputed = find_disputed(assessment)
    assert ([o.title for o in disputed.obligations], len(disputed.returns)) == (["甲"], 3)
