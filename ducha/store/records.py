"""Plain data to records: all that is wrong with a file's data at once, in Chinese."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any, Generic, NamedTuple, TypeVar

from pydantic import ValidationError

from ducha.model.values import Record
from ducha.problems import Path, Problem

_Record = TypeVar("_Record", bound=Record)


class Validated(NamedTuple, Generic[_Record]):
    """A record of what is right in some data, every problem of the rest, and the way back to the data's own places.

    The rules look at the record, so that a file's problems come all at once; no report uses one that was mended.
    There is no record where nothing is right.
    """

    record: _Record | None
    problems: list[Problem]
    damaged: Collection[Path]
    """paths in the data at which the record lacks something or has a stand-in"""
    original: Callable[[Path], Path]
    """path in the record → path in the data"""


def validate(kind: type[_Record], data: Any) -> Validated[_Record]:
    """Make a record of data, with stand-ins where something that it needs is wrong or missing."""
    try:
        return Validated(kind.model_validate(data), [], (), unmoved)
    except ValidationError:
        from ducha.store.mending import mend  # which a sound file never needs

        return mend(kind, data)


def unmoved(path: Path) -> Path:
    """Return the path as it is: in a record of unchanged data everything stands where it stood."""
    return path
