"""``ducha status``: which obligations stand where."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ducha.cli import options, streams

Unit = Annotated[str | None, typer.Option("--unit", metavar="单位", help="只看某个单位牵头、负责或配合的事项。")]
Leader = Annotated[str | None, typer.Option("--leader", metavar="姓名", help="只看某位领导任组长的方案。")]
Group = Annotated[str | None, typer.Option("--group", metavar="组号", help="只看某个督导组督查的方案。")]
States = Annotated[
    list[str] | None,
    typer.Option("--state", metavar="状态", help="列出哪些状态的事项（如overdue或到期未完成），可重复。"),
]
DueBefore = Annotated[str | None, typer.Option("--due-before", metavar="日期", help="列出时限早于这一天的事项。")]
FailOn = Annotated[str | None, typer.Option("--fail-on", metavar="状态", help="有这种状态的事项时以退出码1结束。")]


def status(
    as_of: options.AsOf = None,
    month: options.Month = None,
    year: options.Year = None,
    plan: options.PlanIds = None,
    unit: Unit = None,
    leader: Leader = None,
    group: Group = None,
    state: States = None,
    due_before: DueBefore = None,
    fail_on: FailOn = None,
    shape: options.Format = "text",
    plans: options.Plans = Path("plans"),
) -> int:
    """各方案进度和到期未完成的事项。

    --plan、--unit、--leader、--group决定统计哪些事项；--state、--due-before只决定列出哪些，不影响数字。
    """
    from ducha.assess import assess
    from ducha.cli.selection import parse_selection, parse_state
    from ducha.cli.session import errors, find_reference, find_scope, open_campaign

    wanted = options.parse_format(shape)
    selection = parse_selection(state or (), due_before)
    failing = None if fail_on is None else parse_state(fail_on)
    loaded, campaign = open_campaign(plans)
    reference = find_reference(campaign, as_of, month, year)
    scope = find_scope(loaded, campaign, plan or (), unit, leader, group)
    assessment = assess(campaign, loaded.plans, reference, scope)
    if wanted == "json":
        from ducha.render.machine import status_json

        listed = selection.for_programs(assessment)
        streams.emit(status_json(assessment, listed, loaded.problems, loaded.left_out, loaded.source))
    else:
        from ducha.cli.output import show_page
        from ducha.render.status import status_page

        listed = selection.for_reading(assessment)
        show_page(status_page(assessment, listed, selection.heading, loaded.left_out))
    failed = failing is not None and assessment.tally.counts[failing] > 0
    return 1 if failed or errors(loaded.problems) else 0
