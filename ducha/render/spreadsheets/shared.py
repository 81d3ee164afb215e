"""What every CSV has: RFC 4180 after a byte-order mark, ISO days, empty cells empty, and whether it is a sample."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from datetime import date

from ducha.assess import Assessment
from ducha.render.pages.listing import Cell
from ducha.render.words.values import SAMPLE

BOM = "\ufeff"
"""tells Excel and WPS that the file is UTF-8"""

_NUMBER = re.compile(r"-?\d+(\.\d+)?", re.ASCII)


def csv_text(
    assessment: Assessment, headers: Sequence[str], rows: Iterable[Sequence[Cell]], *, for_leaders: bool = False
) -> str:
    """Return rows under headers, with last columns that say whether the data are a sample, and for leaders alone."""
    marks = {
        "示例": SAMPLE if assessment.campaign.sample else "否",
        **({"供领导参阅": "不得外传"} if for_leaders else {}),
    }
    return plain_csv((*headers, *marks), ((*row, *marks.values()) for row in rows))


def plain_csv(headers: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """Return rows under headers as a spreadsheet program reads them."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(headers)
    for row in rows:
        writer.writerow([_inert(cell) for cell in row])
    return BOM + stream.getvalue()


def _inert(cell: Cell) -> Cell:
    """A cell that no spreadsheet program takes for a formula; a negative number is none."""
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, str) and _NUMBER.fullmatch(cell):
        return cell
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell
