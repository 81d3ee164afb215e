"""``ducha notice``: reminders and supervision notices, numbered and recorded when they are written to files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ducha.cli import options, streams
from ducha.problems import DuchaError

if TYPE_CHECKING:
    from ducha.assess import PlanStanding
    from ducha.assess.units.paper import NoticePaper
    from ducha.model import Campaign
    from ducha.model.papers import NoticeKind
    from ducha.store import CampaignFiles, Loaded

Name = Annotated[str | None, typer.Argument(metavar="[单位]", help="发给哪个单位，全称或文件中的简称。")]
Everyone = Annotated[bool, typer.Option("--all", help="给每个有事项要催办的单位各发一份。")]
Kind = Annotated[str, typer.Option("--kind", metavar="种类", help="remind（催办单）或supervise（督办通知单）。")]
Within = Annotated[
    str | None, typer.Option("--within", metavar="天数", help="催办单列到几天以内到期的，默认为即将到期天数。")
]
Folder = Annotated[
    Path | None,
    typer.Option(
        *("-o", "--output"),
        metavar="目录",
        help="编号、登记并写入这个目录；不写则只显示草稿，不编号。",
        parser=options.parse_folder,
    ),
]


def notice(
    name: Name = None,
    everyone: Everyone = False,
    kind: Kind = "remind",
    within: Within = None,
    as_of: options.AsOf = None,
    folder: Folder = None,
    plans: options.Plans = Path("plans"),
) -> int:
    """催办单、督办通知单：列明事项、时限、答复日期和联系人，编号连续、不重复使用。

    写-o时才编号，并登记到supervision.yaml的notices；先不写-o看草稿。
    """
    from ducha.cli.session import open_campaign
    from ducha.model.papers import NOTICES
    from ducha.problems import has_errors

    wanted = next((one for one, word in NOTICES.items() if kind in (one, word)), None)
    if wanted is None:
        known = "或".join(f"{one}（{name}）" for one, name in NOTICES.items())
        raise DuchaError(f"--kind“{kind}”不是可用的种类；写{known}")
    if (name is None) == (not everyone):
        raise DuchaError("写一个单位，或写--all给所有单位，二者取一")
    if everyone and folder is None:
        raise DuchaError("--all要用-o写明放在哪个目录")
    files, campaign = open_campaign(plans)
    loaded, papers = _compose(files, campaign, name, wanted, within, as_of)
    own, others = _parted(campaign, papers)
    are_there = True
    for paper in own:
        streams.emit(f"{paper.unit}自己的{len(paper.items)}项不给自己发{paper.name}，用ducha unit {paper.unit}查看。\n")
    if others and folder:
        are_there = _issue(files, loaded, others, folder, plans)
    elif others:
        from ducha.render.papers.markdown import render_notices

        streams.emit(*render_notices(others, plans))
    elif not own:
        without = "（督查记录文件有误，交办事项没有计入）" if loaded.records_left_out else ""
        streams.emit(f"没有要写进{NOTICES[wanted]}的事项{without}。\n")
    return 1 if has_errors(loaded.problems) or not are_there else 0


def _parted(campaign: Campaign, papers: Sequence[NoticePaper]) -> tuple[list[NoticePaper], list[NoticePaper]]:
    """The papers to the office that would send them, which are not sent, and those to others."""
    from ducha.model import Register

    office = Register(campaign).resolve(campaign.office)
    return [one for one in papers if one.unit == office], [one for one in papers if one.unit != office]


def _compose(
    files: CampaignFiles, campaign: Campaign, name: str | None, kind: NoticeKind, within: str | None, as_of: str | None
) -> tuple[Loaded[PlanStanding], list[NoticePaper]]:
    """The papers that there is something to write in, in the register's order; drafts yet."""
    from ducha.assess import Assessor, Contents, Scope, every, put_together
    from ducha.assess.supervision.issues import without_instructions
    from ducha.assess.units.calls import find_calls
    from ducha.assess.units.notices import compose_notices
    from ducha.cli.session import find_reference, find_unit, load
    from ducha.model import Register

    days = campaign.due_soon_days if within is None else options.parse_days(within, "--within")
    reference = find_reference(campaign, as_of)
    units = Register(campaign).addressees if name is None else (find_unit(campaign, name),)
    assessor = Assessor(campaign, reference, contents=Contents(every, returns=True))
    loaded = load(files, lambda plan, where: assessor(plan))
    assessment = put_together(campaign, reference, Scope(), loaded.results, loaded.records)
    assessment = assessment._replace(issues=without_instructions(assessment.issues))
    return loaded, list(compose_notices(assessment, units, find_calls(assessment, days), kind))


def _issue(
    files: CampaignFiles, loaded: Loaded[PlanStanding], papers: Sequence[NoticePaper], folder: Path, plans: Path
) -> bool:
    """Number the papers, record them and write them: all of them or none. False where one of before is missing."""
    from ducha.assess.units.notices import next_number
    from ducha.render.papers.markdown import render_notices
    from ducha.store import file_names
    from ducha.store.append import record_and_write

    if loaded.records_left_out:
        raise DuchaError("supervision.yaml有误，改正后才能编号；用ducha check查看")
    again = [paper._replace(number=one.number) for paper in papers if (one := paper.repeats)]
    papers = [paper for paper in papers if not paper.repeats]
    are_there = _tell_repeated(again, folder)
    if not papers:
        return are_there
    first = next_number(loaded.records, papers[0].kind, papers[0].day.year)
    issued = [paper._replace(number=first + at) for at, paper in enumerate(papers)]
    names = [folder / name for name in file_names(map(_name, issued), ".md")]
    texts = dict(zip(names, render_notices(issued, plans), strict=True))
    entries = [_entry(paper) for paper in issued]
    record_and_write(files.supervision, "notices", entries, texts, loaded.records_text)
    numbers = issued[0].mark if len(issued) == 1 else f"{issued[0].mark}至{issued[-1].mark}"
    streams.emit(f"写好了{len(issued)}份{papers[0].name}，编号{numbers}，在“{folder}”；已登记到supervision.yaml。\n")
    return are_there


def _tell_repeated(papers: Sequence[NoticePaper], folder: Path) -> bool:
    """Name the papers that were recorded today; False where one is not in the folder, and so perhaps nowhere."""
    from ducha.store import file_names

    there: list[str] = []
    missing: list[str] = []
    for paper, name in zip(papers, file_names(map(_name, papers), ".md"), strict=True):
        (there if (folder / name).exists() else missing).append(f"{paper.unit}（{paper.mark}）")
    if there:
        streams.emit(f"当天已发过同样内容、不再重发的：{'、'.join(there)}。\n")
    if missing:
        streams.complain(
            f"ducha：当天已登记、不再编号，而“{folder}”里没有的：{'、'.join(missing)}；"
            "没有发出的，在supervision.yaml的notices里该号一项写void: 原因，再运行"
        )
    return not missing


def _name(paper: NoticePaper) -> str:
    return f"{paper.name}-{paper.day.year}-{paper.number:03}-{paper.unit}"


def _entry(paper: NoticePaper) -> dict[str, object]:
    return {
        "number": paper.number,
        "kind": paper.kind,
        "day": paper.day,
        "unit": paper.unit,
        "reply_by": paper.reply_by,
        "items": paper.items,
    }
