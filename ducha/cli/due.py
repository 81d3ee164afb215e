"""``ducha due``: what is late or falls due soon, by unit, with whom to call."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ducha.cli import options
from ducha.cli.output import Destination

Within = Annotated[
    str | None, typer.Option("--within", metavar="天数", help="列到几天以内到期的，默认为行动所设的即将到期天数。")
]
Unit = Annotated[str | None, typer.Option("--unit", metavar="单位", help="只看某个单位。")]
Shape = Annotated[str, typer.Option("--format", metavar="格式", help="text、md或json（程序）。")]


def due(
    within: Within = None,
    unit: Unit = None,
    as_of: options.AsOf = None,
    shape: Shape = "text",
    output: options.Output = None,
    pager: options.Pager = False,
    plans: options.Plans = Path("plans"),
) -> int:
    """催办清单：到期未完成、即将到期和未报送的，按单位列出，附联络员。"""
    from ducha.assess import Assessor, Contents, every, put_together
    from ducha.assess.units.calls import find_calls
    from ducha.cli.session import find_reference, find_scope, load, open_campaign
    from ducha.problems import has_errors

    wanted = options.parse_format(shape, ("text", "md", "json"))
    files, campaign = open_campaign(plans)
    days = campaign.due_soon_days if within is None else options.parse_days(within, "--within")
    reference = find_reference(campaign, as_of)
    scope = find_scope(campaign, (), unit)
    assessor = Assessor(campaign, reference, scope, contents=Contents(every, returns=True))
    loaded = load(files, lambda plan, where: assessor(plan))
    assessment = put_together(campaign, reference, scope, loaded.results, loaded.records)
    calls = find_calls(assessment, days)
    destination = Destination(output, pager, files.paths)
    if wanted == "json":
        from ducha.render.machine.due import due_json

        destination.give(due_json(assessment, calls, days, loaded.problems, loaded.not_counted))
    else:
        from ducha.render.pages.due import due_page

        destination.give_page(due_page(assessment, calls, days, loaded.not_counted), wanted == "md")
    return 1 if has_errors(loaded.problems) else 0
