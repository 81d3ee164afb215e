"""Every number that papers print of matters handed over and of inspections follows from the records alone."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date, timedelta
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT, printed

PLANS = ROOT / "plans"
RECORDS: dict[str, Any] = yaml.safe_load((PLANS / "supervision.yaml").read_text(encoding="utf-8"))

PERIODS = {
    ("--month", "5"): ("2013-05-01", "2013-05-31", "本月"),
    ("--month", "6"): ("2013-06-01", "2013-06-30", "本月"),
    ("--week", "26"): ("2013-06-24", "2013-06-30", "本周"),
    ("--quarter", "2"): ("2013-04-01", "2013-06-30", "本季度"),
    ("--half", "1"): ("2013-01-01", "2013-06-30", "上半年"),
}
"""period → its first and last day, and how its paper calls it"""

WORDS = {
    "督查发现": "inspection",
    "会议议定": "decision",
    "群众反映": "public",
    "领导批示": "instruction",
    "建议提案": "proposal",
}

each = pytest.mark.parametrize("period", PERIODS, ids="".join)


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
def test_what_became_of_matters(period: tuple[str, str]) -> None:
    first, last, this = PERIODS[period]
    eve = str(date.fromisoformat(first) - timedelta(1))
    known = [one for one in RECORDS["issues"] if str(one["found"]) <= last]
    before = [one for one in known if assigned(one) < first and is_open(one, eve)]
    now = Counter(fate(one, last) for one in before)
    new = [one for one in known if first <= assigned(one) <= last]
    still = [one for one in known if is_open(one, last)]
    late = sum(fate(one, last) == "late" for one in still)
    text = printed("bulletin", *period, "--plans", PLANS)
    if period[0] == "--week":
        assert f"超期未办结{late}件：" in text
        return
    if before:
        assert (
            f"上期末交办未销号的{len(before)}件中，{this}已销号{now['closed']}件，超期未办结{now['late']}件，"
            f"已报办结、尚待核实{now['claimed']}件，正在办理{now['in hand']}件。"
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
def test_days_past_the_limit_are_the_difference_of_two_days(period: tuple[str, str]) -> None:
    data = json.loads(printed("issues", *period, "--format", "json", "--plans", PLANS))
    text = printed("bulletin", *period, "--plans", PLANS)
    for one in data["issues"]:
        if one["state"] == "overdue":
            assert f"超期未办结{one['days_late']}天" in text
            assert one["days_late"] == (date.fromisoformat(data["as_of"]) - date.fromisoformat(one["due"])).days


@each
def test_what_was_held_and_what_was_required(period: tuple[str, str]) -> None:
    first, last, _ = PERIODS[period]
    held = [one for one in RECORDS["inspections"] if first <= str(one["day"]) <= last]
    found = [one for one in RECORDS["issues"] if one["source"] == "inspection" and first <= str(one["found"]) <= last]
    plans = {name.partition("/")[0] for one in held for name in one["about"]}
    hidden = sum(not one.get("announced", True) for one in held)
    text = printed("bulletin", *period, "--plans", PLANS)
    if period[0] == "--week":
        assert "督查开展情况" not in text
        return
    section = text.split("督查开展情况\n")[1].split("### ")[0]
    assert (
        f"联合督查{len(held)}次{f'（其中不事先通知的{hidden}次）' if hidden else ''}，看了{len(plans)}个专项行动。"
        in section
    )
    assert f"督查发现、需要整改的问题{len(found)}件，均已交办。" in section
    for words, span in re.findall(r"(\S\S督查)（(5—6|5|6)月份应不少于1次，", section):
        months = [f"2013-0{month}" for month in span.split("—")]
        method = {"联合督查": "joint", "现场督查": "onsite"}[words]
        count = sum(str(one["day"])[:7] in months and one["method"] == method for one in RECORDS["inspections"])
        assert f"{words}（{span}月份应不少于1次，{f'开展{count}次' if count else '没有开展'}）" in section
