"""The page of a matter handed over: what it is, where it stands, and all that happened to it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ducha.assess import Assessment
from ducha.assess.supervision.issues import IssueStanding
from ducha.model.issue import Issue
from ducha.render.page import Column, Page, Table
from ducha.render.pages.heading import head, said
from ducha.render.words.supervision import SOURCES, handled_by, issue_state
from ducha.render.words.values import bare, day, marked


def issue_page(assessment: Assessment, issue: Issue) -> Page:
    """Return the page; a leader's instruction is told of without its number."""
    standing = next((one for one in assessment.issues if one.id == issue.id), None)
    until = assessment.reference.records_until
    if standing is None:
        return ["\n".join([*head(assessment, issue.title), f"编号：{issue.id}；截至{day(until)}还没有发现这一问题。"])]
    facts = [
        f"编号：{issue.id}",
        *said("内容", issue.text),
        *said("所涉事项", issue.about),
        f"来源：{SOURCES[issue.source]}" + (f"（{issue.inspection}）" if issue.inspection else ""),
        *said("来文编号", None if issue.source == "instruction" else issue.reference),
        f"承办：{handled_by(standing)}",
        *said("配合", "、".join(standing.units.support)),
        *said("原因", standing.cause),
        *said("需领导协调、决定", standing.needs_decision),
        *said("说明", issue.note),
        f"状态：{issue_state(standing)}，{_why(standing, assessment.reference.day)}",
    ]
    return ["\n".join([*head(assessment, issue.title), *facts]), _history(assessment, issue, until)]


def _why(issue: IssueStanding, reference: date) -> str:
    """The days that its state follows from."""
    limit = f"时限{day(issue.due)}"
    if issue.finished and issue.closed:
        return f"{limit}，{day(issue.finished)}办结，{day(issue.closed)}销号"
    if issue.claimed:
        return f"{limit}，{day(issue.claimed)}承办单位称已办结，还没有销号，不判为超期"
    return f"{limit}，到{day(reference)}还没有销号" if issue.days_late else limit


def _history(assessment: Assessment, issue: Issue, until: date) -> Table:
    columns = (Column("日期", right=True, narrowest=8), Column("经过", narrowest=8), Column("内容", narrowest=16))
    year = assessment.campaign.year
    events = sorted(_events(issue, year), key=lambda event: event[0])
    rows = tuple((day(when, year), what, bare(text)) for when, what, text in events if when <= until)
    return Table(marked("办理经过", assessment.campaign.sample), columns, rows)


def _events(issue: Issue, year: int) -> Iterator[tuple[date, str, str]]:
    """Day, what happened, and what was said of it, in the order of a round where days are equal."""
    yield issue.found, "发现", SOURCES[issue.source]
    yield issue.assigned or issue.found, "交办", "，".join(filter(None, (issue.by, f"时限{day(issue.due, year)}")))
    for extended in issue.extensions:
        yield extended.day, "延期", f"{extended.by}批准延至{day(extended.to, year)}：{extended.reason}"
    for urging in issue.urgings:
        yield urging.day, "催办", "，".join(filter(None, (urging.by, urging.text)))
    for feedback in issue.feedback:
        who = (feedback.by or "") + ("称已办结" if feedback.finished else "")
        cause = f"；反映原因：{feedback.cause}" if feedback.cause else ""
        yield feedback.day, "反馈", f"{who}：{bare(feedback.text)}{cause}".removeprefix("：")
    for closing in issue.closings:
        finished = f"{day(closing.finished, year)}办结" if closing.finished else None
        yield closing.day, "销号", "，".join(filter(None, (closing.by, finished, closing.proof)))
    for recheck in issue.rechecks:
        found = "没有反弹" if recheck.passed else "有反弹"
        yield recheck.day, "复查", "，".join(filter(None, (recheck.by, found, recheck.text)))
    for reopening in issue.reopenings:
        yield reopening.day, "重开", f"新时限{day(reopening.due, year)}：{reopening.reason}"
