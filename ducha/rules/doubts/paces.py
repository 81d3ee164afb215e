"""Only an amount that grows over the year can be asked to keep pace with the months (序时进度)."""

from __future__ import annotations

from collections.abc import Iterator

from ducha.model import Plan
from ducha.problems import Path, Problem


def question_paces(plan: Plan) -> Iterator[Problem]:
    """Yield a problem for every level, ceiling, range or growth that is to keep pace with the months."""
    for index, indicator in enumerate(plan.indicators):
        if indicator.pace == "months" and not indicator.can_be_paced:
            path: Path = ("indicators", index)
            hint = "删去pace；中途要达到多少，写成checkpoints"
            message = "时点数、比率、增幅、上限、区间和名次没有序时进度"
            rests_on = tuple((*path, key) for key in ("target", "measure", "unit", "base"))
            yield Problem("DC514", message, hint, (*path, "pace"), rests_on=rests_on)
