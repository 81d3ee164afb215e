"""``ducha issues`` as CSV: a row a matter handed over."""

from __future__ import annotations

from collections.abc import Iterable

from ducha.assess import Assessment
from ducha.assess.supervision.issues import IssueStanding
from ducha.render.pages.listing import Cell
from ducha.render.spreadsheets.shared import csv_text
from ducha.render.words.supervision import ISSUE_STATES, SOURCES


def issues_csv(assessment: Assessment, listed: Iterable[IssueStanding], *, for_leaders: bool = False) -> str:
    """Return a row for each matter handed over."""
    return csv_text(assessment, _ISSUE, map(_issue, listed), for_leaders=for_leaders)


_ISSUE = (
    *("编号", "事项", "所涉事项", "来源", "来文编号", "原因", "牵头单位", "责任单位", "配合单位", "发现", "交办"),
    *("原时限", "现时限", "状态", "逾期天数", "销号", "办结", "催办次数", "最近反馈", "重开次数", "需领导决定"),
)


def _issue(issue: IssueStanding) -> list[Cell]:
    units = issue.units
    return [
        issue.id,
        issue.title,
        issue.about,
        SOURCES[issue.source],
        issue.reference,
        issue.cause,
        "、".join(units.lead),
        "、".join(units.responsible),
        "、".join(units.support),
        issue.found,
        issue.assigned,
        issue.first_due,
        issue.due,
        ISSUE_STATES[issue.state],
        issue.days_late or None,
        issue.closed,
        issue.finished,
        len(issue.urgings),
        issue.last_feedback.text if issue.last_feedback else None,
        issue.reopened,
        issue.needs_decision,
    ]
