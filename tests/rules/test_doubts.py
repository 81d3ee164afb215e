"""Where each doubt begins: the day itself, the value itself, and one beside it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ducha.model import Register
from ducha.problems import Path, Severity
from ducha.rules import check_plan
from ducha.rules.doubts import question_campaign, question_plan
from ducha.rules.doubts.coverage import question_coverage
from tests.conftest import make_campaign, make_plan

LATEST = date(2013, 7, 1)
BASE = {"what": "上年固定资产投资", "value": "81.3", "unit": "亿元"}

Found = list[tuple[str, Path]]


def doubts(campaign: dict[str, Any] | None = None, **plan: Any) -> Found:
    """The codes and paths of all doubts about a plan that somebody answers for."""
    made, record = make_campaign(**(campaign or {})), make_plan(**{"lead": "国土局", **plan})
    register = Register(made)
    assert list(check_plan(made, register, record)) == []
    return [(problem.code, problem.path) for problem in question_plan(made, register, record, LATEST)]


def milestone(**keys: Any) -> Found:
    """The doubts about a plan's only milestone, without their path's beginning."""
    found = doubts(milestones=[{"id": "a", "title": "甲", **keys}])
    return [(code, path[2:]) for code, path in found]


def indicator(**keys: Any) -> Found:
    """The doubts about a plan's only indicator."""
    found = doubts(indicators=[{"id": "a", "title": "甲", "unit": "亩", "target": "100", **keys}])
    return [(code, path[2:]) for code, path in found]


@pytest.mark.parametrize(
    ("due", "code"),
    [
        ("2014-01-31", None),
        ("2014-02-01", "DC404"),
        ("2013-02-01", "DC405"),
        ("2013-01-31", "DC404"),
        ("2013-05-07", "DC405"),
        ("2013-05-08", None),
        ("全年", None),
        ("7月份前", "DC406"),
        ("2月起", "DC410"),
        ("随时", "DC410"),
        ("1月起", "DC404"),
    ],
)
def test_limits(due: str, code: str | None) -> None:
    assert milestone(due=due) == ([(code, ("due",))] if code else [])


def test_what_was_heard_of_before_issue_is_no_matter() -> None:
    assert milestone(due="3月底", reports=[{"day": "2013-06-01", "text": "甲"}]) == []
    assert milestone(due="3月底", done="2013-03-31") == []
    assert indicator(due="3月底", actuals=[{"day": "2013-03-31", "value": "1"}]) == []
    assert indicator(due="10月底", checkpoints=[{"due": "3月底", "value": "1"}]) == [
        ("DC405", ("checkpoints", 0, "due"))
    ]


def test_two_days_of_the_document_until_somebody_confirms_one() -> None:
    restates = [{"section": "三", "due": "9月底"}]
    assert milestone(due="10月底", restates=restates) == [("DC406", ("due",))]
    assert milestone(due="10月底", restates=[{"section": "三", "due": "10月"}]) == []
    for due, codes in (("2013-09-30", []), ("2013-10-31", []), ("2013-10-01", ["DC606"])):
        found = milestone(due="10月底", restates=restates, confirmed={"day": "2013-06-01", "due": due, "by": "县政府"})
        assert [code for code, _ in found] == codes


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (["2013-07-01"], []),
        (["2013-06-30"], [("DC603", ("extensions", 0, "to"))]),
        (["2013-07-20", "2013-07-21"], []),
        (["2013-07-20", "2013-07-20"], [("DC603", ("extensions", 1, "to"))]),
        (["2014-02-20"], [("DC404", ("extensions", 0, "to"))]),
        (["2031-07-20", "2013-07-20"], [("DC404", ("extensions", 0, "to"))]),
    ],
)
def test_extensions_put_off(days: list[str], expected: Found) -> None:
    extensions = [{"day": "2013-06-20", "to": day, "by": "县政府", "reason": "雨"} for day in days]
    assert milestone(due="6月底", extensions=extensions) == expected


def test_extensions_stand_in_the_order_of_their_approval() -> None:
    rows = [("2013-06-20", "2013-07-20"), ("2013-06-19", "2013-07-10")]
    extensions = [{"day": day, "to": to, "by": "县政府", "reason": "雨"} for day, to in rows]
    assert milestone(due="6月底", extensions=extensions) == [("DC604", ("extensions", 1, "day"))]


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({"done": "2013-07-01"}, []),
        ({"done": "2013-07-02"}, [("DC602", ("done", "day"))]),
        ({"done": "2013-02-01"}, []),
        ({"done": "2013-01-31"}, [("DC601", ("done", "day"))]),
        ({"done": "2013-05-31", "due": "6月起"}, [("DC601", ("done", "day"))]),
        ({"done": "2013-06-01", "due": "6月起"}, []),
        ({"done": "2013-05-31", "due": "6月"}, []),
        ({"reports": [{"day": "2013-07-02", "text": "甲"}]}, [("DC602", ("reports", 0, "day"))]),
        ({"stopped": {"day": "2013-07-02", "by": "甲", "reason": "乙"}}, [("DC602", ("stopped", "day"))]),
    ],
)
def test_records_lie_between_the_beginning_and_today(keys: dict[str, Any], expected: Found) -> None:
    assert milestone(**keys) == expected


def test_nothing_is_finished_before_its_phase_begins() -> None:
    task = {"id": "a", "title": "甲", "phase": "p", "done": "2013-03-31"}
    phases = [{"id": "p", "title": "攻坚", "when": "4—12月"}]
    assert doubts(phases=phases, milestones=[task]) == [("DC601", ("milestones", 0, "done", "day"))]
    assert doubts(phases=phases, milestones=[{**task, "done": "2013-04-01"}]) == []


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["甲", "乙"], []),
        (["甲", "甲"], [("DC605", ("reports", 1, "text"))]),
        (["甲", "乙", "甲"], []),
        (["甲", "甲", "甲"], [("DC605", ("reports", 1, "text")), ("DC605", ("reports", 2, "text"))]),
    ],
)
def test_the_same_words_twice(texts: list[str], expected: Found) -> None:
    reports = [{"day": f"2013-06-0{at}", "text": text} for at, text in enumerate(texts, start=1)]
    assert milestone(reports=reports) == expected


def nodes(*rows: tuple[str, str]) -> list[dict[str, str]]:
    """Checkpoints of (limit, value)."""
    return [{"due": due, "value": value} for due, value in rows]


@pytest.mark.parametrize(
    ("checkpoints", "expected"),
    [
        ([("6月底", "50"), ("9月底", "100")], []),
        ([("6月底", "50"), ("9月底", "101")], [("DC504", ("checkpoints", 1, "value"))]),
        ([("6月底", "50"), ("9月底", "49")], [("DC505", ("checkpoints", 1, "value"))]),
        ([("6月底", "50"), ("9月底", "50")], []),
        ([("9月底", "50"), ("6月底", "60")], [("DC503", ("checkpoints", 1, "due"))]),
        ([("6月底", "50"), ("12月底", "60")], [("DC503", ("checkpoints", 1, "due"))]),
        ([("6月底", "500"), ("9月底", "60")], [("DC504", ("checkpoints", 0, "value"))]),
        ([("2031-06-30", "50"), ("9月底", "60")], [("DC404", ("checkpoints", 0, "due"))]),
    ],
)
def test_checkpoints_lead_to_the_target(checkpoints: list[tuple[str, str]], expected: Found) -> None:
    assert indicator(due="11月底", checkpoints=nodes(*checkpoints)) == expected


def test_a_level_may_fall_and_a_ceiling_be_left_below() -> None:
    falling = nodes(("6月底", "50"), ("9月底", "40"))
    assert indicator(due="11月底", measure="point", checkpoints=falling) == []
    assert indicator(due="11月底", target={"at_most": "30"}, checkpoints=falling) == []
    assert indicator(due="11月底", target={"floor": "30", "stretch": "50"}, checkpoints=nodes(("6月底", "50"))) == []


@pytest.mark.parametrize(
    ("actuals", "keys", "expected"),
    [
        ([("06-01", "5"), ("06-02", "5")], {}, []),
        ([("06-01", "5"), ("06-02", "4.9")], {}, [("DC506", ("actuals", 1, "value"))]),
        ([("06-02", "5"), ("06-01", "4")], {}, []),
        ([("06-01", "5"), ("06-02", "4")], {"measure": "point"}, []),
        ([("06-01", "5"), ("06-02", "4")], {"measure": "increment"}, []),
        ([("06-01", "5"), ("06-01", "4")], {}, [("DC509", ("actuals", 1, "day"))]),
    ],
)
def test_running_totals_do_not_fall(actuals: list[tuple[str, str]], keys: dict[str, Any], expected: Found) -> None:
    rows = [{"day": f"2013-{day}", "value": value} for day, value in actuals]
    assert indicator(actuals=rows, **keys) == expected


def test_a_fall_with_a_reason_and_another_unit_are_no_matter() -> None:
    rows = [{"day": "2013-06-01", "value": "5"}, {"day": "2013-06-02", "value": "4", "reason": "核减"}]
    assert indicator(actuals=rows) == []
    by_unit = [
        {"day": "2013-06-01", "value": "5", "by": "县府办"},
        {"day": "2013-06-01", "value": "4", "by": "建设局"},
        {"day": "2013-06-02", "value": "4", "by": "县建设局"},
        {"day": "2013-06-03", "value": "3", "by": "建设局"},
    ]
    assert indicator(each="各乡镇", actuals=by_unit) == [("DC506", ("actuals", 3, "value"))]


def test_places_and_growths_may_fall() -> None:
    """三抓两促 二（一）抓项目建设: from fourth to third is no fall of a running total."""
    falling = [{"day": "2013-06-01", "value": "4"}, {"day": "2013-06-02", "value": "3"}]
    assert indicator(unit="名", target={"rank_within": "3"}, actuals=falling) == []
    assert indicator(unit="%", base="上年同期", actuals=falling) == []
    assert indicator(unit="%", base=BASE, actuals=falling) == [("DC506", ("actuals", 1, "value"))]


@pytest.mark.parametrize(("whole", "found"), [("100", []), ("101", [("DC507", ("indicators", 0, "target"))])])
def test_parts_add_up(whole: str, found: Found) -> None:
    part = {"unit": "亩", "title": "乙", "part_of": {"indicator": "whole", "complete": "true"}}
    parts = [{"id": "a", "target": "60.5", **part}, {"id": "b", "target": "39.5", **part}]
    assert doubts(indicators=[{"id": "whole", "title": "甲", "unit": "亩", "target": whole}, *parts]) == found


@pytest.mark.parametrize(("quota", "is_doubted"), [("6000", False), ("6001", True)])
def test_townships_add_up_to_their_county_in_its_multiple(quota: str, is_doubted: bool) -> None:
    part = {"each": "各乡镇", "unit": "平方米", "target": "4000", "quotas": [{"unit": "建设局", "value": quota}]}
    whole = {"id": "whole", "title": "甲", "unit": "万平方米", "target": "1"}
    of_whole = {"part_of": {"indicator": "whole", "complete": "true"}}
    found = doubts(indicators=[whole, {"id": "a", "title": "乙", **part, **of_whole}])
    assert found == ([("DC507", ("indicators", 0, "target"))] if is_doubted else [])
    assert (
        doubts(indicators=[whole, {"id": "a", "title": "乙", **part, **of_whole, "each": "各部门", "quotas": []}]) == []
    )


@pytest.mark.parametrize(("unit", "is_doubted"), [("亩", False), ("万亩", False), ("个", True)])
def test_a_part_measures_what_its_total_measures(unit: str, is_doubted: bool) -> None:
    part = {"id": "a", "title": "乙", "unit": unit, "target": "1", "part_of": {"indicator": "whole"}}
    found = doubts(indicators=[{"id": "whole", "title": "甲", "unit": "亩", "target": "9"}, part])
    assert found == ([("DC516", ("indicators", 1, "part_of"))] if is_doubted else [])


@pytest.mark.parametrize(
    ("keys", "is_doubted"),
    [
        ({}, False),
        ({"measure": "increment"}, False),
        ({"target": {"equal": "5"}}, False),
        ({"target": {"floor": "5", "stretch": "8"}}, False),
        ({"measure": "point"}, True),
        ({"target": {"at_most": "5"}}, True),
        ({"target": {"between": ["5", "6"]}}, True),
        ({"target": {"rank_within": "3"}}, True),
        ({"unit": "%", "base": "上年同期"}, True),
    ],
)
def test_only_an_amount_keeps_pace_with_the_months(keys: dict[str, Any], is_doubted: bool) -> None:
    assert indicator(pace="months", **keys) == ([("DC514", ("pace",))] if is_doubted else [])
    assert indicator(**keys) == []


@pytest.mark.parametrize(
    ("unit", "base", "is_doubted"),
    [
        ("%", {"what": "上年", "value": "38", "unit": "%"}, True),
        ("%", {"what": "上年", "value": "38", "unit": "亿元"}, False),
        ("百分点", {"what": "上年", "value": "38", "unit": "%"}, False),
        ("%", {"what": "上年"}, False),
    ],
)
def test_percent_of_a_percentage_is_two_things(unit: str, base: dict[str, str], is_doubted: bool) -> None:
    assert indicator(unit=unit, target="3", base=base) == ([("DC513", ("unit",))] if is_doubted else [])


def test_the_same_period_is_there_for_a_growth() -> None:
    amounts = [{"day": "2013-06-01", "value": "5", "same_period": "4"}]
    investment = {"id": "investment", "title": "投资", "unit": "亿元", "target": "9", "actuals": amounts}
    growth = {"id": "growth", "title": "增长", "unit": "%", "target": "3", "base": {"what": "上年", "of": "investment"}}
    unused = [("DC515", ("indicators", 0, "actuals", 0, "same_period"))]
    assert doubts(indicators=[investment]) == unused
    assert doubts(indicators=[investment, {**growth, "base": "上年"}]) == unused
    assert doubts(indicators=[investment, growth]) == []


@pytest.mark.parametrize(
    ("keys", "is_doubted"),
    [
        ({"unit": "%", "measure": "point"}, False),
        ({"unit": "%"}, True),
        ({"unit": "个百分点", "measure": "point"}, False),
        ({"unit": "%", "measure": "point", "title": "提高3个百分点"}, True),
        ({"unit": "%", "measure": "point", "target": "0.95", "actuals": [{"day": "2013-06-01", "value": "93"}]}, True),
        ({"unit": "%", "measure": "point", "target": "95", "actuals": [{"day": "2013-06-01", "value": "0.93"}]}, True),
        ({"unit": "%", "measure": "point", "target": "95", "actuals": [{"day": "2013-06-01", "value": "0"}]}, False),
        ({"unit": "%", "target": "23", "base": "上年同期"}, False),
        ({"unit": "%", "target": "23", "base": BASE, "actuals": [{"day": "2013-06-01", "value": "0.9"}]}, False),
        ({"unit": "%", "target": "3", "base": BASE, "title": "提高3个百分点"}, True),
    ],
)
def test_percent_is_not_percentage_points(keys: dict[str, Any], is_doubted: bool) -> None:
    assert indicator(**keys) == ([("DC508", ("unit",))] if is_doubted else [])


@pytest.mark.parametrize(
    ("roles", "expected"),
    [
        ({"lead": "国土局", "responsible": ["国土局", "建设局"]}, []),
        ({"lead": "国土局", "support": ["县国土资源局"]}, [("DC306", ("support", 0))]),
        ({"responsible": ["国土局", "县国土资源局"]}, [("DC306", ("responsible", 1))]),
    ],
)
def test_each_unit_once(roles: dict[str, Any], expected: Found) -> None:
    assert milestone(**roles) == expected


def test_somebody_answers() -> None:
    task = [{"id": "a", "title": "甲", "support": "国土局"}]
    assert doubts(lead=(), milestones=task) == [("DC309", ("milestones", 0))]
    assert doubts(responsible="国土局", lead=(), milestones=task) == []


@pytest.mark.parametrize(
    ("every", "is_noted"),
    [("每月25日前", False), ("每月", True), ("每季末", False), ("每季度", True), ("不定期", False)],
)
def test_a_duty_names_a_day(every: str, is_noted: bool) -> None:
    found = doubts(duties=[{"id": "a", "title": "甲", "every": every}])
    assert found == ([("DC408", ("duties", 0, "every"))] if is_noted else [])


@pytest.mark.parametrize(("when", "is_doubted"), [("2-3月", False), ("1-3月", True), ("全程", False), ("4月起", False)])
def test_phases_lie_in_the_campaign(when: str, is_doubted: bool) -> None:
    found = doubts(phases=[{"id": "a", "title": "甲", "when": when}])
    assert found == ([("DC407", ("phases", 0, "when"))] if is_doubted else [])


def test_a_campaign_that_ends_before_it_starts_is_told_of_once() -> None:
    campaign = make_campaign(end="2012-01-31", bulletin={"first": "2013-05"})
    plan = make_plan(milestones=[{"id": "a", "title": "甲", "due": "6月底", "done": "2013-06-01", "lead": "国土局"}])
    assert list(question_campaign(campaign)) == []
    assert list(question_plan(campaign, Register(campaign), plan, LATEST)) == []


@pytest.mark.parametrize(
    ("groups", "plans", "expected"),
    [
        ([["land"]], ["land"], []),
        ([["land"]], ["land", "roads"], [(1, "DC307")]),
        ([[]], ["land"], [(0, "DC307")]),
        ([], ["land"], []),
        ([["lamd"]], ["land"], [(None, "DC303")]),
        ([["land", "land"]], ["land", "roads"], [(None, "DC308")]),
        ([["land"], ["land"]], ["land"], [(None, "DC308")]),
    ],
)
def test_every_plan_is_in_one_group(groups: list[list[str]], plans: list[str], expected: list[tuple[Any, str]]) -> None:
    numbered = [{"id": str(at), "leader": "甲", "plans": names} for at, names in enumerate(groups, start=1)]
    campaign = make_campaign(supervision={"groups": numbered})
    found = list(question_coverage(campaign, plans))
    assert [(at, problem.code) for at, problem in found] == expected
    assert all(problem.severity is Severity.WARNING for _, problem in found)


@pytest.mark.parametrize(
    ("day", "settled", "expected"),
    [
        ("2013-07-01", None, []),
        ("2013-07-02", None, [("DC602", ("objections", 0, "day"))]),
        ("2013-02-01", None, []),
        ("2013-01-31", None, [("DC602", ("objections", 0, "day"))]),
        ("2013-06-20", "2013-06-20", []),
        ("2013-06-20", "2013-06-19", [("DC733", ("objections", 0, "settled", "day"))]),
        ("2013-06-20", "2013-07-02", [("DC602", ("objections", 0, "settled", "day"))]),
        ("2014-06-20", "2013-06-21", [("DC602", ("objections", 0, "day"))]),
    ],
)
def test_an_objection_is_raised_and_then_settled(day: str, settled: str | None, expected: Found) -> None:
    end = {"settled": {"day": settled, "text": "属实"}} if settled else {}
    assert milestone(objections=[{"day": day, "by": "国土局", "text": "已办", **end}]) == expected


def test_one_open_objection_of_a_unit_to_one_thing() -> None:
    def found(*rows: tuple[str, bool]) -> Found:
        ended = {"settled": {"day": "2013-06-30", "text": "属实"}}
        listed = [{"day": "2013-06-20", "by": by, "text": "已办", **(ended if over else {})} for by, over in rows]
        return milestone(lead=["国土局", "建设局"], objections=listed)

    assert found(("国土局", False), ("建设局", False)) == []
    assert found(("国土局", True), ("国土局", False)) == []
    assert found(("国土局", False), ("县国土资源局", False)) == [("DC734", ("objections", 1, "by"))]
