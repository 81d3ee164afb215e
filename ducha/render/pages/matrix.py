"""Units side by side: a row a unit, a column an indicator that holds for each of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ducha.assess import Assessment, IndicatorStanding
from ducha.assess.figures.members import MemberStanding
from ducha.model import Register
from ducha.render.page import Column, Table
from ducha.render.words.figures import member_figure
from ducha.render.words.periods import last
from ducha.render.words.values import marked, share

MOST = 6
"""indicators that a table has room for"""


def matrices(assessment: Assessment, indicators: Sequence[IndicatorStanding]) -> Iterator[Table | str]:
    """Yield tables of each unit's share and place in each indicator, and what stands in a cell."""
    for start in range(0, len(indicators), MOST):
        part = indicators[start : start + MOST]
        more = f"（{start + 1}—{start + len(part)}项）" if len(indicators) > MOST else ""
        yield _matrix(assessment, part, f"各单位各项指标{more}")
    period = assessment.reference.period
    before = f"，括号内是{last(period)}名次" if period else ""
    yield f"每格是年度任务完成率（没有的列数值）和名次{before}；空格：对该单位没有这项指标"


def _matrix(assessment: Assessment, indicators: Sequence[IndicatorStanding], title: str) -> Table:
    rows = [_by_unit(i) for i in indicators]
    wanted = assessment.scope.unit
    units = sorted({unit for row in rows for unit in row}, key=Register(assessment.campaign).position)
    shown = [unit for unit in units if wanted is None or wanted not in units or unit == wanted]
    columns = (Column("单位", narrowest=8), *(Column(i.title, right=True, narrowest=8) for i in indicators))
    cells = tuple((unit, *(row.get(unit, "") for row in rows)) for unit in shown)
    return Table(marked(title, assessment.campaign.sample), columns, cells)


def _by_unit(i: IndicatorStanding) -> dict[str, str]:
    return {**dict.fromkeys(i.untasked, "没有任务"), **{member.unit: _cell(member, i) for member in i.ranked}}


def _cell(member: MemberStanding, i: IndicatorStanding) -> str:
    if member.actual is None:
        return member_figure(member, i)
    done = member_figure(member, i) if member.percent is None else share(member.percent)
    if member.place is None:
        return done
    before = f"({member.place_before})" if member.place_before else ""
    return f"{done}\n 第{member.place}名{before}"
