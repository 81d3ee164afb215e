"""The pages of plans, items and duties."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ducha.assess import Obligation, PlanStanding
from ducha.model import Campaign, Duty, Exemption
from ducha.render.page import Column, Page, Table
from ducha.render.pages.heading import head, said, states
from ducha.render.pages.listing import find_columns, listing
from ducha.render.pages.returns import duty_blocks
from ducha.render.show.facts import ITEMS, Shown, chain, disputes
from ducha.render.words.projects import registered
from ducha.render.words.values import STRENGTHS, day, rate, units


def obligation_page(shown: Shown, o: Obligation) -> Page:
    """Return what a milestone or checkpoint is, where it stands, and the chain that leads there."""
    late = f"，逾期{o.days_late}天" if o.days_late else ""
    facts = [
        f"编号：{o.id}（{shown.where(o.place)}）",
        f"专项行动：{shown.plan.number} {shown.plan.title}",
        *said("文件章节", o.section),
        *said("要求", STRENGTHS[o.strength]),
        *said("牵头单位", "、".join(o.units.lead)),
        *said("责任单位", "、".join(o.units.responsible)),
        *said("配合单位", "、".join(o.units.support)),
        *said("说明", o.note),
        f"状态：{o.state.label}{late}",
    ]
    return ["\n".join([*head(shown.assessment, o.full_title), *facts]), chain(shown, o)]


def plan_page(shown: Shown) -> Page:
    """Return a plan: who heads it, its phases, everything in it with its state, and its duties."""
    assessment, plan = shown.assessment, shown.plan
    t = assessment.tally
    facts = [
        f"编号：{plan.id}，序号{plan.number}（{shown.where(('id',))}）",
        *said("组长", "、".join(leader.title for leader in plan.leaders)),
        *said("副组长", "、".join(plan.deputies)),
        *said("牵头单位", "、".join(plan.lead)),
        *said("责任单位", "、".join(plan.responsible)),
        f"任务完成率：{rate(t.finished)}；到期任务按期完成率：{rate(t.on_time)}",
        f"各状态：{states(t)}",
        *_projects(assessment.plans[0]),
    ]
    page: list[str | Table] = ["\n".join([*head(assessment, plan.title), *facts])]
    if plan.phases:
        columns = (Column("阶段", narrowest=8), Column("文件用语"), Column("起", right=True), Column("止", right=True))
        rows = tuple(_phase(assessment.campaign, phase.title, phase.when) for phase in plan.phases)
        page.append(Table("阶段", columns, rows))
    page.append(listing(assessment, assessment.obligations, find_columns(ITEMS), "事项"))
    if plan.duties:
        page.append(_duties(plan.duties, plan.id))
    return page


def duty_page(shown: Shown, index: int) -> Page:
    """Return a standing duty by its position, and what of it came in."""
    assessment, plan = shown.assessment, shown.plan
    duty, standing = plan.duties[index], assessment.duties[index]
    facts = [
        f"编号：{plan.id}/{duty.id}（{shown.where(('duties', index))}）",
        f"专项行动：{plan.number} {plan.title}",
        *said("文件章节", duty.section),
        f"由谁承担：{units(duty.who)}",
        *said("报送给", "、".join(duty.to)),
        f"周期：{duty.every}" + ("" if standing.is_periodic else "（没有固定周期）"),
        *said("每期所报", {"previous": "上一期", "current": "当期"}.get(duty.covers or "")),
        *said("报送形式", duty.form),
        *said("零报告", "没有情况也要报" if duty.zero else None),
        *said("起", duty.since),
        *said("止", duty.until),
        *(f"免报：{one.unit}（{_time(one)}{one.reason}）" for one in duty.exempt),
        *said("说明", duty.note),
    ]
    told = disputes(shown, duty.objections, ("duties", index))
    return ["\n".join([*head(assessment, duty.title), *facts]), *told, *duty_blocks(assessment, standing)]


def _projects(standing: PlanStanding) -> Iterator[str]:
    """That there is a project ledger, and how to see it."""
    if standing.ledger:
        yield f"项目：{registered(standing.ledger)}；见ducha projects {standing.id}"


def _time(exemption: Exemption) -> str:
    told = (f"{exemption.since}起" if exemption.since else "", f"到{exemption.until}" if exemption.until else "")
    return "".join(f"{part}，" for part in told if part)


def _phase(campaign: Campaign, title: str, when: str) -> tuple[str, ...]:
    reading = campaign.read(when)
    return title, when, day(reading.start, campaign.year), day(reading.end, campaign.year)


def _duties(duties: Sequence[Duty], plan: str) -> Table:
    headers = (("任务", 12), ("由谁承担", 8), ("周期", 4), ("编号", 10))
    columns = tuple(Column(header, narrowest=narrowest) for header, narrowest in headers)
    return Table("定期任务", columns, tuple((d.title, units(d.who), d.every, f"{plan}/{d.id}") for d in duties))
