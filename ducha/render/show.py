"""``ducha show``: one plan, item, indicator, duty or unit with its facts, its state on the day, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from ducha.assess import Assessment, IndicatorStanding, Obligation, Tally
from ducha.deadlines import Kind
from ducha.model import Campaign, Duty, Indicator, Plan, UnitGroup
from ducha.problems import Path
from ducha.render.listing import find_columns, listing
from ducha.render.page import Column, Page, Table
from ducha.render.problems import left_out_note
from ducha.render.why import Question, why
from ducha.render.words import (
    SAMPLE,
    STRENGTHS,
    amount,
    day,
    goal,
    marked,
    number,
    points,
    progress,
    rate,
    share,
    target,
    units,
)

_ITEMS = ("title", "first", "due", "state", "late", "units", "id")


class Shown(NamedTuple):
    """A plan as it stands, and where things in its file stand."""

    assessment: Assessment
    plan: Plan
    where: Callable[[Path], str]
    """path in the plan → ``file:line``"""


def obligation_page(shown: Shown, o: Obligation) -> Page:
    """Return what a milestone or checkpoint is, where it stands, and the chain that leads there."""
    late = f"，逾期{o.days_late}天" if o.days_late else ""
    facts = [
        f"编号：{o.id}（{shown.where(o.place)}）",
        f"专项行动：{shown.plan.number} {shown.plan.title}",
        *_said("文件章节", o.section),
        *_said("要求", STRENGTHS[o.strength]),
        *_said("牵头单位", "、".join(o.units.lead)),
        *_said("责任单位", "、".join(o.units.responsible)),
        *_said("配合单位", "、".join(o.units.support)),
        *_said("说明", o.note),
        f"状态：{o.state.label}{late}",
    ]
    return ["\n".join([*_head(shown.assessment, o.full_title), *facts]), _chain(shown, o)]


def _chain(shown: Shown, obligation: Obligation) -> str:
    sentences = why(Question(shown.assessment, shown.plan, obligation, shown.where))
    return "为什么：\n" + "\n".join(f"{at}. {sentence}" for at, sentence in enumerate(sentences, 1))


def indicator_page(shown: Shown, standing: IndicatorStanding) -> Page:
    """Return an indicator with its nodes, its figures, and how its shares are worked out."""
    assessment = shown.assessment
    indicator = shown.plan.indicators[int(standing.place[1])]
    nodes = [o for o in assessment.obligations if o.id.partition("@")[0] == standing.id]
    facts = [
        f"编号：{standing.id}（{shown.where(standing.place)}）",
        *_said("文件章节", standing.section),
        *_said("要求", STRENGTHS[standing.strength]),
        f"目标：{target(standing)}，时限{standing.due.words or '文件没有写'}",
        f"单位：{units(standing.units.charged)}",
        *_said("逐单位考核", indicator.each),
        *_said("说明", indicator.note),
        f"进度：{progress(standing)}",
    ]
    sums = "\n".join(f"{at}. {sentence}" for at, sentence in enumerate(_sums(standing, indicator), 1))
    page: list[str | Table] = ["\n".join([*_head(assessment, standing.title), *facts]), f"为什么：\n{sums}"]
    page += [_chain(shown, node) for node in nodes if node.id == standing.id]  # which has no page of its own
    page.append(listing(assessment, nodes, find_columns(_ITEMS), "节点"))
    if indicator.actuals:
        page.append(_figures(assessment, indicator))
    return page


def plan_page(shown: Shown) -> Page:
    """Return a plan: who heads it, its phases, everything in it with its state, and its duties."""
    assessment, plan = shown.assessment, shown.plan
    t = assessment.tally
    facts = [
        f"编号：{plan.id}，序号{plan.number}（{shown.where(('id',))}）",
        *_said("组长", "、".join(leader.title for leader in plan.leaders)),
        *_said("副组长", "、".join(plan.deputies)),
        *_said("牵头单位", "、".join(plan.lead)),
        *_said("责任单位", "、".join(plan.responsible)),
        f"任务完成率：{rate(t.finished)}；到期任务按期完成率：{rate(t.on_time)}",
        f"各状态：{_states(t)}",
    ]
    page: list[str | Table] = ["\n".join([*_head(assessment, plan.title), *facts])]
    if plan.phases:
        columns = (Column("阶段", narrowest=8), Column("文件用语"), Column("起", right=True), Column("止", right=True))
        rows = tuple(_phase(assessment.campaign, phase.title, phase.when) for phase in plan.phases)
        page.append(Table("阶段", columns, rows))
    page.append(listing(assessment, assessment.obligations, find_columns(_ITEMS), "事项"))
    if plan.duties:
        page.append(_duties(plan.duties, plan.id))
    return page


def duty_page(shown: Shown, index: int) -> Page:
    """Return a standing duty by its position; whether it is kept is not recorded yet."""
    assessment, plan = shown.assessment, shown.plan
    duty = plan.duties[index]
    is_dated = assessment.campaign.read(duty.every).kind is Kind.RECURRENCE
    facts = [
        f"编号：{plan.id}/{duty.id}（{shown.where(('duties', index))}）",
        f"专项行动：{plan.number} {plan.title}",
        *_said("文件章节", duty.section),
        f"由谁承担：{units(duty.who)}",
        *_said("报送给", "、".join(duty.to)),
        f"周期：{duty.every}" + ("" if is_dated else "（没有固定日期）"),
        *_said("起", duty.since),
        *_said("止", duty.until),
        *_said("说明", duty.note),
        "报送记录尚未登记，不作评价。",
    ]
    return ["\n".join([*_head(assessment, duty.title), *facts])]


def unit_page(
    assessment: Assessment, aliases: Sequence[str], group: UnitGroup | None, left_out: Sequence[str] = ()
) -> Page:
    """Return a unit's names, and every task and figure in which it has a role, with its state."""
    unit = assessment.scope.unit or ""
    roles = Counter(obligation.units.role_of(unit) for obligation in assessment.obligations)
    facts = [
        *_said("文件中的其他写法", "、".join(aliases)),
        *_said("成员", "、".join(group.members) if group else ""),
        *_said("所属的集合单位", "、".join(assessment.unit_groups)),
        f"牵头{roles['lead']}项，负责{roles['responsible']}项，配合{roles['support']}项（配合的不计数）",
        f"各状态：{_states(assessment.tally)}",
    ]
    page: list[str | Table] = ["\n".join([*_head(assessment, unit), *facts])]
    if assessment.obligations:
        columns = find_columns(("number", *_ITEMS))
        page.append(listing(assessment, assessment.obligations, columns, "牵头、负责和配合的事项"))
    return [*page, *left_out_note(left_out)]


def _states(tally: Tally) -> str:
    return "，".join(f"{state.label}{count}项" for state, count in tally.counts.items() if count) or "没有计数的事项"


def _head(assessment: Assessment, title: str) -> Iterator[str]:
    yield title
    if assessment.campaign.sample:
        yield f"【{SAMPLE}】"
    reference = assessment.reference
    yield f"参照日：{day(reference.day)}，数据截至{day(reference.records_until)}"


def _said(what: str, text: str | None) -> Iterator[str]:
    if text:
        yield f"{what}：{text}"


def _phase(campaign: Campaign, title: str, when: str) -> tuple[str, ...]:
    reading = campaign.read(when)
    return title, when, day(reading.start, campaign.year), day(reading.end, campaign.year)


def _duties(duties: Sequence[Duty], plan: str) -> Table:
    headers = (("任务", 12), ("由谁承担", 8), ("周期", 4), ("编号", 10))
    columns = tuple(Column(header, narrowest=narrowest) for header, narrowest in headers)
    return Table("定期任务", columns, tuple((d.title, units(d.who), d.every, f"{plan}/{d.id}") for d in duties))


def _figures(assessment: Assessment, indicator: Indicator) -> Table:
    year, until = assessment.campaign.year, assessment.reference.records_until
    columns = (Column("日期", right=True), Column("数值", right=True), Column("单位"), Column("口径"), Column("备注"))
    rows = tuple(
        (
            day(actual.day, year),
            amount(actual.value, indicator.unit),
            actual.by or "",
            actual.basis or "",
            "" if actual.day <= until else "在数据截止日以后，不计",
        )
        for actual in sorted(indicator.actuals, key=lambda one: (one.day, one.by or ""))
    )
    return Table(marked("历次数据", assessment.campaign.sample), columns, rows)


def _sums(i: IndicatorStanding, indicator: Indicator) -> Iterator[str]:
    """How each share of the indicator is worked out, with its numbers."""
    value = i.actual.value if i.actual else None
    if i.members:
        yield f"目标对每个成员都适用：已报{i.members.reported}个，达到{goal(i.target, i.unit)}的{i.members.reached}个。"
    elif i.actual and value is not None:
        yield f"最近一次数据是{day(i.actual.day)}的{amount(value, i.unit)}。"
    else:
        yield "没有数据。"
    yield _expected(i, indicator)
    if i.done_percent is not None and value is not None:
        yield f"年度任务完成率：{number(value)}÷{number(i.target.value)}={share(i.done_percent)}。"
    elif not i.members and value is not None:
        yield "时点数、比率、上限和名次没有年度任务完成率。"
    if i.gap_points is not None and value is not None and i.expected is not None:
        gap = f"{number(value)}−{number(i.expected)}"
        sum_of = gap if i.is_rate else f"（{gap}）÷{number(i.target.value)}"
        yield f"与节点的差距：{sum_of}={points(i.gap_points)}个百分点。"
    yield f"进度判为“{progress(i)}”。"


def _expected(i: IndicatorStanding, indicator: Indicator) -> str:
    value = amount(i.expected, i.unit, i.expected_qualifier)
    if indicator.pace == "none":
        return "方案不要求按进度衡量。"
    if i.expected is None:
        return "没有已经过去的节点，不衡量进度。"
    return f"序时进度是{value}。" if indicator.pace == "months" else f"已过去的最后一个节点是{value}。"
