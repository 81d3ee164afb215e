"""The ranking of units: who is compared with whom, by what, and what becomes of those nothing was asked of.

项目突破年 五（四） and 七（三） (株县办〔2015〕4号): a ranking each quarter, of departments and townships apart;
whoever is low twice running is talked to.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ducha.assess import assess, on_period, on_period_before
from ducha.assess.units.ranking import Ranking, rank_units
from ducha.deadlines.cycles import Cycle
from ducha.model import Campaign, Plan
from ducha.store import load_plans
from tests.conftest import ROOT, make_campaign, make_plan

LATE = date(2020, 1, 1)
NAMES = ("甲局", "乙局", "丙局", "丁局")
CAMPAIGN: dict[str, Any] = {
    "document": {"number": "测政发〔2013〕1号", "issued": "2013-01-01"},
    "start": "2013-01-01",
    "end": "2013-12-31",
    "units": [
        {"name": "县府办", "category": "综合"},
        *({"name": name, "category": "部门"} for name in NAMES),
        {"name": "东镇", "category": "乡镇"},
        {"name": "西镇", "category": "乡镇"},
    ],
    "unit_groups": [{"name": "各乡镇", "category": "乡镇", "members": ["东镇", "西镇"]}],
    "supervision": {},
}


def county(**ranking: Any) -> Campaign:
    return make_campaign(**CAMPAIGN, ranking=ranking)


def task(number: int, due: str, done: str | None = None, *lead: str) -> dict[str, Any]:
    return {"id": f"t{number}", "title": f"任务{number}", "due": due, "lead": list(lead)} | (
        {"done": done} if done else {}
    )


def ranked(plans: Plan | list[Plan], campaign: Campaign | None = None, quarter: int = 2) -> Ranking:
    campaign = campaign or county()
    at = on_period(campaign, quarter, None, LATE, Cycle.QUARTER)
    listed = plans if isinstance(plans, list) else [plans]
    return rank_units(assess(campaign, listed, at, before=on_period_before(campaign, at)))


def places(ranking: Ranking, name: str = "部门") -> dict[str, int]:
    return {one.unit: one.place for c in ranking.classes if c.name == name for one in c.ranked}


def test_the_share_finished_on_time_comes_first() -> None:
    plan = make_plan(
        milestones=[
            task(1, "4月底", "2013-04-30", "甲局"),
            task(2, "5月底", None, "甲局"),
            task(3, "5月底", "2013-05-31", "乙局"),
            task(4, "5月底", "2013-06-02", "丙局"),
        ]
    )
    ranking = ranked(plan)
    assert places(ranking) == {"乙局": 1, "甲局": 2, "丙局": 3}
    facts = {one.unit: (*one.account.finished, one.account.overdue) for one in ranking.classes[0].ranked}
    assert facts == {"甲局": (1, 2, 1), "乙局": (1, 1, 0), "丙局": (0, 1, 0)}


def test_then_what_is_overdue_and_equal_facts_share_a_place() -> None:
    plan = make_plan(
        milestones=[
            task(1, "5月底", None, "甲局"),
            task(2, "5月底", "2013-06-05", "乙局"),
            task(3, "5月底", None, "丙局"),
            task(4, "5月底", "2013-05-05", "丁局"),
        ]
    )
    assert places(ranked(plan)) == {"丁局": 1, "乙局": 2, "甲局": 3, "丙局": 3}


def test_then_the_reports_that_came_late_or_not_at_all() -> None:
    returns = [{"period": "2013-05", "day": "2013-05-20", "by": ["甲局"]}]
    duty = {"id": "form", "title": "报表", "who": ["甲局", "乙局"], "to": "县府办", "every": "每月25日前",
            "since": "5月", "until": "5月", "returns": returns}  # fmt: skip
    plan = make_plan(milestones=[task(1, "5月底", None, "甲局"), task(2, "5月底", None, "乙局")], duties=[duty])
    ranking = ranked(plan)
    assert places(ranking) == {"甲局": 1, "乙局": 2}
    assert [one.account.unpunctual for one in ranking.classes[0].ranked] == [0, 1]


def test_what_several_share_counts_for_each() -> None:
    ranking = ranked(make_plan(milestones=[task(1, "5月底", None, "甲局", "乙局"), task(2, "5月底", None, "甲局")]))
    assert {one.unit: one.account.overdue for one in ranking.classes[0].ranked} == {"甲局": 2, "乙局": 1}
    assert (ranking.due, ranking.shared) == (2, 1)


def test_only_the_lead_is_charged_where_one_is_named() -> None:
    plan = make_plan(milestones=[{**task(1, "5月底", None, "甲局"), "responsible": ["乙局"], "support": ["丙局"]}])
    ranking = ranked(plan)
    assert places(ranking) == {"甲局": 1}
    assert ranking.classes[0].unranked == ()


def test_a_unit_of_which_nothing_was_asked_is_not_ranked_low_for_it() -> None:
    plan = make_plan(milestones=[task(1, "5月底", None, "甲局"), task(2, "9月底", None, "乙局"), task(3, "5月底")])
    ranking = ranked(plan, county(low="3"))
    assert places(ranking) == {"甲局": 1}
    assert ranking.classes[0].unranked == ("乙局",)  # 丙局 and 丁局 answer for nothing at all
    assert ranking.unnamed == 1


@pytest.mark.parametrize(
    ("keys", "finished"),
    [
        ({"due": "2月底"}, (0, 1)),  # late from before: still not finished
        ({"due": "2月底", "done": "2013-05-02"}, None),  # was late in the ranking before, is finished now
        ({"due": "6月底", "done": "2013-02-02"}, (1, 1)),  # due in the quarter, finished before it
        ({"due": "6月底", "stopped": {"day": "2013-06-01", "by": "县政府", "reason": "调整"}}, None),
        ({"due": "7月份前"}, None),  # two readings
        ({"due": None}, None),
        ({"due": "5月底", "extensions": [{"day": "2013-05-02", "to": "2013-07-20", "by": "县政府", "reason": "雨"}]},
         None),
    ],
)  # fmt: skip
def test_what_a_quarter_asks_for(keys: dict[str, Any], finished: tuple[int, int] | None) -> None:
    written = {key: value for key, value in keys.items() if value}
    ranking = ranked(make_plan(milestones=[{"id": "t", "title": "任务", "lead": ["甲局"], **written}]))
    (one,) = ranking.classes
    assert [tuple(unit.account.finished) for unit in one.ranked] == ([finished] if finished else [])


def test_a_collective_name_is_not_split_and_has_no_place() -> None:
    ranking = ranked(make_plan(milestones=[task(1, "5月底", None, "各乡镇"), task(2, "5月底", None, "甲局")]))
    assert ranking.collective == (("各乡镇", 1),)
    assert [one.name for one in ranking.classes] == ["部门"]


def test_a_class_may_be_ranked_by_its_reports() -> None:
    came = (("04", "20", "各乡镇"), ("05", "20", "东镇"), ("05", "28", "西镇"), ("06", "20", "东镇"))
    returns = [{"period": f"2013-{month}", "day": f"2013-{month}-{day}", "by": by} for month, day, by in came]
    duty = {"id": "form", "title": "报表", "who": "各乡镇", "to": "县府办", "every": "每月25日前", "returns": returns}
    ranking = ranked(make_plan(duties=[duty]), county(classes=["部门", {"name": "乡镇", "by": "returns"}]))
    assert places(ranking, "乡镇") == {"东镇": 1, "西镇": 2}
    facts = {one.unit: one.account.returned for one in ranking.classes[1].ranked}
    assert (facts["西镇"].on_time, facts["西镇"].late, facts["西镇"].missing) == (1, 1, 1)
    assert ranking.classes[0] == ranking.classes[0]._replace(name="部门", ranked=(), unranked=())


def test_standing_work_that_nobody_is_sent_is_no_report() -> None:
    duty = {"id": "check", "title": "检查", "who": ["甲局"], "every": "每月"}
    ranking = ranked(make_plan(duties=[duty]), county(classes=[{"name": "部门", "by": "returns"}]))
    assert places(ranking) == {}
    assert ranking.classes[0].unranked == ()


def test_units_of_no_class_are_said_to_be_out() -> None:
    plan = make_plan(milestones=[task(1, "5月底", None, "县府办"), task(2, "5月底", None, "甲局")])
    ranking = ranked(plan, county(classes=["部门"]))
    assert ranking.unclassed == (("县府办", 1),)


def test_a_class_of_several_categories() -> None:
    plan = make_plan(milestones=[task(1, "5月底", None, "县府办"), task(2, "5月底", "2013-05-05", "甲局")])
    ranking = ranked(plan, county(classes=[{"name": "县级部门", "categories": ["综合", "部门"]}]))
    assert places(ranking, "县级部门") == {"甲局": 1, "县府办": 2}


TWO_QUARTERS = make_plan(
    milestones=[
        task(1, "2月底", "2013-02-20", "甲局"),
        task(2, "2月底", "2013-03-20", "乙局"),
        task(3, "2月底", "2013-03-21", "丙局"),
        task(4, "5月底", "2013-05-20", "甲局"),
        task(5, "5月底", "2013-05-20", "乙局"),
        task(6, "5月底", None, "丙局"),
        task(7, "5月底", "2013-06-20", "丁局"),
    ]
)


def test_the_places_of_the_quarter_before_and_the_change() -> None:
    ranking = ranked(TWO_QUARTERS)
    assert ranking.before
    assert ranking.before.name == "2013-Q1"
    found = {one.unit: (one.place_before, one.place, one.moved) for one in ranking.classes[0].ranked}
    assert found == {"甲局": (1, 1, 0), "乙局": (2, 1, -1), "丁局": (None, 3, None), "丙局": (2, 4, 2)}
    (departments,) = ranking.classes
    assert [one.unit for one in departments.forward] == ["乙局"]
    assert [one.unit for one in departments.back] == ["丙局"]


def test_who_is_low_twice_running_is_a_candidate_and_no_more() -> None:
    ranking = ranked(TWO_QUARTERS, county(low="2", summoned_by="县政府主要领导"))
    (departments,) = ranking.classes
    assert [one.unit for one in departments.ranked if one.is_low] == ["丁局", "丙局"]
    assert [one.unit for one in departments.ranked if one.was_low] == ["乙局", "丙局"]
    assert [one.unit for one in departments.candidates] == ["丙局"]
    assert (ranking.has_low, ranking.summoned_by) == (True, "县政府主要领导")


def test_without_the_setting_nobody_is_low() -> None:
    ranking = ranked(TWO_QUARTERS)
    assert not ranking.has_low
    assert not [one for c in ranking.classes for one in c.ranked if one.is_low or one.was_low]


@pytest.mark.parametrize(
    ("low", "names"), [(1, ["丙局"]), (2, ["丁局", "丙局"]), (3, ["丁局", "丙局"]), (9, ["丁局", "丙局"])]
)
def test_those_who_share_a_place_that_begins_above_the_last_are_not_low(low: int, names: list[str]) -> None:
    (departments,) = ranked(TWO_QUARTERS, county(low=str(low))).classes
    assert [one.unit for one in departments.ranked if one.is_low] == names


def test_a_class_may_have_another_number_of_low_places() -> None:
    ranking = ranked(TWO_QUARTERS, county(low="3", classes=[{"name": "部门", "low": "1"}]))
    assert [one.unit for one in ranking.classes[0].ranked if one.is_low] == ["丙局"]


def test_the_first_ranking_has_nothing_before_it() -> None:
    ranking = ranked(TWO_QUARTERS, quarter=1)
    assert ranking.before is None
    assert not ranking.classes[0].is_compared


@pytest.mark.parametrize("came", [None, "2013-03-20", "2013-03-28"])
@pytest.mark.parametrize(
    ("day", "settled", "was_disputed"),
    [
        ("2013-05-20", None, False),  # after the data of the first quarter were checked
        ("2013-04-02", None, True),
        ("2013-04-02", "2013-05-20", True),  # settled since, but open when it was printed
        ("2013-04-02", "2013-04-03", False),  # settled before it was printed
    ],
)
def test_a_dispute_counts_in_the_ranking_before_as_it_did_when_that_was_printed(
    came: str | None, day: str, settled: str | None, was_disputed: bool
) -> None:
    objection: dict[str, Any] = {"period": "2013-03", "day": day, "by": "甲局", "text": "已送"}
    if settled:
        objection["settled"] = {"day": settled, "text": "属实"}
    returns = [{"period": "2013-03", "day": came, "by": ["甲局"]}] if came else []
    duty = {"id": "form", "title": "报表", "who": ["甲局"], "to": "县府办", "every": "每月25日前", "since": "3月",
            "until": "4月", "returns": returns, "objections": [objection]}  # fmt: skip
    plan = make_plan(milestones=[task(1, "2月底", "2013-02-20", "甲局"), task(2, "5月底", None, "甲局")], duties=[duty])
    ((now,),) = (one.ranked for one in ranked(plan).classes)
    ((then,),) = (one.ranked for one in ranked(plan, quarter=1).classes)
    assert now.account_before == then.account
    assert then.account.returned.disputed == was_disputed
    assert then.account.unpunctual == (came != "2013-03-20" and not was_disputed)


CAMPAIGNS = {
    ROOT / "plans": (Cycle.MONTH, 6),
    ROOT / "tests" / "campaigns" / "zhuzhou-2015": (Cycle.QUARTER, 2),
    ROOT / "tests" / "campaigns" / "touzi-huanjing-2010": (Cycle.QUARTER, 2),
}


@pytest.mark.parametrize("by", ["tasks", "returns"])
@pytest.mark.parametrize("directory", CAMPAIGNS, ids=lambda path: path.name)
def test_the_places_before_are_those_that_were_printed_then(directory: Path, by: str) -> None:
    """What came since had not come then: the ranking of the period before is the same now as it was."""
    loaded = load_plans(directory)
    assert loaded.campaign
    categories = dict.fromkeys(unit.category for unit in loaded.campaign.units)
    classes = [{"name": category, "by": by} for category in categories]
    campaign = loaded.campaign.model_copy(update={"ranking": county(classes=classes, low="3").ranking})
    cycle, number = CAMPAIGNS[directory]
    at = on_period(campaign, number, None, LATE, cycle)
    then = on_period_before(campaign, at)
    assert then
    now = rank_units(assess(campaign, loaded.results, at, before=then))
    was = rank_units(assess(campaign, loaded.results, then))
    printed = {one.unit: (one.place, one.account, one.is_low) for c in was.classes for one in c.ranked}
    looked_up = {one.unit: (one.place_before, one.account_before, one.was_low) for c in now.classes for one in c.ranked}
    assert {unit: one for unit, one in looked_up.items() if one[0]} == {
        unit: one for unit, one in printed.items() if unit in looked_up
    }
    assert printed or by == "tasks"
