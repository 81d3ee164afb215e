"""A page on a terminal, through Rich: cells fold, nothing is cut, colour only where it is wanted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TextIO

from rich import box
from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text

from ducha.problems import Problem, Severity
from ducha.render.folding import folds
from ducha.render.page import Page, Table, fit
from ducha.render.problems import problem_lines

_GAP = 1
"""cells between two columns: the box's own divider"""


def print_page(page: Page, stream: TextIO, width: int | None = None) -> None:
    """Print a page as wide as the terminal (or ``width`` cells)."""
    console = make_console(stream, width)
    for index, block in enumerate(page):
        if index:
            console.print()
        console.print(lay_out(block, console.width) if isinstance(block, Table) else fold(Text(block), console.width))


_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


def print_problems(problems: Iterable[Problem], stream: TextIO) -> None:
    """Print problems in blocks, a blank line between two, excerpts as wide as the terminal; messages fold."""
    console = make_console(stream)
    for problem in problems:
        colour = _COLOURS[problem.severity]
        styles = {"head": f"bold {colour}", "source": "", "caret": colour, "hint": "green"}
        for line in problem_lines(problem, console.width):
            console.print(Text(line.text, styles[line.role]), soft_wrap=True)
        console.print()


def make_console(stream: TextIO, width: int | None = None) -> Console:
    """Return a console that interprets no markup in data."""
    return Console(file=stream, width=width, markup=False, highlight=False, emoji=False)


def fold(text: Text, room: int) -> Text:
    """Return a text with a line break wherever it has to fold."""
    return Text("\n").join(text.divide(folds(text.plain, room)))


def lay_out(table: Table, room: int) -> Grid | Text:
    """Return the table in columns, or row by row where ``room`` is too little for its columns at their narrowest."""
    gaps = _GAP * (len(table.columns) - 1)
    widths = fit(table, room - gaps)
    total = sum(widths) + gaps
    return _in_columns(table, widths, total) if total <= room else fold(_row_by_row(table), room)


def _in_columns(table: Table, widths: Sequence[int], total: int) -> Grid:
    grid = Grid(
        title=fold(Text(table.title), total) if table.title else None,
        title_justify="left",
        title_style="bold",
        box=box.SIMPLE_HEAD,
        show_edge=False,
        pad_edge=False,
        padding=0,
        width=total,
    )
    for column, width in zip(table.columns, widths, strict=True):
        grid.add_column(
            fold(Text(column.header), width),
            justify="right" if column.right else "left",
            width=width,
            overflow="fold",
        )
    last = len(table.rows) - 1
    for index, row in enumerate(table.rows):
        closing = table.has_total and index == last - 1
        cells = (fold(Text(cell), width) for cell, width in zip(row, widths, strict=True))
        grid.add_row(*cells, end_section=closing)
    return grid


def _row_by_row(table: Table) -> Text:
    """``列名：值`` lines, a blank line between two rows; the bare names where there are no rows."""
    title = [Text(table.title, "bold")] if table.title else []
    nothing = ("",) * len(table.columns)
    return Text("\n\n").join([*title, *(_named(table, row) for row in table.rows or (nothing,))])


def _named(table: Table, row: Sequence[str]) -> Text:
    return Text("\n").join(
        Text.assemble((f"{column.header}：", "bold"), cell.replace("\n", ""))
        for column, cell in zip(table.columns, row, strict=True)
    )
