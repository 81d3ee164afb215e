"""What is suspicious in a project ledger: days out of order, money that falls or exceeds, classes at odds, no roles."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import chain, pairwise

from ducha.model import Campaign, Plan
from ducha.model.family import Family, families
from ducha.model.project import Project, ProjectLedger
from ducha.model.stages import STAGES
from ducha.problems import PLAN, Path, Problem

_ROLES = {"leader": "县级领导", "service": "服务责任单位", "officer": "项目特派员"}


def question_ledger(campaign: Campaign, plan: Plan, ledger: ProjectLedger, latest: date) -> Iterator[Problem]:
    """Yield the doubts about every project; ``latest`` is the last day a record can have."""
    for at, project in enumerate(ledger.projects):
        path = ("projects", at)
        yield from _stages(project, path)
        yield from _falls(project, path)
        yield from _days(campaign, project, path, latest)
        yield from _more_than_total(project, path)
    for family in families(ledger):
        if not family.project.part_of:  # else it is a sub-item of nothing, which is a problem already
            yield from _classes(plan, family)
            yield from _sums(family)
            yield from _roles(plan, family)


def _stages(project: Project, path: Path) -> Iterator[Problem]:
    for (before, earlier), (stage, day) in pairwise(project.stages.entered()):
        if day < earlier:
            message = f"{STAGES[stage]}的{day}早于{STAGES[before]}的{earlier}"
            here, there = (*path, "stages", stage), (*path, "stages", before)
            yield Problem("DC528", message, "改正其一；先后是前期、开工、续建、竣工、投产", here, (there,))


def _falls(project: Project, path: Path) -> Iterator[Problem]:
    """The running total of a year begins anew with the next."""
    known = sorted(enumerate(project.invested), key=lambda one: one[1].day)
    for (at, before), (index, record) in pairwise(known):
        here, there = ((*path, "invested", i) for i in (index, at))
        if record.day == before.day:
            yield Problem(
                "DC529", f"{record.day}已有一个完成投资", "只留一个，或改正日期", (*here, "day"), ((*there, "day"),)
            )
        elif record.day.year == before.day.year and record.value < before.value and not record.reason:
            message = f"累计完成投资{record.value}少于{before.day}的{before.value}"
            hint = "改正数值；确有核减的写明原因（表头核减原因2013-06，YAML写reason）"
            yield Problem("DC529", message, hint, (*here, "value"), ((*there, "value"),))


def _days(campaign: Campaign, project: Project, path: Path, latest: date) -> Iterator[Problem]:
    what = "行动的参照日as_of" if campaign.as_of else "今天"
    stages = (((*path, "stages", stage), day) for stage, day in project.stages.entered())
    stops = [((*path, "stopped", "day"), project.stopped.day)] if project.stopped else []
    invested = [((*path, "invested", at, "day"), one.day) for at, one in enumerate(project.invested)]
    progress = [((*path, "progress", at, "day"), one.day) for at, one in enumerate(project.progress)]
    for place, day in chain(stages, stops, invested, progress):
        if day > latest:
            hint = "改正日期；计划的日期不写在这里，到了那一天才计入"
            yield Problem("DC530", f"{day}晚于{what}（{latest}）", hint, place)
    for place, day in invested:
        if day.year != campaign.year and day <= latest:
            message = f"{day}不在年度计划的年份（{campaign.year}年），累计数从年初另算"
            yield Problem("DC530", message, "改正日期，看年份是否写错；别的年份的完成投资另写台账", place)
    for place, day in progress:
        if day.year < campaign.start.year:
            yield Problem("DC530", f"{day}早于行动的年份（{campaign.start.year}年）", "改正日期，看年份是否写错", place)


def _more_than_total(project: Project, path: Path) -> Iterator[Problem]:
    if project.total is None:
        return
    amounts: list[tuple[Path, str, Decimal | None]] = [((*path, "planned"), "年度计划投资", project.planned)]
    amounts += [((*path, "invested", at, "value"), "完成投资", one.value) for at, one in enumerate(project.invested)]
    for place, what, value in amounts:
        if value is not None and value > project.total:
            message, total = f"{what}{value}超过总投资{project.total}", (*path, "total")
            yield Problem("DC531", message, "改正其一，看金额单位是否一致", place, (total,), (total,))
            return


def _classes(plan: Plan, family: Family) -> Iterator[Problem]:
    """Classes hold projects and their sub-items (新政发〔2013〕36号 政府投资项目 一、二1); here they part."""
    own, known = family.project.kind, {one.title for one in plan.projects.classes}
    others = [(at, item.kind) for at, item in family.items if item.kind and item.kind != own]
    if own is None or not others or (known and not known.issuperset([own, *(kind for _, kind in others)])):
        return
    kinds = "、".join(f"“{kind}”" for kind in dict.fromkeys(kind for _, kind in others))
    message = f"项目{family.project.id}归“{own}”，它的子项却归{kinds}，项目数和子项数不在一类"
    hint = "同属一类的，改正其一；子项分属几类的，项目这一行的类别空着，各子项写各自的"
    yield Problem("DC536", message, hint, ("projects", family.at, "kind"), (("projects", others[0][0], "kind"),))


def _sums(family: Family) -> Iterator[Problem]:
    """A project and its sub-items say the same of money, where both say something."""
    if not family.items or family.bearers[0][0] == family.at:
        return
    project, path, items = family.project, ("projects", family.at), [item for _, item in family.items]
    last = max(project.invested, key=lambda one: one.day, default=None)
    amounts: list[tuple[Path, str, Decimal | None, list[Decimal | None]]] = [
        ((*path, "planned"), "年度计划投资", project.planned, [item.planned for item in items]),
        ((*path, "total"), "总投资", project.total, [item.total for item in items]),
    ]
    if last:
        at_last = (*path, "invested", project.invested.index(last), "value")
        amounts.append((at_last, f"{last.day}的完成投资", last.value, [_invested(item, last.day) for item in items]))
    for place, what, own, parts in amounts:
        whole = sum((part for part in parts if part is not None), Decimal(0))
        if own is not None and own != whole:
            message = f"{what}{own}不等于各子项之和{whole}，只按子项计"
            hint = "改正其一；金额写在子项上的，项目这一行空着"
            yield Problem("DC532", message, hint, place, rests_on=(("projects",),))


def _invested(project: Project, day: date) -> Decimal | None:
    known = [one for one in project.invested if one.day <= day]
    return max(known, key=lambda one: one.day).value if known else None


def _roles(plan: Plan, family: Family) -> Iterator[Problem]:
    """The document wants each project of a class to have its leader, service unit and special officer."""
    if family.project.stopped:
        return
    kinds = {family.kind_of(part) for _, part in family.parts}
    wanted = [role for role in _ROLES if any(role in one.roles for one in plan.projects.classes if one.title in kinds)]
    missing = [role for role in wanted if not _has(family, role)]
    if missing:
        message = f"项目{family.project.id}没有写{'、'.join(_ROLES[role] for role in missing)}"
        rests_on: tuple[Path, ...] = (
            (PLAN, "projects", "classes"),
            *(("projects", family.at, role) for role in missing),
        )
        yield Problem(
            "DC533", message, "文件要求这类项目每个都有，明确后补上", ("projects", family.at, "id"), rests_on=rests_on
        )


def _has(family: Family, role: str) -> bool:
    items = [item for _, item in family.items]
    return bool(getattr(family.project, role)) or (bool(items) and all(getattr(item, role) for item in items))
