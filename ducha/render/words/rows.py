"""The visible numbers of rows in papers to units."""

from __future__ import annotations

from ducha.assess.duties.returns import DutyStanding
from ducha.assess.figures.indicators import IndicatorStanding
from ducha.assess.obligations import Obligation
from ducha.model import rows


def row_number(row: Obligation | IndicatorStanding | DutyStanding) -> str:
    """8-03, 8-指02, 8-定01: by what number a paper names a task, figure or duty; ``ducha show`` takes it."""
    return rows.row_number(row.number, row.place)
