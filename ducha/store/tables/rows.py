"""CSV text (RFC 4180) to rows of cells, and where each cell stands.

The rows are Python's ``csv`` module's; the places are looked up only where a problem or a report asks for them.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ducha.store.syntax.faults import Fault, Mark, Unreadable

_LINE = re.compile("[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_LONGEST_CELL = 1024 * 1024
"""characters; longer is what follows a quotation mark that nothing closes"""


class Row(NamedTuple):
    """A row of cells and the lines on which it stands: more than one where a cell holds a line break."""

    first: int
    last: int
    cells: list[str]

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing in it."""
        return not any(map(str.strip, self.cells))

    @property
    def is_comment(self) -> bool:
        """Whether it begins with ``#``."""
        return self.cells[0].lstrip("\ufeff \u3000").startswith("#")


class Text:
    """A CSV text by its lines."""

    def __init__(self, text: str) -> None:
        self.lines = _LINE.findall(text)

    def rows(self) -> Iterator[Row]:
        """Yield the rows that hold anything and are no comments; raises Unreadable where no more can be read."""
        csv.field_size_limit(_LONGEST_CELL)
        reader = csv.reader(self.lines, strict=True)
        while True:
            first = reader.line_num + 1
            try:
                cells = next(reader, None)
            except csv.Error:
                raise Unreadable(self._quotes(first)) from None
            if cells is None:
                return
            row = Row(first, reader.line_num, cells)
            if cells and not row.is_blank and not row.is_comment:
                yield row

    def marks(self, row: Row) -> list[Mark]:
        """Return where each cell of a row stands; an empty one stands where it ends."""
        return list(_marks(self.lines[row.first - 1 : row.last], row.first))

    def _quotes(self, first: int) -> Fault:
        """The fault of a quotation mark that has no partner, or of what stands after the second one."""
        *_, mark = _marks(self.lines[first - 1 :], first)
        hint = "格里有逗号、引号的，整格加一对半角引号，其中的引号写两个；多余的引号删去"
        return Fault("DC522", "半角引号没有配对", hint, mark._replace(length=1))


def _marks(lines: Sequence[str], first: int) -> Iterator[Mark]:
    """Yield the marks of one row's cells, up to a quotation mark in disorder."""
    cell = _Cell(first, 1)
    for number, line in enumerate(lines, start=first):
        body = line.rstrip("\r\n")
        for column, sign in enumerate(body, start=1):
            if cell.ends_with(sign):
                yield cell.mark(number, column)
                cell = _Cell(number, column + 1)
            elif cell.is_broken:
                yield cell.mark(number, column)
                return
        if not cell.is_open:
            yield cell.mark(number, len(body) + 1)
            return
    yield cell.mark(first + len(lines), 1)


class _Cell:
    """A cell that is being gone through, sign by sign."""

    def __init__(self, line: int, column: int) -> None:
        self._line, self._column = line, column
        self._signs = 0
        self.is_open = False
        """whether a quotation mark waits for its partner"""
        self.is_broken = False
        """whether something stands after the second one"""
        self._is_quoted = False

    def ends_with(self, sign: str) -> bool:
        """Take one more sign; whether it is the comma that ends the cell."""
        if sign == "," and not self.is_open:
            return True
        if sign == '"' and (self._is_quoted or not self._signs):
            self.is_open, self._is_quoted = not self.is_open, True
        elif self._is_quoted and not self.is_open:
            self.is_broken = True
        self._signs += 1
        return False

    def mark(self, line: int, column: int) -> Mark:
        """Where it stands, if it ends before some place."""
        length = max(1, column - self._column) if line == self._line else 0
        return Mark(self._line, self._column, length)
