"""A number to a damaged file: the same number always makes the same bytes."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from tests.fuzz.bytewise import BYTEWISE
from tests.fuzz.hostile import raw
from tests.fuzz.linewise import LINEWISE
from tests.fuzz.sources import choose

_MOST = 3
"""how often one file is damaged"""
_BYTEWISE_SHARE = 0.2
_SHOWN = 20_000
"""bytes of a file that a message still quotes"""


class Mutant(NamedTuple):
    """A damaged file and how it came about."""

    seed: int
    name: str
    """of the file in the campaign's directory"""
    kinds: tuple[str, ...]
    data: bytes

    def __str__(self) -> str:
        told = f"seed {self.seed}, {self.name} after {', '.join(self.kinds)}: python -m tests.fuzz {self.seed}"
        return told if len(self.data) > _SHOWN else f"{told}\n{_literal(self.data)}"


def mutant(seed: int) -> Mutant:
    """Return the mutant of a number."""
    random = Random(seed)
    name, text = choose(random)
    data, kinds = text.encode(), []
    for _ in range(random.randint(1, _MOST)):
        if not data:
            break
        kind, data = damage(data, random)
        kinds.append(kind)
    return Mutant(seed, name, tuple(kinds), data)


def damage(data: bytes, random: Random) -> tuple[str, bytes]:
    """Damage a YAML file in one way, and tell which."""
    if random.random() < _BYTEWISE_SHARE:
        bytewise = random.choice(BYTEWISE)
        return bytewise.__name__, bytewise(data, random)
    change = random.choice(LINEWISE)
    lines = raw(data).split("\n")
    change(lines, random)
    return change.__name__, "\n".join(lines).encode("utf-8", "surrogateescape")


def _literal(data: bytes) -> str:
    """The bytes as Python writes them, readable where they are UTF-8."""
    try:
        return f"{data.decode()!r}.encode()"
    except UnicodeDecodeError:
        return repr(data)
