"""Lists as CSV for spreadsheet programs: RFC 4180 after a byte-order mark, ISO days, empty cells empty."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date

from ducha.assess import Assessment, Obligation
from ducha.assess.returns import DutyStanding, ReturnStanding
from ducha.render.duty_words import return_state
from ducha.render.listing import Cell, ListColumn, cells, find_columns
from ducha.render.words import SAMPLE

BOM = "\ufeff"
"""tells Excel and WPS that the file is UTF-8"""


def obligations_csv(assessment: Assessment, listed: Sequence[Obligation], columns: Sequence[ListColumn]) -> str:
    """Return a row for each obligation; whatever columns were chosen, rows of sample data say that they are."""
    if assessment.campaign.sample and not any(column.key == "sample" for column in columns):
        columns = (*columns, *find_columns(["sample"]))
    return csv_text([column.header for column in columns], cells(assessment, listed, columns))


def returns_csv(assessment: Assessment, duties: Iterable[DutyStanding]) -> str:
    """Return a row for each return, with its duty."""
    sample = SAMPLE if assessment.campaign.sample else "否"
    return csv_text(_RETURN, ([*_return(duty, one), sample] for duty in duties for one in duty.returns))


_RETURN = (
    *("序", "专项行动", "类别", "定期任务", "单位", "期", "截止日", "状态", "收到日期", "迟报天数"),
    *("代报单位", "零报告", "更正日期", "编号", "示例"),
)


def _return(duty: DutyStanding, one: ReturnStanding) -> list[Cell]:
    record = one.record
    return [
        duty.number,
        duty.plan_title,
        "定期报送" if duty.is_report else "其他定期任务",
        duty.duty.title,
        one.unit,
        one.period.name,
        one.period.cutoff,
        return_state(one.state, duty.is_report),
        one.received,
        one.days_late or None if one.received else None,
        record.through if record else None,
        "是" if record and record.zero else None,
        "、".join(map(str, record.corrected)) if record else None,
        one.id,
    ]


def csv_text(headers: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """Return rows under headers as a spreadsheet program reads them."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(headers)
    for row in rows:
        writer.writerow([_inert(cell) for cell in row])
    return BOM + stream.getvalue()


def _inert(cell: Cell) -> Cell:
    """A cell that no spreadsheet program takes for a formula."""
    if isinstance(cell, date):
        return cell.isoformat()
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell
