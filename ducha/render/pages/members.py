"""A figure that holds for each member of a group, as a table of its members."""

from __future__ import annotations

from collections.abc import Iterator

from ducha.assess import Assessment, IndicatorStanding
from ducha.assess.figures.members import MemberStanding
from ducha.render.page import Column, Table
from ducha.render.words.figures import growth, member_figure, missing, total_label
from ducha.render.words.periods import last, this
from ducha.render.words.targets import target, task
from ducha.render.words.values import amount, marked, quoted, share


def members_table(assessment: Assessment, i: IndicatorStanding) -> Table:
    """Return the members best first, what they did in the period if the report is on one, and the total."""
    period = assessment.reference.period
    columns = [
        Column("名次", right=True),
        Column("单位", narrowest=8),
        Column("年度任务", right=True),
        Column("累计" if i.measure != "point" else "数值", right=True),
        Column("年度任务完成率", right=True),
        Column("距任务差", right=True),
    ]
    if period:
        columns.insert(3, Column(this(period), right=True))
        columns.append(Column(f"{last(period)}名次", right=True))
    rows = [tuple(_member(member, i, in_period=bool(period))) for member in assessment.own_members(i)]
    if i.ranked_total is not None:
        rows.append(tuple(_total(i, in_period=bool(period))))
    order = "，按年度任务完成率排名" if i.ranked_by_share else ""
    title = f"{i.plan_title}：{quoted(i.title)}（目标{target(i)}{order}）"
    return Table(marked(title, assessment.campaign.sample), tuple(columns), tuple(rows), i.ranked_total is not None)


def _member(member: MemberStanding, i: IndicatorStanding, *, in_period: bool) -> Iterator[str]:
    yield str(member.place or "—")
    yield member.unit
    yield task(member, i)
    if in_period:
        yield growth(member, i)
    yield member_figure(member, i)
    yield share(member.percent)
    yield missing(member, i)
    if in_period:
        yield str(member.place_before or "—")


def _total(i: IndicatorStanding, *, in_period: bool) -> Iterator[str]:
    yield ""
    yield total_label(i)
    yield amount(i.ranked_task, i.unit) if i.ranked_task is not None else ""
    if in_period:
        yield ""
    yield amount(i.ranked_total, i.unit)
    yield share(i.ranked_percent) if i.ranked_percent is not None else ""
    yield ""
    if in_period:
        yield ""
