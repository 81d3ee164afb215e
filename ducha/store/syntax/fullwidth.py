"""Full-width signs that an input method leaves where YAML needs half-width ones."""

from __future__ import annotations

import re
from typing import NamedTuple

_KEY = r"[A-Za-z_][A-Za-z_0-9]*"
_BLANKS = {"\u3000": "全角空格", "\u00a0": "不换行空格"}

_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"^[ \t]*(?:- +)*{_KEY}[ \u3000]*(?P<sign>：)",  # lead：国土局
        rf"[{{,，][ \u3000]*{_KEY}[ \u3000]*(?P<sign>：)",  # {{id：land, title：甲}}
        r"^[ \t]*(?:- +)*[^\s:'\"#\[\]{}：]{1,12}(?P<sign>：)(?!.*: )",  # 标题：甲
        r"(?P<sign>[，、；])[ \u3000]*[A-Za-z_]+ *[:：]",  # {id: land，title: 甲}
        rf"^[ \t]*(?:- +)*{_KEY}:(?P<sign>[\u3000\u00a0])",  # id:　land
        r"^[ \t]*(?P<sign>[\u3000\u00a0])",
        r"^[ \t]*-(?P<sign>[\u3000\u00a0])",
        r": *\[[^\[\]]*(?P<sign>[］】])",
        r"\{[^{}]*(?P<sign>｝)[ \u3000]*$",
        r"\{[^{}（]*(?P<sign>）)[ \u3000]*$",
        r": *\"[^\"“]*(?P<sign>”) *$",
        r": *'[^']*(?P<sign>’) *$",
        r"(?:: |- )(?P<sign>[［｛])",
        rf"(?:: |- )(?P<sign>（){_KEY}: ",
        r"[}\]][ \u3000]*(?P<sign>[，、；])[ \u3000]*[{\[]",
    )
)
"""where a sign can only have been meant as one of YAML's own"""

_HALF = {
    "：": ":",
    "，": ",",
    "、": ",",
    "；": ",",
    "］": "]",
    "】": "]",
    "［": "[",
    "｛": "{",
    "｝": "}",
    "（": "{",
    "）": "}",
    "”": '"',
    "’": "'",
}


class Wide(NamedTuple):
    """A full-width sign in a line, and what to write instead."""

    column: int
    message: str
    hint: str
    is_local: bool
    """whether it stands within its line, not before it"""


def find_wide(line: str) -> Wide | None:
    """Return the first sign of a line that YAML takes for text where a half-width one was meant."""
    places = [found.start("sign") for pattern in _PATTERNS if (found := pattern.search(line))]
    return _wide(line, min(places)) if places else None


def _wide(line: str, at: int) -> Wide:
    sign = line[at]
    is_local = bool(line[:at].strip(" -\t"))
    if sign in _BLANKS:
        return Wide(at + 1, f"这里是{_BLANKS[sign]}，YAML不认", "改用半角空格", is_local)
    half = _HALF[sign]
    hint = "改成半角冒号，后面空一格" if half == ":" else f"改成半角的“{half}”"
    return Wide(at + 1, f"“{sign}”是全角的，YAML不认", hint, is_local)
