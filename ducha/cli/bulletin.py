"""``ducha bulletin``: the bulletin on a period, to the terminal, to a pipe or to a file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ducha.cli import options
from ducha.cli.output import Destination


def bulletin(
    week: options.Week = None,
    month: options.Month = None,
    quarter: options.Quarter = None,
    half: options.Half = None,
    year: options.Year = None,
    plan: options.PlanIds = None,
    template: Annotated[
        str | None,
        typer.Option("--template", metavar="模板", help="模板名称，或模板文件（*.j2）的路径；默认按所报时间选。"),
    ] = None,
    for_leaders: options.ForLeaders = False,
    output: options.Output = None,
    pager: options.Pager = False,
    plans: options.Plans = Path("plans"),
) -> int:
    """某周、某月、某季度、某半年或某年的督查通报（Markdown）。"""
    from ducha.assess import EVERYTHING, Assessor, on_period_before, put_together
    from ducha.assess.bulletin.bulletin import compose_bulletin
    from ducha.cli.session import find_reference, find_scope, load, open_campaign
    from ducha.deadlines.cycles import Cycle
    from ducha.problems import has_errors
    from ducha.render.papers.markdown import render_bulletin
    from ducha.render.papers.templates import FORMS, find_templates

    wanted = options.need_period(week, month, quarter, half, year)
    files, campaign = open_campaign(plans)
    reference = find_reference(campaign, None, wanted)
    scope = find_scope(campaign, plan or ())
    before = on_period_before(campaign, reference)
    assessor = Assessor(campaign, reference, scope, contents=EVERYTHING, before=before)
    loaded = load(files, lambda plan, where: assessor(plan), scope)
    assessment = put_together(campaign, reference, scope, loaded.results, loaded.records, before=before)
    composed = compose_bulletin(
        assessment, loaded.left_out, records_left_out=loaded.records_left_out, for_leaders=for_leaders
    )
    wording = template or FORMS[Cycle(wanted.cycle)]
    text = render_bulletin(composed, wording, plans)
    own = [one.path for one in find_templates(plans)] + ([Path(wording)] if wording.endswith(".j2") else [])
    Destination(output, pager, (*files.paths, *own)).give_markdown(text)
    return 1 if has_errors(loaded.problems) else 0
