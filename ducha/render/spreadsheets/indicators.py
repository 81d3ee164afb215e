"""``ducha indicators`` as CSV: a row a unit and indicator."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ducha.assess import Assessment, IndicatorStanding
from ducha.assess.amounts import Value
from ducha.assess.figures.members import MemberStanding
from ducha.model import Target
from ducha.render.pages.listing import Cell
from ducha.render.spreadsheets.shared import csv_text
from ducha.render.words.figures import member_figure
from ducha.render.words.progress import progress
from ducha.render.words.targets import target, task
from ducha.render.words.values import DISPUTED, number


def indicators_csv(assessment: Assessment) -> str:
    """Return a row for each indicator in scope, and one for each member of those that hold for a group."""
    return csv_text(assessment, _HEADERS, (row for i in assessment.own_indicators for row in _rows(assessment, i)))


_HEADERS = (
    *("序", "专项行动", "指标", "章节", "考核单位", "责任单位", "目标", "目标值", "力争值", "计量单位", "时限"),
    *("本期新增", "完成数", "数据日期", "口径", "数额", "比较的基数", "年度任务完成率", "节点目标值", "差距百分点"),
    *("进度", "名次", "上期名次", "编号"),
)


def _rows(assessment: Assessment, i: IndicatorStanding) -> Iterator[list[Cell]]:
    """The indicator itself, for all units together, then each member."""
    yield [
        *_names(i, None),
        target(i),
        *_bounds(i.target),
        i.unit,
        i.due.present,
        _told(i.change),
        *_figure(i.actual),
        _told(i.done_percent),
        _told(i.expected),
        _told(i.gap_points),
        DISPUTED if i.is_disputed else progress(i),
        None,
        None,
        i.id,
    ]
    yield from (_member(i, member) for member in assessment.own_members(i))


def _member(i: IndicatorStanding, member: MemberStanding) -> list[Cell]:
    return [
        *_names(i, member.unit),
        task(member, i),
        *_bounds(member.target),
        i.unit,
        i.due.present,
        _told(member.change),
        *_figure(member.actual),
        _told(member.percent),
        None,
        None,
        _state(i, member),
        member.place,
        member.place_before,
        i.id,
    ]


def _state(i: IndicatorStanding, member: MemberStanding) -> Cell:
    if member.actual is None:
        return member_figure(member, i)
    return "达标" if member.is_reached else None


def _names(i: IndicatorStanding, unit: str | None) -> list[Cell]:
    return [i.number, i.plan_title, i.title, i.section, unit, "、".join(i.units.charged)]


def _bounds(value: Target) -> list[Cell]:
    return [_told(value.value), _told(value.stretch)]


def _figure(value: Value | None) -> list[Cell]:
    if value is None:
        return [None] * 5
    grown, portion = value.growth, value.portion
    amounts = [_told(grown.amount), _told(grown.base)] if grown else [None, None]
    amounts = [_told(portion.part), _told(portion.whole)] if portion else amounts
    return [_told(value.told), value.day, value.basis, *amounts]


def _told(value: Decimal | None) -> Cell:
    return None if value is None else number(value)
