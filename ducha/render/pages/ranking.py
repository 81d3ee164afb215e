"""``ducha ranking`` as a page: the units of each class in order, fit to be published: no persons, no reasons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ducha.assess import Assessment
from ducha.assess.units.ranking import Ranked, RankedClass, Ranking
from ducha.render.page import Column, Page, Table
from ducha.render.pages.heading import heading
from ducha.render.problems import left_out_note
from ducha.render.words.periods import label, last, this
from ducha.render.words.ranking import ALONE, ASKED, moved, rules, summons
from ducha.render.words.values import FOR_LEADERS, day, marked, rate_cell, units


def ranking_page(assessment: Assessment, ranking: Ranking, left_out: Sequence[str] = (), *, for_leaders: bool) -> Page:
    """Return the page; for leaders it goes on to whom somebody may decide to talk to (约谈)."""
    page: list[str | Table] = ["\n".join(_head(assessment, ranking)), rules(ranking)]
    for one in ranking.classes:
        page += _class(one, ranking, assessment.campaign.sample)
    if for_leaders:
        page.append(f"{FOR_LEADERS}\n拟约谈建议名单（未经批准不得印发）\n{summons(ranking, assessment.campaign.year)}")
    return [*page, *left_out_note(left_out)]


def _head(assessment: Assessment, ranking: Ranking) -> Iterator[str]:
    reference, year = assessment.reference, assessment.campaign.year
    yield from heading(assessment.campaign, f"{label(ranking.period, year)}单位排名")
    unfinished = f"，{this(ranking.period)}尚未期满" if reference.is_mid_period else ""
    yield f"数据截至{day(reference.records_until)}{unfinished}"
    if assessment.scope.plans:
        yield f"范围：{'、'.join(standing.short_title for standing in assessment.plans)}"


def _class(one: RankedClass, ranking: Ranking, sample: bool) -> Iterator[str | Table]:
    before = last(ranking.period)
    if one.ranked:
        columns = (
            Column("名次", right=True),
            Column("单位", narrowest=8),
            Column("应完成事项按期完成率", right=True, narrowest=8),
            Column("到期未完成", right=True),
            Column("按时报送率", right=True, narrowest=8),
            Column("迟报", right=True),
            Column("未报", right=True),
            Column(f"{before}名次", right=True),
            Column("升降", right=True),
        )
        yield Table(marked(one.name, sample), columns, tuple(map(_row, one.ranked)))
    elif not one.unranked:
        yield f"{one.name}：{ALONE}。"
    if one.unranked:
        yield f"{one.name}：{this(ranking.period)}没有{ASKED[one.by]}，不参加排名：{units(one.unranked)}。"


def _row(one: Ranked) -> tuple[str, ...]:
    account = one.account
    return (
        str(one.place),
        one.unit,
        rate_cell(account.finished),
        str(account.overdue),
        rate_cell(account.returned.punctual),
        str(account.returned.late),
        str(account.returned.missing),
        str(one.place_before or "—"),
        moved(one.moved),
    )
