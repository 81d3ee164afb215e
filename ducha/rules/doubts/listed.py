"""The classes of projects that a document lists add up to its total, or it is said that they do not."""

from __future__ import annotations

from collections.abc import Iterator

from ducha.model import Plan
from ducha.problems import Problem


def question_listed(plan: Plan) -> Iterator[Problem]:
    """Yield a note where the classes of a document do not add up to the total that it gives: that is shown as it is."""
    listed = plan.projects
    sums = (
        ("total", listed.total, listed.added("count"), "项目"),
        ("items", listed.items, listed.added("items"), "子项"),
    )
    for key, total, added, word in sums:
        if total is not None and added is not None and added != total:
            message = f"各类{word}相加是{added}个，文件所列总数是{total}个"
            hint = "文件如此的不必改，各处都照两个数列出；抄错的改正，另列的类别写apart: true"
            yield Problem("DC534", message, hint, ("projects", key), rests_on=(("projects", "classes"),))
