"""Inspections and matters handed over in the words of official papers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from ducha.assess.states import State
from ducha.assess.supervision.issues import IssueStanding
from ducha.assess.supervision.required import Requirement
from ducha.model import Campaign
from ducha.model.inspection import Inspection
from ducha.model.records import Notice
from ducha.render.words.duties import days
from ducha.render.words.values import units

ISSUE_STATES = {
    State.DONE: "按期销号",
    State.DONE_LATE: "逾期销号",
    State.UNVERIFIED: "已报办结待核实",
    State.OVERDUE: "超期未办结",
    State.DUE_SOON: "即将到期",
    State.PENDING: "办理中",
    State.DISPUTED: "数据核对中",
}
"""state of a matter → the word for it"""

SOURCES = {
    "inspection": "督查发现",
    "instruction": "领导批示",
    "decision": "会议议定",
    "proposal": "建议提案",
    "upper": "上级交办",
    "public": "群众反映",
}
"""where a matter came from → the word for it"""


def issue_counts(issues: Sequence[IssueStanding]) -> str:
    """8件（按期销号1件，超期未办结2件）: how many matters stand where."""
    states = Counter(one.state for one in issues)
    told = (f"{word}{states[state]}件" for state, word in ISSUE_STATES.items() if states[state])
    return f"{len(issues)}件（{'，'.join(told)}）"


def issue_state(issue: IssueStanding) -> str:
    """超期未办结11天, 逾期销号3天, 办理中, 按期销号: where a matter stands."""
    days = f"{issue.days_late}天" if issue.days_late else ""
    return ISSUE_STATES[issue.state] + days


def source_of(name: str) -> str:
    """督查发现, 领导批示: where a matter came from."""
    return SOURCES[name]


def handled_by(issue: IssueStanding) -> str:
    """牵头单位：甲；责任单位：乙: who answers for a matter."""
    lead, responsible = issue.units.lead, issue.units.responsible
    if not lead:
        return units(responsible)
    return f"{units(lead)}牵头" + (f"，{units(responsible)}" if responsible else "")


def notice_number(notice: Notice, campaign: Campaign) -> str:
    """催办〔2013〕3号: the number of a notice that was sent."""
    return campaign.notices.mark(notice.kind, notice.day.year, notice.number)


def months(first: date, last: date, year: int | None = None) -> str:
    """6月份, 5—6月份, 二季度, 上半年: the span of a requirement; with its year unless that is the given one.

    Over New Year with both years: 2013年12月—2014年1月.
    """
    if first.year != last.year:
        return f"{first.year}年{first.month}月—{last.year}年{last.month}月"
    prefix = "" if last.year == year else f"{last.year}年"
    number = last.month - first.month + 1
    if number == 1:
        return f"{prefix}{last.month}月份"
    if number == 3 and last.month % 3 == 0:
        return f"{prefix}{'一二三四'[last.month // 3 - 1]}季度"
    if number == 6 and last.month in (6, 12):
        return prefix + ("上半年" if last.month == 6 else "下半年")
    return f"{prefix}全年" if number == 12 and last.month == 12 else f"{prefix}{first.month}—{last.month}月份"


def span(requirement: Requirement, year: int | None = None) -> str:
    """The period of a requirement: 6月份, 5—6月份, of a week 6月3—9日, of a day 6月3日."""
    words = months if requirement.is_of_months else days
    return words(requirement.first, requirement.last, year)


def days_of(inspection: Inspection, year: int | None = None) -> str:
    """6月19日, 5月16—17日, 5月30日—6月2日: when an inspection was held."""
    return days(inspection.day, inspection.until or inspection.day, year)


def requirements(several: Sequence[Requirement], year: int | None = None) -> str:
    """联合督查（5月份应不少于1次，开展2次；6月份应不少于1次，没有开展）、…: what was required and held, by method."""
    methods = dict.fromkeys(one.method.id for one in several)
    return "、".join(_of_method([one for one in several if one.method.id == method], year) for method in methods)


def _of_method(several: Sequence[Requirement], year: int | None) -> str:
    return f"{several[0].method.title}（{'；'.join(_requirement(one, year) for one in several)}）"


def _requirement(one: Requirement, year: int | None) -> str:
    asked = f"原则上{one.required}次" if one.is_in_principle else f"应不少于{one.required}次"
    done = "印发" if one.method.kind == "bulletin" else "开展"
    return f"{span(one, year)}{asked}，" + (f"{done}{one.held}次" if one.held else f"没有{done}")
