"""``ducha returns``: which units sent their returns, and which did not."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ducha.cli import options
from ducha.cli.output import Destination

if TYPE_CHECKING:
    from ducha.assess import Assessment, PlanStanding
    from ducha.assess.duties.returns import DutyStanding
    from ducha.store import Loaded

Wanted = Annotated[
    str | None, typer.Option("--duty", metavar="编号", help="只看某项定期任务，如agriculture/monthly-form。")
]
Unit = Annotated[str | None, typer.Option("--unit", metavar="单位", help="只看某个单位的报送。")]
Shape = Annotated[str, typer.Option("--format", metavar="格式", help="text、md、csv（表格软件）或json（程序）。")]


def returns(
    as_of: options.AsOf = None,
    week: options.Week = None,
    month: options.Month = None,
    quarter: options.Quarter = None,
    half: options.Half = None,
    year: options.Year = None,
    duty: Wanted = None,
    unit: Unit = None,
    shape: Shape = "text",
    output: options.Output = None,
    pager: options.Pager = False,
    plans: options.Plans = Path("plans"),
) -> int:
    """各单位的报送情况：按时、迟报、未报。

    不写所报的时间列出至今各期；写了（如--month 6）只列截止日在这段时间里的各期，与同期的通报一致。
    """
    from ducha.assess import Assessor, Contents, put_together
    from ducha.cli.session import find_reference, find_scope, load, open_campaign
    from ducha.problems import has_errors

    wanted = options.parse_format(shape, ("text", "md", "csv", "json"))
    files, campaign = open_campaign(plans)
    reference = find_reference(campaign, as_of, options.parse_period(week, month, quarter, half, year))
    scope = find_scope(campaign, (), unit)
    assessor = Assessor(campaign, reference, scope, contents=Contents(returns=True))
    loaded = load(files, lambda plan, where: assessor(plan))
    assessment = put_together(campaign, reference, scope, loaded.results)
    duties = _chosen(assessment, loaded, duty)
    _report(wanted, assessment, duties, loaded, Destination(output, pager, files.paths))
    return 1 if has_errors(loaded.problems) else 0


def _chosen(assessment: Assessment, loaded: Loaded[PlanStanding], wanted: str | None) -> tuple[DutyStanding, ...]:
    """The duties asked for, in the month asked for; ``wanted`` is ``plan/duty``, the plan by its id or number."""
    from ducha.cli.session import missing

    duties = assessment.duties_due
    if wanted is not None:
        named = [duty for duty in duties if wanted in (duty.id, f"{duty.number}/{duty.duty.id}", duty.duty.id)]
        if not named:
            raise missing(loaded.left_out, "定期任务", wanted, [duty.id for duty in duties])
        duties = tuple(named)
    return duties


def _report(
    wanted: str,
    assessment: Assessment,
    duties: Sequence[DutyStanding],
    loaded: Loaded[PlanStanding],
    destination: Destination,
) -> None:
    if wanted == "json":
        from ducha.render.machine.returns import returns_json

        destination.give(returns_json(assessment, duties, loaded.problems, loaded.left_out))
    elif wanted == "csv":
        from ducha.render.spreadsheets.returns import returns_csv

        destination.give(returns_csv(assessment, duties))
    else:
        from ducha.render.pages.returns import returns_page

        destination.give_page(returns_page(assessment, duties, loaded.left_out), wanted == "md")
