"""One file: its text, its record (None if the text has none) and every problem of it, with its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Generic, TypeVar

from ducha.model import Plan
from ducha.model.values import Record
from ducha.problems import KEY, Problem, has_errors
from ducha.problems import Path as DataPath
from ducha.store.records import validate
from ducha.store.text import read_text
from ducha.store.yamltext import Place, Places, YamlFault, parse, parse_places

_Record = TypeVar("_Record", bound=Record)


class File(Generic[_Record]):
    """A file that has been read and made a record of; problems that are found later are added to it."""

    def __init__(self, path: Path, kind: type[_Record]) -> None:
        self.name = str(path)
        self.record: _Record | None = None
        self.problems: list[Problem] = []
        self._text = ""
        self._places: Places | None = None
        self._original: Callable[[DataPath], DataPath] = lambda path: path
        """path in the record → path in the text's data"""
        self._read(path, kind)

    @property
    def is_sound(self) -> bool:
        """Whether a report may use the record."""
        return self.record is not None and not has_errors(self.problems)

    @property
    def wrong_keys(self) -> set[str | int]:
        """The top-level keys under which something is wrong."""
        return {problem.path[0] for problem in self.problems if problem.path}

    def place(self, path: DataPath) -> Place:
        """Where a path stands in the text; for a missing key, where the mapping that lacks it stands."""
        if self._places is None:
            self._places = parse_places(self._text)
        while path not in self._places:
            path = path[:-1]
        return self._places[path]

    def where(self, path: DataPath) -> str:
        """``file:line`` of a record."""
        return f"{self.name}:{self.place(path).value[0]}"

    def add(self, problems: Iterable[Problem]) -> None:
        """Take problems that know their path and give them file, line and column."""
        for problem in problems:
            is_key = problem.code == "DC201" or problem.path[-1:] == (KEY,)
            path = self._original(tuple(step for step in problem.path if step != KEY))
            place = self.place(path)
            line, column = place.key if is_key else place.value
            self.problems.append(problem._replace(file=self.name, path=path, line=line, column=column))

    def _read(self, path: Path, kind: type[_Record]) -> None:
        text = read_text(path)
        if isinstance(text, Problem):
            self.problems.append(text)
            return
        self._text = text
        try:
            data = parse(text)
        except YamlFault as fault:
            problem = Problem(fault.code, fault.message, fault.hint, file=self.name)
            self.problems.append(problem._replace(line=fault.line, column=fault.column))
            return
        result = validate(kind, data)
        self.add(result.problems)
        self.record, self._original = result.record, result.original


def located(path: Path, problems: Iterable[Problem]) -> list[Problem]:
    """Give problems of a plan file that is no longer in memory their places."""
    file = File(path, Plan)
    file.problems.clear()
    file.add(problems)
    return file.problems
