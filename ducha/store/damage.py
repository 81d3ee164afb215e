"""Where a file is wrong in itself, so that its record lacks something there or has a stand-in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ducha.problems import KEY, Path
from ducha.store.paths import existing


class Damage:
    """The places of a file's data that are wrong; all paths are the data's own."""

    def __init__(self, data: Any) -> None:
        self._data = data
        self._wrong: set[Path] = set()
        self._above: set[Path] = set()
        """every path that leads to a wrong place"""
        self._misspelt: set[Path] = set()
        """mappings with an unknown key, which may have been meant for any that they lack"""

    def add(self, paths: Iterable[Path]) -> None:
        """Take places that are wrong; one that ends in KEY is a key that nobody knows."""
        for path in paths:
            if path[-1:] == (KEY,):
                path = path[:-1]
                self._misspelt.add(path[:-1])
            self._wrong.add(path)
            self._above.update(path[:depth] for depth in range(len(path)))

    def replaces(self, path: Path) -> bool:
        """Whether what a record has at a path is only a stand-in."""
        if not self._wrong:
            return False
        lacking = path[: len(existing(self._data, path)) + 1]
        return self._is_within(path) or self._may_be_misspelt(lacking)

    def spoils(self, path: Path) -> bool:
        """Whether what a record has at a path may be other than meant, since something is wrong there."""
        return bool(self._wrong) and (path in self._above or self._is_within(path) or self._may_be_misspelt(path))

    def _is_within(self, path: Path) -> bool:
        return any(path[:depth] in self._wrong for depth in range(len(path) + 1))

    def _may_be_misspelt(self, path: Path) -> bool:
        return path[:-1] in self._misspelt and len(existing(self._data, path)) < len(path)
