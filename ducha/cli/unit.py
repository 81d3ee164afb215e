"""``ducha unit``: the ledger of one unit."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ducha.cli import options
from ducha.cli.output import Destination

if TYPE_CHECKING:
    from ducha.assess import PlanStanding, Reference
    from ducha.assess.figures.own import OwnFigure
    from ducha.assess.units.ledger import Ledger
    from ducha.model import Campaign, Plan
    from ducha.problems import Problem
    from ducha.store import CampaignFiles, Where


def unit(
    name: Annotated[str, typer.Argument(metavar="单位", help="单位名称，全称或文件中的简称。")],
    as_of: options.AsOf = None,
    week: options.Week = None,
    month: options.Month = None,
    quarter: options.Quarter = None,
    half: options.Half = None,
    year: options.Year = None,
    for_leaders: options.ForLeaders = False,
    shape: options.Shape = "text",
    output: options.Output = None,
    pager: options.Pager = False,
    plans: options.Plans = Path("plans"),
) -> int:
    """一个单位的台账：牵头、负责、配合的事项，报送，交办，延期，现在怎样。"""
    from ducha.cli.session import find_reference, find_unit, open_campaign
    from ducha.problems import has_errors

    wanted = options.parse_format(shape, ("text", "md", "json"))
    files, campaign = open_campaign(plans)
    reference = find_reference(campaign, as_of, options.parse_period(week, month, quarter, half, year))
    ledger, problems, left_out = load_ledger(files, campaign, reference, find_unit(campaign, name), for_leaders)
    destination = Destination(output, pager, files.paths)
    if wanted == "json":
        from ducha.render.machine.units import ledger_json

        destination.give(ledger_json(ledger, problems, left_out, for_leaders=for_leaders))
    else:
        from ducha.render.pages.ledger import ledger_page

        destination.give_page(ledger_page(ledger, left_out, for_leaders=for_leaders), wanted == "md")
    return 1 if has_errors(problems) else 0


def load_ledger(
    files: CampaignFiles, campaign: Campaign, reference: Reference, unit: str, for_leaders: bool = False
) -> tuple[Ledger, tuple[Problem, ...], tuple[str, ...]]:
    """Return the ledger of a registered unit, every problem, and what is not in it."""
    from ducha.assess import Assessor, Contents, Scope, every, put_together
    from ducha.assess.figures.own import own_figures
    from ducha.assess.supervision.issues import without_instructions
    from ducha.assess.units.ledger import compose_ledger
    from ducha.cli.session import load

    scope = Scope(unit=unit)
    assessor = Assessor(campaign, reference, scope, contents=Contents(every, returns=True))

    def work(plan: Plan, where: Where) -> tuple[PlanStanding | None, tuple[OwnFigure, ...]]:
        judged = assessor.judge(plan)
        return assessor.stand(plan, judged), tuple(own_figures(judged.indicators, unit))

    loaded = load(files, work)
    assessment = put_together(campaign, reference, scope, (plan for plan, _ in loaded.results), loaded.records)
    if not for_leaders:
        assessment = assessment._replace(issues=without_instructions(assessment.issues))
    figures = [figure for _, figures in loaded.results for figure in figures]
    return compose_ledger(assessment, figures), loaded.problems, loaded.not_counted
