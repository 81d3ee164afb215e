"""The page of a project: what the ledger holds of it, with the day of each record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from ducha.assess.projects.project import ProjectStanding
from ducha.model.project import Project
from ducha.model.stages import STAGES
from ducha.render.page import Column, Page, Table
from ducha.render.pages.heading import head, said
from ducha.render.show.facts import Shown
from ducha.render.words.projects import stage_of
from ducha.render.words.values import amount, day, marked, portion


def project_page(shown: Shown, standing: ProjectStanding) -> Page:
    """Return a project with its stages, its investment and its progress; leaders are not named here."""
    assessment, plan = shown.assessment, shown.plan
    year, until = assessment.campaign.year, assessment.reference.records_until
    project = plan.ledger.projects[int(standing.place[-1])] if plan.ledger else None
    page: list[str | Table] = ["\n".join([*head(assessment, standing.title), *_facts(shown, standing, year)])]
    records = _records(project, standing.unit) if project else ()
    rows = tuple((day(when, year), what, text, _later(when, until)) for when, what, text in records)
    columns = (Column("日期", right=True), Column("记录"), Column("内容", narrowest=12), Column("备注"))
    if rows:
        page.append(Table(marked("历次记录", assessment.campaign.sample), columns, rows))
    return page


def _facts(shown: Shown, one: ProjectStanding, year: int) -> Iterator[str]:
    yield f"编号：{shown.plan.id}/{one.id}（{shown.where(one.place)}）"
    yield f"专项行动：{shown.plan.number} {shown.plan.title}"
    yield from said("所属项目", one.part_of)
    yield from said("类别", one.kind)
    yield from said("行业", one.sector)
    yield from said("所在地", one.site)
    yield f"阶段：{stage_of(one, year)}"
    yield from said("停缓建原因", one.stopped.reason if one.stopped else None)
    yield from said("总投资", amount(one.total, one.unit) if one.total is not None else None)
    yield from said("年度计划投资", amount(one.planned, one.unit) if one.planned is not None else None)
    yield from said("投资完成率", portion(one.investment) if one.investment else None)
    for role, names in _roles(one):
        yield from said(role, "、".join(names))
    yield from said("备注", one.note)


def _roles(one: ProjectStanding) -> Iterator[tuple[str, Iterable[str]]]:
    yield "牵头单位", one.units.lead
    yield "责任单位", one.units.responsible
    yield "配合单位", one.units.support
    yield "服务责任单位", one.service
    yield "项目特派员", one.officer
    yield from one.roles.items()


def _records(project: Project, unit: str) -> list[tuple[date, str, str]]:
    """All that is dated, oldest first."""
    records = [(when, "阶段", STAGES[stage]) for stage, when in project.stages.entered()]
    for one in project.invested:
        reason = f"（{one.reason}）" if one.reason else ""
        records.append((one.day, "当年累计完成投资", amount(one.value, unit) + reason))
    records += [(one.day, "形象进度", one.text) for one in project.progress]
    if stop := project.stopped:
        records.append((stop.day, "停缓建", f"{stop.by}批准：{stop.reason}"))
    return sorted(records, key=lambda record: record[0])


def _later(when: date, until: date) -> str:
    return "" if when <= until else "在数据截止日以后，不计"
