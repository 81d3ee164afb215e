"""One file: its text, its record (None if the text has none) and every problem of it, with its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Generic, TypeVar

from ducha.model.values import Record
from ducha.problems import KEY, Problem, has_errors
from ducha.problems import Path as DataPath
from ducha.store.blanks import find_blanks
from ducha.store.damage import Damage
from ducha.store.faults import Fault
from ducha.store.placed import Placed
from ducha.store.records import unmoved, validate
from ducha.store.text import one_line, read_text
from ducha.store.yamltext import NOTHING, parse

_Record = TypeVar("_Record", bound=Record)


class File(Generic[_Record]):
    """A file that has been read and made a record of; problems that are found later are added to it."""

    def __init__(self, path: Path, kind: type[_Record]) -> None:
        self.name = str(path)
        self.record: _Record | None = None
        self.problems: list[Problem] = []
        self._data: Any = NOTHING
        self._damage = Damage(NOTHING)
        self._original: Callable[[DataPath], DataPath] = unmoved
        """path in the record → path in the text's data"""
        text = read_text(path)
        if isinstance(text, Problem):
            self.problems.append(text)
        else:
            self._placed = Placed(self.name, text)
            self._read(text, kind)

    @property
    def is_sound(self) -> bool:
        """Whether a report may use the record."""
        return self.record is not None and not has_errors(self.problems)

    def where(self, path: DataPath) -> str:
        """``file:line`` of a record."""
        return f"{self.name}:{self._placed.spot(path).line}"

    def add(self, problems: Iterable[Problem]) -> None:
        """Take problems of the record that know their path and give them their places."""
        self.problems.extend(self.locate(problem) for problem in problems)

    def doubt_blanks(self) -> None:
        """Add a warning for every key that may have no value and has none: nobody can say whether that was meant."""
        blanks = [path for path in find_blanks(self._data) if not self._damage.spoils(path)]
        for path in blanks:
            message, hint = f"“{path[-1]}”空着，按没有写处理", "填上内容，或删去这一行"
            self.problems.append(self._at(Problem("DC211", message, hint, path)))
        self._damage.add(blanks)

    def locate(self, problem: Problem) -> Problem:
        """Return a problem of the record with the places of its paths."""
        path, *also = (self._original_of(path) for path in (problem.path, *problem.also))
        return self._at(problem._replace(path=path, also=tuple(also)))

    def _at(self, problem: Problem) -> Problem:
        """Return a problem whose paths are the data's own with their places."""
        path, also = problem.path, problem.also
        spot, *related = (self._placed.spot(one) for one in (path, *also))
        message, hint = one_line(problem.message), one_line(problem.hint)
        path = _without_sign(path)
        return problem._replace(message=message, hint=hint, path=path, also=(), spot=spot, related=tuple(related))

    def replaces(self, path: DataPath) -> bool:
        """Whether what stands at a path of the record is only a stand-in."""
        return self._damage.replaces(self._original(path))

    def spoils(self, path: DataPath) -> bool:
        """Whether what stands at a path of the record may be other than meant, since something there is wrong."""
        return self._damage.spoils(self._original(path))

    def _original_of(self, path: DataPath) -> DataPath:
        return (*self._original(path[:-1]), KEY) if path[-1:] == (KEY,) else self._original(path)

    def _read(self, text: str, kind: type[_Record]) -> None:
        self._data, faults = parse(text)
        self._damage = Damage(self._data)
        self._take_faults(faults)
        if self._data is NOTHING:
            return
        result = validate(kind, self._data)
        self.add(problem for problem in result.problems if not self._damage.spoils(problem.path))
        self._damage.add(problem.path for problem in result.problems)
        self.record, self._original = result.record, result.original

    def _take_faults(self, faults: Iterable[Fault]) -> None:
        for fault in faults:
            spot, *related = (self._placed.at(mark) for mark in (fault.mark, *fault.also))
            problem = Problem(fault.code, fault.message, fault.hint, fault.path, spot=spot, related=tuple(related))
            self.problems.append(problem)
            self._damage.add([(*fault.path, KEY) if fault.path[-1:] == ("<<",) else fault.path])


def _without_sign(path: DataPath) -> DataPath:
    return path[:-1] if path[-1:] == (KEY,) else path
