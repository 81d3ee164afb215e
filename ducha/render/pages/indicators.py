"""``ducha indicators`` as a page: every indicator, the totals beside their parts, and the units side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ducha.assess import Assessment, IndicatorStanding
from ducha.assess.figures.sums import find_sums
from ducha.deadlines.cycles import Period
from ducha.render.page import Column, Page, Table
from ducha.render.pages.heading import heading
from ducha.render.pages.matrix import matrices
from ducha.render.pages.members import members_table
from ducha.render.pages.sums import sum_blocks
from ducha.render.problems import left_out_note
from ducha.render.words.figures import done, growth, reached, titled
from ducha.render.words.periods import label, last, this
from ducha.render.words.progress import progress
from ducha.render.words.targets import node, target
from ducha.render.words.values import day, marked, points, quoted


def indicators_page(assessment: Assessment, left_out: Sequence[str] = ()) -> Page:
    """Return the page of the indicators in scope: of one unit, those it answers for or has a task in."""
    shown = assessment.own_indicators
    page: list[str | Table] = ["\n".join(_head(assessment))]
    if not shown:
        return [*page, "没有指标。", *left_out_note(left_out)]
    period = _period_told(assessment, shown)
    of_period = (
        f"；{this(period)}是{last(period)}末以来的增减，没有新数据或者没有{last(period)}末数据可比的写“—”"
        if period
        else ""
    )
    page += [_table(assessment, shown), _LEGEND + of_period]
    names = {indicator.id for indicator in shown}
    for one in find_sums(assessment.indicators):
        if one.whole.id in names:
            page += sum_blocks(assessment, one)
    return [*page, *_by_member(assessment, shown), *left_out_note(left_out)]


_LEGEND = (
    "年度任务完成率是完成数除以目标，时点数、比率、增幅、上限和名次没有；"
    "差距是完成情况减节点目标（节点都过去了的，减最终目标）：数量折成占目标的百分点，比率和增幅就是百分点"
)


def _head(assessment: Assessment) -> Iterator[str]:
    reference = assessment.reference
    yield from heading(assessment.campaign, "指标进度")
    of = f"{label(reference.period)}；" if reference.period else ""
    yield f"{of}参照日：{day(reference.day)}，数据截至{day(reference.records_until)}"
    if scope := assessment.scope.unit:
        yield f"范围：{scope}牵头、负责、配合的指标，和逐单位考核中它的任务"


def _table(assessment: Assessment, shown: Sequence[IndicatorStanding]) -> Table:
    period, year = _period_told(assessment, shown), assessment.campaign.year
    columns = [
        Column("序", right=True, narrowest=2),
        Column("专项行动", narrowest=6),
        Column("指标", narrowest=8),
        Column("目标", right=True),
        Column("时限", right=True, narrowest=8),
        *([Column(this(period), right=True)] if period else []),
        Column("完成情况", right=True, narrowest=8),
        Column("年度任务完成率", right=True, narrowest=6),
        Column("节点目标", right=True),
        Column("差距（百分点）", right=True, narrowest=5),
        Column("进度", narrowest=6),
        Column("编号", narrowest=8),
    ]
    rows = tuple(
        (
            str(i.number),
            i.plan_title,
            titled(i),
            target(i),
            day(i.due.present, year),
            *([growth(i)] if period else []),
            reached(i, year),
            done(i),
            node(i),
            points(i.gap_points),
            progress(i),
            i.id,
        )
        for i in shown
    )
    return Table(marked(f"指标（{len(shown)}项）", assessment.campaign.sample), tuple(columns), rows)


def _period_told(assessment: Assessment, shown: Sequence[IndicatorStanding]) -> Period | None:
    """The period whose growth has a column: none where nothing is known of it."""
    return assessment.reference.period if any(i.change is not None for i in shown) else None


def _by_member(assessment: Assessment, shown: Sequence[IndicatorStanding]) -> Iterator[str | Table]:
    """The units side by side where several indicators hold for them, then each indicator with its units."""
    held = [i for i in shown if i.ranked]
    told = [i for i in held if i.is_contested or (i.members and i.members.reported)]
    if len(told) > 1:
        yield from matrices(assessment, told)
    yield from (members_table(assessment, i) for i in told)
    silent = [i for i in held if i not in told]
    if silent:
        yield f"逐单位考核、各单位都还没有数据的：{''.join(quoted(i.title) for i in silent)}"
