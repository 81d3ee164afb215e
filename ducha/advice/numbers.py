"""A number that was written with a unit, separators or full-width digits."""

from __future__ import annotations

import re

from ducha.advice.widths import half_width

_GROUPED = re.compile(r"-?\d{1,3}(?:[,，_' ]\d{3})+(?:\.\d+)?")
_WITH_UNIT = re.compile(r"(-?\d+(?:\.\d+)?)([%‰]|[^\d\s.]\S*)")
_PLAIN = re.compile(r"-?\d{1,15}(?:\.\d{1,6})?")
_MULTIPLES = {"万": 10_000, "亿": 100_000_000}


def advise_number(written: str) -> str:
    """Return how a number should have been written."""
    text = half_width(written)
    if _PLAIN.fullmatch(text):
        return f"数字是全角的，写成{text}"
    if _GROUPED.fullmatch(text):
        return f"不写千分位分隔符，写成{re.sub(r'[^-.0-9]', '', text)}"
    if found := _WITH_UNIT.fullmatch(text):
        number, unit = found.groups()
        if unit[0] in _MULTIPLES:
            return f"只写数字，如{number}；“{unit}”写在unit里"
        return f"只写数字{number}，计量单位“{unit}”写在unit里"
    return "写成2000或15.7这样的数字，不带单位和分隔符"


def advise_count(written: str) -> str:
    """Return how a whole number should have been written."""
    text = re.sub(r"[,_ ]", "", half_width(written))
    found = re.fullmatch(r"第?(\d{1,6})(?:\.0+)?[^\d.]*", text)
    return f"写成{int(found[1])}" if found else "写成8这样的整数"
