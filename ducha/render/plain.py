"""A page as plain text that nothing cuts: for pipes, files and programs."""

from __future__ import annotations

from collections.abc import Iterator

from ducha.render.page import Page, Table, width

_GAP = "  "


def render_plain(page: Page) -> str:
    """Return the page with each table aligned by display width, one line a row however long."""
    blocks = ("\n".join(_lines(block)) if isinstance(block, Table) else block for block in page)
    return "\n\n".join(blocks) + "\n"


def _lines(table: Table) -> Iterator[str]:
    headers = tuple(column.header for column in table.columns)
    rows = [tuple(" ".join(cell.replace("\n", "").split()) for cell in row) for row in (headers, *table.rows)]
    widths = [max(width(row[at]) for row in rows) for at in range(len(headers))]
    yield table.title
    for row in rows:
        cells = (
            _padded(cell, size, column.right) for cell, size, column in zip(row, widths, table.columns, strict=True)
        )
        yield _GAP.join(cells).rstrip()


def _padded(text: str, size: int, right: bool) -> str:
    blanks = " " * (size - width(text))
    return blanks + text if right else text + blanks
