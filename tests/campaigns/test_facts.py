"""The campaigns of other counties hold what their documents order: held against a second, independent transcription.

``facts/*.tsv`` were made from the documents by somebody who had not seen the plan files. What the two judged
differently is named here, with the reason.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from ducha.assess import assess, on_day
from ducha.model import Plan, Register
from ducha.store import Loaded, load_plans

HERE = Path(__file__).parent
ZHUZHOU = {"reform": 1, "law": 2, "projects": 3}
"""name of a plan in the facts → its number"""

Fact = dict[str, str]


def facts(name: str) -> list[Fact]:
    """The rows of a list of facts."""
    lines = (HERE / "facts" / name).read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(lines, delimiter="\t"))


def campaign(name: str) -> Loaded[Plan]:
    """A campaign that loads without a problem."""
    loaded = load_plans(HERE / name)
    assert loaded.problems == ()
    return loaded


def register(loaded: Loaded[Plan]) -> Register:
    """The register of a campaign."""
    assert loaded.campaign
    return Register(loaded.campaign)


def values(plans: tuple[Plan, ...]) -> Iterator[tuple[int, float]]:
    """Every number a plan's targets ask."""
    for plan in plans:
        for indicator in plan.indicators:
            target = indicator.target
            numbers = [*target.model_dump(exclude_none=True).values()]
            for number in numbers:
                for one in number if isinstance(number, tuple) else (number,):
                    yield plan.number, float(one)


def numbers_of(fact: Fact) -> Iterator[float]:
    """1—2 and 4/3 are two numbers."""
    yield from (float(part) for part in fact["value"].replace("—", "/").split("/") if part)


def test_all_seventy_two_tasks_have_their_units() -> None:
    loaded = campaign("zhuzhou-2015")
    known = register(loaded).known
    reform = loaded.results[0]
    printed = {
        f["section"]: known(f["responsible"].split("、"))
        for f in facts("zhuzhou.tsv")
        if f["plan"] == "reform" and f["kind"] == "milestone"
    }
    assert len(printed) == 72
    assert {item.section: known(item.responsible) for item in reform.milestones} == printed
    assert [item.section and item.section.partition("）")[2] for item in reform.milestones] == [
        str(number) for number in range(1, 73)
    ]
    assert [item.title for item in reform.milestones if item.due] == ["农村商业银行挂牌"]


def test_every_unit_returns_at_each_month_end() -> None:
    """株县办〔2015〕4号 改革创新年 四（三）: 各责任单位 are the units that the 72 tasks name."""
    loaded = campaign("zhuzhou-2015")
    named = {unit for item in loaded.results[0].milestones for unit in register(loaded).known(item.responsible)}
    assert set(register(loaded).members_of("各责任单位")) == named
    assert len(named) == 59


DIFFERENT = {
    ("projects", "23"): "stated under two tasks, counted once",
    ("projects", "2"): "visits of each leader to each project: a duty has no count",
}
"""a number of the second list that is no target in the plan files, and why"""


def test_every_number_of_the_three_plans_is_a_target() -> None:
    held = set(values(campaign("zhuzhou-2015").results))
    rows = [f for f in facts("zhuzhou.tsv") if f["value"]]
    missing = [(f["plan"], f["value"]) for f in rows for one in numbers_of(f) if (ZHUZHOU[f["plan"]], one) not in held]
    assert [one for one in missing if one not in DIFFERENT] == []


def test_every_class_of_projects_is_in_the_ledger_with_its_five_ones() -> None:
    """项目突破年 四: 27, 35, 23 and 12 projects; 五（一）: each with a leader, a service unit and a special officer."""
    plan = campaign("zhuzhou-2015").results[2]
    assert plan.ledger
    held = Counter(project.kind for project in plan.ledger.projects)
    assert held == {one.title: one.count for one in plan.projects.classes}
    asked = {f["value"] for f in facts("zhuzhou.tsv") if f["plan"] == "projects" and f["measure"] == "个"}
    assert {str(count) for count in held.values()} < asked
    assert (plan.projects.total, plan.projects.added("count")) == (100, 97)
    for project in plan.ledger.projects:
        assert [len(names) for names in (project.leader, project.service, project.officer)] == [1, 1, 1]
    assert len({project.officer for project in plan.ledger.projects}) == 97


def test_fifteen_of_thirty_five_continued_projects_are_to_finish() -> None:
    """项目突破年 四（二）; the figure is what the ledger says has come into operation, 5 of 35 in the sample."""
    loaded = campaign("zhuzhou-2015")
    assert loaded.campaign
    assessment = assess(loaded.campaign, loaded.results, on_day(loaded.campaign, None, date(2026, 1, 1)))
    found = {one.id: one for one in assessment.indicators}
    finished = found["projects/finished"]
    assert finished.target.value == 15
    assert finished.actual
    assert finished.actual.value == 5
    assert (finished.actual.basis, finished.unit) == ("项目台账", "个")
    names = ("new-starts", "early-starts", "continuing-investment")
    amounts = [actual.value for one in names if (actual := found[f"projects/{one}"].actual)]
    assert amounts == [13, 4, Decimal("17.4")]


def test_every_dated_task_of_the_three_plans_is_dated() -> None:
    loaded = campaign("zhuzhou-2015")
    assert loaded.campaign
    held = {
        (plan.number, str(reading.end))
        for plan in loaded.results
        for item in (*plan.milestones, *plan.indicators)
        if item.due
        for reading in loaded.campaign.readings(item.due)
    }
    rows = [f for f in facts("zhuzhou.tsv") if f["due"][:2] == "20" and f["kind"] in ("milestone", "indicator")]
    dated = {(ZHUZHOU[f["plan"]], day) for f in rows for day in f["due"].split("、")}
    assert dated - held == {(2, "2020-12-31")}  # the goal for 2020 is beyond the campaign


@pytest.mark.parametrize(("name", "printed"), [("sanzhua-liangcu", "三抓两促"), ("touzi-huanjing-2010", "投资环境年")])
def test_every_number_of_the_others_is_a_target(name: str, printed: str) -> None:
    held = {value for _, value in values(campaign(name).results)}
    rows = [f for f in facts("sanzhua-and-touzi.tsv") if f["campaign"] == printed]
    asked = {one for f in rows for one in numbers_of(f)}
    assert asked - held == set()


def test_the_nine_tasks_of_the_investment_year_have_their_joint_leads() -> None:
    loaded = campaign("touzi-huanjing-2010")
    known = register(loaded).known
    held = {
        (item.section, known(item.lead), frozenset(known(item.responsible))) for item in loaded.results[0].milestones
    }
    rows = [f for f in facts("sanzhua-and-touzi.tsv") if f["campaign"] == "投资环境年" and f["kind"] == "milestone"]
    assert len(rows) == 9
    for f in rows:
        lead = known(f["lead"].split("、")) if f["lead"] else ()
        responsible = (
            frozenset(known(f["responsible"].replace("，", "、").split("、"))) if f["responsible"] else frozenset()
        )
        assert (f["section"], lead, responsible) in held, f["section"]


def test_how_much_there_is() -> None:
    counts = {
        name: [
            (len(plan.milestones), len(plan.indicators), len(plan.duties), len(plan.phases))
            for plan in campaign(name).results
        ]
        for name in ("zhuzhou-2015", "sanzhua-liangcu", "touzi-huanjing-2010")
    }
    assert counts == {
        "zhuzhou-2015": [(72, 2, 4, 0), (15, 0, 2, 3), (20, 19, 8, 3)],
        "sanzhua-liangcu": [(58, 23, 8, 0)],
        "touzi-huanjing-2010": [(25, 2, 5, 0)],
    }
