"""What a paper is called, who sends it, and its number in the series of its kind."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ducha.assess import Scope, assess, on_period
from ducha.assess.bulletin.masthead import Masthead, find_masthead
from ducha.deadlines.cycles import Cycle
from ducha.model.records import Records
from tests.conftest import make_campaign, make_plan


def masthead(
    cycle: Cycle, number: int, bulletin: dict[str, Any], scope: Scope | None = None, office: str | None = None
) -> Masthead:
    campaign = make_campaign(bulletin=bulletin)
    at = on_period(campaign, number, 2013, date(2020, 1, 1), cycle)
    assert at.period
    return find_masthead(assess(campaign, [make_plan(office=office)], at, scope), at.period)


@pytest.mark.parametrize(
    ("cycle", "number", "bulletin", "series"),
    [
        (Cycle.MONTH, 6, {"first": "2013-05"}, 2),
        (Cycle.MONTH, 5, {"first": "2013-06"}, None),
        (Cycle.MONTH, 6, {}, None),
        (Cycle.WEEK, 26, {"week": {"first": "2013-W19"}}, 8),
        (Cycle.WEEK, 19, {"week": {"first": "2013-W19"}}, 1),
        (Cycle.WEEK, 18, {"week": {"first": "2013-W19"}}, None),
        (Cycle.WEEK, 26, {"first": "2013-05"}, None),
        (Cycle.QUARTER, 4, {"quarter": {"first": "2013-Q2"}}, 3),
        (Cycle.HALF, 2, {"half": {"first": "2013-H1"}}, 2),
        (Cycle.YEAR, 1, {"year": {"first": "2012"}}, 2),
    ],
)
def test_every_kind_of_paper_has_numbers_of_its_own(
    cycle: Cycle, number: int, bulletin: dict[str, Any], series: int | None
) -> None:
    assert masthead(cycle, number, bulletin).number == series


def test_what_a_kind_of_paper_does_not_say_is_as_in_all() -> None:
    house = {"name": "督查专报", "addressees": "各单位", "copies": ["县委办"]}
    assert masthead(Cycle.MONTH, 6, house)[:8] == ("三项行动", "督查专报", None, True, None, None, "县府办", "各单位")
    week = {
        **house,
        "week": {"name": "政务督查", "office": "督查室", "subject": "进展", "addressees": "各局", "copies": "甲"},
    }
    found = masthead(Cycle.WEEK, 26, week)
    assert found == Masthead("三项行动", "政务督查", "进展", True, None, None, "督查室", "各局", ("甲",), False)
    assert masthead(Cycle.QUARTER, 2, week).copies == ("县委办",)


def test_a_plan_alone_is_told_of_by_its_own_office() -> None:
    """株县办〔2015〕4号 项目突破年 五（二）: 领导小组办公室负责每月的通报."""
    alone = masthead(Cycle.QUARTER, 2, {}, Scope(plans=("land",)), "国土局")
    assert (alone.about, alone.office) == ("资源要素保障", "县国土资源局")
    assert masthead(Cycle.QUARTER, 2, {}, None, "国土局").office == "县府办"


def test_a_report_on_some_plans_is_no_paper_of_the_series() -> None:
    house = {"first": "2013-05"}
    whole, some = masthead(Cycle.MONTH, 6, house), masthead(Cycle.MONTH, 6, house, Scope(plans=("land",)))
    assert (whole.about, whole.in_series, whole.number) == ("三项行动", True, 2)
    assert (some.about, some.in_series, some.number, some.office) == ("资源要素保障", False, None, "县府办")
    assert masthead(Cycle.MONTH, 6, house, Scope(plans=("land",)), "国土局").number == 2


def test_a_paper_that_was_sent_out_keeps_its_number_and_day() -> None:
    sent = Records.model_validate({"bulletins": [{"period": "2013-06", "number": "7", "day": "2013-07-08"}]})
    campaign = make_campaign(bulletin={"first": "2013-05"})

    def on(month: int) -> Masthead:
        at = on_period(campaign, month, 2013, date(2020, 1, 1))
        assert at.period
        return find_masthead(assess(campaign, [make_plan()], at, records=sent), at.period)

    assert (on(6).number, on(6).sent) == (7, date(2013, 7, 8))
    assert (on(7).number, on(7).sent) == (3, None)


@pytest.mark.parametrize(
    ("every", "kind", "ordered"),
    [
        ("每月", "bulletin", [Cycle.MONTH]),
        ("每周", "bulletin", [Cycle.WEEK]),
        ("每季度", "bulletin", [Cycle.QUARTER]),
        ("每半年", "bulletin", [Cycle.HALF]),
        ("每年", "bulletin", [Cycle.YEAR]),
        ("每两个月", "bulletin", []),
        ("每旬", "bulletin", []),
        ("不定期", "bulletin", []),
        ("每月", "inspection", []),
    ],
)
def test_the_document_asks_for_a_paper_as_often_as_its_method_says(every: str, kind: str, ordered: list[Cycle]) -> None:
    campaign = make_campaign(supervision={"methods": [{"id": "a", "title": "通报", "every": every, "kind": kind}]})
    numbers = {Cycle.WEEK: 26, Cycle.MONTH: 6, Cycle.QUARTER: 2, Cycle.HALF: 1, Cycle.YEAR: 1}
    papers = [on_period(campaign, number, 2013, date(2020, 1, 1), cycle) for cycle, number in numbers.items()]
    found = [
        at.period.cycle
        for at in papers
        if at.period and find_masthead(assess(campaign, [make_plan()], at), at.period).is_ordered
    ]
    assert found == ordered
