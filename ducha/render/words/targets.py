"""What was asked of an indicator, in the words of official papers."""

from __future__ import annotations

from decimal import Decimal

from ducha.assess.amounts import Figure
from ducha.assess.figures.indicators import IndicatorStanding
from ducha.assess.figures.members import MemberStanding
from ducha.model import Target
from ducha.render.words.values import amount, number


def goal(value: Target, unit: str) -> str:
    """A target in words: 20个, 超过15%, 不超过5件, 1—2项, 前3名, 保4争3, 保底60件、力争80件."""
    if value.rank_within is not None:
        return place_within(value.rank_within)
    if value.floor is not None and value.stretch is not None:
        return _levels(value, number(value.floor), number(value.stretch), unit)
    if value.between:
        return f"{number(value.between[0])}—{number(value.between[1])}{unit}"
    limit = "不超过" if value.at_most is not None else "超过" if value.more_than is not None else ""
    return limit + amount(value.value, unit)


def target(indicator: IndicatorStanding) -> str:
    """An indicator's target as the document words it: 至少20个, 640亩左右; 2000亩（3个单位另有任务）."""
    own, listed = indicator.own_tasks, len(indicator.ranked) + len(indicator.untasked)
    if own and own == listed:
        return "各单位任务不同"
    text = _qualified(indicator.target, indicator.unit, indicator.qualifier)
    return f"{text}（{own}个单位另有任务）" if own else text


def task(member: MemberStanding, indicator: IndicatorStanding) -> str:
    """What one member of a group has to do: 800亩, or the common target as the document words it."""
    is_own = member.target != indicator.target
    return _qualified(member.target, indicator.unit, None if is_own else indicator.qualifier)


def bar(figure: Figure) -> str:
    """What a checkpoint asks: 应达500亩, 应不超过60件, 应进入前3名."""
    if not figure.is_final:
        return _node_bar(figure)
    asked = figure.target
    text = _qualified(asked, figure.unit, figure.qualifier)
    if asked.rank_within is not None:
        return f"应{'进入' if asked.rank_within > 1 else '为'}{text}"
    if asked.stretch is not None:
        return f"目标为{text}"
    if asked.between:
        return f"应在{text}之间"
    if asked.equal is not None:
        return f"应为{text}"
    return ("应" if asked.at_most is not None or asked.more_than is not None else "应达") + text


def reach(figure: Figure) -> str:
    """What a checkpoint asks, after its day (应于6月30日前……): 达到500亩, 控制在60件以内, 进入前3名, 至少达到20个."""
    if figure.members:
        return "全部达标"
    if figure.is_final and (whole := _reach_whole(figure)):
        return whole
    if figure.is_rank:
        return ("进入" if figure.expected > 1 else "达到") + place_within(figure.expected)
    if figure.target.falls:
        return f"控制在{amount(figure.expected, figure.unit)}以内"
    if figure.qualifier == "至少":
        return f"至少达到{amount(figure.expected, figure.unit)}"
    return "达到" + amount(figure.expected, figure.unit, figure.qualifier)


def _reach_whole(figure: Figure) -> str | None:
    """The same of a target that is more than one number to reach."""
    asked = figure.target
    if asked.stretch is not None:
        return f"实现{goal(asked, figure.unit)}的目标"
    if asked.between:
        return f"达到{goal(asked, figure.unit)}"
    return goal(asked, figure.unit) if asked.more_than is not None else None


def node(indicator: IndicatorStanding) -> str:
    """The value to be reached by the last node that has passed: 500亩, 不超过40件, 前5名; — where there is none."""
    if indicator.expected is None:
        return "—"
    if indicator.held_to == "target":
        return _qualified(indicator.target, indicator.unit, indicator.qualifier)
    if indicator.is_rank:
        return place_within(indicator.expected)
    text = amount(indicator.expected, indicator.unit, indicator.expected_qualifier)
    return f"不超过{text}" if indicator.target.falls else text


def place_within(place: Decimal) -> str:
    """前3名, and of the first place 第1名."""
    return "第1名" if place == 1 else f"前{number(place)}名"


def _levels(value: Target, floor: str, stretch: str, unit: str) -> str:
    if value.is_place(unit):
        return f"保{floor}争{stretch}"
    limit = "不超过" if value.falls else ""
    return f"保底{limit}{floor}{unit}、力争{limit}{stretch}{unit}"


def _qualified(value: Target, unit: str, qualifier: str | None) -> str:
    text = goal(value, unit)
    return qualifier + text if qualifier in ("至少", "近") else text + (qualifier or "")


def _node_bar(figure: Figure) -> str:
    if figure.is_rank:
        return f"应{'进入' if figure.expected > 1 else '为'}{place_within(figure.expected)}"
    verb = "应不超过" if figure.target.falls else "应达"
    return verb + amount(figure.expected, figure.unit, figure.qualifier)
