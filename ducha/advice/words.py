"""Ids, and words of which only a few are allowed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ducha.advice.names import find_nearest
from ducha.advice.widths import half_width
from ducha.model.values import MONTHS

_PROJECT = r"[0-9A-Za-z\u4e00-\u9fff]+([-.][0-9A-Za-z\u4e00-\u9fff]+)*"
_ID = re.compile(r"[a-z0-9][a-z0-9-]*")
_NUMBERED = re.compile(r"[〔\[(]?(\d{4})[〕\])年] *第?(\d+)[号件]?", re.ASCII)
"""a paper's number: 〔2013〕1号"""
_TRUE, _FALSE = {"是", "有", "yes", "y", "on", "1", "对"}, {"否", "无", "不", "no", "n", "off", "0", "没有"}


def advise_id(written: str) -> str:
    """Return how an id should have been written."""
    text = re.sub(r"[\s_./—－]+", "-", half_width(written).lower()).strip("-")
    if numbered := _NUMBERED.fullmatch(text):
        text = f"{numbered[1]}-{numbered[2]}"
    if _ID.fullmatch(text):
        return f"写成{text}"
    return "用小写字母、数字和连字符起名，如land或quota-1415"


def advise_project(written: str) -> str:
    """Return how a project's number should have been written; spreadsheet programs make days of 12-3."""
    text = re.sub(r'^="?|"$', "", half_width(written))
    if found := re.fullmatch(r"(\d{1,2})月(\d{1,2})日", text):
        return f"像是表格软件把{found[1]}-{found[2]}当成了日期：这一列设为文本格式，写成{found[1]}-{found[2]}"
    if likely := _before_it_was_a_day(text):
        return f"像是表格软件把编号当成了日期，多半是{likely}：这一列设为文本格式，重新写编号"
    bare = re.sub(r"[\s_/\\—－()#]+", "-", text).strip("-.")
    if re.fullmatch(_PROJECT, bare):
        return f"写成{bare}"
    return "写成12、12-3这样的编号，只用汉字、字母、数字、连字符和点"


_SLASHES = re.compile(r"\d\d(\d\d)/(\d{1,2})/(\d{1,2})")
_ENGLISH = re.compile(rf"(?:(\d{{1,2}})-)?({'|'.join(MONTHS)})(?(1)|-(\d{{1,2}}))")


def _before_it_was_a_day(text: str) -> str | None:
    """What a number was, most likely, that became a day: 12-3 before 3-Dec, 12-3-1 before 2012/3/1; None for no day."""
    if found := _SLASHES.fullmatch(text):
        year, month, day = map(int, found.groups())
        return f"{year}-{month}-{day}或{month}-{day}"
    found = _ENGLISH.fullmatch(text)
    return f"{MONTHS.index(found[2]) + 1}-{int(found[1] or found[3])}" if found else None


def advise_choice(written: str, allowed: Sequence[str], description: str) -> str:
    """Return the allowed word that was meant; ``description`` explains some: ``strive力争，ensure确保``."""
    text = half_width(written)
    meanings = _meanings(allowed, description)
    for word, meaning in meanings.items():
        if text and (text == meaning or text in meaning or (meaning and meaning in text)):
            return f"写成{word}"
    if near := find_nearest(text.lower(), tuple(allowed)):
        return f"你是否想写“{near}”"
    return "可取：" + "、".join(f"{word}（{meaning}）" if meaning else word for word, meaning in meanings.items())


def advise_flag(written: str, description: str = "") -> str:
    """Return the one of true and false that was meant; ``description`` explains them: ``暗访、随机抽查写false``."""
    text = half_width(written).lower()
    if text in _TRUE | {"true"}:
        return "写成true"
    if text in _FALSE | {"false"}:
        return "写成false"
    told = re.search(rf"{re.escape(text)}[^；，]*写(true|false)", description) if text else None
    return f"写成{told[1]}" if told else "写true（是）或false（否）"


def _meanings(allowed: Sequence[str], description: str) -> dict[str, str]:
    found = {word: re.search(rf"{re.escape(word)}([^，；、a-z]*)", description) for word in allowed}
    return {word: place[1] if place and word.isascii() else "" for word, place in found.items()}
