"""What an indicator's figures are, in the words of official papers."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ducha.assess.amounts import Amount, Members, Value
from ducha.assess.figures.indicators import IndicatorStanding
from ducha.assess.figures.members import MemberStanding
from ducha.assess.figures.series import MIXED
from ducha.assess.rates import Portion
from ducha.model.measures import is_percent
from ducha.render.words.values import DISPUTED, amount, day, number, share, signed


def titled(indicator: IndicatorStanding) -> str:
    """An indicator's title, with the classes of projects that alone are counted where it does not name them."""
    untold = any(kind not in indicator.title for kind in indicator.kinds)
    return indicator.title + (f"（只计{'、'.join(indicator.kinds)}项目）" if untold else "")


def bases(counted: Sequence[tuple[str | None, int]]) -> str:
    """On which basis figures are: 其中部门口径42项、口径未注明6项; of a single one 均按部门口径."""
    if len(counted) > 1:
        return "其中" + "、".join(f"{basis or '口径未注明'}{count}项" for basis, count in counted)
    ((basis, _),) = counted
    return basis if basis == MIXED else f"均按{basis}" if basis else "均未注明口径"


def growth(standing: IndicatorStanding | MemberStanding, indicator: IndicatorStanding | None = None) -> str:
    """What the period added: 120亩; a level's rise or fall with its sign: −0.4个百分点; — where it is not known.

    A member's is worded as its indicator says.
    """
    measured = indicator or standing
    if standing.change is None or not isinstance(measured, IndicatorStanding):
        return "—"
    if measured.is_rank:
        return moved_places(standing.change)
    if measured.measure == "point":
        return signed(standing.change.normalize()) + difference_unit(measured)
    return amount(standing.change, measured.unit)


def moved_places(change: Decimal) -> str:
    """前移1位, 后移2位, 持平: of places the lower is the better."""
    return f"{'前' if change < 0 else '后'}移{number(abs(change))}位" if change else "持平"


def level(indicator: IndicatorStanding) -> str:
    """The figure an indicator is judged by: 430亩, 38%, 第4名, of a growth 23.0%（100亿元）; — where there is none."""
    return figure(indicator.judged or indicator.actual, indicator.unit, is_rank=indicator.is_rank)


def figure(value: Value | None, unit: str, *, is_rank: bool = False) -> str:
    """A figure with its unit, a growth that was worked out beside its amount, a share with what it is of what."""
    if value is None:
        return "—"
    if value.portion:
        return f"{_shared(value, value.portion)}）"
    if is_rank:
        return f"第{number(value.value)}名"
    grown = value.growth
    return f"{told(value, unit)}（{amount(grown.amount, grown.unit)}）" if grown else amount(value.value, unit)


def _shared(value: Value, of: Portion) -> str:
    """A share with both numbers, without the end of the bracket: 34.5%（6870/19900万元."""
    return f"{share(value.value)}（{number(of.part)}/{number(of.whole)}{of.unit}"


def told(value: Value, unit: str) -> str:
    """A growth by itself: 23.0%, −2.8%, 1.8个百分点; percent with one decimal always."""
    text = f"{value.told:f}" if is_percent(unit) else number(value.told)
    return text.replace("-", "−") + unit


def reached(indicator: IndicatorStanding, year: int) -> str:
    """Where an indicator is: 430亩（6月25日）, or how many members reached theirs, or that nothing came."""
    if indicator.is_disputed:
        return DISPUTED
    if indicator.members:
        return of_members(indicator.members)
    last, judged, amount_now = indicator.actual, indicator.judged, indicator.amount
    parts = [_dated(last, indicator, year)] if last else []
    if judged and judged != last:
        parts.append(f"按{_dated(judged, indicator, year)}评价")
    if amount_now and (last is None or amount_now.last.day > last.day):
        parts.append(incomparable(amount_now, year))
    return "；".join(parts) or "未报"


def _dated(value: Value, indicator: IndicatorStanding, year: int) -> str:
    """A figure with its day: 430亩（6月25日）, 23.0%（100亿元，12月31日）, 34.5%（6870/19900万元，6月30日）."""
    grown = value.growth
    if value.portion:
        return f"{_shared(value, value.portion)}，{day(value.day, year)}）"
    if grown is None:
        return f"{figure(value, indicator.unit, is_rank=indicator.is_rank)}（{day(value.day, year)}）"
    return f"{told(value, indicator.unit)}（{amount(grown.amount, grown.unit)}，{day(value.day, year)}）"


def incomparable(latest_amount: Amount, year: int | None = None) -> str:
    """An amount of which no growth can be told: 6月30日为46.2亿元，没有同期数，增幅算不出."""
    last, unit = latest_amount
    return f"{day(last.day, year)}为{amount(last.value, unit)}，没有同期数，增幅算不出"


def of_members(members: Members) -> str:
    """18个单位中16个已报，其中5个达标."""
    total = f"{members.total}个" if members.total else "各"
    now = "" if members.is_final else "目前"
    reached = f"，其中{members.reached}个{now}达标" if members.reported else ""
    disputed = f"，{members.disputed}个数据核对中" if members.disputed else ""
    return f"{total}单位中{members.reported}个已报{reached}{disputed}"


def total_label(i: IndicatorStanding) -> str:
    """How many members a total counts: 合计（18个，已报16个，1个数据核对中）."""
    disputed = f"，{len(i.disputed_members)}个数据核对中" if i.disputed_members else ""
    return f"合计（{len(i.ranked)}个，已报{i.members.reported if i.members else 0}个{disputed}）"


def total_growth(i: IndicatorStanding) -> str:
    """What the members added in the period: 21960平方米, 20770平方米（15个）: of so many of those that reported."""
    known = i.ranked_changes
    if not known:
        return "—"
    is_whole = i.members is not None and len(known) == i.members.reported
    return amount(sum(known, Decimal(0)), i.unit) + ("" if is_whole else f"（{len(known)}个）")


def dated(i: IndicatorStanding, year: int) -> str:
    """Of which days the members' figures are: 数据日期6月25日, 数据日期6月20日至6月25日; empty where there are none."""
    days = i.ranked_days
    return f"数据日期{'至'.join(day(one, year) for one in dict.fromkeys((days[0], days[-1])))}" if days else ""


def done(indicator: IndicatorStanding) -> str:
    """年度任务完成率: 43.6%, of two levels 112.5%（保底）、90.0%（力争）; — where there is none."""
    if indicator.stretch_percent is not None:
        return f"{share(indicator.done_percent)}（保底）、{share(indicator.stretch_percent)}（力争）"
    return share(indicator.done_percent)


def missing(member: MemberStanding, indicator: IndicatorStanding) -> str:
    """What a member has still to do: 760亩, 5个百分点, 已完成; — where nothing is known."""
    if member.missing is None or member.actual is None:
        return "—"
    unit, upper = difference_unit(indicator), member.target.stretch
    if member.is_reached and upper is not None and not member.target.is_stretched(member.actual.value):
        return f"保底已达，力争还差{amount(upper - member.actual.value, unit)}"
    if member.is_reached:
        return "已完成"
    if member.missing:
        return amount(member.missing, unit)
    over = member.actual.value - member.target.value
    return f"多{amount(over, unit)}" if over else "恰为目标数"


def member_figure(member: MemberStanding, indicator: IndicatorStanding) -> str:
    """A member's latest figure: 430亩, 第4名, 未报, or that it is in dispute."""
    if member.is_disputed or indicator.is_disputed:
        return DISPUTED
    if member.actual is None:
        return "未报"
    return figure(member.actual, indicator.unit, is_rank=indicator.is_rank)


def difference_unit(indicator: IndicatorStanding) -> str:
    """The unit in which two figures differ: two percentages differ by 个百分点, two places by 位."""
    return "个百分点" if indicator.is_rate else "位" if indicator.is_rank else indicator.unit
