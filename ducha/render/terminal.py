"""A page on a terminal, through Rich: cells fold, nothing is cut, colour only where it is wanted."""

from __future__ import annotations

from typing import TextIO

from rich import box
from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text

from ducha.render.page import Page, Table


def print_page(page: Page, stream: TextIO, width: int | None = None) -> None:
    """Print a page as wide as the terminal (or ``width`` cells)."""
    console = make_console(stream, width)
    for index, block in enumerate(page):
        if index:
            console.print()
        console.print(_grid(block) if isinstance(block, Table) else Text(block))


def make_console(stream: TextIO, width: int | None = None) -> Console:
    """Return a console that interprets no markup in data."""
    return Console(file=stream, width=width, markup=False, highlight=False, emoji=False)


def _grid(table: Table) -> Grid:
    grid = Grid(
        title=Text(table.title),
        title_justify="left",
        title_style="bold",
        box=box.SIMPLE_HEAD,
        pad_edge=False,
        padding=(0, 1, 0, 0),
        show_footer=False,
    )
    for column in table.columns:
        grid.add_column(
            Text(column.header),
            justify="right" if column.right else "left",
            min_width=column.narrowest,
            overflow="fold",
        )
    last = len(table.rows) - 1
    for index, row in enumerate(table.rows):
        closing = table.has_total and index == last - 1
        grid.add_row(*(Text(cell) for cell in row), end_section=closing)
    return grid
