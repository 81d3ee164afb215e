"""``ducha status`` as CSV: a row an obligation."""

from __future__ import annotations

from collections.abc import Sequence

from ducha.assess import Assessment, Obligation
from ducha.render.pages.listing import ListColumn, cells, find_columns
from ducha.render.spreadsheets.shared import plain_csv


def obligations_csv(assessment: Assessment, listed: Sequence[Obligation], columns: Sequence[ListColumn]) -> str:
    """Return a row for each obligation; whatever columns were chosen, rows of sample data say that they are."""
    if assessment.campaign.sample and not any(column.key == "sample" for column in columns):
        columns = (*columns, *find_columns(["sample"]))
    return plain_csv([column.header for column in columns], cells(assessment, listed, columns))
