"""Keys without a value."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ducha.problems import Path


def find_blanks(data: Any, here: Path = ()) -> Iterator[Path]:
    """Yield the path of every key that has no value."""
    if isinstance(data, dict):
        for key, value in data.items():
            if value is None:
                yield (*here, key)
            else:
                yield from find_blanks(value, (*here, key))
    elif isinstance(data, list):
        for at, entry in enumerate(data):
            yield from find_blanks(entry, (*here, at))
