"""How much work something is, measured the same on every machine: by the functions that it calls."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


def calls(work: Callable[[], object]) -> int:
    """Return how many functions of Python, and how many steps of generators, a piece of work takes."""
    number = 0

    def count(_: FrameType, event: str, __: Any) -> None:
        nonlocal number
        number += event == "call"

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return number
