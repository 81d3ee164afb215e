"""A number that was written with a unit, a qualifier, separators or full-width digits."""

from __future__ import annotations

import re
from decimal import Decimal

from ducha.advice.widths import half_width
from ducha.deadlines.numerals import arabic

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
_TRAILING = "。，；、,;.+"
_MULTIPLES = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_FORM = "写成2000或15.7这样的数字，不带单位和分隔符"


def advise_number(written: str) -> str:
    """Return how a number should have been written."""
    text = half_width(written)
    bare = text.rstrip(_TRAILING)
    if _PLAIN.fullmatch(bare):
        return f"写成{bare}"
    if _GROUPED.fullmatch(bare):
        return f"不写千分位分隔符，写成{re.sub(r'[^-.0-9]', '', bare)}"
    if found := _ROUND.fullmatch(bare):
        return f"写成{(Decimal(found[1]) * _MULTIPLES[found[2]]).normalize():f}"
    if found := _RANGE.fullmatch(bare):
        return f"只写一个数字；目标是区间的，写成{{between: [{found[1]}, {found[2]}]}}"
    return _of_another_kind(bare) or _with_words(bare)


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
    found = _AMOUNT.fullmatch(text.replace(",", ""))
    if found and (found[1] or found[4]):
        return f"只写数字{found[2]}，“{found[1] or found[4]}”写在备注里"
    if found and found[3]:
        converted = f"不以{found[3]}计的先换算" if found[3].endswith("元") else "先换算成台账的单位"
        return f"只写数字{found[2]}，单位写在表头的括号里（YAML写unit），{converted}"
    return advise_number(written)


_AMOUNT = re.compile(r"(约|近|超过?|不少于|至少)?(\d+(?:\.\d+)?)([十百千万亿]*元?)(左右|以上|多|余)?")


def _with_words(text: str) -> str:
    """A number among words: its unit belongs into ``unit``, its qualifier into ``qualifier``."""
    if qualifier := _QUALIFIER.search(text):
        found = _QUALIFIED.fullmatch(text)
        return f"只写数字{found[1] if found else ''}，“{qualifier[0]}”写在qualifier里"
    if found := _WITH_UNIT.fullmatch(text) or _QUALIFIED.fullmatch(text):
        return f"只写数字{found[1]}；计量单位写在unit里"
    return _FORM


def advise_count(written: str) -> str:
    """Return how a whole number should have been written."""
    text = re.sub(r"[,_ ]", "", half_width(written))
    digits = re.findall(r"\d+(?:\.\d+)?", text)
    if len(digits) == 1 and _is_whole(digits[0]) and not text.startswith("-"):
        return f"写成{int(Decimal(digits[0]))}"
    numeral = re.fullmatch(r"第?([〇零一二两三四五六七八九十]{1,3})\D*", text)
    return f"写成{arabic(numeral[1])}" if numeral and not digits else "写成8这样的整数，不能是负数"


def _is_whole(digits: str) -> bool:
    return len(digits) <= 8 and Decimal(digits) == int(Decimal(digits)) and int(Decimal(digits)) < 1_000_000
