"""The nearest of the names that exist."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

_SEPARATORS = re.compile(r"\s*[、，,；;]\s*|\s+")
"""what joins several names in running text"""
_LISTED = 12
"""names that are listed where none is near"""


def advise_name(name: str, known: Iterable[str], otherwise: str) -> str:
    """Return the nearest known name, else all of them if they are few, else what to do otherwise."""
    names = tuple(dict.fromkeys(known))
    if near := find_nearest(name, names):
        return f"你是否想写“{near}”"
    if 0 < len(names) <= _LISTED:
        return f"可用的有：{'、'.join(names)}"
    return otherwise


def advise_unit(name: str, known: tuple[str, ...]) -> str:
    """Return what to write for a unit that nobody registered; several in one text become a list."""
    bare = name.strip("［］【】[]（）()")
    several = [part for part in _SEPARATORS.split(bare) if part]
    if len(several) > 1:
        return f"多个单位写成列表：[{', '.join(several)}]"
    if near := find_nearest(name, known):
        return f"你是否想写“{near}”；确有此单位的，在campaign.yaml的units中登记"
    return "在campaign.yaml的units中登记，或改用已登记的名称"


@lru_cache(maxsize=1024)
def find_nearest(name: str, known: tuple[str, ...]) -> str | None:
    """Return the known name most like this one, None if none is like it; one that holds it is the likeliest."""
    from difflib import get_close_matches  # which nobody needs whose names are right

    near = get_close_matches(name, known, n=1)
    if not near and len(name) > 1:
        near = [one for one in known if name in one or one in name][:1]
    return near[0] if near else None
