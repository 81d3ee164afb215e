"""A list of obligations as a table, in columns that the reader chooses: for text, Markdown and spreadsheets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from ducha.assess import Assessment, Obligation, State
from ducha.problems import DuchaError
from ducha.render.page import Column, Table
from ducha.render.words.values import DISPUTED, KINDS, ROLES, SAMPLE, STRENGTHS, day, marked, reason, units

Cell = str | int | date | None


class View(NamedTuple):
    """What a cell depends on besides its obligation."""

    assessment: Assessment
    has_states: bool
    """whether 情况 begins with the state, because the rows are in several"""


class ListColumn(NamedTuple):
    """A column by its English key and its Chinese header, and what stands in it."""

    key: str
    header: str
    value: Callable[[Obligation, View], Cell]
    right: bool = False
    narrowest: int = 4


def _who(obligation: Obligation, view: View) -> str:
    unit = view.assessment.scope.unit
    role = obligation.units.role_of(unit) if unit else None
    mark = f"（{unit}{ROLES[role]}，不计责）" if role and unit not in obligation.units.charged else ""
    return units(obligation.units.charged) + mark


def _situation(obligation: Obligation, view: View) -> str:
    if obligation.state is State.DISPUTED:
        return DISPUTED
    year = view.assessment.campaign.year
    said = [obligation.state.label] if view.has_states else []
    if why := reason(obligation):
        said.append(why)
    if obligation.done:
        said.append(f"{day(obligation.done, year)}完成")
    if obligation.due.extensions:
        said.append(f"延期{len(obligation.due.extensions)}次")
    if obligation.stopped:
        said.append(f"{day(obligation.stopped.day, year)}批准：{obligation.stopped.reason}")
    if obligation.is_short and obligation.figure:
        from ducha.render.words.progress import against_bar  # which a list without late figures need not have

        said.append(against_bar(obligation.figure, year))
    elif obligation.last_report and not obligation.done:
        said.append(f"{day(obligation.last_report.day, year)}报有进展")
    return "；".join(said)


COLUMNS = (
    ListColumn("late", "逾期天数", lambda o, view: o.days_late or None, right=True),
    ListColumn("number", "序", lambda o, view: o.number, right=True, narrowest=2),
    ListColumn("plan", "专项行动", lambda o, view: o.plan_title, narrowest=8),
    ListColumn("title", "事项", lambda o, view: o.marked_title, narrowest=16),
    ListColumn("kind", "类别", lambda o, view: KINDS[o.kind]),
    ListColumn("section", "章节", lambda o, view: o.section),
    ListColumn("strength", "要求", lambda o, view: STRENGTHS[o.strength]),
    ListColumn("first", "原时限", lambda o, view: o.due.first, right=True, narrowest=8),
    ListColumn("due", "现时限", lambda o, view: o.due.present, right=True, narrowest=8),
    ListColumn("words", "文件时限", lambda o, view: o.due.words),
    ListColumn("state", "状态", lambda o, view: o.state.label),
    ListColumn("done", "完成日期", lambda o, view: o.done, right=True, narrowest=8),
    ListColumn("left", "剩余天数", lambda o, view: o.days_left, right=True),
    ListColumn("units", "单位", _who, narrowest=12),
    ListColumn("lead", "牵头单位", lambda o, view: "、".join(o.units.lead), narrowest=8),
    ListColumn("responsible", "责任单位", lambda o, view: "、".join(o.units.responsible), narrowest=8),
    ListColumn("support", "配合单位", lambda o, view: "、".join(o.units.support), narrowest=8),
    ListColumn("situation", "情况", _situation, narrowest=8),
    ListColumn("report", "最近进展", lambda o, view: o.last_report.text if o.last_report else None, narrowest=8),
    ListColumn("cause", "原因", lambda o, view: o.last_report.cause if o.last_report else None, narrowest=8),
    ListColumn("id", "编号", lambda o, view: o.id, narrowest=10),
    ListColumn("counted", "计数", lambda o, view: "是" if view.assessment.scope.counts(o) else "否（不计责）"),
    ListColumn("sample", "示例", lambda o, view: SAMPLE if view.assessment.campaign.sample else "否", narrowest=8),
)

READING = ("late", "number", "title", "first", "due", "units", "situation", "id")
"""what a person reads"""

SPREADSHEET = tuple(column.key for column in COLUMNS if column.key != "units")
"""what is sorted and filtered elsewhere"""


def find_columns(names: Sequence[str]) -> tuple[ListColumn, ...]:
    """Return columns by key or header, in the order given; raises DuchaError listing what there is."""
    known = {name: column for column in COLUMNS for name in (column.key, column.header)}
    for name in names:
        if name not in known:
            listed = "、".join(f"{column.key}（{column.header}）" for column in COLUMNS)
            raise DuchaError(f"没有列“{name}”；可用：{listed}")
    return tuple(known[name] for name in names)


def cells(assessment: Assessment, listed: Sequence[Obligation], columns: Sequence[ListColumn]) -> list[list[Cell]]:
    """Return a row of values for each obligation."""
    view = View(assessment, has_states=len({obligation.state for obligation in listed}) > 1)
    return [[column.value(obligation, view) for column in columns] for obligation in listed]


def listing(assessment: Assessment, listed: Sequence[Obligation], columns: Sequence[ListColumn], heading: str) -> Table:
    """Return the list as a table to be read; ``heading`` says what is listed."""
    counted = sum(assessment.scope.counts(o) for o in listed)
    others = f"，另列不计责的{len(listed) - counted}项" if counted < len(listed) else ""
    year = assessment.campaign.year
    return Table(
        marked(f"{heading}（{counted}项{others}）", assessment.campaign.sample),
        tuple(Column(column.header, column.right, column.narrowest) for column in columns),
        tuple(tuple(_shown(cell, year) for cell in row) for row in cells(assessment, listed, columns)),
    )


def _shown(cell: Cell, year: int) -> str:
    if isinstance(cell, date):
        return day(cell, year)
    return "" if cell is None else str(cell)
