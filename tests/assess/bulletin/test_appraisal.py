"""Facts for appraisal: 新政发〔2013〕36号 督查工作方案 三4 names 工作力度, 完成进度 and 完成质量, and no measure."""

from __future__ import annotations

from datetime import date

from ducha.assess import assess, on_period
from ducha.assess.bulletin.appraisal import Appraisal, UnitFacts, gather_facts
from ducha.assess.rates import Rate
from ducha.deadlines.cycles import Cycle
from ducha.model import Plan
from tests.conftest import make_campaign, make_plan


def facts(plan: Plan) -> Appraisal:
    campaign = make_campaign()
    return gather_facts(assess(campaign, [plan], on_period(campaign, 1, 2013, date(2020, 1, 1), Cycle.YEAR)))


def of(appraisal: Appraisal, name: str) -> UnitFacts:
    (found,) = (one for c in appraisal.classes for one in c.units if one.unit == name)
    return found


PLAN = make_plan(
    milestones=[
        {"id": "a", "title": "甲", "due": "5月底", "lead": "国土局", "done": {"day": "2013-05-20", "proof": "批复"}},
        {"id": "b", "title": "乙", "due": "5月底", "lead": "国土局", "done": "2013-06-10"},
        {"id": "c", "title": "丙", "due": "6月底", "responsible": ["国土局", "建设局"]},
        {"id": "d", "title": "丁", "lead": "国土局", "done": "2013-07-01"},
        {"id": "e", "title": "戊", "due": "5月底", "lead": "建设局", "extensions": [
            {"day": "2013-05-20", "to": "2014-03-31", "by": "县政府", "reason": "调整"}]},
        {"id": "f", "title": "己", "due": "10—12月", "lead": "各部门"},
        {"id": "g", "title": "庚", "due": "6月底"},
    ],
    indicators=[{"id": "land", "title": "土地", "unit": "亩", "target": "100", "due": "9月底", "lead": "国土局",
                 "checkpoints": [{"due": "6月底", "value": "50"}],
                 "actuals": [{"day": "2013-06-20", "value": "60"}, {"day": "2013-09-20", "value": "90"}]}],
    duties=[
        {"id": "form", "title": "报表", "who": "建设局", "to": "县府办", "every": "每月25日前", "since": "5月",
         "until": "8月", "returns": [{"period": "2013-05", "day": "2013-05-20", "by": "建设局"},
                                     {"period": "2013-06", "day": "2013-07-02", "by": "建设局"}]},
        {"id": "work", "title": "检查", "who": "建设局", "every": "每月"},
    ],
)  # fmt: skip


def test_progress_is_counted_as_it_is_everywhere() -> None:
    land = of(facts(PLAN), "县国土资源局")
    assert land.tally.total == 6
    assert land.tally.finished == Rate(4, 6)
    assert land.tally.on_time == Rate(2, 5)
    assert land.most_late == (date(2014, 1, 1) - date(2013, 6, 30)).days
    assert of(facts(PLAN), "县建设局").extended == 1


def test_effort_is_what_was_sent_and_told() -> None:
    building = of(facts(PLAN), "县建设局")
    assert (building.returned.on_time, building.returned.late, building.returned.missing) == (1, 1, 2)
    assert building.unreported == 1  # 丙, of which nobody told anything
    assert of(facts(PLAN), "县国土资源局").unreported == 1


def test_quality_is_only_what_is_on_record() -> None:
    land = of(facts(PLAN), "县国土资源局")
    assert land.figures == Rate(1, 2)
    assert land.proven == Rate(1, 3)


def test_what_is_shared_or_nobodys_is_said() -> None:
    appraisal = facts(PLAN)
    assert (appraisal.shared, appraisal.unnamed) == (1, 1)
    assert [(c.name, [one.unit for one in c.units]) for c in appraisal.classes] == [
        ("部门", ["县国土资源局", "县建设局"]),
        (None, ["各部门"]),
    ]


def test_there_are_no_points_and_no_verdict() -> None:
    assert not {"score", "points", "grade", "verdict", "rank", "place"} & set(UnitFacts._fields)
