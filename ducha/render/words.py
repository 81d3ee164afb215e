"""Values in the words of official papers: days, figures, rates, units. Templates have those of ``filters``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from ducha.assess.indicators import IndicatorStanding
from ducha.assess.members import MemberStanding
from ducha.assess.obligations import Figure, Members, Obligation
from ducha.assess.rates import Portion, Rate
from ducha.assess.series import Value
from ducha.model import Target

SAMPLE = "示例数据，非实际进展"
"""stands on every page and table of a campaign whose progress is illustrative"""


def marked(title: str, sample: bool) -> str:
    """A table's title, with the mark of sample data where it is due."""
    return f"{title}（{SAMPLE}）" if sample else title


NOBODY = "文件未明确单位"

DISPUTED = "数据核对中，本期不列"
"""stands for what a unit objects to"""


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
    """29.4%（5/17）: never a rate without its numerator and denominator; — of nothing."""
    if not value.denominator:
        return "—"
    return f"{share(value.percent)}（{value.numerator}/{value.denominator}）"


def portion(value: Portion) -> str:
    """36.2%（4344/12000万元）: a share of an amount, with both numbers; — of nothing."""
    if not value.whole:
        return "—"
    return f"{share(value.percent)}（{number(value.part)}/{number(value.whole)}{value.unit}）"


def points(value: Decimal | None) -> str:
    """+3.5, −3.5, 0.0: percentage points ahead or behind, with the sign of minus (U+2212)."""
    return "—" if value is None else signed(value)


def signed(value: Decimal) -> str:
    """+3.5, −3.5, 0: a difference with its sign."""
    return f"{value:+f}".replace("-", "−") if value else f"{value:f}"


def compared(value: Decimal, what: str) -> str:
    """比上月提高3.5个百分点, 与上月持平: a rate against an earlier one."""
    if not value:
        return f"与{what}持平"
    return f"比{what}{'提高' if value > 0 else '下降'}{abs(value)}个百分点"


def growth(standing: IndicatorStanding | MemberStanding, indicator: IndicatorStanding | None = None) -> str:
    """What the period added: 120亩; a level's rise or fall with its sign: −0.4个百分点; — where it is not known.

    A member's is worded as its indicator says.
    """
    measured = indicator or standing
    if standing.change is None or not isinstance(measured, IndicatorStanding):
        return "—"
    if measured.target.is_rank:
        return moved_places(standing.change)
    if measured.measure == "point":
        return signed(standing.change.normalize()) + _difference_unit(measured)
    return amount(standing.change, measured.unit)


def moved_places(change: Decimal) -> str:
    """前移1位, 后移2位, 持平: of places the lower is the better."""
    return f"{'前' if change < 0 else '后'}移{number(abs(change))}位" if change else "持平"


def moved(places: int | None) -> str:
    """前移1位, 后移2位, 持平: from one ranking to the next; — where there was none before."""
    return "—" if places is None else moved_places(Decimal(places))


def level(indicator: IndicatorStanding) -> str:
    """An indicator's latest figure: 430亩, 38%, 第4名; — where there is none."""
    if indicator.actual and indicator.target.is_rank:
        return f"第{number(indicator.actual.value)}名"
    return told(indicator.actual, indicator.unit)


def told(value: Value | None, unit: str) -> str:
    """A figure; one that was worked out as a share with what was divided by what."""
    return portion(value.portion) if value and value.portion else amount(value and value.value, unit)


def missing(member: MemberStanding, indicator: IndicatorStanding) -> str:
    """What a member has still to do: 760亩, 5个百分点, 已完成; — where nothing is known."""
    if member.missing is None:
        return "—"
    return amount(member.missing, _difference_unit(indicator)) if member.missing else "已完成"


def _difference_unit(indicator: IndicatorStanding) -> str:
    return "个百分点" if indicator.is_rate else indicator.unit


def units(names: Sequence[str]) -> str:
    """Names joined by 、, or the sentence that the document names none."""
    return "、".join(names) or NOBODY


def amount(value: Decimal | None, unit: str, qualifier: str | None = None) -> str:
    """500亩, 38%左右, 近40万平方米; — where there is none."""
    if value is None:
        return "—"
    before, after = (qualifier or "", "") if qualifier in ("至少", "近") else ("", qualifier or "")
    return f"{before}{number(value)}{unit}{after}"


def goal(value: Target, unit: str) -> str:
    """A target in words: 20个, 不超过5件, 1—2项, 前3名, 保4争3."""
    if value.rank_within is not None:
        return f"前{number(value.rank_within)}名" if value.rank_within > 1 else "第1名"
    if value.floor is not None and value.stretch is not None:
        return f"保{number(value.floor)}争{number(value.stretch)}"
    if value.between:
        return f"{number(value.between[0])}—{number(value.between[1])}{unit}"
    return ("不超过" if value.at_most is not None else "") + amount(value.value, unit)


def target(indicator: IndicatorStanding) -> str:
    """An indicator's target as the document words it: 至少20个, 640亩左右."""
    return _goal(indicator.target, indicator.unit, indicator.qualifier)


def _goal(value: Target, unit: str, qualifier: str | None) -> str:
    text = goal(value, unit)
    return qualifier + text if qualifier in ("至少", "近") else text + (qualifier or "")


def against_bar(figure: Figure, year: int | None = None) -> str:
    """Where a checkpoint is: 应达500亩，6月25日为430亩; of a group: 18个单位中16个已报，其中5个达标."""
    if figure.members:
        return of_members(figure.members)
    if figure.actual is None:
        return bar(figure)
    place = figure.target.is_rank
    value = f"第{number(figure.actual.value)}名" if place else told(figure.actual, figure.unit)
    return f"{bar(figure)}，{day(figure.actual.day, year)}为{value}"


def bar(figure: Figure) -> str:
    """What a checkpoint asks: 应达500亩, 应不超过60件, 应为前3名以内."""
    target = figure.target
    if figure.is_final and target.rank_within is not None:
        return f"应为{goal(target, figure.unit)}以内"
    if figure.is_final:
        return ("应" if target.at_most is not None else "应达") + _goal(target, figure.unit, figure.qualifier)
    verb = "应达" if target.rises or target.between else "应不超过"
    return verb + amount(figure.expected, figure.unit, figure.qualifier)


def node(indicator: IndicatorStanding) -> str:
    """The value to be reached by the last node that has passed: 500亩, 38%左右; — where there is none."""
    if not indicator.target.rises:
        return "—"
    return amount(indicator.expected, indicator.unit, indicator.expected_qualifier)


def bare(text: str) -> str:
    """A text without the mark it ends in, so that a sentence can go on after it."""
    return text.rstrip("。；，、：:;,. \n")


def quoted(title: str) -> str:
    """A title in quotation marks; those within it become single ones (GB/T 15834)."""
    return "“" + title.replace("“", "‘").replace("”", "’") + "”"


def of_members(members: Members) -> str:
    """18个单位中16个已报，其中5个达标."""
    total = f"{members.total}个" if members.total else "各"
    reached = f"，其中{members.reached}个达标" if members.reported else ""
    disputed = f"，{members.disputed}个数据核对中" if members.disputed else ""
    return f"{total}单位中{members.reported}个已报{reached}{disputed}"


def reached(indicator: IndicatorStanding, year: int) -> str:
    """Where an indicator is: 430亩（6月25日）, or how many members reached theirs, or that nothing came."""
    if indicator.is_disputed:
        return DISPUTED
    if indicator.members:
        return of_members(indicator.members)
    if indicator.actual is None:
        return "未报"
    if indicator.actual.portion:
        return f"{level(indicator).removesuffix('）')}，{day(indicator.actual.day, year)}）"
    return f"{level(indicator)}（{day(indicator.actual.day, year)}）"


def against_node(indicator: IndicatorStanding) -> str:
    """How an indicator stands to the node that has passed: 比节点目标500亩少70亩; of a rate in percentage points."""
    if indicator.actual is None or indicator.progress == "stopped":
        return ""
    if indicator.progress == "reached":
        beyond = indicator.target.rises and indicator.actual.value > indicator.target.value
        return f"{'超过' if beyond else '达到'}目标{goal(indicator.target, indicator.unit)}"
    if indicator.expected is None or indicator.distance is None:
        return ""
    if not indicator.target.rises:
        return f"目标为{target(indicator)}"
    what = "序时进度" if indicator.pace == "months" else "节点目标"
    node = what + amount(indicator.expected, indicator.unit, indicator.expected_qualifier)
    if not indicator.distance:
        return f"达到{node}"
    is_more = indicator.actual.value > indicator.expected
    if indicator.is_rate:
        return f"比{node}{'高' if is_more else '低'}{number(indicator.distance)}个百分点"
    return f"比{node}{'多' if is_more else '少'}{amount(indicator.distance, indicator.unit)}"


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
    if indicator.progress == "unjudged" and indicator.expected is None:
        return "未到节点"
    if indicator.progress == "missed" and indicator.strength == "strive":
        return "尚未实现"
    return _PROGRESS[indicator.progress]


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

REASONS = {"unverified": "印发前已到期，至今未核实", "unreported": "未收到完成情况"}
"""reason of an overdue obligation → the words for it"""


def reason(obligation: Obligation) -> str | None:
    """Why an overdue item is so; of a figure it is the number that did not come, whatever was said of it."""
    if obligation.reason == "unreported" and obligation.kind == "checkpoint":
        return "未收到数据"
    return REASONS[obligation.reason] if obligation.reason else None


ROLES = {"lead": "牵头", "responsible": "责任", "support": "配合"}
"""role of a unit → the word for it"""

KINDS = {"milestone": "任务", "checkpoint": "指标"}
"""kind of an obligation → the word for it"""

STRENGTHS = {"strive": "力争", "ensure": "确保", "must": ""}
"""strength of an order → its word; a plain order has none"""
