"""The line that a problem is about, with carets under the value whatever characters stand before it."""

from __future__ import annotations

from unicodedata import category

from ducha.problems import Spot
from ducha.render.page import width

_LONGEST = 100
"""characters of a line that are shown"""
_BEFORE = 40
"""of these, before the value"""


def excerpt(spot: Spot) -> tuple[str, str]:
    """Return the line's text, cut around the value if it is long, and the carets below the value."""
    start = spot.column - 1
    cut = max(0, start - _BEFORE) if len(spot.source) > _LONGEST else 0
    before = _visible(spot.source[cut:start])
    value = _visible(spot.source[start : min(start + spot.length, cut + _LONGEST)])
    rest = _visible(spot.source[start + spot.length : cut + _LONGEST])
    left = "…" if cut else ""
    right = "…" if cut + _LONGEST < len(spot.source) else ""
    shown = f"{left}{before}{value}{rest}{right}".rstrip()
    return shown, " " * width(left + before) + "^" * max(1, width(value))


def _visible(text: str) -> str:
    """One visible character for each that a terminal would act upon: a tab is one blank, a control a ``?``."""
    return "".join(" " if c == "\t" else "?" if category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp") else c for c in text)
