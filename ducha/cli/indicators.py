"""``ducha indicators``: every figure against its target, totals beside their parts, and units side by side."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ducha.cli import options
from ducha.cli.output import Destination

if TYPE_CHECKING:
    from ducha.assess import Assessment
    from ducha.cli.sources import Placed
    from ducha.store import Loaded

Unit = Annotated[
    str | None, typer.Option("--unit", metavar="单位", help="只看某个单位牵头、负责、配合的，和逐单位考核中它的任务。")
]
Shape = Annotated[str, typer.Option("--format", metavar="格式", help="text、md、csv（表格软件）或json（程序）。")]


def indicators(
    as_of: options.AsOf = None,
    week: options.Week = None,
    month: options.Month = None,
    quarter: options.Quarter = None,
    half: options.Half = None,
    year: options.Year = None,
    plan: options.PlanIds = None,
    unit: Unit = None,
    shape: Shape = "text",
    output: options.Output = None,
    pager: options.Pager = False,
    plans: options.Plans = Path("plans"),
) -> int:
    """各项指标的目标、完成情况和进度，总量与分项，各乡镇的完成率和名次。

    写--month（或--week、--quarter等）的，另列本期新增和上期名次，数字与该期通报一致；csv每个单位每项指标一行。
    """
    from ducha.assess import Assessor, Contents, put_together
    from ducha.cli.session import find_reference, find_scope, load, open_campaign
    from ducha.cli.sources import placing
    from ducha.problems import has_errors

    wanted = options.parse_format(shape, ("text", "md", "csv", "json"))
    files, campaign = open_campaign(plans)
    reference = find_reference(campaign, as_of, options.parse_period(week, month, quarter, half, year))
    scope = find_scope(campaign, plan or (), unit)
    everybody = scope._replace(unit=None)  # sums and places are those of all, whoever asks
    assessor = Assessor(campaign, reference, everybody, contents=Contents(indicators=True))
    loaded = load(files, placing(assessor, with_sources=wanted == "json"), scope)
    assessment = put_together(campaign, reference, scope, (placed.standing for placed in loaded.results))
    _report(wanted, assessment, loaded, Destination(output, pager, files.paths))
    return 1 if has_errors(loaded.problems) else 0


def _report(wanted: str, assessment: Assessment, loaded: Loaded[Placed], destination: Destination) -> None:
    if wanted == "json":
        from ducha.cli.sources import source_of
        from ducha.render.machine.indicators import indicators_json

        destination.give(indicators_json(assessment, loaded.problems, loaded.left_out, source_of(loaded)))
    elif wanted == "csv":
        from ducha.render.spreadsheets.indicators import indicators_csv

        destination.give(indicators_csv(assessment))
    else:
        from ducha.render.pages.indicators import indicators_page

        destination.give_page(indicators_page(assessment, loaded.left_out), wanted == "md")
