"""``ducha projects`` as a page: each plan's classes by stage, beside what the document lists, then its projects."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ducha.assess import Assessment, PlanStanding
from ducha.assess.projects.ledger import ClassStanding, LedgerStanding
from ducha.assess.projects.project import ProjectStanding
from ducha.model.stages import STAGES
from ducha.render.page import Column, Page, Table
from ducha.render.pages.heading import heading
from ducha.render.problems import left_out_note
from ducha.render.words import values as words
from ducha.render.words.projects import class_title, listed, pieces, registered, stage_of
from ducha.render.words.values import FOR_LEADERS, day, marked, number, rate, share

_RATES = (
    "开工率：已开工（含续建、竣工、投产）的个数÷没有停缓建的个数；竣工率：竣工、投产的个数÷没有停缓建的个数；"
    "投资完成率：完成投资÷年度计划投资，含停缓建项目的。未登记阶段：台账没有写进入任何阶段的日期，不等于没有开工"
)


class Listed(NamedTuple):
    """Which projects a report lists, and for whom."""

    projects: Mapping[str, Sequence[ProjectStanding]]
    """plan → its projects that are listed"""
    narrowed: str
    """to what the lists are narrowed, empty where all are listed"""
    for_leaders: bool
    """whether leaders may be named"""


def projects_page(assessment: Assessment, chosen: Listed, left_out: Sequence[str] = ()) -> Page:
    """Return the page of all plans that have a project ledger."""
    page: list[str | Table] = ["\n".join(_head(assessment, chosen))]
    for standing in assessment.plans:
        if standing.ledger:
            page += ledger_blocks(assessment, standing, standing.ledger, chosen)
    if len(page) == 1:
        where = "台账放在方案旁边，文件名与方案相同，以.projects.csv结尾，如01-investment.projects.csv。"
        page.append("没有读出项目台账。" if left_out else f"没有项目台账。{where}")
    return [*page, *left_out_note(left_out)]


def ledger_blocks(
    assessment: Assessment, standing: PlanStanding, ledger: LedgerStanding, chosen: Listed
) -> Iterator[str | Table]:
    """Yield what is said of one plan's projects: the numbers side by side, the classes, the list."""
    sample, year = assessment.campaign.sample, assessment.campaign.year
    yield "\n".join([f"{standing.number} {standing.title}", *_reconciled(ledger)])
    yield classes_table(ledger, sample)
    yield "。\n".join([_RATES, *_remarks(ledger)]) + "。"
    projects = chosen.projects.get(standing.id, ())
    title = f"项目（{len(projects)}个{chosen.narrowed}；金额单位：{ledger.unit}）"
    if projects:
        yield _projects_table(marked(title, sample), projects, year, chosen.for_leaders)
    else:
        yield f"{title}：没有。"


def _head(assessment: Assessment, chosen: Listed) -> Iterator[str]:
    reference = assessment.reference
    yield from heading(assessment.campaign, "项目台账")
    if chosen.for_leaders:
        yield FOR_LEADERS
    yield f"参照日：{day(reference.day)}，数据截至{day(reference.records_until)}"


def _reconciled(ledger: LedgerStanding) -> Iterator[str]:
    yield from filter(None, [listed(ledger), registered(ledger)])
    if ledger.listed.note:
        yield f"说明：{ledger.listed.note}"


def classes_table(ledger: LedgerStanding, sample: bool) -> Table:
    """Return the table class × stage, with what the document lists, the sum, and classes apart below it."""
    said, is_listed = ledger.listed, bool(ledger.listed.classes) or ledger.listed.total is not None

    def row(title: str, one: ClassStanding, beside: str) -> tuple[str, ...]:
        held = pieces(one.projects, one.items if ledger.has_items else None)
        return title, *([_folded(beside)] if is_listed else []), _folded(held), *_figures(one)

    def of_class(one: ClassStanding, prefix: str = "") -> tuple[str, ...]:
        return row(prefix + class_title(one), one, pieces(one.listed.count, one.listed.items) if one.listed else "—")

    rows = [of_class(one) for one in ledger.classes]
    rows.append(row("合计", ledger.whole, pieces(said.total, said.items)))
    rows += [of_class(one, "另列：") for one in ledger.apart]
    what = "按子项计，没有子项的项目计1个" if ledger.has_items else "按项目计"
    title = marked(f"各类项目进展（{what}；金额单位：{ledger.unit}）", sample)
    numbers = (*["文件所列"] * is_listed, "台账登记")
    columns = (Column("类别", narrowest=8), *(Column(header, right=True, narrowest=6) for header in numbers), *_FIGURES)
    return Table(title, columns, tuple(rows), has_total=not ledger.apart)


_FIGURES = (
    *(Column(header, right=True) for header in (*STAGES.values(), "未登记阶段", "停缓建")),
    *(Column(header, right=True, narrowest=8) for header in ("开工率", "竣工率")),
    *(Column(header, right=True, narrowest=6) for header in ("年度计划投资", "完成投资")),
    Column("投资完成率", right=True, narrowest=8),
)


def _figures(one: ClassStanding) -> tuple[str, ...]:
    portion = one.investment
    return (
        *(str(one.stages[stage]) for stage in STAGES),
        str(one.unknown),
        str(one.stopped),
        _folded(rate(one.started)),
        _folded(rate(one.completed)),
        number(portion.whole),
        number(one.invested),
        _folded(words.portion(portion._replace(unit=""))),
    )


def _folded(told: str) -> str:
    """A cell that may take two lines."""
    return told.replace("（", "\n（")


def _remarks(ledger: LedgerStanding) -> Iterator[str]:
    """What is to be known before the numbers are used."""
    every = (ledger.whole, *ledger.apart)
    if unreported := sum(one.unreported for one in every):
        yield f"有年度计划投资而没有报完成投资的{unreported}个，完成投资里没有它们"
    if beyond := sum(one.invested - one.investment.part for one in every):
        yield f"没有年度计划投资的项目完成投资{number(beyond)}{ledger.unit}，不计入投资完成率"
    if ledger.mixed:
        yield f"{ledger.mixed}个项目的子项分属几类，各类的项目数里没有它们，合计里有"


def _projects_table(title: str, projects: Sequence[ProjectStanding], year: int, for_leaders: bool) -> Table:
    """The list; of who answers only the roles that anybody has."""
    roles = [
        (word, names)
        for key, word in _ROLES.items()
        if any(names := [_names(one, key) for one in projects]) and (key != "leader" or for_leaders)
    ]
    columns = (
        Column("编号", narrowest=5),
        Column("名称", narrowest=12),
        Column("类别", narrowest=6),
        Column("阶段", narrowest=8),
        Column("年度计划投资", right=True),
        Column("完成投资", right=True, narrowest=8),
        Column("投资完成率", right=True),
        Column("形象进度", narrowest=12),
        *(Column(word, narrowest=8) for word, _ in roles),
    )
    rows = (_row(one, year) for one in projects)
    return Table(title, columns, tuple((*row, *(names[at] for _, names in roles)) for at, row in enumerate(rows)))


_ROLES = {
    "service": "服务责任单位",
    "lead": "牵头单位",
    "responsible": "责任单位",
    "officer": "项目特派员",
    "leader": "县级领导",
}


def _names(one: ProjectStanding, key: str) -> str:
    return "、".join(getattr(one.units if key in ("lead", "responsible") else one, key))


def _row(one: ProjectStanding, year: int) -> tuple[str, ...]:
    invested = _folded(f"{number(one.invested.value)}（{day(one.invested.day, year)}）") if one.invested else ""
    progress = f"{one.progress.text}\n（{day(one.progress.day, year)}）" if one.progress else ""
    return (
        one.id,
        f"　{one.title}" if one.part_of else one.title,
        one.kind or "",
        _folded(stage_of(one, year)),
        "" if one.planned is None else number(one.planned),
        invested,
        share(one.investment.percent) if one.investment else "",
        progress,
    )
