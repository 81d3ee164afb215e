"""The page of an indicator: its nodes, its figures, its parts or members, and how its shares are worked out."""

from __future__ import annotations

from collections.abc import Iterator

from ducha.assess import Assessment, IndicatorStanding
from ducha.assess.amounts import Series
from ducha.assess.figures.growth import unit_of_amounts
from ducha.assess.figures.series import series_of
from ducha.assess.figures.sums import find_sums
from ducha.model import Actual, Indicator, Register
from ducha.render.page import Column, Page, Table
from ducha.render.pages.heading import head, said
from ducha.render.pages.listing import find_columns, listing
from ducha.render.pages.members import members_table
from ducha.render.pages.sums import sum_blocks
from ducha.render.show.facts import ITEMS, Shown, chain, disputes, numbered
from ducha.render.show.reckoning import base_of, reckoned
from ducha.render.words.figures import figure
from ducha.render.words.progress import progress
from ducha.render.words.targets import target
from ducha.render.words.values import DISPUTED, STRENGTHS, amount, day, marked, quoted, units


def indicator_page(shown: Shown, standing: IndicatorStanding) -> Page:
    """Return an indicator with its nodes, its figures, and how its shares are worked out."""
    assessment = shown.assessment
    indicator = shown.plan.indicators[int(standing.place[1])]
    base, part_of, unit = indicator.base, indicator.part_of, unit_of_amounts(shown.plan, indicator)
    nodes = [o for o in assessment.obligations if o.id.partition("@")[0] == standing.id]
    facts = [
        f"编号：{standing.id}（{shown.where(standing.place)}）",
        *said("文件章节", standing.section),
        *said("要求", STRENGTHS[standing.strength]),
        f"目标：{target(standing)}，时限{standing.due.words or '文件没有写'}",
        f"单位：{units(standing.units.charged)}",
        *said("逐单位考核", indicator.each),
        *said("没有任务的单位", "、".join(standing.untasked)),
        *said("增长的基数", base_of(standing, unit, _title(assessment, standing, base.of if base else None))),
        *said("所属的总量", _title(assessment, standing, part_of.indicator if part_of else None)),
        *said("说明", indicator.note),
        f"进度：{progress(standing)}",
    ]
    sums = f"{DISPUTED}。" if standing.is_disputed else numbered(reckoned(standing))
    page: list[str | Table] = ["\n".join([*head(assessment, standing.title), *facts]), f"进度怎么算：\n{sums}"]
    page += disputes(shown, indicator.objections, standing.place[:2])
    page += [chain(shown, node) for node in nodes if node.id == standing.id]  # which has no page of its own
    page.append(listing(assessment, nodes, find_columns(ITEMS), "节点"))
    for one in find_sums(assessment.indicators):
        if standing.id == one.whole.id or (indicator.each and standing.id in (part.standing.id for part in one.parts)):
            page += sum_blocks(assessment, one)
    if standing.own_tasks:
        page.append(members_table(assessment, standing))
    if indicator.actuals:
        page.append(_figures(assessment, standing, indicator, unit))
    until = assessment.reference.records_until
    if indicator.projects and (series := series_of(Register(assessment.campaign), shown.plan, indicator, until)):
        page.append(_taken(assessment, indicator, series))
    return page


def _title(assessment: Assessment, standing: IndicatorStanding, other: str | None) -> str | None:
    """The title of another indicator of the same plan, with its id."""
    name = f"{standing.plan}/{other}"
    return next((f"{quoted(one.title)}（{name}）" for one in assessment.indicators if one.id == name), None)


def _figures(assessment: Assessment, standing: IndicatorStanding, indicator: Indicator, unit: str) -> Table:
    compared = any(actual.same_period is not None for actual in indicator.actuals)
    columns = [Column("日期", right=True), Column("数值", right=True), Column("单位"), Column("口径"), Column("备注")]
    if compared:
        columns.insert(2, Column("上年同期", right=True))
    rows = tuple(
        tuple(_figure(assessment, standing, actual, unit, compared=compared))
        for actual in sorted(indicator.actuals, key=lambda one: (one.day, one.by or ""))
    )
    return Table(marked("历次数据", assessment.campaign.sample), tuple(columns), rows)


def _taken(assessment: Assessment, indicator: Indicator, series: Series) -> Table:
    """What was taken from the project ledger: a value for every day on which it changed."""
    year = assessment.campaign.year
    changed = [value for at, value in enumerate(series) if not at or value.value != series[at - 1].value]
    changed = changed[1:] if len(changed) > 1 and not changed[0].value else changed
    rows = tuple((day(value.day, year), figure(value, indicator.unit)) for value in changed)
    columns = (Column("日期", right=True), Column("数值", right=True))
    return Table(marked("项目台账中的数据（有变化的各日）", assessment.campaign.sample), columns, rows)


def _figure(
    assessment: Assessment, standing: IndicatorStanding, actual: Actual, unit: str, *, compared: bool
) -> Iterator[str]:
    yield day(actual.day, assessment.campaign.year)
    yield amount(actual.value, unit)
    if compared:
        yield amount(actual.same_period, unit)
    yield actual.by or ""
    yield actual.basis or ""
    yield _remark(assessment, standing, actual)


def _remark(assessment: Assessment, standing: IndicatorStanding, actual: Actual) -> str:
    """Why a figure is not told."""
    if actual.day > assessment.reference.records_until:
        return "在数据截止日以后，不计"
    by = Register(assessment.campaign).resolve(actual.by) if actual.by else None
    return DISPUTED if standing.is_disputed or by in standing.disputed_members else ""
