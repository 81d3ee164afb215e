"""One file: its text, its record (None if the text has none) and every problem of it, with its place.

The text is YAML, unless a kind of file says how else its text becomes data (``tables.ledger``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Generic, TypeVar

from ducha.model.values import Record
from ducha.problems import KEY, Problem, Severity, Spot, has_errors
from ducha.problems import Path as DataPath
from ducha.store.damage import Damage
from ducha.store.records import Validated, unmoved, validate
from ducha.store.syntax.faults import Fault
from ducha.store.syntax.placed import Placed
from ducha.store.syntax.text import read_text
from ducha.store.syntax.yamltext import NOTHING, Parsed, parse

_Record = TypeVar("_Record", bound=Record)


def understand(
    parse: Callable[[str], Parsed], kind: type[_Record], text: str
) -> tuple[Parsed, Validated[_Record] | None]:
    """Return what a text says, and what that makes of a record, None if nothing; no more than the text is looked at."""
    parsed = parse(text)
    return parsed, None if parsed.data is NOTHING else validate(kind, parsed.data)


class File(Generic[_Record]):
    """A file that has been read and made a record of; problems that are found later are added to it."""

    _parse = staticmethod(parse)
    """text → its data"""

    def __init__(self, path: Path, kind: type[_Record]) -> None:
        self.name = str(path)
        self.record: _Record | None = None
        self.problems: list[Problem] = []
        self._data: Any = NOTHING
        self._damage = Damage()
        self._blanks = Damage()
        """keys without a value, which leave doubts in the dark and nothing else"""
        self._original: Callable[[DataPath], DataPath] = unmoved
        """path in the record → path in the text's data"""
        text = self._text_of(path)
        self.text = None if isinstance(text, Problem) else text
        """what was read, without a byte-order mark; None of a file that could not be"""
        self._placed = self._place("" if isinstance(text, Problem) else text)
        if isinstance(text, Problem):
            self.problems.append(text)
        else:
            self._read(text, kind)

    @property
    def is_sound(self) -> bool:
        """Whether a report may use the record."""
        return self.record is not None and not has_errors(self.problems)

    def is_sound_at(self, path: DataPath) -> bool:
        """Whether nothing is wrong at a path of the record or below it."""
        path = self._original(path)
        wrong = (problem.path for problem in self.problems if problem.severity is Severity.ERROR)
        return not (self._damage.spoils(path) or any(one[: len(path)] == path for one in wrong))

    def where(self, path: DataPath) -> str:
        """``file:line`` of a record."""
        return f"{self.name}:{self._placed.spot(path).line}"

    def add(self, problems: Iterable[Problem]) -> None:
        """Take problems of the record that know their path and give them their places."""
        self.problems.extend(self.locate(problem) for problem in problems)

    def count(self, problems: Iterable[Problem]) -> None:
        """Take problems that nobody will look at, so that no places need be found for them."""
        self.problems.extend(problem._replace(spot=Spot(self.name)) for problem in problems)

    def doubt_form(self) -> None:
        """Add a warning for every key that may have no value and has none: nobody can say whether that was meant."""
        from ducha.advice.shapes import blank
        from ducha.store.syntax.blanks import find_blanks

        blanks = [path for path in find_blanks(self._data) if not self._damage.spoils(path)]
        self.problems.extend(self._placed.locate(blank(str(path[-1]))._replace(path=path)) for path in blanks)
        self._blanks.add(blanks)

    def locate(self, problem: Problem) -> Problem:
        """Return a problem of the record with the places of its paths."""
        path, *also = (self._original_of(path) for path in (problem.path, *problem.also))
        return self._placed.locate(problem._replace(path=path, also=tuple(also)))

    def replaces(self, path: DataPath) -> bool:
        """Whether what stands at a path of the record is only a stand-in."""
        return self._damage.replaces(self._original(path))

    def spoils(self, path: DataPath, severity: Severity = Severity.ERROR) -> bool:
        """Whether what stands at a path of the record may be other than meant; a mere doubt also minds a blank."""
        path = self._original(path)
        return self._damage.spoils(path) or (severity is not Severity.ERROR and self._blanks.spoils(path))

    def _original_of(self, path: DataPath) -> DataPath:
        return (*self._original(path[:-1]), KEY) if path[-1:] == (KEY,) else self._original(path)

    def _text_of(self, path: Path) -> str | Problem:
        return read_text(path)

    def _place(self, text: str) -> Placed:
        return Placed(self.name, text)

    def _read(self, text: str, kind: type[_Record]) -> None:
        (self._data, faults, _, lost, self._placed.known), result = understand(self._parse, kind, text)
        self._take_faults(faults)
        if result is None:
            return
        if lost:
            self._damage.add(self._placed.on_lines(lost))
        self.add(problem for problem in result.problems if not self._damage.spoils(problem.path))
        self._damage.add(result.damaged)
        self.record, self._original = result.record, result.original

    def _take_faults(self, faults: Iterable[Fault]) -> None:
        for fault in faults:
            spot, *related = (self._placed.at(mark) for mark in (fault.mark, *fault.also))
            problem = Problem(fault.code, fault.message, fault.hint, fault.path, spot=spot, related=tuple(related))
            self.problems.append(problem)
            if fault.path:  # a merge key may stand for any key beside it
                self._damage.add([fault.path[:-1] if fault.path[-1] == "<<" else fault.path])
