"""What is known when a phrase is read."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from ducha.deadlines.points import Base


class Context(NamedTuple):
    """What the caller knows, and what earlier members of a list have named."""

    base: Base
    campaign: tuple[date, date] | None
    issued: date | None
    last: date | None = None
    """where the member before ended"""
