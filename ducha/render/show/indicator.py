"""The page of an indicator: its nodes, its figures, and how its shares are worked out."""

from __future__ import annotations

from collections.abc import Iterator

from ducha.assess import Assessment, IndicatorStanding
from ducha.assess.project_series import BASIS
from ducha.assess.series import SUMMED, Series, series_of
from ducha.model import Actual, Indicator, Register
from ducha.render.listing import find_columns, listing
from ducha.render.page import Column, Page, Table
from ducha.render.show.facts import ITEMS, Shown, chain, disputes, head, numbered, said
from ducha.render.words import (
    DISPUTED,
    STRENGTHS,
    amount,
    day,
    marked,
    number,
    of_members,
    points,
    progress,
    share,
    target,
    told,
    units,
)


def indicator_page(shown: Shown, standing: IndicatorStanding) -> Page:
    """Return an indicator with its nodes, its figures, and how its shares are worked out."""
    assessment = shown.assessment
    indicator = shown.plan.indicators[int(standing.place[1])]
    nodes = [o for o in assessment.obligations if o.id.partition("@")[0] == standing.id]
    facts = [
        f"编号：{standing.id}（{shown.where(standing.place)}）",
        *said("文件章节", standing.section),
        *said("要求", STRENGTHS[standing.strength]),
        f"目标：{target(standing)}，时限{standing.due.words or '文件没有写'}",
        f"单位：{units(standing.units.charged)}",
        *said("逐单位考核", indicator.each),
        *said("说明", indicator.note),
        f"进度：{progress(standing)}",
    ]
    sums = f"{DISPUTED}。" if standing.is_disputed else numbered(_sums(standing))
    page: list[str | Table] = ["\n".join([*head(assessment, standing.title), *facts]), f"进度怎么算：\n{sums}"]
    page += disputes(shown, indicator.objections, standing.place[:2])
    page += [chain(shown, node) for node in nodes if node.id == standing.id]  # which has no page of its own
    page.append(listing(assessment, nodes, find_columns(ITEMS), "节点"))
    if indicator.actuals:
        page.append(_figures(assessment, indicator, standing))
    if indicator.projects and (series := series_of(shown.plan, indicator, assessment.reference.records_until)):
        page.append(_taken(assessment, indicator, series))
    return page


def _figures(assessment: Assessment, indicator: Indicator, standing: IndicatorStanding) -> Table:
    year, until = assessment.campaign.year, assessment.reference.records_until
    register = Register(assessment.campaign)

    def remark(actual: Actual) -> str:
        """Why a figure is not told."""
        if actual.day > until:
            return "在数据截止日以后，不计"
        is_disputed = standing.is_disputed or (actual.by and register.resolve(actual.by) in standing.disputed_members)
        return DISPUTED if is_disputed else ""

    columns = (Column("日期", right=True), Column("数值", right=True), Column("单位"), Column("口径"), Column("备注"))
    rows = tuple(
        (
            day(actual.day, year),
            amount(actual.value, indicator.unit),
            actual.by or "",
            actual.basis or "",
            remark(actual),
        )
        for actual in sorted(indicator.actuals, key=lambda one: (one.day, one.by or ""))
    )
    return Table(marked("历次数据", assessment.campaign.sample), columns, rows)


def _taken(assessment: Assessment, indicator: Indicator, series: Series) -> Table:
    """What was taken from the project ledger: a value for every day on which it changed."""
    year = assessment.campaign.year
    changed = [value for at, value in enumerate(series) if not at or value.value != series[at - 1].value]
    changed = changed[1:] if len(changed) > 1 and not changed[0].value else changed
    rows = tuple((day(value.day, year), told(value, indicator.unit)) for value in changed)
    columns = (Column("日期", right=True), Column("数值", right=True))
    return Table(marked("项目台账中的数据（有变化的各日）", assessment.campaign.sample), columns, rows)


def _sums(i: IndicatorStanding) -> Iterator[str]:
    """How each share of the indicator is worked out, with its numbers."""
    value = i.actual.value if i.actual else None
    yield _latest(i)
    yield _expected(i)
    if i.done_percent is not None and value is not None:
        yield f"年度任务完成率：{number(value)}÷{number(i.target.value)}={share(i.done_percent)}。"
    elif not i.members and value is not None:
        yield "时点数、比率、上限和名次没有年度任务完成率。"
    if i.gap_points is not None and value is not None and i.expected is not None:
        gap = f"{number(value)}−{number(i.expected)}"
        sum_of = gap if i.is_rate else f"（{gap}）÷{number(i.target.value)}"
        what = "序时进度" if i.pace == "months" else "节点"
        yield f"与{what}的差距：{sum_of}={points(i.gap_points)}个百分点。"
    yield f"进度判为“{progress(i)}”。"


def _latest(i: IndicatorStanding) -> str:
    """Where the value comes from."""
    if i.members:
        return f"目标{target(i)}对每个成员都适用：{of_members(i.members)}。"
    if not i.actual:
        return "没有数据。"
    when, value = day(i.actual.day), told(i.actual, i.unit)
    if i.actual.basis == BASIS:
        return f"由项目台账算出，截至{when}为{value}；逐个项目见ducha projects {i.plan}。"
    if i.actual.basis == SUMMED:
        return f"由各组成部分的数据相加，截至{when}为{value}。"
    if i.measure == "increment":
        return f"各次数据相加，截至{when}累计{value}。"
    return f"最近一次数据是{when}的{value}。"


def _expected(i: IndicatorStanding) -> str:
    if not i.target.rises:
        return f"目标是{target(i)}，到时限时判断。"
    value = amount(i.expected, i.unit, i.expected_qualifier)
    if i.pace == "none":
        return "方案不要求按进度衡量。"
    if i.expected is None:
        return "没有已经过去的节点，不衡量进度。"
    return f"序时进度是{value}。" if i.pace == "months" else f"已过去的最后一个节点是{value}。"
