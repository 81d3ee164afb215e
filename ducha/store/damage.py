"""Where a file is wrong in itself, so that its record lacks something there or has a stand-in."""

from __future__ import annotations

from collections.abc import Iterable

from ducha.problems import ANY, Path


class Damage:
    """Places of a file's data that are wrong, found by path; the paths are the data's own."""

    def __init__(self, paths: Iterable[Path] = ()) -> None:
        self._wrong: set[Path] = set()
        self._above: set[Path] = set()
        """every path that leads to a wrong place"""
        self._answers: dict[Path, bool] = {}
        self.add(paths)

    def add(self, paths: Iterable[Path]) -> None:
        """Take more places that are wrong."""
        for path in paths:
            self._wrong.add(path)
            self._above.update(path[:depth] for depth in range(len(path)))
        self._answers.clear()

    def replaces(self, path: Path) -> bool:
        """Whether the wrong place is this one or one above it: what a record has here is only a stand-in."""
        return any(path[:depth] in self._wrong for depth in range(len(path) + 1))

    def spoils(self, path: Path) -> bool:
        """Whether something is wrong here, above or below; the path may have ANY entry of a list in it."""
        if path in self._above or self.replaces(path):
            return True
        if ANY not in path:
            return False
        if path not in self._answers:
            self._answers[path] = any(_meet(path, one) for one in self._wrong)
        return self._answers[path]


def _meet(pattern: Path, path: Path) -> bool:
    return all(step in (ANY, other) for step, other in zip(pattern, path, strict=False))
