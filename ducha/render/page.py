"""A page of a text report: paragraphs and tables, before anybody decides how wide the paper is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from unicodedata import combining, east_asian_width


@dataclass(frozen=True, slots=True)
class Column:
    """A table's column; figures stand on the right, text may fold down to ``narrowest`` cells."""

    header: str
    right: bool = False
    narrowest: int = 4


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headers, with a title; the last row is a total where ``has_total``.

    A line break in a cell is a place to fold where there is too little room, and nothing where there is enough.
    """

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    has_total: bool = False


Page = Sequence[str | Table]


def width(text: str) -> int:
    """Cells a text takes on a terminal: two for a wide or full-width character (UAX #11), none for a mark."""
    return len(text) if text.isascii() else sum(map(_CELLS.__getitem__, text))


class _Cells(dict[str, int]):
    """Cells of a character, looked up once."""

    def __missing__(self, character: str) -> int:
        wide = east_asian_width(character) in "WF"
        self[character] = cells = 2 if wide else 0 if combining(character) else 1
        return cells


_CELLS = _Cells()


def fit(table: Table, room: int) -> tuple[int, ...]:
    """Return each column's cells so that together they take ``room``, or as near to it as they may fold.

    The widest column that can still fold gives up a cell at a time.
    """
    headers = tuple(column.header for column in table.columns)
    lines = [[line for cell in cells for line in cell.split("\n")] for cells in zip(headers, *table.rows, strict=True)]
    widths = [max(width(line) for line in column) for column in lines]
    while sum(widths) > room:
        foldable = [at for at, column in enumerate(table.columns) if widths[at] > column.narrowest]
        if not foldable:
            break
        widths[max(foldable, key=lambda at: widths[at])] -= 1
    return tuple(widths)
