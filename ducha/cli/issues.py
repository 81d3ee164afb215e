"""``ducha issues``: matters handed over, and what became of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ducha.cli import options
from ducha.cli.output import Destination

if TYPE_CHECKING:
    from ducha.assess import Assessment, PlanStanding
    from ducha.assess.supervision.issues import IssueStanding
    from ducha.store import Loaded

States = Annotated[
    list[str] | None, typer.Option("--state", metavar="状态", help="只列哪些状态的，如超期未办结；可重复。")
]
Sources = Annotated[
    list[str] | None, typer.Option("--source", metavar="来源", help="只列哪些来源的，如督查发现；可重复。")
]
Cause = Annotated[str | None, typer.Option("--cause", metavar="原因", help="只列某种原因的，写代码或名称。")]
Unit = Annotated[str | None, typer.Option("--unit", metavar="单位", help="只列某个单位承办或配合的。")]
Decision = Annotated[bool, typer.Option("--needs-decision", help="只列需要领导协调、决定的。")]
Shape = Annotated[str, typer.Option("--format", metavar="格式", help="text、md、csv（表格软件）或json（程序）。")]


def issues(
    as_of: options.AsOf = None,
    week: options.Week = None,
    month: options.Month = None,
    quarter: options.Quarter = None,
    half: options.Half = None,
    year: options.Year = None,
    plan: options.PlanIds = None,
    unit: Unit = None,
    state: States = None,
    source: Sources = None,
    cause: Cause = None,
    needs_decision: Decision = False,
    for_leaders: options.ForLeaders = False,
    shape: Shape = "text",
    output: options.Output = None,
    pager: options.Pager = False,
    plans: options.Plans = Path("plans"),
) -> int:
    """交办事项：办理、催办、反馈、销号、重开的情况，按原因和来源统计。

    写--month等只列该期未销号、销号和新交办的，与该期通报一致。
    """
    from ducha.assess import Assessor, Contents, put_together
    from ducha.assess.supervision.selection import select_issues
    from ducha.cli.issue_filter import parse_filter
    from ducha.cli.session import find_reference, find_scope, load, open_campaign
    from ducha.problems import has_errors

    wanted = options.parse_format(shape, ("text", "md", "csv", "json"))
    files, campaign = open_campaign(plans)
    chosen = parse_filter(campaign, state or (), source or (), cause, needs_decision)
    reference = find_reference(campaign, as_of, options.parse_period(week, month, quarter, half, year))
    scope = find_scope(campaign, plan or (), unit)
    covered = scope._replace(unit=None)  # a unit answers for matters of plans that charge nothing to it
    assessor = Assessor(campaign, reference, covered, contents=Contents())
    loaded = load(files, lambda one, where: assessor(one), scope)
    assessment = put_together(campaign, reference, scope, loaded.results, loaded.records)
    listed = select_issues(assessment.issues, reference.period, chosen)
    _report(wanted, assessment, listed, loaded, for_leaders, Destination(output, pager, files.paths))
    return 1 if has_errors(loaded.problems) else 0


def _report(
    wanted: str,
    assessment: Assessment,
    listed: tuple[IssueStanding, ...],
    loaded: Loaded[PlanStanding],
    for_leaders: bool,
    destination: Destination,
) -> None:
    from ducha.assess.supervision.issues import without_instructions

    shown = listed if for_leaders else without_instructions(listed)
    if wanted == "json":
        from ducha.render.machine.issues import issues_json

        text = issues_json(
            assessment,
            shown,
            loaded.problems,
            loaded.not_counted,
            for_leaders=for_leaders,
            records_left_out=loaded.records_left_out,
        )
        destination.give(text)
    elif wanted == "csv":
        from ducha.render.spreadsheets.issues import issues_csv

        destination.give(issues_csv(assessment, shown, for_leaders=for_leaders))
    else:
        from ducha.render.pages.issues import issues_page

        page = issues_page(
            assessment, shown, loaded.left_out, for_leaders=for_leaders, records_left_out=loaded.records_left_out
        )
        destination.give_page(page, wanted == "md")
