"""Reported figures: one a day, and of a running total none lower than the one before without a reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from ducha.model import Actual, Campaign, Indicator, Plan, Register
from ducha.problems import Path, Problem


class _Placed(NamedTuple):
    """A figure and where it stands."""

    path: Path
    actual: Actual


def question_amounts(campaign: Campaign, register: Register, plan: Plan, latest: date) -> Iterator[Problem]:
    """Yield the doubts about every indicator's reported figures, each unit's for itself."""
    for index, indicator in enumerate(plan.indicators):
        path: Path = ("indicators", index)
        for whole in _by_unit(register, indicator, path):
            series = [placed for placed in whole if campaign.start <= placed.actual.day <= latest]
            repeated = list(_twice(series))
            yield from (problem._replace(rests_on=((*path, "actuals"),)) for problem in repeated)
            if indicator.measure == "cumulative" and indicator.has_amounts and not repeated:
                yield from _falls(series, path)


def _by_unit(register: Register, indicator: Indicator, path: Path) -> Iterator[list[_Placed]]:
    series: dict[str | None, list[_Placed]] = defaultdict(list)
    for at, actual in enumerate(indicator.actuals):
        if indicator.each and not actual.by:
            continue  # nobody knows whose it is
        unit = register.resolve(actual.by) or actual.by if actual.by else None
        series[unit].append(_Placed((*path, "actuals", at), actual))
    for figures in series.values():
        yield sorted(figures, key=lambda placed: placed.actual.day)


def _twice(series: Sequence[_Placed]) -> Iterator[Problem]:
    for before, (path, actual) in pairwise(series):
        if actual.day == before.actual.day:
            hint = "只留一个数值，或改正日期"
            yield Problem("DC509", f"{actual.day}已有一个数值", hint, (*path, "day"), ((*before.path, "day"),))


def _falls(series: Sequence[_Placed], path: Path) -> Iterator[Problem]:
    for before, (place, actual) in pairwise(series):
        if actual.value < before.actual.value and not actual.reason:
            message = f"累计数{actual.value}低于{before.actual.day}的{before.actual.value}"
            hint = "改正数值；确有核减的写reason；不是累计数的写measure: increment或point"
            also = ((*before.path, "value"),)
            yield Problem("DC506", message, hint, (*place, "value"), also, ((*path, "measure"), (*path, "actuals")))
