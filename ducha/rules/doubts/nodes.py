"""The checkpoints of an indicator lead up to its target, in time and in value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from ducha.model import Campaign, Indicator, Plan
from ducha.problems import Path, Problem
from ducha.rules.doubts.span import lies_outside
from ducha.rules.walk import words_of


class _Node(NamedTuple):
    """A checkpoint whose day is known and lies in the campaign."""

    path: Path
    words: str
    end: date
    value: Decimal


def question_nodes(campaign: Campaign, plan: Plan) -> Iterator[Problem]:
    """Yield the doubts about every indicator's checkpoints; one wrong value is one problem."""
    for index, indicator in enumerate(plan.indicators):
        path: Path = ("indicators", index)
        nodes = list(_nodes(campaign, indicator, path))
        late = list(_after_the_end(campaign, indicator, nodes))
        disorder = [*_told_once(late, path), *_out_of_order(_without(nodes, late))]
        beyond = [node for node in nodes if indicator.target.rises and node.value > _highest(indicator)]
        doubts = [*disorder, *_too_much(indicator, beyond, path)]
        if not disorder and indicator.target.rises and not indicator.is_level:
            doubts += _falling(_without(nodes, beyond))
        rests_on = tuple((*path, key) for key in ("checkpoints", "target", "due", "restates", "measure"))
        yield from (problem._replace(rests_on=rests_on) for problem in doubts)


def _without(nodes: Sequence[_Node], others: Sequence[_Node]) -> list[_Node]:
    paths = {node.path for node in others}
    return [node for node in nodes if node.path not in paths]


def _nodes(campaign: Campaign, indicator: Indicator, path: Path) -> Iterator[_Node]:
    for at, checkpoint in enumerate(indicator.checkpoints):
        end = campaign.read(checkpoint.due).end
        if end and not lies_outside(campaign, end):
            yield _Node((*path, "checkpoints", at), checkpoint.due, end, checkpoint.value)


def _after_the_end(campaign: Campaign, indicator: Indicator, nodes: Sequence[_Node]) -> Iterator[_Node]:
    last = max(campaign.days(words_of(indicator)), default=None)
    if last and not lies_outside(campaign, last):
        yield from (node for node in nodes if node.end > last)


def _told_once(late: Sequence[_Node], path: Path) -> Iterator[Problem]:
    if late:
        first, *others = late
        also = (*((*node.path, "due") for node in others), (*path, "due"))
        hint = "改正节点或due；due写最终目标的时限"
        yield Problem("DC503", f"节点“{first.words}”在最终时限之后", hint, (*first.path, "due"), also)


def _out_of_order(nodes: Sequence[_Node]) -> Iterator[Problem]:
    for before, node in pairwise(nodes):
        if node.end < before.end:
            message = f"节点“{node.words}”排在“{before.words}”之后"
            hint = "节点按时间先后排列，或改正时限"
            yield Problem("DC503", message, hint, (*node.path, "due"), ((*before.path, "due"),))


def _highest(indicator: Indicator) -> Decimal:
    return max(indicator.target.value, indicator.target.stretch or indicator.target.value)


def _too_much(indicator: Indicator, beyond: Sequence[_Node], path: Path) -> Iterator[Problem]:
    if beyond:
        first, *others = beyond
        also = (*((*node.path, "value") for node in others), (*path, "target"))
        message = f"节点“{first.words}”的{first.value}超过最终目标{_highest(indicator)}"
        yield Problem("DC504", message, "改正节点的value或target", (*first.path, "value"), also)


def _falling(nodes: Sequence[_Node]) -> Iterator[Problem]:
    for before, node in pairwise(nodes):
        if node.value < before.value:
            message = f"节点“{node.words}”的{node.value}低于“{before.words}”的{before.value}"
            hint = "累计数只增不减，改正其一；不是累计数的写measure: point"
            yield Problem("DC505", message, hint, (*node.path, "value"), ((*before.path, "value"),))
