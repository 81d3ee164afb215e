"""One spelling for widths, blanks, dashes and numerals before a phrase is matched."""

from __future__ import annotations

import re
import unicodedata

from ducha.deadlines.patterns import Pattern

_DIGITS = {"〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_DIGITS_OF_YEARS = _DIGITS | {"O": 0, "0": 0}
_NUMERAL = Pattern("[一二两三四五六七八九十廿卅][〇零一二两三四五六七八九十廿卅O0]*")
_UNITS = (*"月日号天季年周旬时点分个-~、,和及与", "星期", "工作日")
"""what follows a numeral that counts: 六月, 三、六、九月, 一至三季度; not 一通报, 三访三谈"""

_COUNTING = frozenset("一二三四五六七八九")

BROKEN_NUMBER = Pattern(
    r"\d\s+\d|[①-⑳㈠-㈩❶-❿⒈-⒛]\s*[\d一二三四五六七八九十]"
    r"|^\s*[一二三四五六七八九十]+[、，,；;]\s*\d|^\s*\d{1,2}(?:[；;]|[、，,]\s*\d{4}年)"
)
"""what would become another number without its blank or in plain digits: ``1 2月``, ``①2月``"""

_SPELLING = str.maketrans(
    {"○": "〇", "個": "个", "週": "周", "號": "号", "內": "内", "後": "后", "兩": "两"}
    | dict.fromkeys("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad")
)
_ODD = Pattern(f"[{''.join(map(chr, _SPELLING))}]")
_CHANGING = Pattern("[‐‑‒–—―−─〜∼~至到元、一二两三四五六七八九十廿卅〇零]|--")
_LONG_DASHES = Pattern("[‒–—―−─〜∼~]+|--+|(?<=[0-9年月日号底末旬初中度季起一二三四五六七八九十])[至到](?!位|少)")
_LAST_DAY = Pattern("(?<=[月年季度])的?最后1[天日]")
_SHARED_UNIT = Pattern("([上中下])、(?=[中下](?:旬|半))")


def plain(phrase: str) -> str:
    """Return the phrase in half width, without blanks and invisible characters, in simplified spelling."""
    text = "".join(unicodedata.normalize("NFKC", phrase).split())
    return text.translate(_SPELLING) if _ODD.search(text) else text


def spelt(text: str) -> str:
    """Return a plain phrase with ASCII digits, ``~`` for 至, 到 and every long dash, ``-`` for the short ones.

    Chinese numerals are read only where a unit of time, a dash or a comma follows: ``六月底`` and ``二十五日``
    change, ``一通报`` does not. 元月 is 1月, 上、中旬 is 上中旬.
    """
    if not _CHANGING.search(text):
        return text
    text = _LONG_DASHES.sub("~", text.replace("‐", "-").replace("‑", "-"))
    if "、" in text:
        text = _SHARED_UNIT.sub(r"\1", text)
    text = _NUMERAL.sub(_counted, text.replace("元月", "1月"))
    return _LAST_DAY.sub("底", text) if "最后1" in text else text


def _counted(found: re.Match[str]) -> str:
    if not found.string.startswith(_UNITS, found.end()):
        return found[0]
    if (
        found[0] == "两"
        and found.string.startswith(("月", "季"), found.end())
        and found.string[: found.start()] != "每"
    ):
        return found[0]  # two months, not February
    if len(found[0]) == 2 and set(found[0]) <= _COUNTING and not found.string.startswith("年", found.end()):
        return "、".join(map(arabic, found[0]))  # 三四月份, 一二季度
    return arabic(found[0])


def arabic(numeral: str) -> str:
    """Return a Chinese numeral below 100, or a year, in digits; one that is no number as it is."""
    if len(numeral) > 1 and all(character in _DIGITS_OF_YEARS for character in numeral):
        return "".join(str(_DIGITS_OF_YEARS[character]) for character in numeral)  # 二〇一三
    tens_spelt = numeral.replace("廿", "二十").replace("卅", "三十")
    tens, found, units = tens_spelt.rpartition("十")
    if not found:
        return str(_DIGITS[tens_spelt]) if tens_spelt in _DIGITS else numeral
    if not set(tens + units) <= set(_DIGITS) or len(tens) > 1 or len(units) > 1:
        return numeral  # 十十月: not a number; the grammar will refuse it
    return str((_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[units] if units else 0))
