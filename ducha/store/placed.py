"""Where the values of a text stand; nobody looks until a problem or a report asks."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from ducha.problems import KEY, Path, Spot
from ducha.store.faults import Mark
from ducha.store.text import lines_of

if TYPE_CHECKING:
    from ducha.store.careful import Places


class Placed:
    """A text by its file's name, and the spots of what is in it; a text that is no YAML has its own way to them."""

    def __init__(self, name: str, text: str, find: Callable[[str], Places] | None = None) -> None:
        self._name = name
        self._find = find
        self._text = text
        self.readable = text
        """the same text, line for line, without what could not be read"""

    def spot(self, path: Path) -> Spot:
        """Where a value stands, or its key if the path ends so; for what is missing, what lacks it."""
        is_key = path[-1:] == (KEY,)
        if is_key:
            path = path[:-1]
        while path and path not in self._places:
            path, is_key = path[:-1], False
        if path not in self._places:  # the text could not be read, or is another one by now
            return Spot(self._name)
        place = self._places[path]
        return self.at(place.key if is_key else place.value)

    def on_lines(self, numbers: Collection[int]) -> Iterator[Path]:
        """Yield the paths of the values whose keys or beginnings stand on some lines."""
        for path, place in self._places.items():
            if path and place.key.line in numbers:
                yield path

    def at(self, mark: Mark) -> Spot:
        """The spot of a mark."""
        line = self._lines[mark.line - 1] if mark.line <= len(self._lines) else ""
        length = mark.length or max(1, len(line.rstrip()) - mark.column + 1)
        return Spot(self._name, mark.line, mark.column, length, line)

    @cached_property
    def _places(self) -> Places:
        if self._find:
            return self._find(self.readable)
        from ducha.store.careful import find_places

        return find_places(self.readable)

    @cached_property
    def _lines(self) -> list[str]:
        return lines_of(self._text)
