"""``ducha inspections`` as CSV: a row an inspection, or a row what a period requires."""

from __future__ import annotations

from ducha.assess import Assessment, State
from ducha.assess.supervision.required import Requirement
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


def requirements_csv(assessment: Assessment) -> str:
    """Return a row for each period of a method: what is required in it, and what was held."""
    supervision = assessment.supervision
    told = supervision and supervision.told(assessment.scope, assessment.reference.period)
    return csv_text(assessment, _REQUIREMENT, map(_requirement, told.requirements if told else ()))


_REQUIREMENT = ("方法", "期初", "期末", "时限", "应开展次数", "开展（印发）次数", "状态", "原则上", "负责单位", "编号")

_STATES = {State.DONE: "已满足", State.OVERDUE: "未满足", State.PENDING: "未到期"}


def _requirement(one: Requirement) -> list[Cell]:
    return [
        one.method.title,
        one.first,
        one.last,
        one.due,
        one.required,
        one.held,
        _STATES[one.state],
        "是" if one.is_in_principle else "否",
        "、".join(one.by),
        one.id,
    ]
