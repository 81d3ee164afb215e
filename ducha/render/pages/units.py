"""``ducha units`` as a page: a row a unit, and what a county leader's view adds to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ducha.assess import Assessment, State, Tally
from ducha.assess.units.rows import UnitRow, UnitRows
from ducha.render.page import Column, Page, Table
from ducha.render.pages.heading import heading
from ducha.render.pages.issues import issue_table
from ducha.render.pages.listing import READING, find_columns, listing
from ducha.render.pages.status import plan_table
from ducha.render.problems import left_out_note
from ducha.render.words.periods import label
from ducha.render.words.values import FOR_LEADERS, NOBODY, bare, day, marked, rate_cell

_COLUMNS = (
    Column("单位", narrowest=8),
    Column("类别", narrowest=4),
    Column("计责事项", right=True),
    Column("完成", right=True),
    Column("到期未完成", right=True),
    Column("即将到期", right=True),
    Column("任务完成率", right=True, narrowest=8),
    Column("到期任务按期完成率", right=True, narrowest=8),
    Column("迟报", right=True),
    Column("未报", right=True),
    Column("未销号", right=True),
    Column("超期", right=True),
)


def units_page(
    assessment: Assessment, rows: UnitRows, category: str | None = None, left_out: Sequence[str] = ()
) -> Page:
    """Return the page of some units; of a leader's plans alone it begins with those and what waits for a decision."""
    page: list[str | Table] = ["\n".join(_head(assessment, category))]
    if assessment.scope.leader:
        page += _for_leader(assessment)
    if rows.rows:
        page += [_table(assessment, rows, category), "\n".join(_notes(rows, category))]
    else:
        page.append("没有计责的事项、报送和交办。")
    return [*page, *left_out_note(left_out)]


def _head(assessment: Assessment, category: str | None) -> Iterator[str]:
    campaign, reference = assessment.campaign, assessment.reference
    yield from heading(campaign, "各单位情况")
    if assessment.scope.leader:
        yield FOR_LEADERS
        yield f"{assessment.scope.leader}任组长的专项行动：{'、'.join(plan.short_title for plan in assessment.plans)}"
    only = f"报送只计{label(reference.period)}截止的；" if reference.period else ""
    yield f"{only}参照日：{day(reference.day)}，数据截至{day(reference.records_until)}"
    if category:
        yield f"范围：{category}"


def _for_leader(assessment: Assessment) -> Iterator[str | Table]:
    """What a leader asks first: how the plans stand, what is late, and what waits for a decision."""
    yield plan_table(assessment)
    late = assessment.in_state(State.OVERDUE)
    if late:
        yield listing(assessment, late, find_columns(READING), "到期未完成的事项")
    if assessment.issues:
        yield issue_table(assessment, assessment.issues, "交办事项")
    waiting = [one for one in assessment.issues if one.needs_decision]
    if waiting:
        yield "\n".join(["请领导协调、决定的：", *(f"{o.title}：{bare(o.needs_decision or '')}" for o in waiting)])


def _table(assessment: Assessment, rows: UnitRows, category: str | None) -> Table:
    body = [_row(row) for row in rows.rows]
    if category is None:
        body.append(("全部事项（每项只计一次）", "", *_figures(rows.total), "", "", "", ""))
    return Table(marked("各单位", assessment.campaign.sample), _COLUMNS, tuple(body), has_total=category is None)


def _row(row: UnitRow) -> tuple[str, ...]:
    others = (row.returns.late, row.returns.missing, row.issues, row.issues_late)
    return row.unit or NOBODY, row.category or "", *_figures(row.tally), *map(str, others)


def _figures(tally: Tally) -> tuple[str, ...]:
    return (
        str(tally.total),
        str(tally.finished.numerator),
        str(tally.counts[State.OVERDUE]),
        str(tally.counts[State.DUE_SOON]),
        rate_cell(tally.finished),
        rate_cell(tally.on_time),
    )


def _notes(rows: UnitRows, category: str | None) -> Iterator[str]:
    """Why the rows add up to more than the whole."""
    if rows.shared and category is None:
        yield (
            f"{rows.shared}项由几个单位共同负责，在各单位名下都计：各行相加{rows.summed}项，"
            f"比全部事项{rows.total.total}项多{rows.summed - rows.total.total}项。"
        )
    yield "有牵头单位的计在牵头单位名下，没有的由责任单位共同计；集合单位以自己的名义计，不拆给成员；配合的不计。"
    yield "迟报、未报是定期报送的份数，未销号、超期是交办事项的件数。"
