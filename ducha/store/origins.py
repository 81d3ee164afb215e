"""The way back from a record of mended data to the data."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ducha.problems import Path
from ducha.store.paths import has, is_entry


class Origins:
    """Where the entries that are left of some data stood before others were taken out."""

    def __init__(self, data: Any, removed: frozenset[Path]) -> None:
        self._data = data
        self._removed = removed
        self._left: dict[Path, list[int]] = {}

    def find(self, path: Path) -> Path:
        """Return where a path of the record stood in the data."""
        data = self._data
        here: Path = ()
        for step in path:
            left = self._entries_left(here, len(data)) if is_entry(data, step) else ()
            at: Any = left[int(step)] if left and int(step) < len(left) else step
            here = (*here, at)
            data = data[at] if has(data, at) else None
        return here

    def _entries_left(self, here: Path, length: int) -> Sequence[int]:
        if here not in self._left:
            self._left[here] = [at for at in range(length) if (*here, at) not in self._removed]
        return self._left[here]
