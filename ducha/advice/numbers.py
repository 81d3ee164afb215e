"""A number that was written with a unit, a qualifier, separators or full-width digits."""

from __future__ import annotations

import re
from decimal import Decimal

from ducha.advice.widths import half_width
from ducha.deadlines.numerals import arabic
from ducha.model.values import LARGEST_COUNT

_PLAIN = re.compile(r"-?\d{1,15}(?:\.\d{1,6})?")
_GROUPED = re.compile(r"-?\d{1,3}(?:[,，_' ]\d{3})+(?:\.\d+)?")
_RANGE = re.compile(r"(\d+(?:\.\d+)?)[-—–~至到](\d+(?:\.\d+)?)\D*")
_MORE = re.compile(r"(?:超过?|[高大多]于|[>])\s*(\d+(?:\.\d+)?)\D*")
_WITHIN = re.compile(r"前(\d+|[一二三四五六七八九十]+)[名位强]\D*")
_LEVELS = re.compile(r"保底?([\d.]+|[一二三四五六七八九十]+)[^\d争]*?力?争([\d.]+|[一二三四五六七八九十]+)\D*")
_QUALIFIED = re.compile(r"(?:约|近|不少于|不低于|至少|[≥>]=?)?\s*(\d+(?:\.\d+)?)\s*\D*?(左右|以上|上下)?")
_QUALIFIER = re.compile(r"左右|以上|近|至少")
_ROUND = re.compile(r"(\d+(?:\.\d+)?)([十百千万亿])")
_WITH_UNIT = re.compile(r"(-?\d+(?:\.\d+)?)\s*(?:[%‰]|[^\x00-\x7f][^\d]*)")
_TOO_LONG = re.compile(r"\d{16}|\.\d{7}")
_LETTERS = re.compile(r"\d[Oo]|[OoIl]\d")
_DIGITS = str.maketrans("OoIl", "0011")
_TRAILING = "。，；、,;.+"
_MULTIPLES = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_FORM = "写成2000或15.7这样的数字，不带单位和分隔符"


def advise_number(written: str) -> str:
    """Return how a number should have been written."""
    text = half_width(written)
    bare = text.rstrip(_TRAILING)
    if told := _not_digits(bare):
        return told
    if _PLAIN.fullmatch(bare):
        return f"写成{bare}"
    if _GROUPED.fullmatch(bare):
        return f"不写千分位分隔符，写成{re.sub(r'[^-.0-9]', '', bare)}"
    if found := _ROUND.fullmatch(bare):
        return f"写成{(Decimal(found[1]) * _MULTIPLES[found[2]]).normalize():f}"
    if found := _RANGE.fullmatch(bare):
        return f"只写一个数字；目标是区间的，写成{{between: [{found[1]}, {found[2]}]}}"
    return _of_another_kind(bare) or _with_words(bare)


def _not_digits(text: str) -> str | None:
    """More digits than can be reckoned with, or letters among them: 9OO for 900."""
    if _TOO_LONG.search(re.sub(r"(?<=\d)[,_' ](?=\d)", "", text)):
        return "整数部分最多15位，小数部分最多6位"
    if not _LETTERS.search(text):
        return None
    meant = text.translate(_DIGITS)
    return f"数字里有字母，写成{meant}" if _PLAIN.fullmatch(meant) else "数字里的字母O、l改成数字0、1"


def _of_another_kind(text: str) -> str | None:
    """A target that is no plain number: 超过15%, 前三名, 保四争三."""
    if found := _MORE.fullmatch(text):
        return f"只写一个数字；目标是超过的，写成{{more_than: {found[1]}}}"
    if found := _WITHIN.fullmatch(text):
        return f"只写一个数字；目标是名次的，写成{{rank_within: {_digits(found[1])}}}"
    if found := _LEVELS.fullmatch(text):
        floor, stretch = map(_digits, found.groups())
        return f"只写一个数字；保底和力争写成{{floor: {floor}, stretch: {stretch}}}"
    return None


def _digits(numeral: str) -> str:
    return numeral if numeral[0].isdecimal() else str(arabic(numeral))


def advise_amount(written: str) -> str:
    """Return how money should have been written: every amount of a ledger is in one unit, said once."""
    text = half_width(written)
    if not re.search(r"\d", text):
        return f"{_FORM}；没有数的空着"
    if text.startswith("-"):
        return "金额不能是负数；核减的，写核减以后的累计数"
    bare = text.rstrip(_TRAILING)
    return _not_digits(bare) or _with_money(text) or _plain_amount(bare)


def _with_money(text: str) -> str | None:
    """An amount with its unit or a qualifier."""
    found = _AMOUNT.fullmatch(text.replace(",", ""))
    if found and (found[1] or found[4]):
        return f"只写数字{found[2]}，“{found[1] or found[4]}”写在备注里"
    if found and found[3]:
        converted = f"不以{found[3]}计的先换算" if found[3].endswith("元") else "先换算成台账的单位"
        return f"只写数字{found[2]}，单位写在表头的括号里（YAML写unit），{converted}"
    return None


def _plain_amount(text: str) -> str:
    """An amount with separators, or with the noughts that separators leave, or something that is no money."""
    if _GROUPED.fullmatch(text):
        return advise_number(text)
    if found := _PART.fullmatch(text):
        return f"金额前面不写0：多半是千分位分隔符把3,{text}这样的数拆成了两格，合成3{text}；不是的，写成{found[1]}"
    if found := _NOUGHTS.fullmatch(text):
        return f"写成{found[1]}"
    return "写金额，不写百分比；没有数的空着" if "%" in text else f"{_FORM}；不是金额的写在备注里"


_NOUGHTS = re.compile(r"0*(\d+(?:\.\d+)?)")
_PART = re.compile(r"(?=0\d\d(?:\.|$))0{1,2}(\d+(?:\.\d+)?)")
"""what stands behind a separator: 000 of 3,000"""
_AMOUNT = re.compile(r"(约|近|超过?|不少于|至少)?(\d+(?:\.\d+)?)([十百千万亿]*元?)(左右|以上|多|余)?")


def _with_words(text: str) -> str:
    """A number among words: its unit belongs into ``unit``, its qualifier into ``qualifier``."""
    if qualifier := _QUALIFIER.search(text):
        found = _QUALIFIED.fullmatch(text)
        return f"只写数字{found[1] if found else ''}，“{qualifier[0]}”写在qualifier里"
    if found := _WITH_UNIT.fullmatch(text) or _QUALIFIED.fullmatch(text):
        return f"只写数字{found[1]}；计量单位写在unit里"
    return _FORM


def advise_count(written: str, least: int = 0, most: int = LARGEST_COUNT) -> str:
    """Return how a whole number, no less and no more than some, should have been written."""
    text = re.sub(r"[,_ ]", "", half_width(written))
    meant = None if text.startswith("-") else _whole(text.translate(_DIGITS) if _LETTERS.search(text) else text)
    return f"写成整数，在{least}至{most}之间" if meant is None or not least <= meant <= most else f"写成{meant}"


def _whole(text: str) -> int | None:
    """The only number in a text, None if it is no whole one."""
    if numeral := re.fullmatch(r"第?([〇零一二两三四五六七八九十]{1,3})\D*", text):
        digits = arabic(numeral[1])
        return int(digits) if digits.isdecimal() else None
    numbers = re.findall(r"\d+(?:\.\d+)?", text)
    number = Decimal(numbers[0]) if len(numbers) == 1 and len(numbers[0]) <= 8 else None
    return int(number) if number is not None and number == int(number) else None
