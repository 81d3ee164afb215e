"""A list of obligations as CSV for spreadsheet programs."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date

from ducha.assess import Assessment, Obligation
from ducha.render.listing import Cell, ListColumn, cells, find_columns

BOM = "\ufeff"
"""tells Excel and WPS that the file is UTF-8"""


def render_csv(assessment: Assessment, listed: Sequence[Obligation], columns: Sequence[ListColumn]) -> str:
    """Return RFC 4180 rows under a header, after a byte-order mark; days are ISO, empty cells are empty.

    Whatever columns were chosen, rows of sample data say that they are.
    """
    if assessment.campaign.sample and not any(column.key == "sample" for column in columns):
        columns = (*columns, *find_columns(["sample"]))
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow([column.header for column in columns])
    for row in cells(assessment, listed, columns):
        writer.writerow([_inert(cell) for cell in row])
    return BOM + stream.getvalue()


def _inert(cell: Cell) -> Cell:
    """A cell that no spreadsheet program takes for a formula."""
    if isinstance(cell, date):
        return cell.isoformat()
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell
