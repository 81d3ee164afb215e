"""``ducha status``: which obligations stand where."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ducha.cli import options
from ducha.cli.output import Destination

if TYPE_CHECKING:
    from ducha.assess import Assessment
    from ducha.cli.selection import Selection
    from ducha.cli.sources import Placed
    from ducha.render.pages.listing import ListColumn
    from ducha.store import Loaded

Unit = Annotated[str | None, typer.Option("--unit", metavar="单位", help="只看某个单位牵头、负责或配合的事项。")]
Leader = Annotated[str | None, typer.Option("--leader", metavar="姓名", help="只看某位领导任组长的方案。")]
Group = Annotated[str | None, typer.Option("--group", metavar="组号", help="只看某个督导组督查的方案。")]
States = Annotated[
    list[str] | None,
    typer.Option("--state", metavar="状态", help="列出哪些状态的事项，如到期未完成；可重复。"),
]
DueBefore = Annotated[str | None, typer.Option("--due-before", metavar="日期", help="列出时限早于这一天的事项。")]
Sort = Annotated[
    str | None,
    typer.Option("--sort", metavar="顺序", help="按late、due、plan、unit或state排序。"),
]
Columns = Annotated[
    str | None,
    typer.Option("--columns", metavar="列", help="列出哪些列，用逗号隔开，如事项,现时限,单位。"),
]
FailOn = Annotated[str | None, typer.Option("--fail-on", metavar="状态", help="有这种状态的事项时以退出码1结束。")]
Shape = Annotated[
    str,
    typer.Option("--format", metavar="格式", help="text、md、csv（表格软件）或json（程序）。"),
]


def status(
    as_of: options.AsOf = None,
    week: options.Week = None,
    month: options.Month = None,
    quarter: options.Quarter = None,
    half: options.Half = None,
    year: options.Year = None,
    plan: options.PlanIds = None,
    unit: Unit = None,
    leader: Leader = None,
    group: Group = None,
    state: States = None,
    due_before: DueBefore = None,
    sort: Sort = None,
    columns: Columns = None,
    fail_on: FailOn = None,
    shape: Shape = "text",
    output: options.Output = None,
    pager: options.Pager = False,
    plans: options.Plans = Path("plans"),
) -> int:
    """各方案进度和到期未完成的事项。

    --plan、--unit、--leader、--group决定统计哪些事项；--state、--due-before、--sort、--columns只决定列出哪些、怎样列，不影响数字。
    """
    from ducha.assess import Assessor, Contents, put_together
    from ducha.cli.selection import parse_selection, parse_state
    from ducha.cli.session import find_reference, find_scope, load, open_campaign
    from ducha.cli.sources import placing
    from ducha.problems import has_errors
    from ducha.render.pages.listing import find_columns

    wanted = options.parse_format(shape, ("text", "md", "csv", "json"))
    selection = parse_selection(state or (), due_before, sort, is_whole=wanted in ("csv", "json"))
    listed = find_columns(options.parse_list(columns))
    failing = None if fail_on is None else parse_state(fail_on)
    files, campaign = open_campaign(plans)
    reference = find_reference(campaign, as_of, options.parse_period(week, month, quarter, half, year))
    scope = find_scope(campaign, plan or (), unit, leader, group)
    is_json = wanted == "json"
    contents = Contents(selection.keeps, indicators=is_json, returns=reference.period is not None)
    assessor = Assessor(campaign, reference, scope, contents=contents)
    loaded = load(files, placing(assessor, with_sources=is_json), scope)
    assessment = put_together(
        campaign, reference, scope, (placed.standing for placed in loaded.results), loaded.records
    )
    _report(wanted, assessment, loaded, selection, listed, Destination(output, pager, files.paths))
    failed = failing is not None and assessment.tally.counts[failing] > 0
    return 1 if failed or has_errors(loaded.problems) else 0


def _report(
    wanted: str,
    assessment: Assessment,
    loaded: Loaded[Placed],
    selection: Selection,
    columns: Sequence[ListColumn],
    destination: Destination,
) -> None:
    listed = selection.listed(assessment)
    if wanted == "json":
        from ducha.cli.sources import source_of
        from ducha.render.machine.status import status_json

        text = status_json(assessment, listed, loaded.problems, loaded.not_counted, source_of(loaded))
        destination.give(text)
        return
    from ducha.render.pages.listing import READING, SPREADSHEET, find_columns

    shown = columns or find_columns(SPREADSHEET if wanted == "csv" else READING)
    if wanted == "csv":
        from ducha.render.spreadsheets.status import obligations_csv

        destination.give(obligations_csv(assessment, listed, shown))
        return
    from ducha.render.pages.status import status_page

    destination.give_page(status_page(assessment, listed, selection.heading, loaded.not_counted, shown), wanted == "md")
