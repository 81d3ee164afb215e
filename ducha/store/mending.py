"""Stand-ins for what is wrong in some data, so that the rest can still be judged by the rules.

What is optional is left out. What a record needs is replaced by a value of its kind that no rule objects to;
whatever a rule finds by it is dropped, as it rests on something that is wrong.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Set
from datetime import date
from decimal import Decimal
from itertools import count
from typing import Any, Literal, TypeVar, get_args, get_origin

from pydantic import ValidationError
from pydantic.fields import FieldInfo

from ducha.advice.form import damaged_by, form_problem, is_misspelt
from ducha.advice.keys import field_at
from ducha.model import Target
from ducha.model.values import PERIOD, Record
from ducha.problems import KEY, Path, Problem
from ducha.store.origins import Origins
from ducha.store.paths import existing, has_keys
from ducha.store.records import Validated

_Record = TypeVar("_Record", bound=Record)


def mend(kind: type[_Record], data: Any) -> Validated[_Record]:
    """Return a record of what is right in wrong data, every problem, and the way back to the data's own places."""
    mended = Mended(kind, data)
    problems: list[Problem] = []
    damaged: set[Path] = set()
    while True:
        origins = Origins(data, frozenset(mended.removed))
        try:
            record = kind.model_validate(mended.copy(data)) if () not in mended.removed else None
            return Validated(record, problems, damaged | mended.places(), origins.find)
        except ValidationError as fault:
            errors = fault.errors(include_url=False)
        if not damaged:
            for error in errors:
                if not is_misspelt(kind, data, error):
                    problems.append(form_problem(kind, data, error))
                damaged.update(damaged_by(kind, data, error))
        mended.mend((origins.find(error["loc"]), error["type"] == "missing") for error in errors)


class Mended:
    """What is taken out of a file's data and what stands in, by its path in the data."""

    def __init__(self, kind: type[Record], data: Any) -> None:
        self._kind = kind
        self._data = data
        self.removed: set[Path] = set()
        self._filled: dict[Path, dict[str | int, Any]] = defaultdict(dict)
        """path of a mapping → its keys that have a stand-in"""
        self._numbers = count()

    def places(self) -> set[Path]:
        """Everything that was taken out or has a stand-in."""
        return self.removed | {(*mapping, key) for mapping, keys in self._filled.items() for key in keys}

    def mend(self, errors: Iterable[tuple[Path, bool]]) -> None:
        """Mend the places of errors, each a path and whether something is missing there."""
        before = frozenset(self.removed)
        for path, is_missing in errors:
            self._mend(path, is_missing, before)

    def _mend(self, path: Path, is_missing: bool, before: frozenset[Path]) -> None:
        """Mend one place; where that was tried ``before`` in vain, take out what holds it."""
        place = path if is_missing and has_keys(self._data, path[:-1]) else existing(self._data, path)
        if place[-1:] and place[-1] in self._filled[place[:-1]]:
            del self._filled[place[:-1]][place[-1]]
            place = place[:-1]
        elif (field := self._field(path)) and field.is_required():
            self._filled[place[:-1]][place[-1]] = "2000" if _is_period(field) else self._stand_in(field.annotation)
            return
        while place and place in before:
            place = place[:-1]
        self.removed.add(place)

    def copy(self, data: Any) -> Any:
        """Return the data mended, as it is if nothing was wrong; what holds nothing wrong is not copied."""
        return self._copy(data, (), {place[:depth] for place in self.places() for depth in range(len(place))})

    def _copy(self, data: Any, here: Path, holders: Set[Path]) -> Any:
        if here not in holders:
            return data
        if isinstance(data, dict):
            kept = ((key, (*here, key)) for key in data)
            left = {key: self._copy(data[key], path, holders) for key, path in kept if path not in self.removed}
            return left | self._filled.get(here, {})
        entries = ((entry, (*here, at)) for at, entry in enumerate(data))
        return [self._copy(entry, path, holders) for entry, path in entries if path not in self.removed]

    def _field(self, path: Path) -> FieldInfo | None:
        return field_at(self._kind, path) if path and isinstance(path[-1], str) and path[-1] != KEY else None

    def _stand_in(self, annotation: Any) -> Any:
        if annotation in _STAND_INS:
            return _STAND_INS[annotation]
        if get_origin(annotation) is Literal:
            return get_args(annotation)[0]
        if isinstance(annotation, type) and issubclass(annotation, Record):
            fields = annotation.model_fields.items()
            return {key: self._stand_in(field.annotation) for key, field in fields if field.is_required()}
        return f"stand-in-{next(self._numbers)}"


def _is_period(field: FieldInfo) -> bool:
    return any(vars(getattr(one, "func", None) or object).get("pattern") == PERIOD for one in field.metadata)


_STAND_INS: dict[Any, Any] = {date: "2000-01-01", Decimal: "2000", int: "2000", bool: "true", Target: {"at_least": "1"}}
"""a year, a number and a count can all be 2000"""
