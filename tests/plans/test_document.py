"""The shipped plans hold what 新政发〔2013〕36号 orders: held against a second, independent transcription.

``facts.tsv`` was made from the document by somebody who had not seen the plan files: every dated obligation and
every numeric target with its section, its words, its day and its value.
"""

from __future__ import annotations

import csv
import json
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from ducha.assess import State
from ducha.model import Plan
from ducha.store import load_plans
from tests.conftest import ROOT, printed

LOADED = load_plans(ROOT / "plans")
assert LOADED.campaign
CAMPAIGN = LOADED.campaign
FACT_LINES = (Path(__file__).parent / "facts.tsv").read_text(encoding="utf-8").splitlines()
FACTS = list(csv.DictReader(FACT_LINES, delimiter="\t"))


@pytest.fixture
def status() -> dict[str, Any]:
    content: dict[str, Any] = json.loads(
        printed("status", "--month", "6", "--format", "json", "--plans", ROOT / "plans")
    )
    return content


def sections_of(plan: Plan, obligation: dict[str, Any]) -> set[str]:
    item_id = obligation["id"].split("/")[1].split("@")[0]
    (item,) = (item for item in (*plan.milestones, *plan.indicators) if item.id == item_id)
    named = [obligation["section"], *(again.section for again in item.restates)]
    return {unicodedata.normalize("NFKC", section) for section in named}


def test_every_dated_fact_of_the_document_is_an_obligation_and_the_reverse(status: dict[str, Any]) -> None:
    plans = {plan.id: plan for plan in LOADED.results}
    held: dict[str, set[tuple[str, str, str]]] = {}
    for obligation in status["obligations"]:
        plan = plans[obligation["plan"]]
        held[obligation["id"]] = {
            (str(plan.number), section, obligation["original_due"] or "") for section in sections_of(plan, obligation)
        }
    facts = {(fact["plan"], fact["section"], fact["due"]) for fact in FACTS}
    assert facts - set().union(*held.values()) == set()
    dated = [o["id"] for o in status["obligations"] if o["original_due"]]
    assert [name for name in dated if not held[name] & facts] == []


def test_every_target_of_the_document_has_its_value_and_day(status: dict[str, Any]) -> None:
    numbers = {plan.id: str(plan.number) for plan in LOADED.results}
    held = {
        (numbers[o["plan"]], o["original_due"] or "", o["figure"]["expected"])
        for o in status["obligations"]
        if o["figure"]
    }
    missing = [f for f in FACTS if f["value"] and (f["plan"], f["due"], float(f["value"])) not in held]
    assert missing == []


def test_how_much_there_is(status: dict[str, Any]) -> None:
    assert len(LOADED.results) == 12
    assert sum(1 for o in status["obligations"] if o["original_due"]) == 183
    assert len(status["indicators"]) == 58
    assert len(status["duties"]) == 33
    assert Counter(len(plan.phases) for plan in LOADED.results) == Counter({0: 6, 5: 2, 3: 4})
    assert [plan.number for plan in LOADED.results if not plan.leaders] == [7, 12]
    assert [plan.number for plan in LOADED.results if not any(m.due for m in plan.milestones)] == [8, 10, 12]


def test_the_supervision_plan() -> None:
    groups = CAMPAIGN.supervision.groups
    covered = [plan for group in groups for plan in group.plans]
    assert [len(group.plans) for group in groups] == [3, 3, 3, 3]
    assert sorted(covered) == sorted(plan.id for plan in LOADED.results)
    (bulletin,) = [method for method in CAMPAIGN.supervision.methods if method.kind == "bulletin"]
    assert (bulletin.every, bulletin.at_least) == ("每月", 1)
    assert [method.title for method in CAMPAIGN.supervision.methods if method.kind == "inspection"] == [
        "常规督查",
        "联合督查",
        "现场督查",
        "会议督查",
        "舆论督查",
    ]


def test_the_parts_of_the_land_quota_make_its_total() -> None:
    land = next(plan for plan in LOADED.results if plan.id == "land")
    parts = [i.target.value for i in land.indicators if i.part_of and i.part_of.indicator == "quota"]
    total = next(i.target.value for i in land.indicators if i.id == "quota")
    assert sum(parts) == total == 2500


@pytest.mark.parametrize(
    ("name", "state", "strict", "due"),
    [
        ("investment/new-works-rest", "unclear", "2013-06-30", "2013-07-31"),
        ("services/merchant-forum", "unclear", "2013-05-31", "2013-12-31"),
        ("demolition/six-first", "pending", "2013-08-31", "2013-09-30"),
        ("land/quota-extra@2013-12-31", "pending", "2013-11-30", "2013-12-31"),
        ("investment/year-summary", "pending", None, "2014-01-31"),
    ],
)
def test_the_traps_of_the_document(status: dict[str, Any], name: str, state: str, strict: str | None, due: str) -> None:
    (obligation,) = (o for o in status["obligations"] if o["id"] == name)
    assert (obligation["state"], obligation["strict_due"], obligation["due"]) == (state, strict, due)


def test_the_sample_progress_shows_every_state_twice_and_is_dated_before_july(status: dict[str, Any]) -> None:
    states = Counter(o["state"] for o in status["obligations"])
    assert {state.value for state in State if states[state.value] < 2} == set()
    due = [o for o in status["obligations"] if o["original_due"] and o["original_due"] <= "2013-06-30"]
    finished = sum(o["state"] in ("done", "done_late") for o in due)
    assert 0.6 < finished / len(due) < 0.75
    assert CAMPAIGN.sample
    assert all(o["done"] is None or o["done"] <= "2013-06-30" for o in status["obligations"])


def test_titles_are_short() -> None:
    titles = [item.title for plan in LOADED.results for item in (*plan.milestones, *plan.indicators)]
    titles += [duty.title for plan in LOADED.results for duty in plan.duties]
    assert [title for title in titles if len(title) > 24] == []
