"""Markdown on a terminal, through Rich, with tables whose cells fold instead of being cut."""

from __future__ import annotations

from typing import ClassVar, TextIO

from rich import box
from rich.console import Console, ConsoleOptions, RenderResult
from rich.markdown import Markdown, MarkdownElement, TableElement
from rich.table import Table

from ducha.render.terminal import make_console


def print_markdown(text: str, stream: TextIO, width: int | None = None) -> None:
    """Print Markdown as wide as the terminal (or ``width`` cells)."""
    make_console(stream, width).print(_Folding(text))


class _FoldingTable(TableElement):
    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0))
        header = self.header.row.cells if self.header and self.header.row else []
        for cell in header:
            table.add_column(cell.content.copy(), overflow="fold", justify=cell.justify)
        for row in self.body.rows if self.body else []:
            table.add_row(*(cell.content for cell in row.cells))
        yield table


class _Folding(Markdown):
    elements: ClassVar[dict[str, type[MarkdownElement]]] = {**Markdown.elements, "table_open": _FoldingTable}
