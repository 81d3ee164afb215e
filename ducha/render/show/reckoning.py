"""How each share of an indicator is worked out, with its numbers."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ducha.assess import IndicatorStanding
from ducha.assess.amounts import Growth, Value
from ducha.assess.figures.projects import BASIS
from ducha.assess.figures.series import SUMMED
from ducha.model.measures import is_percent
from ducha.render.words.figures import incomparable, level, of_members, told
from ducha.render.words.progress import progress
from ducha.render.words.targets import node, target
from ducha.render.words.values import amount, day, number, points, share


def base_of(i: IndicatorStanding, unit: str, source: str | None) -> str | None:
    """What a growth is measured from: amounts in a unit; ``source`` is the indicator whose amounts are compared."""
    if i.base is None:
        return None
    value = f"，{amount(i.base.value, unit)}" if i.base.value is not None else ""
    needed = f"，达到{amount(i.needed, unit)}即完成目标" if i.needed is not None else ""
    origin = f"，数额取自{source}" if source else "" if value else "，历次数值就是增幅"
    return f"{i.base.what}{value}{needed}{origin}"


def reckoned(i: IndicatorStanding) -> Iterator[str]:
    """Yield the steps from the figures to the word for where the indicator stands."""
    yield from _growth(i) if i.base else _figure(i)
    yield _expected(i)
    yield from _shares(i)
    if i.gap_points is not None and i.judged and i.expected is not None:
        gap = f"{_plain(i.judged)}−{number(i.expected)}"
        sum_of = gap if i.is_rate else f"（{gap}）÷{number(i.target.value)}"
        what = {"months": "序时进度", "node": "节点", "target": "目标"}[i.held_to or "node"]
        yield f"与{what}的差距：{sum_of}={points(i.gap_points)}个百分点。"
    yield f"进度判为“{progress(i)}”。"


def _figure(i: IndicatorStanding) -> Iterator[str]:
    if i.members:
        yield f"目标{target(i)}，逐单位考核：{of_members(i.members)}。"
        if i.ranked_by_share:
            yield "各单位任务不同，按各自的年度任务完成率排名。"
    elif i.actual is None:
        yield "没有数据。"
    elif i.actual.basis == BASIS:
        yield f"由项目台账算出，截至{day(i.actual.day)}为{level(i)}；逐个项目见ducha projects {i.plan}。"
    elif i.actual.basis == SUMMED:
        yield f"由各组成部分的数据相加，截至{day(i.actual.day)}为{level(i)}。"
    elif i.measure == "increment":
        yield f"各次数据相加，截至{day(i.actual.day)}累计{level(i)}。"
    else:
        yield f"最近一次数据是{day(i.actual.day)}的{level(i)}。"


def _growth(i: IndicatorStanding) -> Iterator[str]:
    """81.3亿元→100亿元，增长23.0%: the amounts and the division, or why there is none."""
    last = i.actual
    if last and last.growth:
        yield _grown(i, last, last.growth)
    elif last:
        yield f"最近一次数据是{day(last.day)}的{told(last, i.unit)}。"
    if i.amount and (last is None or i.amount.last.day > last.day):
        yield f"{incomparable(i.amount)}；累计数要到时限当月才与全年基数相比，此前与上年同期数相比。"
    elif last is None:
        yield "没有数据。"


def _grown(i: IndicatorStanding, last: Value, growth: Growth) -> str:
    rises = last.told >= 0
    verb = {True: ("增长", "下降"), False: ("提高", "降低")}[is_percent(i.unit)][not rises]
    size = last._replace(value=abs(last.value), growth=growth._replace(told=abs(growth.told)))
    change = f"{number(growth.amount)}−{number(growth.base)}"
    division = f"（{change}）÷{number(growth.base)}" if is_percent(i.unit) else change
    what = "上年同期" if growth.is_same_period else ""
    amounts = f"{what}{amount(growth.base, growth.unit)}→{amount(growth.amount, growth.unit)}"
    return f"{day(last.day)}：{amounts}，{verb}{told(size, i.unit)}：{division}={told(last, i.unit)}。"


def _expected(i: IndicatorStanding) -> str:
    if i.pace == "none":
        return "方案不要求按进度衡量。"
    if i.expected is None:
        return f"目标是{target(i)}，到时限时判断。" if not i.target.rises else "没有已经过去的节点，不衡量进度。"
    if i.held_to == "months":
        return f"没有已经过去的节点，方案要求按月衡量，序时进度是{node(i)}。"
    return f"时限已过，目标是{target(i)}。" if i.held_to == "target" else f"已过去的最后一个节点是{node(i)}。"


def _shares(i: IndicatorStanding) -> Iterator[str]:
    """年度任务完成率, of two levels for each, and which of them is reached."""
    value = i.actual.told if i.actual else None
    if i.done_percent is not None:
        whose = "（保底）" if i.levels else ""
        yield f"年度任务完成率{whose}：{number(value)}÷{number(i.target.value)}={share(i.done_percent)}。"
    elif value is not None:
        yield "时点数、比率、增幅、上限和名次没有年度任务完成率。"
    if i.stretch_percent is not None:
        yield f"年度任务完成率（力争）：{number(value)}÷{number(i.target.stretch)}={share(i.stretch_percent)}。"
    if i.levels:
        yield _level("保底", i, i.target.value, is_reached=i.levels.floor)
        yield _level("力争", i, i.target.stretch or Decimal(0), is_reached=i.levels.stretch)


def _level(name: str, i: IndicatorStanding, bar: Decimal, *, is_reached: bool) -> str:
    asked = f"第{number(bar)}名" if i.is_rank else amount(bar, i.unit)
    return f"{name}目标{asked}：{'已达到' if is_reached else '没有达到' if name == '保底' else '尚未达到'}。"


def _plain(value: Value) -> str:
    return f"{value.told:f}".replace("-", "−") if value.growth else number(value.told)
