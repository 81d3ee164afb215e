"""A page of a text report: paragraphs and tables, before anybody decides how wide the paper is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """A table's column; figures stand on the right, prose may fold down to ``narrowest`` cells."""

    header: str
    right: bool = False
    narrowest: int = 2


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headers, with a title; the last row is a total where ``has_total``."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    has_total: bool = False


Page = Sequence[str | Table]
