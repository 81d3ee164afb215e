"""One spelling for digits, spaces and dashes before a phrase is matched."""

from __future__ import annotations

import re
import unicodedata

_DIGITS = {"〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_NUMERAL = re.compile(r"[〇零一二两三四五六七八九十廿卅]+(?=个?(?:月|日|号|季|年|周)|-)")
_DASHES = re.compile(r"[-‐‑‒–—―－～~]+|至|到")


def normalise(phrase: str) -> str:
    """Return the phrase with ASCII digits, no blanks, and ``-`` for every dash, 至 and 到.

    Chinese numerals are read only where a unit of time or a dash follows: ``六月底`` and ``二十五日`` change,
    ``一通报`` does not.
    """
    text = "".join(unicodedata.normalize("NFKC", phrase).split())
    text = _DASHES.sub("-", text)
    return _NUMERAL.sub(lambda found: arabic(found.group()), text)


def arabic(numeral: str) -> str:
    """Return a Chinese numeral below 100 in digits, one that is no number as it is."""
    if len(numeral) > 1 and all(character in _DIGITS for character in numeral):
        return "".join(str(_DIGITS[character]) for character in numeral)  # 二〇一三
    spelt = numeral.replace("廿", "二十").replace("卅", "三十")
    tens, found, units = spelt.rpartition("十")
    if not found:
        return str(_DIGITS[spelt])
    if not set(tens + units) <= set(_DIGITS) or len(tens) > 1 or len(units) > 1:
        return numeral  # 十十月: not a number; the grammar will refuse it
    return str((_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[units] if units else 0))
