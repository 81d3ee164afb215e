"""Every number that papers print of matters handed over and of inspections follows from the records alone."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from dateutil.relativedelta import relativedelta

from tests.conftest import ROOT, printed

XINCHANG = ROOT / "plans"
SANZHUA, ZHUZHOU = (ROOT / "tests" / "campaigns" / name for name in ("sanzhua-liangcu", "zhuzhou-2015"))


class Paper(NamedTuple):
    """A paper, its period, and how it calls that; of one plan alone, which."""

    plans: Path
    period: tuple[str, ...]
    first: str
    last: str
    this: str
    plan: str | None = None

    @property
    def options(self) -> tuple[object, ...]:
        return (*self.period, *(("--plan", self.plan) if self.plan else ()), "--plans", self.plans)

    @property
    def text(self) -> str:
        return printed("bulletin", *self.options)

    @property
    def issues(self) -> list[dict[str, Any]]:
        issues: list[dict[str, Any]] = _records(self.plans)["issues"]
        return [one for one in issues if self.plan in (None, one.get("about", "").partition("/")[0])]

    @property
    def inspections(self) -> list[dict[str, Any]]:
        inspections: list[dict[str, Any]] = _records(self.plans)["inspections"]
        return [one for one in inspections if self.plan is None or self.plan in seen(one)]


@cache
def _records(plans: Path) -> Any:
    return yaml.safe_load((plans / "supervision.yaml").read_text(encoding="utf-8"))


PAPERS = (
    Paper(XINCHANG, ("--month", "5"), "2013-05-01", "2013-05-31", "本月"),
    Paper(XINCHANG, ("--month", "6"), "2013-06-01", "2013-06-30", "本月"),
    Paper(XINCHANG, ("--week", "26"), "2013-06-24", "2013-06-30", "本周"),
    Paper(XINCHANG, ("--quarter", "2"), "2013-04-01", "2013-06-30", "本季度"),
    Paper(XINCHANG, ("--half", "1"), "2013-01-01", "2013-06-30", "上半年"),
    Paper(SANZHUA, ("--week", "39"), "2011-09-26", "2011-10-02", "本周"),
    Paper(SANZHUA, ("--month", "9"), "2011-09-01", "2011-09-30", "本月"),
    Paper(ZHUZHOU, ("--month", "6"), "2015-06-01", "2015-06-30", "本月"),
    Paper(ZHUZHOU, ("--quarter", "2"), "2015-04-01", "2015-06-30", "本季度", "projects"),
)

LONG = {
    "--week": relativedelta(days=7),
    "--month": relativedelta(months=1, day=31),
    "--quarter": relativedelta(months=3, day=31),
    "--half": relativedelta(months=6, day=31),
}
"""from the last day of a period to that of the following"""

WORDS = {
    "督查发现": "inspection",
    "会议议定": "decision",
    "群众反映": "public",
    "领导批示": "instruction",
    "建议提案": "proposal",
}

each = pytest.mark.parametrize("paper", PAPERS, ids=lambda one: f"{one.plans.name}{''.join(one.period)}")


def methods(plans: Path) -> dict[str, str]:
    """Id → title of each method of which inspections are held."""
    supervision = yaml.safe_load((plans / "campaign.yaml").read_text(encoding="utf-8"))["supervision"]
    return {one["id"]: one["title"] for one in supervision["methods"] if one.get("kind") != "bulletin"}


def seen(inspection: dict[str, Any]) -> set[str]:
    """The plans that an inspection looked at."""
    about = inspection["about"]
    return {name.partition("/")[0] for name in ([about] if isinstance(about, str) else about)}


def days_of(issue: dict[str, Any], key: str, until: str) -> list[str]:
    return sorted(str(one["day"]) for one in issue.get(key, ()) if str(one["day"]) <= until)


def is_open(issue: dict[str, Any], until: str) -> bool:
    """Closed as often as handed over and reopened, or not."""
    return len(days_of(issue, "closings", until)) <= len(days_of(issue, "reopenings", until))


def assigned(issue: dict[str, Any]) -> str:
    return str(issue.get("assigned") or issue["found"])


def limit(issue: dict[str, Any], until: str) -> str:
    reopened = [str(one["due"]) for one in issue.get("reopenings", ()) if str(one["day"]) <= until]
    moved = [str(one["to"]) for one in issue.get("extensions", ()) if str(one["day"]) <= until]
    return [str(issue["due"]), *moved, *reopened][-1]


def settled(issue: dict[str, Any]) -> str:
    """When a closed matter was settled: as its last closing says, else when the unit last said so, else when closed."""
    closing = max(issue["closings"], key=lambda one: str(one["day"]))
    said = [str(one["day"]) for one in issue.get("feedback", ()) if one.get("finished")]
    return str(closing.get("finished") or max(said, default=closing["day"]))


def is_claimed(issue: dict[str, Any], until: str) -> bool:
    since = max([assigned(issue), *days_of(issue, "reopenings", until)])
    said = [
        str(one["day"])
        for one in issue.get("feedback", ())
        if one.get("finished") and since <= str(one["day"]) <= until
    ]
    return bool(said) and not any(day > said[-1] for day in days_of(issue, "urgings", until))


def fate(issue: dict[str, Any], until: str) -> str:
    if not is_open(issue, until):
        return "closed"
    if is_claimed(issue, until):
        return "claimed"
    return "late" if limit(issue, until) <= until else "in hand"


@each
def test_what_became_of_matters(paper: Paper) -> None:
    first, last, this = paper.first, paper.last, paper.this
    eve = str(date.fromisoformat(first) - timedelta(1))
    known = [one for one in paper.issues if str(one["found"]) <= last]
    before = [one for one in known if assigned(one) < first and is_open(one, eve)]
    now = Counter(fate(one, last) for one in before)
    new = [one for one in known if first <= assigned(one) <= last]
    still = [one for one in known if is_open(one, last)]
    late = sum(fate(one, last) == "late" for one in still)
    text = paper.text
    if paper.period[0] == "--week":
        assert (f"超期未办结{late}件：" in text) == bool(late)
        return
    if before:
        closed_late = [one for one in before if fate(one, last) == "closed" and settled(one) > limit(one, last)]
        told = {"late": "超期未办结", "claimed": "已报办结、尚待核实", "in hand": "正在办理"}
        assert (
            f"上期末交办未销号的{len(before)}件中，{this}已销号{now['closed']}件"
            f"{f'（其中逾期{len(closed_late)}件）' if closed_late else ''}"
            f"{''.join(f'，{words}{now[one]}件' for one, words in told.items() if now[one])}。"
        ) in text
    counts = dict(
        re.findall(
            r"(督查发现|会议议定|群众反映|领导批示|建议提案)(\d+)件", text.split(f"{this}新交办")[1].split("）")[0]
        )
    )
    assert f"{this}新交办{len(new)}件" in text
    assert {WORDS[word]: int(count) for word, count in counts.items()} == Counter(one["source"] for one in new)
    assert f"{this}末未销号{len(still)}件" in text
    assert (f"其中超期未办结{late}件" in text) == bool(late)
    annex = text.split("　交办事项清单")[1].split("### ")[0]
    listed = re.findall(r"^\| (\d{4}-\d{3}) \|", annex, re.MULTILINE)
    closed = [
        one for one in known if any(first <= day for day in days_of(one, "closings", last)) and not is_open(one, last)
    ]
    assert sorted(listed) == sorted({one["id"] for one in (*still, *new, *closed)})


@each
def test_what_is_asked_of_those_who_handle_matters(paper: Paper) -> None:
    next_ends = str(date.fromisoformat(paper.last) + LONG[paper.period[0]])
    known = [one for one in paper.issues if assigned(one) <= paper.last and is_open(one, paper.last)]
    fates = Counter(fate(one, paper.last) for one in known)
    coming = [one for one in known if fate(one, paper.last) == "in hand" and limit(one, paper.last) <= next_ends]
    asked = paper.text.split("、下步要求\n")[1].split("### ")[0]
    assert re.findall(r"交办事项超期未办结的(\d+)件", asked) == [str(n) for n in [fates["late"]] if n]
    assert re.findall(r"交办事项已报办结的(\d+)件", asked) == [str(n) for n in [fates["claimed"]] if n]
    assert re.findall(r"到时限的交办事项(\d+)件", asked) == [str(n) for n in [len(coming)] if n]
    assert all(one["title"] in asked for one in coming)


@each
def test_days_past_the_limit_are_the_difference_of_two_days(paper: Paper) -> None:
    data = json.loads(printed("issues", *paper.options, "--format", "json"))
    text = paper.text
    for one in data["issues"]:
        if one["state"] == "overdue":
            assert f"超期未办结{one['days_late']}天" in text
            assert one["days_late"] == (date.fromisoformat(data["as_of"]) - date.fromisoformat(one["due"])).days


@each
def test_what_was_held_and_what_was_required(paper: Paper) -> None:
    first, last = paper.first, paper.last
    held = [one for one in paper.inspections if first <= str(one["day"]) <= last]
    found = [one for one in paper.issues if one["source"] == "inspection" and first <= str(one["found"]) <= last]
    text = paper.text
    if paper.period[0] == "--week":
        assert "督查开展情况" not in text
        return
    section = text.split("督查开展情况\n")[1].split("### ")[0]
    times, titles = Counter(one["method"] for one in held), methods(paper.plans)
    hidden = Counter(one["method"] for one in held if not one.get("announced", True))
    told = "、".join(
        f"{title}{times[name]}次" + (f"（其中不事先通知的{hidden[name]}次）" if hidden[name] else "")
        for name, title in titles.items()
        if times[name]
    )
    plans = {plan for one in held for plan in seen(one)}
    has_one_plan = paper.plan or paper.plans == SANZHUA
    assert (f"开展{told}{'' if has_one_plan else f'，覆盖{len(plans)}个专项行动'}。") in section
    assert f"督查发现、登记整改的问题{len(found)}件，{'均' if len(found) > 1 else ''}已交办。" in section


@each
def test_what_a_month_or_two_required(paper: Paper) -> None:
    asked = paper.text.partition("本期到期的：")[2]
    by_title = {title: name for name, title in methods(paper.plans).items()}
    checked = 0
    for title, told in re.findall(r"([^，。、（）：]+)（([^（）]+次[^（）]*)）", asked.partition("。")[0]):
        for one in told.split("；") if title in by_title else ():
            span = re.match(r"(?:(\d)—)?(\d)月份应不少于1次，", one)
            if span:
                months = [f"{paper.first[:4]}-0{month}" for month in span.groups() if month]
                days = [str(held["day"])[:7] for held in paper.inspections if held["method"] == by_title[title]]
                count = sum(day in months for day in days)
                assert one.endswith(f"，开展{count}次" if count else "，没有开展"), (title, one)
                checked += 1
    assert checked or paper.period[0] == "--week"
