"""``ducha verify``: what a bulletin will say of each unit, for the unit to check before it is printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ducha.cli import options, streams
from ducha.cli.output import Destination

if TYPE_CHECKING:
    from ducha.assess.bulletin.bulletin import Bulletin
    from ducha.assess.verify.sheet import Sheet

Unit = Annotated[str | None, typer.Argument(metavar="[单位]", help="给哪个单位；给所有单位用--all。")]
Everybody = Annotated[bool, typer.Option("--all", help="给通报涉及的所有单位，一个单位一份，用-o写明目录。")]
Folder = Annotated[
    Path | None,
    typer.Option(
        *("-o", "--output"),
        metavar="目录",
        help="写入哪个目录，一个单位一个文件；已有的不覆盖。",
        parser=options.parse_folder,
    ),
]


def verify(
    unit: Unit = None,
    everybody: Everybody = False,
    week: options.Week = None,
    month: options.Month = None,
    quarter: options.Quarter = None,
    half: options.Half = None,
    year: options.Year = None,
    output: Folder = None,
    pager: options.Pager = False,
    plans: options.Plans = Path("plans"),
) -> int:
    """数据核对单：通报印发以前，把拟通报的内容送有关单位核对。

    如verify 国土局 --month 6，verify --all --month 6 -o 核对。单位的异议按编号登记在该项的objections里。
    """
    from ducha.assess import EVERYTHING, Assessor, Scope, on_period_before, put_together
    from ducha.assess.bulletin.bulletin import compose_bulletin
    from ducha.assess.verify.checking import compose_sheets
    from ducha.cli.session import find_reference, find_unit, load, open_campaign
    from ducha.model import Register
    from ducha.problems import DuchaError, has_errors

    if everybody is (unit is not None):
        raise DuchaError("写一个单位的名称，或者写--all")
    if everybody and output is None:
        raise DuchaError("--all要写入目录；用-o写明目录")
    wanted = options.need_period(week, month, quarter, half, year)
    files, campaign = open_campaign(plans)
    units = Register(campaign).addressees if unit is None else (find_unit(campaign, unit),)
    reference = find_reference(campaign, None, wanted)
    before = on_period_before(campaign, reference)
    assessor = Assessor(campaign, reference, contents=EVERYTHING, before=before)
    loaded = load(files, lambda plan, where: assessor(plan))
    assessment = put_together(campaign, reference, Scope(), loaded.results, loaded.records, before=before)
    bulletin = compose_bulletin(assessment, loaded.left_out, records_left_out=loaded.records_left_out)
    sheets = compose_sheets(bulletin, campaign, units)
    if output is None and not sheets[0].is_empty:
        from ducha.render.papers.markdown import render_sheets

        (text,) = render_sheets(bulletin, sheets, plans)
        Destination(None, pager, files.paths).give_markdown(text)
    else:
        streams.emit("".join(f"{line}\n" for line in _written(bulletin, sheets, output, plans)))
    return 1 if has_errors(loaded.problems) else 0


def _written(bulletin: Bulletin, sheets: Sequence[Sheet], folder: Path | None, plans: Path) -> Iterator[str]:
    """Write the sheets that have anything, all or none; yield what was written, and who gets no sheet and why."""
    from ducha.assess.verify.checking import nobodys
    from ducha.render.papers.markdown import render_sheets
    from ducha.render.words.periods import label
    from ducha.store import file_names, write_new

    told = [sheet for sheet in sheets if not sheet.is_empty]
    if folder and told:
        names = file_names((f"数据核对单-{bulletin.period.name}-{sheet.unit}" for sheet in told), ".md")
        texts = render_sheets(bulletin, told, plans)
        write_new({folder / name: text for name, text in zip(names, texts, strict=True)})
        yield f"写了{len(told)}份数据核对单，在“{folder}”。"
    paper = f"{label(bulletin.period, bulletin.campaign.year)}的通报"
    silent = [sheet.unit for sheet in sheets if sheet.is_empty]
    if len(sheets) == 1:
        yield from (f"{paper}不会提到{unit}，没有要核对的内容。" for unit in silent)
    elif silent:
        yield f"{paper}不会提到、不必核对的{len(silent)}个单位：{'、'.join(silent)}。"
    if len(sheets) > 1 and (left := nobodys(bulletin)):
        yield f"{paper}将提到、文件未明确单位的{len(left)}项没有单位可送，由{bulletin.masthead.office}自行核对。"
    if bulletin.left_out:
        yield f"因方案文件内容有误，以下方案不在其内：{'、'.join(bulletin.left_out)}。"
    if bulletin.records_left_out:
        yield "因督查记录文件有误，交办事项不在其内。"
