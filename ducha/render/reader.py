"""Markdown on a terminal, through Rich, without what Rich leaves out or cuts: every character is shown."""

from __future__ import annotations

from typing import ClassVar, TextIO

from markdown_it.token import Token
from rich.console import Console, ConsoleOptions, RenderResult
from rich.markdown import Heading, ListItem, Markdown, MarkdownElement, Paragraph, TableElement
from rich.segment import Segment

from ducha.render.page import Column, Table
from ducha.render.terminal import fold, lay_out, make_console

_NARROWEST = 8
"""cells a column needs to be read: four characters, or a date"""


def print_markdown(text: str, stream: TextIO, width: int | None = None) -> None:
    """Print Markdown as wide as the terminal (or ``width`` cells)."""
    make_console(stream, width).print(_Whole(text))


class _Heading(Heading):
    """The two titles in the middle, as on paper, the others on the left; no panels."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        text = fold(self.text, options.max_width)
        text.justify = "center" if self.tag in ("h1", "h2") else "left"
        yield text


class _Paragraph(Paragraph):
    """A paragraph none of whose lines begins with closing punctuation."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        text = fold(self.text, options.max_width)
        text.justify = self.justify
        yield text


class _Item(ListItem):
    """A numbered item with its mark: ``1.`` or ``1)``."""

    mark = "."

    @classmethod
    def create(cls, markdown: Markdown, token: Token) -> _Item:
        item = cls()
        item.mark = token.markup
        return item

    def render_number(self, console: Console, options: ConsoleOptions, number: int, last_number: int) -> RenderResult:
        room = len(f" {last_number}{self.mark} ")
        style = console.get_style("markdown.item.number", default="none")
        lines = console.render_lines(self.elements, options.update(width=options.max_width - room), style=self.style)
        for index, line in enumerate(lines):
            yield Segment((f"{number}{self.mark} " if index == 0 else "").rjust(room), style)
            yield from line
            yield Segment.line()


class _Table(TableElement):
    """A table whose cells fold, or whose rows follow each other."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        header = self.header.row.cells if self.header and self.header.row else []
        columns = tuple(Column(cell.content.plain, cell.justify == "right", _NARROWEST) for cell in header)
        rows = (tuple(cell.content.plain for cell in row.cells) for row in self.body.rows) if self.body else ()
        yield lay_out(Table("", columns, tuple(rows)), options.max_width)


class _Whole(Markdown):
    """Markdown with its HTML as it is written, and the addresses of links and pictures beside their words."""

    elements: ClassVar[dict[str, type[MarkdownElement]]] = {
        **Markdown.elements,
        "heading_open": _Heading,
        "html_block": _Paragraph,
        "list_item_open": _Item,
        "paragraph_open": _Paragraph,
        "table_open": _Table,
    }

    def __init__(self, text: str) -> None:
        super().__init__(text, hyperlinks=False)
        for block in self.parsed:
            for token in block.children or ():
                if token.type == "image":
                    token.content += f" ({token.attrs['src']})"
                if token.type in ("image", "html_inline"):
                    token.type = "text"
