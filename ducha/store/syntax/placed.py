"""Where the values of a text stand; nobody looks until a problem or a report asks."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from ducha.problems import KEY, Path, Problem, Spot
from ducha.store.syntax.faults import Mark
from ducha.store.syntax.text import lines_of, one_line

if TYPE_CHECKING:
    from ducha.store.syntax.careful import Place


class Everywhere(Protocol):
    """Where everything in a text stands, by its path; the top of the file is at ``()``."""

    def __contains__(self, path: Path, /) -> bool: ...

    def __getitem__(self, path: Path, /) -> Place: ...

    def on_lines(self, numbers: Collection[int], /) -> Iterator[Path]:
        """Yield the paths of what stands on some lines."""
        ...


class Placed:
    """A text by its file's name, and the spots of what is in it; a text that is no YAML has its own way to them."""

    def __init__(self, name: str, text: str, find: Callable[[str], Everywhere] | None = None) -> None:
        self._name = name
        self._find = find
        self._text = text
        self.known: Everywhere | None = None
        """where everything stands, if it was found while the text was read"""

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

    def locate(self, problem: Problem) -> Problem:
        """Return a problem whose paths are the text's own with their places."""
        spot, *related = (self.spot(one) for one in (problem.path, *problem.also))
        message, hint = one_line(problem.message), one_line(problem.hint)
        path = problem.path[:-1] if problem.path[-1:] == (KEY,) else problem.path
        return problem._replace(message=message, hint=hint, path=path, also=(), spot=spot, related=tuple(related))

    def on_lines(self, numbers: Collection[int]) -> Iterator[Path]:
        """Yield the paths of the values whose keys or beginnings stand on some lines."""
        return self._places.on_lines(numbers)

    def at(self, mark: Mark) -> Spot:
        """The spot of a mark."""
        line = self._lines[mark.line - 1] if mark.line <= len(self._lines) else ""
        length = mark.length or max(1, len(line.rstrip()) - mark.column + 1)
        return Spot(self._name, mark.line, mark.column, length, line)

    @cached_property
    def _places(self) -> Everywhere:
        if self._find:
            return self._find(self._text)
        if self.known is not None:
            return self.known
        from ducha.store.syntax.careful import find_places

        return find_places(self._text)

    @cached_property
    def _lines(self) -> list[str]:
        return lines_of(self._text)
