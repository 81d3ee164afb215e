"""``ducha show``: one thing by its id, and why it stands where it stands."""

from __future__ import annotations

import unicodedata
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from ducha.cli import options
from ducha.cli.output import Destination

if TYPE_CHECKING:
    from ducha.assess import Reference
    from ducha.model import Campaign, Plan
    from ducha.problems import Problem
    from ducha.render.page import Page
    from ducha.store import CampaignFiles, Where


def show(
    name: Annotated[
        str, typer.Argument(metavar="编号", help="方案、事项、指标、定期任务、交办事项、项目的编号，或单位名称。")
    ],
    as_of: options.AsOf = None,
    week: options.Week = None,
    month: options.Month = None,
    quarter: options.Quarter = None,
    half: options.Half = None,
    year: options.Year = None,
    output: options.Output = None,
    pager: options.Pager = False,
    plans: options.Plans = Path("plans"),
) -> int:
    """一个方案、事项、指标或单位的情况，以及为什么是这个状态。

    如show land、show land/transfer、show land/transfer@2013-06-30、show 国土局；编号见status的最后一列。
    项目台账里的项目，写方案和项目的编号，如show investment/3-1；催办单、核对单上的编号照写，如show 8-03。
    交办事项的编号与方案的序号相同的，两样都列出。
    """
    from ducha.cli.session import find_reference, open_campaign
    from ducha.model import Register
    from ducha.problems import has_errors

    text = unicodedata.normalize("NFKC", name).strip()
    files, campaign = open_campaign(plans)
    reference = find_reference(campaign, as_of, options.parse_period(week, month, quarter, half, year))
    unit = Register(campaign).resolve(text)
    find = partial(_unit, unit=unit) if unit else partial(_item, text=text)
    page, problems = find(files, campaign, reference)
    Destination(output, pager, files.paths).give_page(page)
    return 1 if has_errors(problems) else 0


class _Entry(NamedTuple):
    """What is taken of a plan: its ids, and the page if it is the one that is asked for."""

    ids: tuple[str, ...]
    page: Page | None


def _item(
    files: CampaignFiles, campaign: Campaign, reference: Reference, text: str
) -> tuple[Page, tuple[Problem, ...]]:
    from ducha.assess import EVERYTHING, Assessor, Scope, put_together
    from ducha.cli.session import load, missing, unknown
    from ducha.model.rows import find_row
    from ducha.render.show import Shown, find_page, ids_of

    wanted, _, item = text.partition("/")
    assessor = Assessor(campaign, reference, contents=EVERYTHING)

    def work(plan: Plan, where: Where) -> _Entry:
        row = find_row(plan, text)
        if row is None and wanted not in (plan.id, str(plan.number)):
            return _Entry(ids_of(plan), None)
        assessment = put_together(campaign, reference, Scope((plan.id,)), [assessor(plan)])
        return _Entry(ids_of(plan), find_page(Shown(assessment, plan, where), row or item))

    entries = load(files, work)
    issues = entries.records.issues if entries.records else ()
    page = [block for entry in entries.results for block in entry.page or ()]
    if issue := next((one for one in issues if one.id == text), None):
        from ducha.render.show.issue import issue_page

        assessment = put_together(campaign, reference, Scope(), (), entries.records)
        page += issue_page(assessment, issue)  # beside a plan's, whose number may be the same
    if page:
        return page, entries.problems
    known = [name for entry in entries.results for name in entry.ids]
    known += [one.id for one in issues]
    if any(wanted in (plan.id, str(plan.number)) for plan in entries.identities):
        raise unknown("编号", text, known)
    raise missing(entries.left_out if item else entries.not_counted, "编号", text, known)


def _unit(
    files: CampaignFiles, campaign: Campaign, reference: Reference, unit: str
) -> tuple[Page, tuple[Problem, ...]]:
    from ducha.cli.unit import load_ledger
    from ducha.render.pages.ledger import ledger_page

    ledger, problems, left_out = load_ledger(files, campaign, reference, unit)
    return ledger_page(ledger, left_out), problems
