"""``ducha returns`` as CSV: a row a return."""

from __future__ import annotations

from collections.abc import Iterable

from ducha.assess import Assessment
from ducha.assess.duties.returns import DutyStanding, ReturnStanding
from ducha.render.pages.listing import Cell
from ducha.render.spreadsheets.shared import csv_text
from ducha.render.words.duties import return_state


def returns_csv(assessment: Assessment, duties: Iterable[DutyStanding]) -> str:
    """Return a row for each return, with its duty."""
    return csv_text(assessment, _RETURN, (_return(duty, one) for duty in duties for one in duty.returns))


_RETURN = (
    *("序", "专项行动", "类别", "定期任务", "单位", "期", "截止日", "状态", "收到日期", "迟报天数"),
    *("代报单位", "零报告", "更正日期", "编号"),
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
