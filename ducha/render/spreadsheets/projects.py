"""``ducha projects`` as CSV: a row a project or sub-item."""

from __future__ import annotations

from decimal import Decimal

from ducha.assess import Assessment
from ducha.assess.projects.project import ProjectStanding
from ducha.model.stages import STAGES
from ducha.render.pages.listing import Cell
from ducha.render.pages.projects import Listed
from ducha.render.spreadsheets.shared import csv_text
from ducha.render.words.values import number


def projects_csv(assessment: Assessment, chosen: Listed) -> str:
    """Return a row for each project and sub-item that is listed; leaders only where they may be named."""
    leader = ("县级领导",) if chosen.for_leaders else ()
    rows = (
        [standing.number, standing.short_title, *_project(one, chosen.for_leaders)]
        for standing in assessment.plans
        for one in chosen.projects.get(standing.id, ())
    )
    return csv_text(assessment, (*_PROJECT, *leader), rows, for_leaders=chosen.for_leaders)


_PROJECT = (
    *("序", "专项行动", "编号", "名称", "所属项目", "类别", "行业", "所在地", "阶段", "进入阶段日期", "停缓建日期"),
    *("金额单位", "总投资", "年度计划投资", "完成投资", "完成投资截至", "投资完成率（%）", "金额计入合计"),
    *("形象进度", "形象进度截至", "牵头单位", "责任单位", "配合单位", "服务责任单位", "项目特派员"),
)


def _project(one: ProjectStanding, for_leaders: bool) -> list[Cell]:
    return [
        *(one.id, one.title, one.part_of, one.kind, one.sector, one.site),
        STAGES[one.stage] if one.stage else None,
        one.since,
        one.stopped.day if one.stopped else None,
        *(one.unit, _plain(one.total), _plain(one.planned)),
        _plain(one.invested.value) if one.invested else None,
        one.invested.day if one.invested else None,
        str(one.investment.percent) if one.investment else None,
        "是" if one.counts_money else "否",
        one.progress.text if one.progress else None,
        one.progress.day if one.progress else None,
        *map("、".join, (one.units.lead, one.units.responsible, one.units.support, one.service, one.officer)),
        *("、".join(one.leader) for _ in range(for_leaders)),
    ]


def _plain(value: Decimal | None) -> str | None:
    return None if value is None else number(value)
