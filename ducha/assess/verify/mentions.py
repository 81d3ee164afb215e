"""Where the office's own prose names a unit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from ducha.assess.standing import PlanStanding
from ducha.model import Register

_SENTENCE = re.compile(r"[^。！？\n]+[。！？]?")


class Mention(NamedTuple):
    """A sentence of a plan's prose in which a unit is named."""

    plan: str
    """the plan's id"""
    number: int
    """the plan's"""
    plan_title: str
    """its short title"""
    sentence: str


def find_mentions(register: Register, plans: Iterable[PlanStanding]) -> Mapping[str, tuple[Mention, ...]]:
    """Return what the plans' prose of the period says of units: registered name → the sentences, in their order.

    The longest name counts, so that 新昌工业园区 is not taken for 园区. Of groups no sentence is gathered: their
    names are words of the language as well (部门, 单位).
    """
    names = re.compile("|".join(map(re.escape, sorted(register.spellings(), key=len, reverse=True))) or r"(?!)")
    found: dict[str, list[Mention]] = {}
    for plan in plans:
        for sentence in _SENTENCE.findall(plan.narrative or ""):
            for unit in dict.fromkeys(_units(register, names, sentence)):
                found.setdefault(unit, []).append(Mention(plan.id, plan.number, plan.short_title, sentence.strip()))
    return {unit: tuple(mentions) for unit, mentions in found.items()}


def _units(register: Register, names: re.Pattern[str], sentence: str) -> Iterator[str]:
    for match in names.finditer(sentence):
        unit = register.resolve(match[0])
        if unit and not register.group(unit):
            yield unit
