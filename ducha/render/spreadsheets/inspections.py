"""``ducha inspections`` as CSV: a row an inspection."""

from __future__ import annotations

from ducha.assess import Assessment
from ducha.model.inspection import Inspection
from ducha.render.pages.listing import Cell
from ducha.render.spreadsheets.shared import csv_text


def inspections_csv(assessment: Assessment) -> str:
    """Return a row for each inspection that the report tells of."""
    supervision = assessment.supervision
    told = supervision and supervision.told(assessment.scope, assessment.reference.period)
    titles = {method.id: method.title for method in assessment.campaign.supervision.methods}
    held = told.inspections if told else ()
    return csv_text(assessment, _INSPECTION, ([titles.get(one.method, one.method), *_inspection(one)] for one in held))


_INSPECTION = (
    *("方法", "日期", "结束", "督导组", "督查单位", "方案和事项", "到的单位", "事先通知", "方式", "情况", "编号"),
)


def _inspection(one: Inspection) -> list[Cell]:
    return [
        one.day,
        one.until,
        one.group,
        "、".join(one.by),
        "、".join(one.about),
        "、".join(one.units),
        "是" if one.announced else "否",
        "、".join(one.ways),
        one.found,
        one.id,
    ]
