"""``ducha status`` as a page: the head, a row a plan, then what is listed of its obligations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ducha.assess import Assessment, Obligation, PlanStanding, State, Tally
from ducha.assess.duties.returns import added
from ducha.render.page import Column, Page, Table
from ducha.render.pages.heading import heading
from ducha.render.pages.listing import READING, ListColumn, find_columns, listing
from ducha.render.problems import left_out_note
from ducha.render.words.duties import returned
from ducha.render.words.periods import this
from ducha.render.words.values import day, marked, rate, rate_cell

_SOURCES = {
    "option": "由--as-of指定",
    "period": "所报时间期满次日",
    "campaign": "行动设定的固定参照日",
    "clock": "今天",
}

_PLAN_COLUMNS = (
    Column("序", right=True, narrowest=2),
    Column("专项行动", narrowest=8),
    Column("总数", right=True),
    Column("完成", right=True),
    Column("其中逾期", right=True),
    Column("到期未完成", right=True),
    Column("即将到期", right=True),
    Column("时限待明确", right=True),
    Column("待核实", right=True),
    Column("无时限", right=True),
    Column("下一到期", right=True, narrowest=8),
    Column("任务完成率", right=True, narrowest=8),
    Column("到期任务按期完成率", right=True, narrowest=8),
)


def status_page(
    assessment: Assessment,
    listed: Sequence[Obligation],
    title: str,
    left_out: Sequence[str] = (),
    columns: Sequence[ListColumn] | None = None,
) -> Page:
    """Return the page; ``listed`` are the obligations of the second table, ``title`` says which they are."""
    page: list[str | Table] = ["\n".join(_head(assessment)), plan_table(assessment)]
    if others := "\n".join(_others(assessment)):
        page.append(others)
    if listed:
        page.append(listing(assessment, listed, columns or find_columns(READING), title))
    else:
        page.append(f"{title}：没有。")
    return [*page, *left_out_note(left_out)]


def _head(assessment: Assessment) -> Iterator[str]:
    campaign, reference = assessment.campaign, assessment.reference
    yield from heading(campaign, "督查进度")
    source = "所报时间尚未期满" if reference.is_mid_period else _SOURCES[reference.source]
    yield (
        f"参照日：{day(reference.day)}（{source}），"
        f"数据截至{day(reference.records_until)}；即将到期：{campaign.due_soon_days}天以内（本单位设定）"
    )
    if scope := "，".join(_scope(assessment)):
        yield f"范围：{scope}"


def _scope(assessment: Assessment) -> Iterator[str]:
    scope = assessment.scope
    if scope.plans or scope.leader:
        yield "、".join(standing.short_title for standing in assessment.plans) or "没有符合的方案"
    if scope.unit:
        yield f"{scope.unit}（由别的单位牵头的、只是配合的，列出但不计数）"
        if assessment.unit_groups:
            yield f"以集合单位名义承担的事项另见--unit {'、--unit '.join(assessment.unit_groups)}"
    if scope.group is not None:
        yield f"第{scope.group}督导组"


def _others(assessment: Assessment) -> Iterator[str]:
    """What the table does not count: what is in dispute, returns, and what has not begun."""
    if disputed := assessment.tally.counts[State.DISPUTED]:
        yield f"{State.DISPUTED.label}（不计入完成率）：{disputed}项，见ducha status --state disputed"
    duties = assessment.own_duties
    t, w = (added(duty.tally for duty in duties if duty.is_report is kind) for kind in (True, False))
    period = assessment.reference.period
    when = f"{this(period)}截止" if period else "到期"
    if t.due:
        yield f"定期报送：{when}{returned(t)}，按时报送率{rate(t.punctual)}；各单位见ducha returns"
    if w.due:
        yield f"其他定期任务：{when}{returned(w, is_report=False)}；见ducha returns"
    yield from _supervision(assessment)
    if not_begun := sum(standing.not_begun for standing in assessment.plans):
        yield f"已到开始时间、未收到开始情况：{not_begun}项，见ducha due"


def _supervision(assessment: Assessment) -> Iterator[str]:
    """Matters handed over, and what the office itself owes, which is nobody else's."""
    campaign, supervision, unit = assessment.campaign, assessment.supervision, assessment.scope.unit
    if supervision is None:
        return
    if assessment.issues:
        from ducha.render.words.supervision import issue_counts

        yield f"交办事项：{issue_counts(assessment.issues)}；见ducha issues"
    for by, short in supervision.owed:
        if unit is None or unit in by:
            from ducha.render.words.supervision import requirements

            owed = requirements(short, campaign.year)
            yield f"{'、'.join(by)}应开展而未开展的督查：{owed}；见ducha inspections"


def plan_table(assessment: Assessment) -> Table:
    """Return a row a plan and their total."""
    year = assessment.campaign.year
    rows = [_plan_row(standing, year) for standing in assessment.plans if standing.tally.total]
    rows.append(("", "合计", *_figures(assessment.tally, year)))
    return Table(marked("各专项行动进度", assessment.campaign.sample), _PLAN_COLUMNS, tuple(rows), has_total=True)


def _plan_row(standing: PlanStanding, year: int) -> tuple[str, ...]:
    return str(standing.number), standing.short_title, *_figures(standing.tally, year)


def _figures(tally: Tally, year: int) -> tuple[str, ...]:
    shown = (State.OVERDUE, State.DUE_SOON, State.UNCLEAR, State.UNVERIFIED, State.UNDATED)
    return (
        str(tally.total),
        str(tally.finished.numerator),
        str(tally.counts[State.DONE_LATE]),
        *(str(tally.counts[state]) for state in shown),
        day(tally.next_due, year),
        rate_cell(tally.finished),
        rate_cell(tally.on_time),
    )
