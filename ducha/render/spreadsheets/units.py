"""``ducha units`` as CSV: a row a unit."""

from __future__ import annotations

from ducha.assess import Assessment, State
from ducha.assess.units.rows import UnitRow, UnitRows
from ducha.render.pages.listing import Cell
from ducha.render.spreadsheets.shared import csv_text
from ducha.render.words.values import NOBODY


def units_csv(assessment: Assessment, rows: UnitRows) -> str:
    """Return a row for each unit."""
    return csv_text(assessment, _UNIT, map(_unit, rows.rows), for_leaders=assessment.scope.leader is not None)


_UNIT = (
    *("单位", "类别", "计责事项", *(state.label for state in State), "共同负责", "到期可评价", "到期按期完成"),
    *("应报", "按时", "迟报", "未报", "报送待核实", "报送核对中", "交办未销号", "交办超期"),
)


def _unit(row: UnitRow) -> list[Cell]:
    counts, returns, on_time = row.tally.counts, row.returns, row.tally.on_time
    return [
        row.unit or NOBODY,
        row.category,
        row.tally.total,
        *(counts[state] for state in State),
        row.shared,
        on_time.denominator,
        on_time.numerator,
        returns.due,
        returns.on_time,
        returns.late,
        returns.missing,
        returns.unverified,
        returns.disputed,
        row.issues,
        row.issues_late,
    ]
