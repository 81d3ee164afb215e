"""Lists as CSV for spreadsheet programs: RFC 4180 after a byte-order mark, ISO days, empty cells empty."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from ducha.assess import Assessment, Obligation, State
from ducha.assess.duties.returns import DutyStanding, ReturnStanding
from ducha.assess.projects.project import ProjectStanding
from ducha.assess.supervision.issues import IssueStanding
from ducha.assess.units.ranking import Ranked, RankedClass, Ranking
from ducha.assess.units.rows import UnitRow, UnitRows
from ducha.model.inspection import Inspection
from ducha.model.stages import STAGES
from ducha.render.pages.listing import Cell, ListColumn, cells, find_columns
from ducha.render.pages.projects import Listed
from ducha.render.words.duties import return_state
from ducha.render.words.supervision import ISSUE_STATES, SOURCES
from ducha.render.words.values import NOBODY, SAMPLE, number

_NUMBER = re.compile(r"-?\d+(\.\d+)?", re.ASCII)

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


def projects_csv(assessment: Assessment, chosen: Listed) -> str:
    """Return a row for each project and sub-item that is listed; leaders only where they may be named."""
    sample = SAMPLE if assessment.campaign.sample else "否"
    leader = ("县级领导",) if chosen.for_leaders else ()
    rows = (
        [standing.number, standing.short_title, *_project(one, chosen.for_leaders), sample]
        for standing in assessment.plans
        for one in chosen.projects.get(standing.id, ())
    )
    return csv_text((*_PROJECT, *leader, "示例"), rows)


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


def issues_csv(assessment: Assessment, listed: Iterable[IssueStanding]) -> str:
    """Return a row for each matter handed over."""
    sample = SAMPLE if assessment.campaign.sample else "否"
    return csv_text(_ISSUE, ([*_issue(one), sample] for one in listed))


_ISSUE = (
    *("编号", "事项", "所涉事项", "来源", "来文编号", "原因", "牵头单位", "责任单位", "配合单位", "发现", "交办"),
    *("原时限", "现时限", "状态", "逾期天数", "销号", "办结", "催办次数", "最近反馈", "重开次数", "需领导决定", "示例"),
)


def _issue(issue: IssueStanding) -> list[Cell]:
    units = issue.units
    return [
        issue.id,
        issue.title,
        issue.about,
        SOURCES[issue.source],
        issue.reference,
        issue.cause,
        "、".join(units.lead),
        "、".join(units.responsible),
        "、".join(units.support),
        issue.found,
        issue.assigned,
        issue.first_due,
        issue.due,
        ISSUE_STATES[issue.state],
        issue.days_late or None,
        issue.closed,
        issue.finished,
        len(issue.urgings),
        issue.last_feedback.text if issue.last_feedback else None,
        issue.reopened,
        issue.needs_decision,
    ]


def inspections_csv(assessment: Assessment) -> str:
    """Return a row for each inspection held; of a period, for those of the period."""
    supervision, period = assessment.supervision, assessment.reference.period
    told = supervision.within(period) if supervision and period else supervision
    titles = {method.id: method.title for method in assessment.campaign.supervision.methods}
    sample = SAMPLE if assessment.campaign.sample else "否"
    rows = (
        [titles.get(one.method, one.method), *_inspection(one), sample] for one in (told.inspections if told else ())
    )
    return csv_text(_INSPECTION, rows)


_INSPECTION = (
    "方法",
    "日期",
    "结束",
    "督导组",
    "督查单位",
    "方案和事项",
    "到的单位",
    "事先通知",
    "方式",
    "情况",
    "编号",
    "示例",
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


def units_csv(assessment: Assessment, rows: UnitRows) -> str:
    """Return a row for each unit."""
    sample = SAMPLE if assessment.campaign.sample else "否"
    return csv_text(_UNIT, ([*_unit(row), sample] for row in rows.rows))


_UNIT = (
    *("单位", "类别", "计责事项", *(state.label for state in State), "共同负责", "到期可评价", "到期按期完成"),
    *("应报", "按时", "迟报", "未报", "报送待核实", "报送核对中", "交办未销号", "交办超期", "示例"),
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


def ranking_csv(assessment: Assessment, ranking: Ranking) -> str:
    """Return a row for each ranked unit."""
    sample = SAMPLE if assessment.campaign.sample else "否"
    return csv_text(_RANKING, ([*_ranked(one, unit), sample] for one in ranking.classes for unit in one.ranked))


_RANKING = (
    *("类别", "名次", "单位", "应完成", "按期完成", "到期未完成", "应报", "按时", "迟报", "未报"),
    *("上期名次", "示例"),
)


def _ranked(one: RankedClass, unit: Ranked) -> list[Cell]:
    finished, returned = unit.account.finished, unit.account.returned
    return [
        one.name,
        unit.place,
        unit.unit,
        finished.denominator,
        finished.numerator,
        unit.account.overdue,
        returned.punctual.denominator,
        returned.on_time,
        returned.late,
        returned.missing,
        unit.place_before,
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
    """A cell that no spreadsheet program takes for a formula; a negative number is none."""
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, str) and _NUMBER.fullmatch(cell):
        return cell
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell
