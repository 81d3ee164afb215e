"""How an indicator stands to what was asked of it, in the words of official papers."""

from __future__ import annotations

from decimal import Decimal

from ducha.assess.amounts import Figure, Value
from ducha.assess.figures.indicators import IndicatorStanding, Levels
from ducha.render.words.figures import difference_unit, figure, incomparable, of_members
from ducha.render.words.targets import bar, goal, place_within
from ducha.render.words.values import amount, day, number


def against_bar(asked: Figure, year: int | None = None) -> str:
    """Where a checkpoint is: 应达500亩，6月25日为430亩; of a group: 18个单位中16个已报，其中5个达标."""
    told = [] if asked.members else [bar(asked)]
    return "，".join([*told, *filter(None, [where(asked, year)])])


def where(asked: Figure, year: int | None = None) -> str:
    """The figure of a checkpoint without what it asks: 6月25日为430亩; empty where there is none."""
    if asked.members:
        return of_members(asked.members)
    if asked.actual:
        return f"{day(asked.actual.day, year)}为{figure(asked.actual, asked.unit, is_rank=asked.is_rank)}"
    return incomparable(asked.amount, year) if asked.amount else ""


def against_node(indicator: IndicatorStanding) -> str:
    """How an indicator stands to the node that has passed: 比节点目标500亩少70亩; of a rate in percentage points."""
    i = indicator
    if i.judged is None or i.progress == "stopped":
        return ""
    if i.levels and i.levels.floor and i.progress == "reached":
        return _beyond_floor(i, i.judged, i.levels)
    if i.progress == "reached":
        return _beyond(i, i.judged)
    if i.expected is None or i.distance is None:
        return ""
    against = {"months": "序时进度", "node": "节点目标", "target": "保底目标" if i.levels else "目标"}
    return _compared(i, i.judged, against[i.held_to or "node"] + _asked(i, i.expected), i.distance)


def short_of_stretch(indicator: IndicatorStanding, year: int) -> str:
    """A floor that is reached and a stretch that is not: 截至6月25日为第4名，保底目标第4名已达到，力争目标……."""
    judged = indicator.judged
    if judged is None:
        return against_node(indicator)
    value = figure(judged, indicator.unit, is_rank=indicator.is_rank)
    return f"截至{day(judged.day, year)}为{value}，{against_node(indicator)}"


def _asked(i: IndicatorStanding, expected: Decimal) -> str:
    """The bare value that a figure is held against: 500亩, 38%左右, 50—60件, 前3名, of two levels the floor."""
    if i.is_rank:
        return f"第{number(expected)}名" if i.levels and i.held_to == "target" else place_within(expected)
    if i.target.between and i.held_to == "target":
        return goal(i.target, i.unit)
    return amount(expected, i.unit, i.expected_qualifier)


def _beyond_floor(i: IndicatorStanding, judged: Value, levels: Levels) -> str:
    """Both levels of a target whose floor is reached; a stretch not reached is no failure."""
    upper = i.target.stretch or Decimal(0)
    if i.is_rank:
        floor, stretch = f"第{number(i.target.value)}名", f"第{number(upper)}名"
    else:
        floor, stretch = amount(i.target.value, i.unit), amount(upper, i.unit)
    if levels.stretch:
        return f"达到力争目标{stretch}"
    left = amount(abs(judged.told - upper), difference_unit(i))
    is_ceiling = i.target.falls and not i.is_rank
    return f"保底目标{floor}已达到，力争目标{stretch}尚未实现，还{'多' if is_ceiling else '差'}{left}"


def _beyond(i: IndicatorStanding, judged: Value) -> str:
    if i.is_rank:
        return f"{'达到' if i.target.value == 1 else '进入'}目标{goal(i.target, i.unit)}"
    if not i.target.rises:
        within = goal(i.target, i.unit) if i.target.between else amount(i.target.value, i.unit)
        return f"在目标{within}以内"
    return f"{'超过' if judged.value > i.target.value else '达到'}目标{amount(i.target.value, i.unit)}"


def _compared(i: IndicatorStanding, judged: Value, asked: str, distance: Decimal) -> str:
    """A figure against what was expected of it, and by how much it differs."""
    expected = i.expected or Decimal(0)
    if i.target.falls and judged.told <= expected:
        return f"达到{asked}" if i.is_rank else f"在{asked}以内"
    if not distance:
        return f"恰为{asked}，没有超过" if i.target.more_than == expected else f"达到{asked}"
    by = amount(distance, difference_unit(i))
    if i.is_rank:
        return f"比{asked}落后{by}"
    words = ("高", "低") if i.is_rate else ("多", "少")
    return f"比{asked}{words[judged.told < expected]}{by}"


def progress(indicator: IndicatorStanding) -> str:
    """One word for where an indicator stands; of two levels with how far they are reached."""
    word, levels = _word(indicator), indicator.levels
    if levels is None or indicator.progress in ("stopped", "disputed"):
        return word
    if levels.is_final or indicator.progress == "reached":
        return _levels(levels)
    return f"{word}（目前{_levels(levels)}）"


def _levels(levels: Levels) -> str:
    """力争已达; 保底已达，力争未达; 保底未达."""
    return "力争已达" if levels.stretch else "保底已达，力争未达" if levels.floor else "保底未达"


def _word(i: IndicatorStanding) -> str:
    if i.progress == "unjudged" and i.due.present is None:
        return "未定时限"
    if i.progress == "unjudged" and i.expected is None:
        return "未到节点"
    if i.progress == "unreported" and i.amount:
        return "缺同期数"
    if i.progress == "missed" and i.strength == "strive":
        return "尚未实现"
    if i.progress in ("behind", "missed") and i.is_over:
        return "已超出"
    if i.members and i.progress in _OF_GROUPS:
        return _OF_GROUPS[i.progress]
    return (_PROGRESS if i.target.rises else {**_PROGRESS, **_OF_BOUNDS})[i.progress]


_PROGRESS = {
    "ahead": "超前",
    "on": "持平",
    "behind": "滞后",
    "unreported": "未报",
    "reached": "已完成",
    "missed": "未完成",
    "stopped": "已取消或暂缓",
    "disputed": "数据核对中",
    "unjudged": "不作评价",
}
_OF_BOUNDS = {"on": "目前达标", "behind": "目前未达标", "reached": "达标", "missed": "未达标"}
"""of a ceiling, a place or a range, which is kept and not worked off"""
_OF_GROUPS = {"on": "均已达到节点", "behind": "未全部达到节点"}
"""of what holds for each member of a group"""
