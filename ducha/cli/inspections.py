"""``ducha inspections``: supervision required against held, by method, group and plan."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ducha.cli import options
from ducha.cli.output import Destination

Group = Annotated[str | None, typer.Option("--group", metavar="组号", help="只看某个督导组和它督查的方案。")]
Required = Annotated[
    bool, typer.Option("--required", help="与--format csv同用：不列各次督查，列每一期应开展几次、开展了几次。")
]
Shape = Annotated[str, typer.Option("--format", metavar="格式", help="text、md、csv（表格软件）或json（程序）。")]


def inspections(
    as_of: options.AsOf = None,
    week: options.Week = None,
    month: options.Month = None,
    quarter: options.Quarter = None,
    half: options.Half = None,
    year: options.Year = None,
    group: Group = None,
    required: Required = False,
    shape: Shape = "text",
    output: options.Output = None,
    pager: options.Pager = False,
    plans: options.Plans = Path("plans"),
) -> int:
    """督查开展情况：文件要求几次、开展了几次，哪些专项尚未督查。

    写--month等只列该期的各次督查和到该期应开展的，与该期通报一致。
    """
    from ducha.assess import Assessor, Contents, put_together
    from ducha.cli.session import find_reference, find_scope, load, open_campaign
    from ducha.problems import DuchaError, has_errors

    wanted = options.parse_format(shape, ("text", "md", "csv", "json"))
    if required and wanted != "csv":
        raise DuchaError("--required只与--format csv同用；别的格式里，要求和各次督查都有")
    files, campaign = open_campaign(plans)
    reference = find_reference(campaign, as_of, options.parse_period(week, month, quarter, half, year))
    scope = find_scope(campaign, group=group)
    assessor = Assessor(campaign, reference, scope, contents=Contents())
    loaded = load(files, lambda plan, where: assessor(plan))
    assessment = put_together(campaign, reference, scope, loaded.results, loaded.records)
    destination = Destination(output, pager, files.paths)
    if wanted == "json":
        from ducha.render.machine.inspections import inspections_json

        text = inspections_json(
            assessment, loaded.problems, loaded.not_counted, records_left_out=loaded.records_left_out
        )
        destination.give(text)
    elif wanted == "csv":
        from ducha.render.spreadsheets.inspections import inspections_csv, requirements_csv

        destination.give(requirements_csv(assessment) if required else inspections_csv(assessment))
    else:
        from ducha.render.pages.inspections import inspections_page

        page = inspections_page(assessment, loaded.titles, loaded.left_out, records_left_out=loaded.records_left_out)
        destination.give_page(page, wanted == "md")
    return 1 if has_errors(loaded.problems) else 0
