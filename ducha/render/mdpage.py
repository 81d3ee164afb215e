"""A page as Markdown, for papers that a person goes on writing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ducha.render.page import Page, Table
from ducha.render.papers.escape import escape


def render_md(page: Page) -> str:
    """Return the page: lines of a paragraph keep their breaks, tables are pipe tables under a bold title."""
    blocks = ("\n".join(_table(block)) if isinstance(block, Table) else _paragraph(block) for block in page)
    return "\n\n".join(blocks) + "\n"


def _paragraph(text: str) -> str:
    return "\\\n".join(escape(line) for line in text.splitlines())


def _table(table: Table) -> Iterator[str]:
    yield f"**{escape(table.title)}**"
    yield ""
    yield _row(column.header for column in table.columns)
    yield _row("---:" if column.right else ":---" for column in table.columns)
    for cells in table.rows:
        yield _row(escape(cell.replace("\n", "")) for cell in cells)


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"
