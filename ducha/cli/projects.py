"""``ducha projects``: the project ledgers: classes by stage, rates, and each project."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ducha.cli import options
from ducha.cli.output import Destination
from ducha.problems import DuchaError

if TYPE_CHECKING:
    from ducha.assess import Assessment
    from ducha.assess.projects.ledger import LedgerStanding
    from ducha.assess.projects.project import ProjectStanding
    from ducha.cli.sources import Placed
    from ducha.model import Campaign
    from ducha.render.pages.projects import Listed
    from ducha.store import Loaded

Kind = Annotated[str | None, typer.Option("--kind", metavar="类别", help="只列某一类项目，如新开工。")]
StageName = Annotated[
    str | None,
    typer.Option("--stage", metavar="阶段", help="只列处在某一阶段的：前期、开工、续建、竣工、投产、未登记或停缓建。"),
]
Unit = Annotated[str | None, typer.Option("--unit", metavar="单位", help="只列某个单位服务、牵头、负责或配合的项目。")]
Behind = Annotated[bool, typer.Option("--behind", help="只列投资完成率低于已过节点的项目。")]
NamingLeaders = Annotated[
    bool, typer.Option("--for-leaders", help="供领导参阅的版本：列出联系项目的县级领导，不得外传。")
]
Shape = Annotated[str, typer.Option("--format", metavar="格式", help="text、md、csv（表格软件）或json（程序）。")]


def projects(
    plan: Annotated[str | None, typer.Argument(metavar="[方案]", help="方案的编号或序号；不写则列出各方案的。")] = None,
    as_of: options.AsOf = None,
    week: options.Week = None,
    month: options.Month = None,
    quarter: options.Quarter = None,
    half: options.Half = None,
    year: options.Year = None,
    kind: Kind = None,
    stage: StageName = None,
    unit: Unit = None,
    behind: Behind = False,
    for_leaders: NamingLeaders = False,
    shape: Shape = "text",
    output: options.Output = None,
    pager: options.Pager = False,
    plans: options.Plans = Path("plans"),
) -> int:
    """项目台账：各类项目的阶段、开工率、竣工率、投资完成率，与文件所列对照，并逐个列出。

    --kind、--stage、--unit、--behind只决定列出哪些项目，不影响各类的数字。
    """
    from ducha.assess import Assessor, Contents, put_together
    from ducha.cli.session import find_reference, find_scope, load, open_campaign
    from ducha.cli.sources import placing
    from ducha.problems import has_errors

    wanted = options.parse_format(shape, ("text", "md", "csv", "json"))
    files, campaign = open_campaign(plans)
    reference = find_reference(campaign, as_of, options.parse_period(week, month, quarter, half, year))
    scope = find_scope(campaign, [plan] if plan else ())
    assessor = Assessor(campaign, reference, scope, contents=Contents(projects=True))
    loaded = load(files, placing(assessor, with_sources=wanted == "json"), scope)
    assessment = put_together(campaign, reference, scope, (placed.standing for placed in loaded.results))
    chosen = _chosen(assessment, plan, kind, _filters(campaign, kind, stage, unit, behind), for_leaders)
    _report(wanted, assessment, chosen, loaded, Destination(output, pager, files.paths))
    return 1 if has_errors(loaded.problems) else 0


Keep = Callable[["ProjectStanding", "LedgerStanding"], bool]


def _filters(
    campaign: Campaign, kind: str | None, stage: str | None, unit: str | None, behind: bool
) -> dict[str, Keep]:
    """What each option keeps, by how the heading says it."""
    from ducha.cli.session import find_unit

    filters: dict[str, Keep] = {}
    if kind is not None:
        filters[kind] = lambda project, ledger: project.kind == kind
    if stage is not None:
        known = _parse_stage(stage)
        filters[stage] = lambda project, ledger: project.is_counted_in(known)
    if unit is not None:
        registered = find_unit(campaign, unit)
        filters[registered] = lambda project, ledger: project.concerns(registered)
    if behind:
        filters["低于投资节点"] = lambda project, ledger: ledger.is_behind(project)
    return filters


def _parse_stage(text: str) -> str:
    """Read a stage by its English or its Chinese name; ``unknown`` has none on record, ``stopped`` is in none."""
    from ducha.model.stages import STAGES

    known = [*STAGES.items(), ("unknown", "未登记"), ("stopped", "停缓建")]
    for stage, word in known:
        if text in (stage, word):
            return stage
    raise DuchaError(f"没有阶段“{text}”；可用：{'、'.join(f'{stage}（{word}）' for stage, word in known)}")


def _chosen(
    assessment: Assessment, plan: str | None, kind: str | None, filters: dict[str, Keep], for_leaders: bool
) -> Listed:
    """Choose the projects to be listed; raises DuchaError where an option can choose none."""
    from ducha.render.pages.projects import Listed

    ledgers = {standing.id: standing.ledger for standing in assessment.plans if standing.ledger}
    if plan and not ledgers:
        raise DuchaError(f"方案“{plan}”没有项目台账；台账放在方案旁边，文件名与方案相同，以.projects.csv结尾")
    if "低于投资节点" in filters and all(ledger.node is None for ledger in ledgers.values()):
        raise DuchaError("没有可对照的节点：要有一个取自台账、以%计的投资指标，并且有节点已过")
    if kind is not None:
        _check_kind(kind, ledgers.values())
    listed = {
        name: [one for one in ledger.projects if all(keep(one, ledger) for keep in filters.values())]
        for name, ledger in ledgers.items()
    }
    return Listed(listed, "，只列" + "、".join(filters) if filters else "", for_leaders)


def _check_kind(kind: str, ledgers: Iterable[LedgerStanding]) -> None:
    from ducha.cli.session import unknown

    known = {one.title for ledger in ledgers for one in (*ledger.classes, *ledger.apart) if one.title}
    if kind not in known:
        raise unknown("项目类别", kind, known)


def _report(
    wanted: str, assessment: Assessment, chosen: Listed, loaded: Loaded[Placed], destination: Destination
) -> None:
    if wanted == "json":
        from ducha.cli.sources import source_of
        from ducha.render.machine.projects import projects_json

        destination.give(projects_json(assessment, chosen, loaded.problems, loaded.left_out, source_of(loaded)))
    elif wanted == "csv":
        from ducha.render.spreadsheets.projects import projects_csv

        destination.give(projects_csv(assessment, chosen))
    else:
        from ducha.render.pages.projects import projects_page

        destination.give_page(projects_page(assessment, chosen, loaded.left_out), wanted == "md")
