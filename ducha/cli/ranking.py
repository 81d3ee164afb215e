"""``ducha ranking``: the units in order, each class for itself."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ducha.cli import options
from ducha.cli.output import Destination

if TYPE_CHECKING:
    from ducha.assess import Assessment, PlanStanding
    from ducha.store import Loaded

Shape = Annotated[str, typer.Option("--format", metavar="格式", help="text、md、csv（表格软件）或json（程序）。")]


def ranking(
    week: options.Week = None,
    month: options.Month = None,
    quarter: options.Quarter = None,
    half: options.Half = None,
    year: options.Year = None,
    plan: options.PlanIds = None,
    for_leaders: options.ForLeaders = False,
    shape: Shape = "text",
    output: options.Output = None,
    pager: options.Pager = False,
    plans: options.Plans = Path("plans"),
) -> int:
    """某期各类单位的排名：名次、数据和与上期的升降，没有人名和原因，可供媒体通报。"""
    from ducha.assess import Assessor, Contents, every, on_period_before, put_together
    from ducha.cli.session import find_reference, find_scope, load, open_campaign
    from ducha.problems import has_errors

    kind = options.parse_format(shape, ("text", "md", "csv", "json"))
    wanted = options.need_period(week, month, quarter, half, year)
    files, campaign = open_campaign(plans)
    reference = find_reference(campaign, None, wanted)
    scope = find_scope(campaign, plan or ())
    before = on_period_before(campaign, reference)
    assessor = Assessor(campaign, reference, scope, contents=Contents(every, returns=True), before=before)
    loaded = load(files, lambda plan, where: assessor(plan), scope)
    assessment = put_together(campaign, reference, scope, loaded.results)
    _report(kind, assessment, loaded, for_leaders, Destination(output, pager, files.paths))
    return 1 if has_errors(loaded.problems) else 0


def _report(
    kind: str, assessment: Assessment, loaded: Loaded[PlanStanding], for_leaders: bool, destination: Destination
) -> None:
    from ducha.assess.units.ranking import rank_units

    ranked = rank_units(assessment)
    if kind == "json":
        from ducha.render.machine.ranking import ranking_json

        text = ranking_json(assessment, ranked, loaded.problems, loaded.left_out, for_leaders=for_leaders)
        destination.give(text)
    elif kind == "csv":
        from ducha.render.spreadsheets.ranking import ranking_csv

        destination.give(ranking_csv(assessment, ranked))
    else:
        from ducha.render.pages.ranking import ranking_page

        page = ranking_page(assessment, ranked, loaded.left_out, for_leaders=for_leaders)
        destination.give_page(page, kind == "md")
