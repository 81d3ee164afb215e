"""``ducha units``: all units side by side, or a county leader's view across plans."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ducha.cli import options
from ducha.cli.output import Destination

Category = Annotated[str | None, typer.Option("--category", metavar="类别", help="只列某一类单位，如部门、乡镇。")]
Leader = Annotated[
    str | None,
    typer.Option("--leader", metavar="姓名", help="某位县领导任组长的各方案：进度、单位、待决定的事项；只供领导参阅。"),
]
Shape = Annotated[str, typer.Option("--format", metavar="格式", help="text、md、csv（表格软件）或json（程序）。")]


def units(
    as_of: options.AsOf = None,
    week: options.Week = None,
    month: options.Month = None,
    quarter: options.Quarter = None,
    half: options.Half = None,
    year: options.Year = None,
    plan: options.PlanIds = None,
    category: Category = None,
    leader: Leader = None,
    shape: Shape = "text",
    output: options.Output = None,
    pager: options.Pager = False,
    plans: options.Plans = Path("plans"),
) -> int:
    """各单位的事项、报送和交办情况，一个单位一行。"""
    from ducha.assess import Assessor, Contents, every, put_together
    from ducha.assess.units.rows import find_unit_rows
    from ducha.cli.session import find_reference, find_scope, load, open_campaign, unknown
    from ducha.problems import has_errors

    wanted = options.parse_format(shape, ("text", "md", "csv", "json"))
    files, campaign = open_campaign(plans)
    categories = {one.category for one in campaign.units} | {one.category for one in campaign.unit_groups}
    if category is not None and category not in categories:
        raise unknown("单位类别", category, categories)
    reference = find_reference(campaign, as_of, options.parse_period(week, month, quarter, half, year))
    scope = find_scope(campaign, plan or (), leader=leader)
    assessor = Assessor(campaign, reference, scope, contents=Contents(every, returns=True))
    loaded = load(files, lambda one, where: assessor(one), scope)
    assessment = put_together(campaign, reference, scope, loaded.results, loaded.records)
    rows = find_unit_rows(assessment, category)
    destination = Destination(output, pager, files.paths)
    if wanted == "json":
        from ducha.render.machine.units import units_json

        destination.give(units_json(assessment, rows, loaded.problems, loaded.not_counted))
    elif wanted == "csv":
        from ducha.render.spreadsheets.units import units_csv

        destination.give(units_csv(assessment, rows))
    else:
        from ducha.render.pages.units import units_page

        destination.give_page(units_page(assessment, rows, category, loaded.not_counted), wanted == "md")
    return 1 if has_errors(loaded.problems) else 0
