"""``ducha due`` as a page: a table for each unit that is to be called."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ducha.assess import Assessment, Obligation, State
from ducha.assess.duties.returns import ReturnStanding
from ducha.assess.supervision.issues import IssueStanding
from ducha.assess.units.calls import Call, Disputed, ReturnsDue, find_disputed
from ducha.render.page import Column, Page, Table
from ducha.render.pages.heading import heading
from ducha.render.problems import left_out_note
from ducha.render.words.duties import period
from ducha.render.words.supervision import issue_state
from ducha.render.words.values import NOBODY, day, marked, quoted, reason

_COLUMNS = (
    Column("情况", narrowest=8),
    Column("时限", right=True, narrowest=8),
    Column("事项", narrowest=16),
    Column("专项行动", narrowest=8),
    Column("编号", narrowest=10),
)


_MOST = 6
"""periods of one duty that a row names one by one"""


def due_page(assessment: Assessment, calls: Sequence[Call], within: int, left_out: Sequence[str] = ()) -> Page:
    """Return the page of some calls; ``within`` is how many days ahead they look."""
    page: list[str | Table] = ["\n".join(_head(assessment, calls, within))]
    page += [_table(assessment, call) for call in calls]
    return [*page, *left_out_note(left_out)]


def _head(assessment: Assessment, calls: Sequence[Call], within: int) -> Iterator[str]:
    campaign, reference = assessment.campaign, assessment.reference
    yield from heading(campaign, "催办清单")
    yield f"参照日：{day(reference.day)}，数据截至{day(reference.records_until)}；列到{within}天以内到期的"
    yield from _left_alone(find_disputed(assessment))
    units = sum(call.unit is not None for call in calls)
    if not calls:
        yield "没有到期未完成、即将到期和未报送的事项。"
        return
    yield f"涉及{units}个单位：{_sums(calls)}；几个单位共同负责的，各单位名下都列"


def _left_alone(disputed: Disputed) -> Iterator[str]:
    kinds = (
        ("事项{}项", disputed.obligations),
        ("交办事项{}件", disputed.issues),
        ("定期任务{}期", disputed.returns),
    )
    if told := "，".join(words.format(len(some)) for words, some in kinds if some):
        yield f"数据核对中、不催办：{told}，异议处理以后再列"


def _sums(calls: Sequence[Call]) -> str:
    """How much there is of each kind; what several units share counts once."""
    late = len({o.id for call in calls for o in call.late})
    soon = len({o.id for call in calls for o in call.soon})
    not_begun = len({o.id for call in calls for o in call.not_begun})
    issues = {one.id: one for call in calls for one in call.issues}.values()
    returns = [one for call in calls for due in call.returns for one in due.returns]
    unsent = sum(one.is_due for one in returns)
    counts = (
        ("到期未完成或待核实{}项", late),
        ("即将到期{}项", soon),
        ("未见开始{}项", not_begun),
        ("交办事项超期未办结或待核实{}件", sum(one.days_left is None for one in issues)),
        ("交办事项即将到期{}件", sum(one.days_left is not None for one in issues)),
        ("定期任务未报、无记录或待核实{}期", unsent),
        ("定期任务即将截止{}期", len(returns) - unsent),
    )
    return "，".join(words.format(count) for words, count in counts if count) or "没有到期的"


def _table(assessment: Assessment, call: Call) -> Table:
    year = assessment.campaign.year
    rows = [
        *(_row(call, o, _lateness(o), year) for o in call.late),
        *(_row(call, o, "今天到期" if o.days_left == 0 else f"还有{o.days_left}天", year) for o in call.soon),
        *(_row(call, o, f"应于{day(o.due.start, year)}开始，未收到开始情况", year) for o in call.not_begun),
        *(row for due in call.returns for row in _returns(due, assessment)),
        *(_issue(assessment, call, one) for one in call.issues),
    ]
    return Table(marked(called(call), assessment.campaign.sample), _COLUMNS, tuple(rows))


def called(call: Call) -> str:
    """The unit, and whom to call there."""
    return (call.unit or NOBODY) + (f"（联络员：{call.liaison.text}）" if call.liaison else "")


def _lateness(obligation: Obligation) -> str:
    if obligation.state is State.UNVERIFIED:
        return "待核实"
    heard = obligation.last_report
    report = f"{heard.day.month}月{heard.day.day}日报有进展" if heard else None
    return "，".join(filter(None, (f"逾期{obligation.days_late}天", reason(obligation), report)))


def _row(call: Call, obligation: Obligation, situation: str, year: int) -> tuple[str, ...]:
    others = [unit for unit in obligation.units.charged if unit != call.unit]
    together = f"（与{'、'.join(others)}共同负责）" if others else ""
    due = day(obligation.due.present, year) if obligation.due.present else ""
    return situation, due, obligation.marked_title + together, obligation.plan_title, obligation.id


def _issue(assessment: Assessment, call: Call, issue: IssueStanding) -> tuple[str, ...]:
    plan = next((plan.short_title for plan in assessment.plans if plan.id == issue.plan), "")
    others = [unit for unit in issue.units.charged if unit != call.unit]
    together = f"（与{'、'.join(others)}共同承办）" if others else ""
    urged = f"，已催办{len(issue.urgings)}次" if issue.urgings else ""
    left = f"还有{issue.days_left}天" if issue.days_left else "今天到期"
    situation = (left if issue.days_left is not None else issue_state(issue)) + urged
    return situation, day(issue.due, assessment.campaign.year), f"交办事项：{issue.title}{together}", plan, issue.id


def _returns(due: ReturnsDue, assessment: Assessment) -> Iterator[tuple[str, ...]]:
    """A row for what was not sent, and one for what is still to come."""
    today = assessment.reference.day
    past = [one for one in due.returns if one.period.cutoff < today]
    ahead = [one for one in due.returns if one.period.cutoff >= today]
    if past:
        yield _unsent(due, past, assessment.campaign.year)
    for one in ahead:
        left = (one.period.cutoff - today).days
        said = "今天截止" if left == 0 else f"，{left}天后截止"
        yield _unsent(due, [one], assessment.campaign.year, said)


def _unsent(due: ReturnsDue, returns: Sequence[ReturnStanding], year: int, said: str = "") -> tuple[str, ...]:
    missing = "未报" if due.duty.is_report else "无记录"
    words = {State.UNVERIFIED: "待核实", State.OVERDUE: missing}
    parts = [period(one.period.name, year) + (said or words[one.state]) for one in returns]
    if len(parts) > _MOST:
        parts = [parts[0], f"……共{len(parts)}期"]
    cutoffs = [day(one.period.cutoff, year) for one in returns]
    shown = "、".join(cutoffs) if len(cutoffs) < 4 else f"{cutoffs[0]}起{len(cutoffs)}期"
    return "，".join(parts), shown, quoted(due.duty.duty.title), due.duty.plan_title, due.duty.id
