"""The ledger (台账) of a unit as a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ducha.assess import Obligation, Scope
from ducha.assess.figures.indicators import IndicatorStanding
from ducha.assess.figures.members import MemberStanding
from ducha.assess.figures.own import OwnFigure
from ducha.assess.supervision.overview import SupervisionStanding
from ducha.assess.units.ledger import Ledger
from ducha.model import Campaign, Register
from ducha.model.inspection import Inspection
from ducha.render.page import Column, Page, Table
from ducha.render.pages.heading import head, said, states
from ducha.render.pages.inspections import methods_table
from ducha.render.pages.issues import issue_table
from ducha.render.pages.listing import find_columns, listing
from ducha.render.pages.returns import totals
from ducha.render.problems import left_out_note
from ducha.render.words.duties import returned
from ducha.render.words.figures import member_figure
from ducha.render.words.periods import label
from ducha.render.words.supervision import days_of, issue_counts, notice_number, requirements
from ducha.render.words.targets import task
from ducha.render.words.values import FOR_LEADERS, day, marked, quoted, rate, share

_COLUMNS = ("number", "title", "first", "due", "state", "late", "left", "units", "report", "id")


def ledger_page(ledger: Ledger, left_out: Sequence[str] = (), *, for_leaders: bool = False) -> Page:
    """Return the page of one unit; its instructions have their numbers in a leaders' one alone."""
    assessment = ledger.assessment
    campaign = assessment.campaign
    page: list[str | Table] = ["\n".join(_facts(ledger, for_leaders))]
    lists = (
        (ledger.charged, "计责的事项：牵头的，以及没有牵头单位而由它负责的"),
        (ledger.responsible, "由别的单位牵头、它也负责的事项，不计责"),
        (ledger.supported, "配合的事项，不计责"),
    )
    each = assessment._replace(scope=Scope())  # every list counts what it lists
    page += [listing(each, obligations, find_columns(_COLUMNS), title) for obligations, title in lists if obligations]
    if ledger.figures:
        page.append(_figures(ledger.figures, campaign.sample))
    page += totals(ledger.owed, campaign.sample)
    if ledger.received:
        page.append("\n".join(_received(ledger)))
    if ledger.issues:
        page.append(issue_table(assessment, ledger.issues, "交办事项"))
    if ledger.extended:
        page.append(_extensions(ledger))
    if ledger.supervision:
        page += _supervision(campaign, ledger.supervision, ledger.unit)
    if ledger.visits:
        page.append(_visits(ledger.visits, campaign.year, campaign.sample))
    if ledger.notices:
        page.append(_notices(ledger))
    return [*page, *left_out_note(left_out)]


def _facts(ledger: Ledger, for_leaders: bool) -> Iterator[str]:
    assessment, unit = ledger.assessment, ledger.unit
    register = Register(assessment.campaign)
    group = register.group(unit)
    yield from head(assessment, f"{unit}台账")
    if for_leaders:
        yield FOR_LEADERS
    yield from said("所报时间", label(assessment.reference.period) if assessment.reference.period else None)
    yield from said("类别", register.category(unit))
    yield from said("文件中的其他写法", "、".join(register.aliases(unit)))
    yield from said("联络员", ledger.liaison.text if ledger.liaison else None)
    yield from said("成员", "、".join(group.members) if group else "")
    yield (
        f"计责{len(ledger.charged)}项（其中牵头{ledger.leads}项），由别的单位牵头而负责{len(ledger.responsible)}项，"
        f"配合{len(ledger.supported)}项"
    )
    tally = assessment.tally
    if tally.total:
        yield f"计责事项的状态：{states(tally)}"
        yield f"任务完成率：{rate(tally.finished)}；到期任务按期完成率：{rate(tally.on_time)}"
    if ledger.issues:
        yield f"交办事项：{issue_counts(ledger.issues)}"
    if ledger.shared:
        yield f"其中{len(ledger.shared)}项与别的单位共同负责，在各单位名下都计，各单位相加大于总数"
    if ledger.groups:
        yield f"以集合单位名义承担的不计在本单位名下，另见{''.join(map(quoted, ledger.groups))}的台账"


def _figures(figures: Sequence[OwnFigure], sample: bool) -> Table:
    headers = ("专项行动", "指标", "年度任务", "完成情况", "年度任务完成率", "名次")
    columns = tuple(Column(header, right=at > 1, narrowest=8) for at, header in enumerate(headers))
    return Table(marked("逐单位考核的指标", sample), columns, tuple(_figure(*one) for one in figures))


def _figure(indicator: IndicatorStanding, member: MemberStanding) -> tuple[str, ...]:
    place = f"{member.place}/{len(indicator.ranked)}" if member.place else "—"
    done = member_figure(member, indicator)
    return indicator.plan_title, indicator.title, task(member, indicator), done, share(member.percent), place


def _received(ledger: Ledger) -> Iterator[str]:
    yield "由它接收的定期报送："
    for duty in ledger.received:
        yield f"{duty.duty.title}（{duty.duty.every}）：到期{returned(duty.tally)}　{duty.id}"


def _supervision(campaign: Campaign, supervision: SupervisionStanding, unit: str) -> Iterator[str | Table]:
    """What the document requires of it as one of those who supervise, and what of that it owes."""
    methods = {one.method.id: one.method for one in supervision.requirements}.values()
    yield methods_table(campaign, methods, supervision, "由本单位负责的督查和通报（全县合计）")
    for by, short in supervision.owed:
        others = "、".join(one for one in by if one != unit)
        yield f"{f'与{others}共同' if others else ''}应开展而未开展的：{requirements(short, campaign.year)}"


def _extensions(ledger: Ledger) -> Table:
    year = ledger.assessment.campaign.year
    columns = (
        Column("事项", narrowest=12),
        Column("批准日期", right=True, narrowest=8),
        Column("延至", right=True, narrowest=8),
        Column("批准单位", narrowest=8),
        Column("原因", narrowest=12),
        Column("原时限", right=True, narrowest=8),
    )
    rows = tuple(row for obligation in ledger.extended for row in _extended(obligation, year))
    return Table(marked("延期", ledger.assessment.campaign.sample), columns, rows)


def _extended(obligation: Obligation, year: int) -> Iterator[tuple[str, ...]]:
    for one in obligation.due.extensions:
        first = day(obligation.due.first, year)
        yield obligation.full_title, day(one.day, year), day(one.to, year), one.by, one.reason, first


def _notices(ledger: Ledger) -> Table:
    campaign = ledger.assessment.campaign
    year, until = campaign.year, ledger.assessment.reference.records_until
    columns = (
        Column("编号", narrowest=12),
        Column("发出", right=True, narrowest=8),
        Column("事项数", right=True),
        Column("答复期限", right=True, narrowest=8),
        Column("答复", narrowest=8),
    )
    rows = tuple(
        (
            notice_number(one, campaign),
            day(one.day, year),
            str(len(one.items)),
            day(one.reply_by, year),
            f"{day(one.replied, year)}答复" if one.replied and one.replied <= until else "未答复",
        )
        for one in ledger.notices
    )
    return Table(marked("收到的催办单、督办通知单", campaign.sample), columns, rows)


def _visits(visits: Sequence[Inspection], year: int, sample: bool) -> Table:
    columns = (Column("日期", right=True, narrowest=8), Column("发现的情况", narrowest=12), Column("编号", narrowest=8))
    rows = tuple((days_of(one, year), one.found or "", one.id) for one in visits)
    return Table(marked(f"对本单位的督查（{len(rows)}次）", sample), columns, rows)
