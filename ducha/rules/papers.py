"""The house settings of papers and rankings say one thing: a first period of the paper's own kind, each unit once."""

from __future__ import annotations

from collections.abc import Iterator

from ducha.deadlines.cycles import Cycle, period_at, period_named
from ducha.model import Campaign
from ducha.model.papers import Paper
from ducha.problems import Path, Problem

_PAPERS = {Cycle.WEEK: "每周", Cycle.QUARTER: "每季度", Cycle.HALF: "每半年", Cycle.YEAR: "年度"}


def check_papers(campaign: Campaign) -> Iterator[Problem]:
    """Yield a problem for every paper whose first period is none of its kind."""
    for cycle, what in _PAPERS.items():
        paper: Paper = getattr(campaign.bulletin, cycle.value)
        period = period_named(paper.first) if paper.first else None
        if paper.first and (period is None or period.cycle is not cycle):
            meant = period_at(cycle, max(period.first, campaign.start) if period else campaign.start).name
            hint = f"第1期所报的时间写成{meant}这样的"
            yield Problem("DC720", f"“{paper.first}”不是{what}通报的一期", hint, ("bulletin", cycle.value, "first"))


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
