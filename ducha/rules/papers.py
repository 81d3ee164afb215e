"""The classes of a ranking are told apart: each unit is ranked once."""

from __future__ import annotations

from collections.abc import Iterator

from ducha.model import Campaign
from ducha.problems import Path, Problem


def check_ranking(campaign: Campaign) -> Iterator[Problem]:
    """Yield a problem for every class of a name, or with a category, that another class has: units ranked twice."""
    names: dict[str, Path] = {}
    categories: dict[str, Path] = {}
    for index, one in enumerate(campaign.ranking.classes):
        path: Path = ("ranking", "classes", index)
        if one.name in names:
            hint = "换一个名称，或并成一类"
            yield Problem("DC721", f"排名类别“{one.name}”重复", hint, (*path, "name"), (names[one.name],))
            continue
        names[one.name] = (*path, "name")
        for at, category in enumerate(one.held):
            place = (*path, "categories", at) if one.categories else (*path, "name")
            if category in categories:
                message = f"类别“{category}”已在另一类里，其中的单位会排两次"
                yield Problem("DC721", message, "保留一处", place, (categories[category],))
            categories.setdefault(category, place)
