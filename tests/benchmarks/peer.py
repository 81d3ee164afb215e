"""The loader most people would write: ``yaml.CSafeLoader`` and plain pydantic models, all fields, closed, frozen.

``python peer.py DIRECTORY`` prints the seconds that loading took, imports not counted, and how many plans there were.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict

When = date | str
Names = str | tuple[str, ...]


class Closed(BaseModel):
    """An unknown key is an error, and nothing changes."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Person(Closed):
    """A leader."""

    name: str
    title: str


class Phase(Closed):
    """A named window."""

    id: str
    title: str
    section: str | None = None
    when: str


class Extension(Closed):
    """A later day that was approved."""

    day: date
    to: date
    by: str
    reason: str


class Report(Closed):
    """What a unit said on a day."""

    day: date
    text: str
    by: str | None = None
    cause: str | None = None


class Item(Closed):
    """What milestones and indicators share."""

    id: str
    title: str
    section: str | None = None
    phase: str | None = None
    due: When | None = None
    lead: Names = ()
    responsible: Names = ()
    support: Names = ()
    strength: Literal["strive", "ensure", "must"] = "must"
    note: str | None = None
    extensions: tuple[Extension, ...] = ()
    reports: tuple[Report, ...] = ()


class Milestone(Item):
    """A task."""

    done: date | None = None


class Checkpoint(Closed):
    """A value on the way."""

    due: When
    value: float


class Actual(Closed):
    """A figure that was reported."""

    day: date
    value: float


class Indicator(Item):
    """A number to reach."""

    unit: str
    target: float
    checkpoints: tuple[Checkpoint, ...] = ()
    actuals: tuple[Actual, ...] = ()


class Duty(Closed):
    """What is owed again and again."""

    id: str
    title: str
    who: Names = ()
    to: Names = ()
    every: str


class Plan(Closed):
    """One file."""

    id: str
    number: int
    title: str
    leaders: tuple[Person, ...] = ()
    deputies: Names = ()
    lead: Names = ()
    phases: tuple[Phase, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    duties: tuple[Duty, ...] = ()


def load(directory: Path) -> tuple[Plan, ...]:
    """Read and validate every plan; ``campaign.yaml``, one file of a thousand, is left to ``ducha``."""
    return tuple(Plan.model_validate(data) for data in _read(directory))


def _read(directory: Path) -> Iterator[object]:
    for path in sorted(directory.glob("*-plan.yaml")):
        with path.open(encoding="utf-8") as stream:
            yield yaml.load(stream, Loader=yaml.CSafeLoader)


if __name__ == "__main__":
    start = perf_counter()
    plans = load(Path(sys.argv[1]))
    print(perf_counter() - start, len(plans))
