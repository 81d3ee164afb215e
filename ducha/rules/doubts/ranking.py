"""A class that nobody is in, or so small that nearly all of it would be low."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ducha.model import Campaign
from ducha.problems import Path, Problem

_UNITS: tuple[Path, ...] = (("units",),)


class _Sized(NamedTuple):
    """A class, how many units it has, and how many of them are low; ``path`` is where that is written."""

    name: str
    units: int
    low: int
    path: Path


def question_ranking(campaign: Campaign) -> Iterator[Problem]:
    """Yield the doubts about how units are to be ranked."""
    known = dict.fromkeys(unit.category for unit in campaign.units)
    for index, one in enumerate(campaign.ranking.classes):
        for at, category in enumerate(one.held):
            if category not in known:
                path: Path = ("ranking", "classes", index)
                place = (*path, "categories", at) if one.categories else (*path, "name")
                yield _unknown(category, tuple(known), place)
    small: dict[Path, list[_Sized]] = {}
    for sized in _sized(campaign):
        if 0 < sized.units <= sized.low:
            small.setdefault(sized.path, []).append(sized)
    for path, found in small.items():
        classes = "、".join(f"“{one.name}”{one.units}个" for one in found)
        message = f"最后{found[0].low}名算靠后，而{classes}单位，除第1名外都会算靠后"
        yield Problem("DC723", message, "改小，或在人少的一类里另写low", path, rests_on=_UNITS)


def _unknown(category: str, known: tuple[str, ...], place: Path) -> Problem:
    from ducha.advice.names import advise_name

    hint = advise_name(category, known, "写单位名册里用到的类别")
    return Problem("DC722", f"单位名册里没有类别是“{category}”的单位", hint, place, rests_on=_UNITS)


def _sized(campaign: Campaign) -> Iterator[_Sized]:
    rules = campaign.ranking
    categories = [unit.category for unit in campaign.units]
    for index, one in enumerate(rules.classes):
        own: Path = ("ranking", "classes", index, "low") if one.low else ("ranking", "low")
        if low := one.low or rules.low:
            yield _Sized(one.name, sum(category in one.held for category in categories), low, own)
    if rules.low and not rules.classes:
        for category in dict.fromkeys(categories):
            yield _Sized(category, categories.count(category), rules.low, ("ranking", "low"))
