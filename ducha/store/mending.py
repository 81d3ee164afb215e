"""Stand-ins for what is wrong in some data, so that the rest can still be judged by the rules.

What is optional is left out. What a record needs is replaced by a value of its kind that no rule objects to;
whatever a rule finds by it is dropped, as it rests on something that is wrong.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic.fields import FieldInfo

from ducha.advice.form import form_problem, is_misspelt
from ducha.advice.keys import field_at
from ducha.model import Target
from ducha.model.values import Record
from ducha.problems import KEY, Path, Problem
from ducha.store.origins import Origins
from ducha.store.paths import existing, has_keys

_Record = TypeVar("_Record", bound=Record)


def mend(kind: type[_Record], data: Any) -> tuple[_Record | None, list[Problem], Callable[[Path], Path]]:
    """Return a record of what is right in wrong data, every problem, and the way back to the data's own places."""
    mended = Mended(kind)
    problems: list[Problem] = []
    while () not in mended.removed:
        origins = Origins(data, frozenset(mended.removed))
        try:
            return kind.model_validate(mended.copy(data)), problems, origins.find
        except ValidationError as fault:
            errors = fault.errors(include_url=False)
        problems = problems or [form_problem(kind, data, e) for e in errors if not is_misspelt(kind, data, e)]
        for error in errors:
            mended.mend(data, origins.find(error["loc"]), is_missing=error["type"] == "missing")
    return None, problems, Origins(data, frozenset()).find


class Mended:
    """What is taken out of a file's data and what stands in, by its path in the data."""

    def __init__(self, kind: type[Record]) -> None:
        self._kind = kind
        self.removed: set[Path] = set()
        self._filled: dict[Path, dict[str | int, Any]] = defaultdict(dict)
        """path of a mapping → its keys that have a stand-in"""

    def mend(self, data: Any, path: Path, *, is_missing: bool) -> None:
        """Mend the place of one error; where that has been tried before, take out what holds it."""
        place = path if is_missing and has_keys(data, path[:-1]) else existing(data, path)
        if place[-1:] and place[-1] in self._filled[place[:-1]]:
            del self._filled[place[:-1]][place[-1]]
            place = place[:-1]
        elif (field := self._field(path)) and field.is_required():
            self._filled[place[:-1]][place[-1]] = self._stand_in(field.annotation)
            return
        while place and place in self.removed:
            place = place[:-1]
        self.removed.add(place)

    def copy(self, data: Any, here: Path = ()) -> Any:
        """Return the data mended, as it is if nothing was wrong."""
        if not self.removed and not self._filled:
            return data
        if isinstance(data, dict):
            kept = ((key, (*here, key)) for key in data)
            left = {key: self.copy(data[key], path) for key, path in kept if path not in self.removed}
            return left | self._filled.get(here, {})
        if isinstance(data, list):
            entries = ((entry, (*here, at)) for at, entry in enumerate(data))
            return [self.copy(entry, path) for entry, path in entries if path not in self.removed]
        return data

    def _field(self, path: Path) -> FieldInfo | None:
        return field_at(self._kind, path) if path and isinstance(path[-1], str) and path[-1] != KEY else None

    def _stand_in(self, annotation: Any) -> Any:
        if annotation in _STAND_INS:
            return _STAND_INS[annotation]
        if isinstance(annotation, type) and issubclass(annotation, Record):
            fields = annotation.model_fields.items()
            return {key: self._stand_in(field.annotation) for key, field in fields if field.is_required()}
        return f"stand-in-{sum(map(len, self._filled.values()))}"


_STAND_INS: dict[Any, Any] = {date: "2000-01-01", Decimal: "2000", int: "2000", Target: {"at_least": "1"}}
"""a year, a number and a count can all be 2000"""
