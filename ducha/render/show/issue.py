"""The page of a matter handed over: what it is, where it stands, and all that happened to it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import chain

from ducha.assess import Assessment
from ducha.assess.supervision.issues import IssueStanding
from ducha.model.issue import Issue
from ducha.render.page import Column, Page, Table
from ducha.render.pages.heading import head, said
from ducha.render.words.supervision import SOURCES, handled_by, issue_state
from ducha.render.words.values import bare, day, marked

_Event = tuple[date, str, str]


def issue_page(assessment: Assessment, issue: Issue) -> Page:
    """Return the page; a leader's instruction is told of without its number."""
    standing = next((one for one in assessment.issues if one.id == issue.id), None)
    until = assessment.reference.records_until
    if standing is None:
        how_far = "这一问题已经发现，还没有交办" if issue.found <= until else "还没有发现这一问题"
        return ["\n".join([*head(assessment, issue.title), f"编号：{issue.id}；截至{day(until)}{how_far}。"])]
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
    return ["\n".join([*head(assessment, issue.title), *facts]), _history(assessment, standing, issue.by)]


def _why(issue: IssueStanding, reference: date) -> str:
    """The days that its state follows from."""
    limit = f"时限{day(issue.due)}"
    if open_ones := [one for one in issue.objections if one.settled is None]:
        by = "、".join(dict.fromkeys(one.by for one in open_ones))
        return f"{limit}，{by}的异议还没有处理，处理以前不判断是否超期"
    if issue.finished and issue.closed:
        return f"{limit}，{day(issue.finished)}办结，{day(issue.closed)}销号"
    if issue.claimed:
        return f"{limit}，{day(issue.claimed)}承办单位称已办结，还没有销号，不判为超期"
    return f"{limit}，到{day(reference)}还没有销号" if issue.days_late else limit


def _history(assessment: Assessment, issue: IssueStanding, by: str | None) -> Table:
    columns = (Column("日期", right=True, narrowest=8), Column("经过", narrowest=8), Column("内容", narrowest=16))
    year = assessment.campaign.year
    events = sorted(_events(issue, by, year), key=lambda event: event[0])
    rows = tuple((day(when, year), what, bare(text)) for when, what, text in events)
    return Table(marked("办理经过", assessment.campaign.sample), columns, rows)


def _events(issue: IssueStanding, by: str | None, year: int) -> Iterator[_Event]:
    """Day, what happened, and what was said of it, in the order of a round where days are equal."""
    yield issue.found, "发现", SOURCES[issue.source]
    yield issue.assigned, "交办", "，".join(filter(None, (by, f"时限{day(issue.first_due, year)}")))
    yield from _handled(issue, year)
    yield from _objected(issue)
    yield from _decided(issue, year)


def _handled(issue: IssueStanding, year: int) -> Iterator[_Event]:
    every, rounds = chain.from_iterable, issue.rounds
    for extended in every(one.extensions for one in rounds):
        yield extended.day, "延期", f"{extended.by}批准延至{day(extended.to, year)}：{extended.reason}"
    for urging in every(one.urgings for one in rounds):
        yield urging.day, "催办", "，".join(filter(None, (urging.by, urging.text)))
    for feedback in every(one.feedback for one in rounds):
        who = (feedback.by or "") + ("称已办结" if feedback.finished else "")
        cause = f"；反映原因：{feedback.cause}" if feedback.cause else ""
        yield feedback.day, "反馈", f"{who}：{bare(feedback.text)}{cause}".removeprefix("：")


def _objected(issue: IssueStanding) -> Iterator[_Event]:
    for objection in issue.objections:
        yield objection.day, "异议", f"{objection.by}：{objection.text}"
        if objection.settled:
            yield objection.settled.day, "异议处理", objection.settled.text


def _decided(issue: IssueStanding, year: int) -> Iterator[_Event]:
    """What only the office does: closing, looking again, reopening."""
    for closing in (one.closing for one in issue.rounds if one.closing):
        finished = f"{day(closing.finished, year)}办结" if closing.finished else None
        yield closing.day, "销号", "，".join(filter(None, (closing.by, finished, closing.proof)))
    for recheck in issue.rechecks:
        found = "没有反弹" if recheck.passed else "有反弹"
        yield recheck.day, "复查", "，".join(filter(None, (recheck.by, found, recheck.text)))
    for reopening in (one.reopening for one in issue.rounds if one.reopening):
        yield reopening.day, "重开", f"新时限{day(reopening.due, year)}：{reopening.reason}"
