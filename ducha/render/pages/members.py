"""A figure that holds for each member of a group, as a table of its members."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ducha.assess import Assessment, IndicatorStanding
from ducha.assess.figures.members import MemberStanding
from ducha.render.page import Column, Table
from ducha.render.words.figures import dated, growth, member_figure, missing, total_growth, total_label
from ducha.render.words.periods import last, this
from ducha.render.words.targets import target, task
from ducha.render.words.values import amount, marked, quoted, share


class _Has(NamedTuple):
    """Whether a table has anything to tell of a period: else the column is left out."""

    growth: bool
    places_before: bool


def members_table(assessment: Assessment, i: IndicatorStanding) -> Table:
    """Return the members best first, what they did in the period where that is known, and the total."""
    period = assessment.reference.period
    columns = [
        Column("名次", right=True),
        Column("单位", narrowest=8),
        Column("年度任务", right=True),
        Column("累计" if i.measure != "point" else "数值", right=True),
        Column("年度任务完成率", right=True),
        Column("距任务差", right=True),
    ]
    members = assessment.own_members(i)
    has = _Has(any(m.change is not None for m in members), any(m.place_before for m in members))
    if period and has.growth:
        columns.insert(3, Column(this(period), right=True))
    if period and has.places_before:
        columns.append(Column(f"{last(period)}名次", right=True))
    rows = [tuple(_member(member, i, has)) for member in members]
    if i.ranked_total is not None:
        rows.append(tuple(_total(i, has)))
    dates = f"，{dated(i, assessment.campaign.year)}" if i.ranked_days else ""
    order = "，按年度任务完成率排名" if i.ranked_by_share else ""
    title = f"{i.plan_title}：{quoted(i.title)}（目标{target(i)}{dates}{order}）"
    return Table(marked(title, assessment.campaign.sample), tuple(columns), tuple(rows), i.ranked_total is not None)


def _member(member: MemberStanding, i: IndicatorStanding, has: _Has) -> Iterator[str]:
    yield str(member.place or "—")
    yield member.unit
    yield task(member, i)
    if has.growth:
        yield growth(member, i)
    yield member_figure(member, i)
    yield share(member.percent)
    yield missing(member, i)
    if has.places_before:
        yield str(member.place_before or "—")


def _total(i: IndicatorStanding, has: _Has) -> Iterator[str]:
    yield ""
    yield total_label(i)
    yield amount(i.ranked_task, i.unit) if i.ranked_task is not None else ""
    if has.growth:
        yield total_growth(i)
    yield amount(i.ranked_total, i.unit)
    yield share(i.ranked_percent) if i.ranked_percent is not None else ""
    yield ""
    if has.places_before:
        yield ""
