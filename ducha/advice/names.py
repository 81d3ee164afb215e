"""The nearest of the names that exist."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache

from ducha.model.register import folded

_SEPARATORS = re.compile(r"\s*[、，,；;]\s*")
"""what joins several names in running text"""
_CONJUNCTIONS = re.compile(r"\s*[、，,；;/和与及]\s*|会同|\s+")
"""what may, where the parts are names"""
_ORNAMENTS = " ［］【】[]（）()●•·▪■◆*-—－"
_MANY = 200
"""names of which only those are compared that begin or end alike"""
_TELLING = 2
"""characters from which a part of a name tells which is meant"""
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


def advise_id_of(name: str, known: Mapping[str, Sequence[str]], otherwise: str) -> str:
    """Return which id to write for a name that is none; ``known`` are ids, each with its title and further names."""
    if meant := find_id(name, known):
        return f"写编号{meant}"
    if near := find_nearest(name, tuple(known)):
        return f"你是否想写“{near}”"
    if 0 < len(known) <= _LISTED:
        return "可用的有：" + "、".join(f"{one}（{names[0]}）" if names else one for one, names in known.items())
    return otherwise


def find_id(name: str, known: Mapping[str, Sequence[str]]) -> str | None:
    """Return the one id that a name means by another of its names, or by a part of one; None if none or several."""
    text = folded(name)
    exact = [one for one, names in known.items() if text in map(folded, (one, *names))]
    if exact or len(text) < _TELLING:
        return exact[0] if len(exact) == 1 else None
    part = [one for one, names in known.items() if any(text in folded(other) for other in names)]
    return part[0] if len(part) == 1 else None


def advise_unit(name: str, known: tuple[str, ...]) -> str:
    """Return what to write for a unit that nobody registered; several in one text become a list."""
    bare = name.strip(_ORNAMENTS)
    if not bare.isprintable() and (found := "".join(one for one in bare if one.isprintable())) in known:
        return f"名称里有看不见的字符，重新输入“{found}”"
    if several := _several(bare, known):
        return f"多个单位写成列表：[{', '.join(several)}]"
    if near := find_nearest(bare, known):
        return f"你是否想写“{near}”；确有此单位的，在campaign.yaml的units中登记"
    return "在campaign.yaml的units中登记，或改用已登记的名称"


def _several(text: str, known: Collection[str]) -> list[str]:
    """The names that a text joins; a word like 和 joins only where it leaves names on both sides."""
    parts = [part for part in _SEPARATORS.split(text) if part]
    if len(parts) > 1:
        return parts
    parts = [part for part in _CONJUNCTIONS.split(text) if part]
    return parts if len(parts) > 1 and all(part in known for part in parts) else []


def find_near(name: str, known: Sequence[str], most: int = 3, like: float = 0.5) -> list[str]:
    """Return known names like this one (1: the same), the nearest first."""
    from difflib import get_close_matches  # which nobody needs whose names are right

    if len(known) > _MANY:
        known = [one for one in known if one[:1] == name[:1] or one[-1:] == name[-1:]]
    letters = frozenset(name)  # whoever shares too few of them need not be compared, which takes its time
    alike = [one for one in known if 2 * sum(map(letters.__contains__, one)) >= like * (len(one) + len(name))]
    return get_close_matches(name, alike, n=most, cutoff=like) if alike else []


@lru_cache(maxsize=8192)
def find_nearest(name: str, known: tuple[str, ...]) -> str | None:
    """Return the known name most like this one, None if none is like it; one that holds it is the likeliest."""
    near = find_near(name, known, most=1, like=0.6)
    if not near and len(name) > 1:
        near = [one for one in known if name in one or one in name][:1]
    return near[0] if near else None
