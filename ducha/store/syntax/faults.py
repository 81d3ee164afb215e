"""What is wrong with a text before it is data, and where: marks, faults, and the one that ends the reading."""

from __future__ import annotations

from typing import NamedTuple

from ducha.problems import Path


class Mark(NamedTuple):
    """Where something stands: line and column from 1, length in characters (0: to the end of its line)."""

    line: int
    column: int
    length: int = 1


class Fault(NamedTuple):
    """Something in the text that is not YAML, or YAML that a plan may not hold."""

    code: str
    message: str
    hint: str
    mark: Mark
    path: Path = ()
    also: tuple[Mark, ...] = ()
    is_local: bool = False
    """whether the line of the mark alone is in disorder"""


class Unreadable(Exception):
    """A fault after which nothing more of the text can be read."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message)
        self.fault = fault


def mark_of(thing: object, length: int | None = None) -> Mark:
    """Return the mark of a PyYAML event, of ``length`` characters or as long as it is on its first line."""
    start, end = thing.start_mark, thing.end_mark  # type: ignore[attr-defined]
    if length is None:
        length = max(1, end.column - start.column) if end.line == start.line else 0
    return Mark(start.line + 1, start.column + 1, length)
