"""Plain data to records: all that is wrong with a file's data at once, in Chinese."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from ducha.model.values import Record
from ducha.problems import Path, Problem
from ducha.store.mending import Mended, has, is_entry

_Record = TypeVar("_Record", bound=Record)

_TOP: Path = ()


class Validated(NamedTuple, Generic[_Record]):
    """A record of what is right in some data, every problem of the rest, and the way back to the data's own places.

    The rules look at the record, so that a file's problems come all at once; no report uses one that was mended.
    There is no record where nothing is right.
    """

    record: _Record | None
    problems: list[Problem]
    original: Callable[[Path], Path]
    """path in the record → path in the data"""


def validate(kind: type[_Record], data: Any) -> Validated[_Record]:
    """Make a record of data, with stand-ins where something that it needs is wrong or missing."""
    mended = Mended(kind)
    problems: list[Problem] = []
    while True:
        origins = _Origins(data, frozenset(mended.removed))
        try:
            record = kind.model_validate(mended.copy(data))
            return Validated(record, problems, origins.find)
        except ValidationError as fault:
            errors = fault.errors(include_url=False)
        problems = problems or _described(kind, data, errors)
        for error in errors:
            mended.mend(data, origins.find(error["loc"]), is_missing=error["type"] == "missing")
        if () in mended.removed:
            return Validated(None, problems, origins.find)


def _described(kind: type[Record], data: Any, errors: Iterable[ErrorDetails]) -> list[Problem]:
    from ducha.advice.form import form_problem, is_misspelt  # which a sound file never needs

    return [form_problem(kind, data, error) for error in errors if not is_misspelt(kind, data, error)]


class _Origins:
    """Where the entries that are left of some data stood before others were taken out."""

    def __init__(self, data: Any, removed: frozenset[Path]) -> None:
        self._data = data
        self._removed = removed
        self._left: dict[Path, list[int]] = {}

    def find(self, path: Path) -> Path:
        """Return where a path of the record stood in the data."""
        data, here = self._data, _TOP
        for step in path:
            left = self._entries_left(here, len(data)) if is_entry(data, step) else ()
            at: Any = left[int(step)] if left and int(step) < len(left) else step
            here = (*here, at)
            data = data[at] if has(data, at) else None
        return here

    def _entries_left(self, here: Path, length: int) -> Sequence[int]:
        if here not in self._left:
            self._left[here] = [at for at in range(length) if (*here, at) not in self._removed]
        return self._left[here]
