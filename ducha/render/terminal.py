"""A page on a terminal, through Rich: cells fold, nothing is cut, colour only where it is wanted."""

from __future__ import annotations

from typing import TextIO

from rich import box
from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text

from ducha.render.page import Page, Table, fit

_GAP = 1
"""cells between two columns: the box's own divider"""


def print_page(page: Page, stream: TextIO, width: int | None = None) -> None:
    """Print a page as wide as the terminal (or ``width`` cells).

    On a terminal too narrow for a table's columns its lines run over, so that nothing is lost.
    """
    console = make_console(stream, width)
    for index, block in enumerate(page):
        if index:
            console.print()
        if isinstance(block, Table):
            grid = _grid(block, console.width)
            console.print(grid, width=max(console.width, grid.width or 0), crop=False)
        else:
            console.print(Text(block))


def make_console(stream: TextIO, width: int | None = None) -> Console:
    """Return a console that interprets no markup in data."""
    return Console(file=stream, width=width, markup=False, highlight=False, emoji=False)


def _grid(table: Table, room: int) -> Grid:
    gaps = _GAP * (len(table.columns) - 1)
    widths = fit(table, room - gaps)
    grid = Grid(
        title=Text(table.title),
        title_justify="left",
        title_style="bold",
        box=box.SIMPLE_HEAD,
        show_edge=False,
        pad_edge=False,
        padding=0,
        width=sum(widths) + gaps,
    )
    for column, width in zip(table.columns, widths, strict=True):
        grid.add_column(
            Text(column.header),
            justify="right" if column.right else "left",
            width=width,
            overflow="fold",
        )
    last = len(table.rows) - 1
    for index, row in enumerate(table.rows):
        closing = table.has_total and index == last - 1
        grid.add_row(*(Text(cell) for cell in row), end_section=closing)
    return grid
