"""Values in the words of official papers: days, figures, rates, units. Templates have those of ``filters``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from ducha.assess.obligations import Obligation
from ducha.assess.rates import Portion, Rate

SAMPLE = "示例数据，非实际进展"
"""stands on every page and table of a campaign whose progress is illustrative"""


FOR_LEADERS = "【供领导参阅，不得外传】"
"""stands on every list that holds what leaders alone may see: numbers of instructions, names, proposals"""

FOR_LEADERS_PAPER = "【供领导参阅，不得印发】"
"""stands on a paper for leaders, which nobody may send out as it is"""


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


def rate_cell(value: Rate) -> str:
    """The same in a column that may be too narrow for it: it folds before the bracket."""
    return rate(value).replace("（", "\n（")


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


def units(names: Sequence[str]) -> str:
    """Names joined by 、, or the sentence that the document names none."""
    return "、".join(names) or NOBODY


def amount(value: Decimal | None, unit: str, qualifier: str | None = None) -> str:
    """500亩, 38%左右, 近40万平方米; — where there is none."""
    if value is None:
        return "—"
    before, after = (qualifier or "", "") if qualifier in ("至少", "近") else ("", qualifier or "")
    return f"{before}{number(value)}{unit}{after}"


def bare(text: str) -> str:
    """A text without the mark it ends in, so that a sentence can go on after it."""
    return text.rstrip("。；，、：:;,. \n")


def quoted(title: str) -> str:
    """A title in quotation marks; those within it become single ones (GB/T 15834)."""
    return "“" + title.replace("“", "‘").replace("”", "’") + "”"


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


REASONS = {"unverified": "印发前已到期，至今未核实", "unreported": "未收到完成情况"}
"""reason of an overdue obligation → the words for it"""


def reason(obligation: Obligation) -> str | None:
    """Why an overdue item is so; of a figure it is the number that did not come, whatever was said of it."""
    if obligation.reason == "unreported" and obligation.figure:
        return "没有同期数，增幅算不出" if obligation.figure.amount else "未收到数据"
    return REASONS[obligation.reason] if obligation.reason else None


ROLES = {"lead": "牵头", "responsible": "责任", "support": "配合"}
"""role of a unit → the word for it"""

KINDS = {"milestone": "任务", "checkpoint": "指标"}
"""kind of an obligation → the word for it"""

STRENGTHS = {"strive": "力争", "ensure": "确保", "must": ""}
"""strength of an order → its word; a plain order has none"""
