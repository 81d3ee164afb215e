"""One file: its text, its record (None if the text has none) and every problem of it, with its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Generic, TypeVar

from ducha.model.values import Record
from ducha.problems import KEY, Problem, has_errors
from ducha.problems import Path as DataPath
from ducha.store.blanks import find_blanks
from ducha.store.faults import Fault
from ducha.store.paths import existing, holds
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
        self._wrong: list[DataPath] = []
        """where the text or its form is wrong, so that the record lacks something"""
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
        blanks = [path for path in find_blanks(self._data) if not self._is_wrong(path, self._wrong)]
        for path in blanks:
            message, hint = f"“{path[-1]}”空着，按没有写处理", "填上内容，或删去这一行"
            self.problems.append(self._at(Problem("DC211", message, hint, path)))
        self._wrong += blanks

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
        if not self._wrong:
            return False
        path = self._original(path)
        lacking = path[: len(existing(self._data, path)) + 1]
        return any(one == path[: len(one)] or self._may_be(one, lacking) for one in self._wrong)

    def spoils(self, path: DataPath) -> bool:
        """Whether what stands at a path of the record may be other than meant, since something there is wrong."""
        return bool(self._wrong) and self._is_wrong(self._original(path), self._wrong)

    def _original_of(self, path: DataPath) -> DataPath:
        return (*self._original(path[:-1]), KEY) if path[-1:] == (KEY,) else self._original(path)

    def _is_wrong(self, path: DataPath, wrong: Iterable[DataPath]) -> bool:
        return any(one[: len(path)] == path or path[: len(one)] == one or self._may_be(one, path) for one in wrong)

    def _may_be(self, key: DataPath, path: DataPath) -> bool:
        """Whether a misspelt key may have been meant for what is missing at a path beside it."""
        return key[-1:] == (KEY,) and key[:-2] == path[:-1] and not holds(self._data, path)

    def _read(self, text: str, kind: type[_Record]) -> None:
        self._data, faults = parse(text)
        if faults:
            self._take_faults(faults)
        if self._data is NOTHING:
            return
        result = validate(kind, self._data)
        left_out = [*self._wrong]
        self._wrong += (problem.path for problem in result.problems)
        self.add(problem for problem in result.problems if not self._is_wrong(problem.path, left_out))
        self.record, self._original = result.record, result.original

    def _take_faults(self, faults: Iterable[Fault]) -> None:
        for fault in faults:
            spot, *related = (self._placed.at(mark) for mark in (fault.mark, *fault.also))
            problem = Problem(fault.code, fault.message, fault.hint, fault.path, spot=spot, related=tuple(related))
            self.problems.append(problem)
            self._wrong.append((*fault.path, KEY) if fault.path[-1:] == ("<<",) else fault.path)


def _without_sign(path: DataPath) -> DataPath:
    return path[:-1] if path[-1:] == (KEY,) else path
