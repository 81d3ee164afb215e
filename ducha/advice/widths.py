"""Full-width characters where half-width ones are wanted, and how a value reads in half width."""

from __future__ import annotations

import unicodedata


def half_width(text: str) -> str:
    """Return the text as a keyboard without an input method would have written it, without blanks around it."""
    return unicodedata.normalize("NFKC", text).strip()


def is_wide(text: str) -> bool:
    """Whether half width would read otherwise, blanks apart."""
    return half_width(text) != text.strip()
