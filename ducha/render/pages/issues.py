"""``ducha issues`` as a page: how many stand where, from where and why, then each one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ducha.assess import Assessment
from ducha.assess.bulletin.matters import count_by
from ducha.assess.states import State
from ducha.assess.supervision.issues import IssueStanding
from ducha.render.page import Column, Page, Table
from ducha.render.pages.heading import heading
from ducha.render.problems import left_out_note
from ducha.render.words.periods import label
from ducha.render.words.supervision import SOURCES, handled_by, issue_counts, issue_state
from ducha.render.words.values import FOR_LEADERS, bare, day, marked

_NO_RECORDS = "没有督查记录文件supervision.yaml，督查和交办情况尚未登记。"
_RECORDS_LEFT_OUT = "督查记录文件supervision.yaml有误，督查和交办情况未列出；请用ducha check查看，改正后再出。"

_COLUMNS = (
    Column("编号", narrowest=8),
    Column("事项", narrowest=12),
    Column("来源", narrowest=8),
    Column("承办单位", narrowest=10),
    Column("交办", right=True, narrowest=8),
    Column("时限", right=True, narrowest=8),
    Column("状态", narrowest=8),
    Column("情况", narrowest=14),
)


def issues_page(
    assessment: Assessment,
    listed: Sequence[IssueStanding],
    left_out: Sequence[str] = (),
    *,
    for_leaders: bool = False,
    records_left_out: bool = False,
) -> Page:
    """Return the page of some matters; only one for leaders has the numbers of their instructions."""
    page: list[str | Table] = ["\n".join(_head(assessment, for_leaders))]
    if assessment.supervision is None:
        return [*page, without_records(records_left_out), *left_out_note(left_out)]
    if not listed:
        none = "没有符合条件的交办事项。" if assessment.issues else "没有交办事项。"
        return [*page, none, *_waiting(assessment), *left_out_note(left_out)]
    page.append("\n".join(_counts(listed)))
    page.append(issue_table(assessment, listed, "交办事项"))
    if decisions := [f"{one.id}　{one.title}：{bare(one.needs_decision)}" for one in listed if one.needs_decision]:
        page.append("\n".join(["需领导协调、决定的：", *decisions]))
    return [*page, *_waiting(assessment), *left_out_note(left_out)]


def without_records(left_out: bool) -> str:
    """What is said in place of the office's own records: that there are none, or that their file has an error."""
    return _RECORDS_LEFT_OUT if left_out else _NO_RECORDS


def issue_table(assessment: Assessment, listed: Iterable[IssueStanding], title: str) -> Table:
    """Return some matters as a table."""
    year = assessment.campaign.year
    rows = tuple(_row(one, year) for one in listed)
    return Table(marked(f"{title}（{len(rows)}件）", assessment.campaign.sample), _COLUMNS, rows)


def _head(assessment: Assessment, for_leaders: bool) -> Iterator[str]:
    campaign, reference = assessment.campaign, assessment.reference
    yield from heading(campaign, "交办事项")
    if for_leaders:
        yield FOR_LEADERS
    only = f"只列{label(reference.period)}未销号、销号和新交办的；" if reference.period else ""
    yield f"{only}参照日：{day(reference.day)}，数据截至{day(reference.records_until)}；时限当天办结算按期"
    if assessment.scope.unit:
        yield f"范围：{assessment.scope.unit}"


def _waiting(assessment: Assessment) -> Iterator[str]:
    """What was found and nobody was handed yet: it stands in no count."""
    if some := assessment.issues_waiting:
        yield f"已经发现、尚待交办{len(some)}件，未计入：{'；'.join(f'{one.id}　{one.title}' for one in some)}。"


def _counts(listed: Sequence[IssueStanding]) -> Iterator[str]:
    yield f"共{issue_counts(listed)}"
    yield "来源：" + _joined(count_by(one.source for one in listed), SOURCES)
    if causes := count_by(one.cause for one in listed if one.is_open):
        unknown = sum(one.is_open and not one.cause for one in listed)
        yield "未销号的原因：" + _joined(causes, {}) + (f"，未注明{unknown}件" if unknown else "")


def _joined(counts: Iterable[tuple[str, int]], words: Mapping[str, str]) -> str:
    return "，".join(f"{words.get(name, name)}{count}件" for name, count in counts)


def _row(issue: IssueStanding, year: int) -> tuple[str, ...]:
    source = SOURCES[issue.source] + (f"（{issue.reference}）" if issue.reference else "")
    due = day(issue.due, year)
    if issue.due != issue.first_due:
        due += f"（原{day(issue.first_due, year)}）"
    about = f"（{issue.about}）" if issue.about else ""
    return (
        issue.id,
        issue.title + about,
        source,
        handled_by(issue),
        day(issue.assigned, year),
        due,
        issue_state(issue),
        situation(issue, year),
    )


def situation(issue: IssueStanding, year: int) -> str:
    """What happened to a matter in its present round: closed, urged, answered, reopened, rechecked."""
    urged, rechecks = issue.urgings, issue.rechecks
    said = [
        f"{day(issue.closed, year)}销号" if issue.closed else None,
        f"{day(rechecks[-1].day, year)}复查{'没有反弹' if rechecks[-1].passed else '有反弹'}" if rechecks else None,
        _reopened(issue, year) if issue.reopened else None,
        f"{day(issue.claimed, year)}报称办结" if issue.claimed else None,
        f"延期{issue.extensions}次" if issue.extensions else None,
        f"催办{len(urged)}次，最近{day(urged[-1].day, year)}" if urged else None,
        _answer(issue, year) if issue.is_open else None,
    ]
    return "；".join(filter(None, said))


def _reopened(issue: IssueStanding, year: int) -> str:
    return f"{day(issue.since, year)}第{issue.reopened}次重开" if issue.is_open else f"重开{issue.reopened}次"


def _answer(issue: IssueStanding, year: int) -> str | None:
    """The last that the unit said; of one that is late, that it said nothing."""
    if issue.state is State.DISPUTED:
        return "本期不列"
    if issue.last_feedback:
        said = issue.last_feedback
        cause = f"；反映原因：{bare(said.cause)}" if said.cause else ""
        return f"{day(said.day, year)}{_from(issue)}反馈：{bare(said.text)}{cause}"
    return "没有反馈" if issue.days_late else None


def _from(issue: IssueStanding) -> str:
    """Who said it, where several units answer for the matter."""
    said, who = issue.last_feedback, issue.units
    return (said.by or "") if said and len((*who.lead, *who.responsible, *who.support)) > 1 else ""
