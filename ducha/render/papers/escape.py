"""Text from data that Markdown shows as it is."""

from __future__ import annotations

import re

_SPECIAL = re.compile(r"[\\`*_\[\]<>|~&]")
_LINE_START = re.compile(r"^(#+|[+-]|-{2,}|={2,}|\d+(?=[.)]))(?=[.)]? |[.)]?$)")
_CHINESE_BREAK = re.compile(r"(?<=[\u2e80-\uffef])\s*\n\s*(?=[\u2e80-\uffef])")
"""a line break between two Chinese characters, which is no blank"""


def escape(text: str) -> str:
    """Return text that Markdown shows as it is, on one line."""
    escaped = _SPECIAL.sub(r"\\\g<0>", " ".join(_CHINESE_BREAK.sub("", text).split()))
    return _LINE_START.sub(_shielded, escaped)


def _shielded(found: re.Match[str]) -> str:
    """A heading or list mark at the start of a text, made plain: ``\\#``, ``1\\.``."""
    mark = found.group()
    return mark + "\\" if mark.isdigit() else "\\" + mark
