"""What the annexes on units say of one unit, on the sheet that it checks."""

from __future__ import annotations

from datetime import date

from ducha.assess import assess, on_period
from ducha.assess.bulletin.bulletin import compose_bulletin
from ducha.assess.verify.annexes import Annexes
from ducha.assess.verify.checking import compose_sheets
from ducha.deadlines.cycles import Cycle
from tests.conftest import make_campaign, make_plan

COUNTY = make_campaign(
    units=[
        {"name": "县府办", "category": "综合"},
        {"name": "县国土资源局", "category": "部门"},
        {"name": "县建设局", "category": "部门"},
    ],
    unit_groups=[{"name": "各部门", "category": "部门"}],
    ranking={"classes": ["部门"]},
)
PLAN = make_plan(
    milestones=[
        {"id": "a", "title": "甲", "due": "6月底", "lead": "县国土资源局"},
        {"id": "b", "title": "乙", "due": "6月底", "lead": "各部门"},
        {"id": "c", "title": "丙", "due": "6月底", "lead": "县府办"},
        {"id": "d", "title": "丁", "due": "12月底", "lead": "县建设局"},
    ]
)


def annexes(unit: str, cycle: Cycle, number: int) -> Annexes:
    bulletin = compose_bulletin(assess(COUNTY, [PLAN], on_period(COUNTY, number, 2013, date(2013, 7, 1), cycle)))
    (sheet,) = compose_sheets(bulletin, COUNTY, [unit])
    return sheet.annexes


def test_of_a_quarter_each_sees_its_own_place_or_that_it_has_none() -> None:
    (one,) = annexes("县国土资源局", Cycle.QUARTER, 2).ranked
    assert ([entry.unit for entry in one.ranked], one.unranked) == (["县国土资源局"], ())
    (one,) = annexes("县建设局", Cycle.QUARTER, 2).ranked
    assert (one.ranked, one.unranked) == ((), ("县建设局",))
    for unit in ("各部门", "县府办"):
        assert annexes(unit, Cycle.QUARTER, 2) == Annexes(elsewhere=((unit, 1),))


def test_of_a_year_each_sees_its_own_facts() -> None:
    for unit, name in (("县建设局", "部门"), ("县府办", "其他单位"), ("各部门", None)):
        found = annexes(unit, Cycle.YEAR, 1)
        assert [(one.name, [facts.unit for facts in one.units]) for one in found.facts] == [(name, [unit])]
        assert (found.ranked, found.elsewhere) == ((), ())


def test_no_other_bulletin_has_them() -> None:
    assert annexes("县国土资源局", Cycle.MONTH, 6) == annexes("县国土资源局", Cycle.HALF, 1) == Annexes()
