"""Values in the words of official papers: days, figures, rates, units. Templates use them as filters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from ducha.assess.indicators import IndicatorStanding
from ducha.assess.members import MemberStanding
from ducha.assess.obligations import Figure, Members
from ducha.assess.rates import Rate
from ducha.model import Target

SAMPLE = "示例数据，非实际进展"
"""stands on every page and table of a campaign whose progress is illustrative"""


def marked(title: str, sample: bool) -> str:
    """A table's title, with the mark of sample data where it is due."""
    return f"{title}（{SAMPLE}）" if sample else title


NOBODY = "文件未明确单位"


def day(value: date | None, year: int | None = None) -> str:
    """6月30日; with its year unless that is the given one."""
    if value is None:
        return "—"
    text = f"{value.month}月{value.day}日"
    return text if value.year == year else f"{value.year}年{text}"


def number(value: Decimal | None) -> str:
    """2000, 15.7: no trailing zeros, no thousands separators."""
    if value is None:
        return "—"
    return format(value.normalize(), "f")


def share(value: Decimal | None) -> str:
    """29.4%, with one decimal always; — where there is none."""
    return "—" if value is None else f"{value}%"


def rate(value: Rate) -> str:
    """29.4%（5/17）: never a rate without its numerator and denominator."""
    return f"{share(value.percent)}（{value.numerator}/{value.denominator}）"


def points(value: Decimal | None) -> str:
    """+3.5, -3.5, 0.0: percentage points ahead or behind."""
    return "—" if value is None else f"{value:+}" if value else f"{value}"


def compared(value: Decimal, what: str) -> str:
    """比上月提高3.5个百分点, 与上月持平: a rate against an earlier one."""
    if not value:
        return f"与{what}持平"
    return f"比{what}{'提高' if value > 0 else '下降'}{abs(value)}个百分点"


def growth(standing: IndicatorStanding | MemberStanding, unit: str | None = None) -> str:
    """What the month added: 120亩; a level's rise or fall with its sign: -0.4个百分点; — where it is not known."""
    if standing.change is None:
        return "—"
    if isinstance(standing, IndicatorStanding):
        if standing.measure == "point":
            return f"{standing.change.normalize():+f}{'个百分点' if standing.is_rate else standing.unit}"
        unit = standing.unit
    return amount(standing.change, unit or "")


def units(names: Sequence[str]) -> str:
    """Names joined by 、, or the sentence that the document names none."""
    return "、".join(names) or NOBODY


def amount(value: Decimal | None, unit: str) -> str:
    """500亩, 38%, — where there is none."""
    return "—" if value is None else f"{number(value)}{unit}"


def goal(value: Target, unit: str) -> str:
    """A target in words: 20个, 不超过5件, 1—2项, 前3名, 保4争3."""
    if value.rank_within is not None:
        return f"前{number(value.rank_within)}名"
    if value.floor is not None and value.stretch is not None:
        return f"保{number(value.floor)}争{number(value.stretch)}"
    if value.between:
        return f"{number(value.between[0])}—{number(value.between[1])}{unit}"
    return ("不超过" if value.at_most is not None else "") + amount(value.value, unit)


def target(indicator: IndicatorStanding) -> str:
    """An indicator's target as the document words it: 至少20个, 640亩左右."""
    text = goal(indicator.target, indicator.unit)
    if indicator.qualifier in ("至少", "近"):
        return indicator.qualifier + text
    return text + (indicator.qualifier or "")


def against_bar(figure: Figure) -> str:
    """Where a checkpoint is: 应达500亩，现为430亩; of a group: 18个单位中5个达标，16个已报."""
    if figure.members:
        return of_members(figure.members)
    bar = goal(figure.target, figure.unit) if figure.target else amount(figure.expected, figure.unit)
    if figure.target and figure.target.rank_within is not None:
        return f"应为{bar}以内，现为第{number(figure.actual)}名"
    verb = "应" if figure.target and figure.target.at_most is not None else "应达"
    return f"{verb}{bar}，现为{amount(figure.actual, figure.unit)}"


def of_members(members: Members) -> str:
    """18个单位中5个达标，16个已报."""
    total = f"{members.total}个" if members.total else "各"
    return f"{total}单位中{members.reached}个达标，{members.reported}个已报"


def reached(indicator: IndicatorStanding, year: int) -> str:
    """Where an indicator is: 430亩（6月25日）, or how many members reached theirs, or that nothing came."""
    if indicator.members:
        return of_members(indicator.members)
    if indicator.actual is None:
        return "未报"
    return f"{amount(indicator.actual.value, indicator.unit)}（{day(indicator.actual.day, year)}）"


def against_node(indicator: IndicatorStanding) -> str:
    """How an indicator stands to the node that has passed: 比节点目标500亩少70亩（低3.5个百分点）."""
    if indicator.progress == "reached":
        return f"已达到目标{goal(indicator.target, indicator.unit)}"
    if indicator.actual is None or indicator.expected is None or indicator.distance is None:
        return ""
    if not indicator.target.rises:
        return f"目标为{goal(indicator.target, indicator.unit)}"
    node = amount(indicator.expected, indicator.unit)
    if not indicator.distance:
        return f"达到节点目标{node}"
    is_more = indicator.actual.value > indicator.expected
    higher = "高" if is_more else "低"
    if indicator.is_rate:
        return f"比节点目标{node}{higher}{number(indicator.distance)}个百分点"
    points_too = f"（{higher}{abs(indicator.gap_points)}个百分点）" if indicator.gap_points else ""
    return f"比节点目标{node}{'多' if is_more else '少'}{amount(indicator.distance, indicator.unit)}{points_too}"


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a prose: what blank lines separate."""
    return [paragraph for paragraph in re.split(r"\n\s*\n", text) if paragraph.strip()]


def chinese(value: int) -> str:
    """一, 十, 十二, 二十一: the number of a heading; from 100 on in digits."""
    if value > 99:
        return str(value)
    digits = "零一二三四五六七八九"
    tens, ones = divmod(value, 10)
    if not tens:
        return digits[ones]
    return (digits[tens] if tens > 1 else "") + "十" + (digits[ones] if ones else "")


def progress(indicator: IndicatorStanding) -> str:
    """One word for where an indicator stands."""
    if indicator.progress == "unjudged" and indicator.due.present is None:
        return "未定时限"
    return _PROGRESS[indicator.progress]


_PROGRESS = {
    "ahead": "超前",
    "on": "持平",
    "behind": "滞后",
    "unreported": "未报",
    "reached": "已完成",
    "missed": "未完成",
    "unjudged": "未到节点",
}

REASONS = {"unverified": "印发前已到期，至今未核实", "unreported": "未收到完成情况"}
"""reason of an overdue obligation → the words for it"""

ROLES = {"lead": "牵头", "responsible": "责任", "support": "配合"}
"""role of a unit → the word for it"""

KINDS = {"milestone": "任务", "checkpoint": "指标"}
"""kind of an obligation → the word for it"""

STRENGTHS = {"strive": "力争", "ensure": "确保", "must": ""}
"""strength of an order → its word; a plain order has none"""

FILTERS = (
    "against_bar",
    "against_node",
    "amount",
    "chinese",
    "compared",
    "day",
    "growth",
    "paragraphs",
    "points",
    "progress",
    "rate",
    "reached",
    "share",
    "target",
    "units",
)
"""the functions above that templates may use as filters"""
