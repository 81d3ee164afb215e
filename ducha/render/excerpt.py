"""The line that a problem is about, with carets under the value whatever characters stand before it."""

from __future__ import annotations

from unicodedata import category

from ducha.problems import Spot
from ducha.render.page import width

ROOM = 100
"""cells that a line may take where nobody says otherwise"""


def excerpt(spot: Spot, room: int = ROOM) -> tuple[str, str]:
    """Return the line's text in no more cells than there is room for, and the carets below the value."""
    start = spot.column - 1
    before, after = _visible(spot.source[:start]), _visible(spot.source[start:])
    before = _last(before, room) if width(before + after) <= room else _last(before, room * 2 // 5)
    after = _first(after, room - width(before))
    value = after[: spot.length]
    return (before + after).rstrip(), " " * width(before) + "^" * max(1, width(value))


def _first(text: str, room: int) -> str:
    """The beginning of a text, with a mark if it is cut."""
    if width(text) <= room:
        return text
    kept = ""
    for character in text:
        if width(kept + character) > room - 1:
            break
        kept += character
    return kept + "…"


def _last(text: str, room: int) -> str:
    """The end of a text, with a mark if it is cut."""
    return _first(text[::-1], room)[::-1]


def _visible(text: str) -> str:
    """One visible character for each that a terminal would act upon: a tab is one blank, a control a ``?``."""
    return "".join(" " if c == "\t" else "?" if category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp") else c for c in text)
