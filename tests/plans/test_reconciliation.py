"""Every number of every paper follows from ``ducha status``, ``ducha returns`` and the plan files."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from functools import cache

import pytest

from ducha.model import Plan
from tests.conftest import ROOT
from tests.plans import reckoned_lines as lines
from tests.plans.reckoning import Item, Paper, Words, free_text, states

PLANS = ROOT / "plans"
CAMPAIGNS = ROOT / "tests" / "campaigns"
ZHUZHOU = ("--plan", "projects")


@cache
def paper(name: str) -> Paper:
    week, quarter = ("本周", "上周"), ("本季度", "上季度")
    made = {
        "week": (PLANS, ("--week", "26"), ("--week", "25"), "2013-06-24", Words(*week, "6月24—30日", "7月1—7日")),
        "quarter": (PLANS, ("--quarter", "2"), None, "2013-04-01", Words(*quarter, "二季度", "三季度")),
        "half": (PLANS, ("--half", "1"), None, "2013-01-01", Words("上半年", "2012年下半年", "上半年", "下半年")),
        "year": (PLANS, ("--year", "2013"), None, "2013-01-01", Words("本年度", "上年度", "2013年度", "2014年度")),
        "sanzhua": (CAMPAIGNS / "sanzhua-liangcu", ("--week", "39"), ("--week", "38"), "2011-09-26",
                    Words(*week, "9月26日—10月2日", "10月3—9日")),
        "zhuzhou": (CAMPAIGNS / "zhuzhou-2015", ("--quarter", "2", *ZHUZHOU), ("--quarter", "1", *ZHUZHOU),
                    "2015-04-01", Words(*quarter, "二季度", "三季度")),
    }  # fmt: skip
    return Paper(*made[name])


LONG = pytest.mark.parametrize("name", ["quarter", "half", "year", "zhuzhou"])
ALL = pytest.mark.parametrize("name", ["week", "sanzhua", "quarter", "half", "year", "zhuzhou"])


LINES = {
    "week": (lines.week,),
    "sanzhua": (lines.week,),
    "quarter": (lines.comparison, lines.ranking),
    "zhuzhou": (lines.comparison, lines.ranking),
    "half": (lines.nodes,),
    "year": (lines.appraisal,),
}
"""what each form has that the others have not"""
SHARED = (lines.overall, lines.plan_rows, lines.problems, lines.returns, lines.next_steps, lines.members)
"""what all have but the weekly paper"""


def fragments(name: str) -> list[str]:
    shared = () if lines.week in LINES[name] else SHARED
    return [one for make in (*shared, *LINES[name]) for one in make(paper(name))]


@ALL
def test_its_sentences_and_rows_are_what_is_reckoned(name: str) -> None:
    text = paper(name).text
    assert [one for one in fragments(name) if one not in text] == []


@ALL
def test_what_is_late_is_listed_with_its_days(name: str) -> None:
    p = paper(name)
    rows = [line for line in p.text.splitlines() if re.search(r"\| \d+天 \|", line) and " | 报送" not in line]
    listed = [row for row in rows if row.startswith("| ") and not re.match(r"\| (?:县|各|集合)\S* \| \d", row)]
    for o in p.late:
        assert sum(f"| {o['title']}" in row and f"| {o['days_late']}天 |" in row for row in listed) == 1, o["id"]


@LONG
def test_every_figure_has_its_row(name: str) -> None:
    p = paper(name)
    annex = p.text.split("### 附件2")[1].split("### 附件3")[0]
    rows = [line for line in annex.splitlines() if line.startswith("| ")][2:]
    assert len(rows) == len(p.now["indicators"])
    for row, indicator in zip(rows, p.now["indicators"], strict=True):
        cells = row[2:-2].split(" | ")
        assert cells[1].removesuffix("（只计续建项目）") == indicator["title"]
        share, gap = indicator["done_percent"], indicator["gap_points"]
        assert cells[-4] == ("—" if share is None else f"{share}%")
        assert cells[-2] == ("—" if gap is None else f"{gap:+.1f}".replace("-", "−").replace("+0.0", "0.0"))


@LONG
def test_what_falls_due_next_is_listed(name: str) -> None:
    p = paper(name)
    annex = p.text.split(f"　{p.words.next}到期事项清单")[1].split("### ")[0]
    rows = [line for line in annex.splitlines() if line.startswith("| ")][2:]
    assert len(rows) == len(lines.due_next(p))
    for o in lines.due_next(p):
        assert any(f"| {o['title']}" in row for row in rows)


@ALL
def test_no_number_is_left_that_nobody_reckoned(name: str) -> None:
    """What is neither in a sentence or row reckoned above nor a day is a number of the items named in its line."""
    p = paper(name)
    text = _ELSEWHERE.sub("", p.text)
    for one in sorted(fragments(name), key=len, reverse=True):
        text = text.replace(one, "∎")
    left = {}
    for line in text.splitlines():
        found = numbers(name, line)
        if found and (unknown := found - own_numbers(p, line)):
            left[line] = unknown
    assert left == {}


_DAYS = re.compile(r"(?:\d+月)?\d+日?—(?:\d+月)?\d+日|(?:\d+年)?\d+月(?:\d+日)?|\d+年度?")
_MARKS = re.compile(r"^## .*|^\| \d+ \||^\d+\. |附件\d|第\d+期|第1名|\d\.(?=\D|\d{4}年)")
"""titles, which only name the period; numbers of rows, annexes and papers"""
_ELSEWHERE = re.compile(
    r"### (?:三、上期问题整改情况|五、督查开展情况|附件\d　交办事项清单|附件\d　项目进展表).*?(?=### )"
    r"|交办事项(?:超期未办结|已报办结)的\d+件|到时限的交办事项\d+件[^\n。]*。"
    r"|\*\*（四）交办事项。\*\*.*?\n\n|台账登记[^\n]*?各类见附件\d。",
    re.DOTALL,
)
"""what is reckoned from the office's own records in test_supervision.py, from a project ledger in test_projects.py"""


@cache
def texts(name: str) -> list[str]:
    """What the files say in words, without days, the longest first."""
    without = {_DAYS.sub("", text) for text in free_text(paper(name))}
    return sorted((text for text in without if re.search(r"\d", text)), key=len, reverse=True)


def numbers(name: str, line: str) -> set[str]:
    line = _DAYS.sub("", _MARKS.sub("", line))
    if re.search(r"\d", line):
        for text in texts(name):
            line = line.replace(text, "")
    return set(re.findall(r"\d+(?:\.\d+)?", line))


def own_numbers(p: Paper, line: str) -> set[str]:
    """Numbers of the items, figures, duties and plans that a line names, and what it counts of them."""
    named = line.replace("‘", "“").replace("’", "”")
    known = counted(p, line)
    for o in p.items:
        known |= {str(o["days_late"]), str(o["extensions"])} if o["title"] in named else set()
    for duty in p.duties:
        known |= duty_numbers(duty) if duty["title"] in named else set()
    for plan in p.files:
        known |= plan_numbers(p, plan) if f"{plan.short_title}。" in named else set()
        for indicator in plan.indicators:
            if indicator.title in named:
                known |= p.numbers_of(indicator) | state_of(p, f"{plan.id}/{indicator.id}")
    return known


def plan_numbers(p: Paper, plan: Plan) -> set[str]:
    items = [o for o in p.items if o["plan"] == plan.id]
    counts = [len(items), states(items)["overdue"], sum(p.in_period(o["done"]) for o in items)]
    return {*map(str, [*counts, len(plan.indicators), max(len(plan.indicators) - 3, 0)])}


def state_of(p: Paper, name: str) -> set[str]:
    """What ``status`` says of an indicator: of a total that nobody reports, and of how many members.

    What is new of one that projects are counted for is what it says more than at the end of the period before.
    """
    (one,) = [i for i in p.now["indicators"] if i["id"] == name]
    growth = (one["actual"] or {}).get("growth", {})
    told = [one["actual"]["value"]] if one["actual"] else []
    before = [i["actual"] for i in p.before["indicators"] if i["id"] == name] if p.before else []
    told += [told[0] - before[0]["value"]] if told and before and before[0] else []
    actual = [f"{value:g}" for value in [*told, *(growth[key] for key in ("amount", "base") if growth)]]
    members = (one["members"] or {}).values()
    return {str(one["done_percent"]), str(abs(one["gap_points"] or 0)), *actual, *map(str, members)}


def duty_numbers(duty: Item) -> set[str]:
    returns = duty["obligations"]
    counts = [len(returns), 0, *(one["days_late"] for one in returns)]
    for period in duty["periods"]:
        of = [one["state"] for one in returns if one["period"] == period["period"]]
        counts += [len(of), *Counter(of).values()]
    short = Counter(one["unit"] for one in returns if one["state"] in ("overdue", "done_late"))
    return {*map(str, [*counts, len(short), *short.values()])}


def counted(p: Paper, line: str) -> set[str]:
    """Numbers of lines that name nothing: the opening, a county's rows, what is counted of a list beside it."""
    assert p.loaded.campaign
    extended = sum(any(p.in_period(e["day"]) for e in o["extended"]) for o in p.items)
    unperiodic = sum(not (duty["is_periodic"] and duty["units"]) for duty in p.duties)
    late = Counter(o["plan"] for o in p.late)
    sentences = {
        f"经批准延期{extended}项": [extended],
        "到期未完成较多的是": [*late.values()],
        f"另有经常性工作{unperiodic}项": [unperiodic],
        "逾期较久的": [p.loaded.campaign.bulletin.worst_cases],
        "督查工作安排，现将": opening(p),
        "按照": opening(p),
    }
    known = {str(number) for words, numbers in sentences.items() if words in line for number in numbers}
    if "平方米 |" in line:  # the members of the one group that has figures
        for indicator in (one for plan in p.files for one in plan.indicators if one.each):
            known |= p.numbers_of(indicator) | {str(place) for place in range(1, 19)}
    return known


def opening(p: Paper) -> list[int]:
    """How many figures there are, how many are known, and on which basis the latest of each is."""
    figures, until = p.now["indicators"], date.fromisoformat(p.last)
    known = [i for i in figures if i["actual"] or (i["members"] or {}).get("reported")]
    hidden = {i["id"] for i in figures if i["state"] == "disputed"}
    sources = {(plan.id, i.id): i for plan in p.files for i in plan.indicators}
    fed = sum(bool(i["actual"] and sources[i["plan"], i["id"].partition("/")[2]].projects) for i in figures)
    own = [i for plan in p.files for i in plan.indicators if not i.each and f"{plan.id}/{i.id}" not in hidden]
    amounts = [sources[plan.id, i.base.of] for plan in p.files for i in plan.indicators if i.base and i.base.of]
    given = [[a for a in i.actuals if a.day <= until] for i in (*own, *amounts)]
    latest = [max(days, key=lambda one: one.day) for days in given if days]
    members = [[a for a in i.actuals if a.day <= until] for plan in p.files for i in plan.indicators if i.each]
    bases = [one.basis for one in (*latest, *(days[-1] for days in members if days))]
    summed = sum(bool(i["actual"]) for i in figures) - len(latest) - fed
    return [len(figures), len(known), summed, fed, len(hidden), *Counter(bases).values()]
