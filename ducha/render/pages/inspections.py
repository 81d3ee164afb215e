"""``ducha inspections`` as a page: required against held, by method, then by group and plan, then each inspection."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ducha.assess import Assessment, Scope
from ducha.assess.supervision.overview import SupervisionStanding
from ducha.assess.supervision.visits import GroupVisits, PlanVisits
from ducha.model import Campaign, Method
from ducha.model.inspection import Inspection
from ducha.model.values import plan_of
from ducha.render.page import Column, Page, Table
from ducha.render.pages.heading import heading
from ducha.render.pages.issues import without_records
from ducha.render.problems import left_out_note
from ducha.render.words.periods import label
from ducha.render.words.supervision import days_of, requirements, span
from ducha.render.words.values import chinese, day, marked


def inspections_page(
    assessment: Assessment,
    items: Mapping[str, str],
    left_out: Sequence[str] = (),
    *,
    records_left_out: bool = False,
) -> Page:
    """Return the page of the supervision that was held up to the reference day, or in the period reported on.

    ``items`` has the titles of what inspections may have looked at, by id.
    """
    campaign, supervision = assessment.campaign, assessment.supervision
    page: list[str | Table] = ["\n".join(_head(assessment))]
    if supervision is None:
        return [*page, without_records(records_left_out), *left_out_note(left_out)]
    county, told = (supervision.told(scope, assessment.reference.period) for scope in (Scope(), assessment.scope))
    page.append(methods_table(campaign, campaign.supervision.methods, county, "要求和开展（全县合计）"))
    page.append("\n".join(_owed(campaign, county)))
    if told.groups:
        page.append(_groups(campaign, told.groups))
    page.append(_plans(campaign, told.plans))
    titles = {**items, **{plan.plan: plan.title for plan in told.plans}}
    page.append(_held(campaign, told.inspections, titles) if told.inspections else "没有登记督查。")
    return [*page, *left_out_note(left_out)]


def _head(assessment: Assessment) -> Iterator[str]:
    campaign, reference = assessment.campaign, assessment.reference
    yield from heading(campaign, "督查开展情况")
    only = f"只列{label(reference.period)}的督查和到期的要求；" if reference.period else ""
    yield f"{only}参照日：{day(reference.day)}，数据截至{day(reference.records_until)}"
    if assessment.scope.group is not None:
        yield f"范围：第{chinese(assessment.scope.group)}督导组"
        groups = [group for group in campaign.supervision.groups if group.id == assessment.scope.group]
        if roles := [member.role for group in groups for member in group.members]:
            yield f"成员：{'、'.join(roles)}"


def methods_table(campaign: Campaign, methods: Iterable[Method], supervision: SupervisionStanding, title: str) -> Table:
    """Return what is required by some methods beside what was held."""
    columns = (
        Column("督查方法", narrowest=8),
        Column("文件要求", narrowest=8),
        Column("开展（印发）次数", right=True),
        Column("已到期", right=True),
        Column("已满足", right=True),
        Column("未满足的", narrowest=12),
        Column("未到期的", narrowest=8),
    )
    rows = tuple(_method(campaign, method, supervision) for method in methods)
    return Table(marked(title, campaign.sample), columns, rows)


def _method(campaign: Campaign, method: Method, supervision: SupervisionStanding) -> tuple[str, ...]:
    asked = [one for one in supervision.requirements if one.method.id == method.id]
    due = [one for one in asked if one.is_due]
    short = [span(one, campaign.year) for one in due if one.missing]
    now = "、".join(f"{span(one, campaign.year)}{one.held}/{one.required}次" for one in asked if one not in due)
    figures = (str(len(due)), str(len(due) - len(short)), "、".join(short) or "—") if asked else ("—", "—", "—")
    return method.title, required(method), str(supervision.times.get(method.id, 0)), *figures, now or "—"


def required(method: Method) -> str:
    """每月不少于1次, 原则上每季度1次, 随时: what the document asks of a method."""
    if not method.at_least:
        return method.every
    return f"{method.strength or ''}{method.every}{'' if method.strength else '不少于'}{method.at_least}次"


def _owed(campaign: Campaign, supervision: SupervisionStanding) -> Iterator[str]:
    """What those who supervise owe, by name: nobody else can be charged with it."""
    year = campaign.year
    for by, short in supervision.owed:
        yield f"{'、'.join(by)}应开展而未开展的：{requirements(short, year)}"
    if not supervision.short:
        is_any = any(method.at_least for method in campaign.supervision.methods)
        yield "没有应开展而未开展的督查。" if is_any else "文件没有规定督查多久开展一次。"
    if supervision.unheld:
        yield f"文件原则上要求、没有开展的：{requirements(supervision.unheld, year)}"


def _groups(campaign: Campaign, groups: Sequence[GroupVisits]) -> Table:
    columns = (
        Column("督导组"),
        Column("督查次数", right=True),
        Column("最近一次", right=True, narrowest=8),
        Column("重点督查的专项", narrowest=12),
        Column("尚未督查的", narrowest=10),
    )
    rows = tuple(
        (
            f"第{chinese(one.id)}组",
            str(one.held),
            day(one.last, campaign.year),
            "、".join(one.plans),
            "、".join(one.unseen) or "—",
        )
        for one in groups
    )
    return Table(marked(f"各督导组（{_begun(campaign)}以来累计）", campaign.sample), columns, rows)


def _begun(campaign: Campaign) -> str:
    """Since when groups and plans are told of, whatever period the rest of the page is about."""
    return "文件印发" if campaign.document.issued else "行动开始"


def _plans(campaign: Campaign, plans: Sequence[PlanVisits]) -> Table:
    methods = [method for method in campaign.supervision.methods if method.kind == "inspection"]
    has_groups = bool(campaign.supervision.groups)
    columns = (
        Column("序", right=True, narrowest=2),
        Column("专项行动", narrowest=8),
        *([Column("督导组")] if has_groups else []),
        *(Column(method.title, right=True) for method in methods),
        Column("最近一次", right=True, narrowest=8),
        Column("距上次督查天数", right=True),
    )
    rows = tuple(
        (
            str(one.number),
            one.title,
            *([f"第{chinese(one.group)}组" if one.group is not None else "—"] if has_groups else []),
            *(str(one.times[method.id]) for method in methods),
            day(one.last, campaign.year) if one.last else "尚未督查",
            str(one.days_since),
        )
        for one in plans
    )
    begun = _begun(campaign)
    title = f"各专项（{begun}以来累计；尚未督查的，天数自{begun}之日起算）"
    return Table(marked(title, campaign.sample), columns, rows)


def _held(campaign: Campaign, inspections: Sequence[Inspection], titles: Mapping[str, str]) -> Table:
    methods = {method.id: method.title for method in campaign.supervision.methods}
    columns = (
        Column("日期", right=True, narrowest=8),
        Column("方法", narrowest=8),
        Column("督查单位"),
        Column("督查对象", narrowest=10),
        Column("方式", narrowest=8),
        Column("发现的情况", narrowest=14),
        Column("编号", narrowest=8),
    )
    rows = tuple(
        (
            days_of(one, campaign.year),
            methods.get(one.method, one.method) + ("" if one.announced else "（暗访）"),
            f"第{chinese(one.group)}组" if one.group is not None else "、".join(one.by) or campaign.office,
            "、".join((*_seen(one, titles), *one.units)) or "—",
            "、".join(one.ways),
            one.found or "",
            one.id,
        )
        for one in inspections
    )
    return Table(marked(f"各次督查（{len(rows)}次）", campaign.sample), columns, rows)


def _seen(inspection: Inspection, titles: Mapping[str, str]) -> Iterator[str]:
    """控违拆违整治, 资源要素保障（土地出让、用地指标报批）: the plans it looked at, each once, with the items of it."""
    items: dict[str, list[str]] = {}
    for name in inspection.about:
        items.setdefault(plan_of(name), []).append(name)
    for plan, seen in items.items():
        told = [titles.get(name, name) for name in seen if name != plan]
        yield titles.get(plan, plan) + (f"（{'、'.join(told)}）" if len(told) == len(seen) else "")
