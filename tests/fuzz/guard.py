"""Nothing hangs: what takes longer than any machine could excuse is stopped and fails its test."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import pytest

LONGEST = 60
"""seconds, many times what the slowest input takes on a slow machine"""


@contextmanager
def hang_guard(what: object, seconds: int = LONGEST) -> Iterator[None]:
    """Fail if what is inside does not come to its end."""

    def ring(number: int, frame: FrameType | None) -> None:
        pytest.fail(f"no result after {seconds} s: {what}")

    before = signal.signal(signal.SIGALRM, ring)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
