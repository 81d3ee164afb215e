"""``ducha bulletin``: the monthly bulletin, to the terminal, to a pipe or to a file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ducha.cli import options


def bulletin(
    month: Annotated[str, typer.Option("--month", metavar="月", help="所报月份，1至12。")],
    year: options.Year = None,
    plan: options.PlanIds = None,
    template: Annotated[
        str, typer.Option("--template", metavar="模板", help="模板名称，或模板文件（*.j2）的路径。")
    ] = "bulletin",
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="文件", help="写入文件，不在屏幕显示。")
    ] = None,
    plans: options.Plans = Path("plans"),
) -> int:
    """某月的督查通报（Markdown）。"""
    from ducha.assess import assess, compose_bulletin
    from ducha.cli.output import show_markdown
    from ducha.cli.session import errors, find_reference, find_scope, open_campaign
    from ducha.render.markdown import render_bulletin
    from ducha.store import write_whole

    loaded, campaign = open_campaign(plans)
    reference = find_reference(campaign, None, month, year)
    assert reference.period is not None  # a month was given
    scope = find_scope(loaded, campaign, plan or ())
    assessment = assess(campaign, loaded.plans, reference, scope)
    text = render_bulletin(compose_bulletin(assessment, reference.period, loaded.left_out), template, plans)
    if output is not None:
        write_whole(output, text, inputs=(*plans.glob("*.yaml"), Path(template)))
    else:
        show_markdown(text)
    return 1 if errors(loaded.problems) else 0
