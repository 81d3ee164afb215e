"""Every project of a ledger is one thing of one class, and what is taken from the ledger can be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from ducha.model import FromLedger, Indicator, Plan, Register
from ducha.model.measures import is_percent, ratio
from ducha.model.project import Project, ProjectLedger
from ducha.model.register import folded
from ducha.problems import ANY, KEY, LEDGER, PLAN, Path, Problem
from ducha.rules.references import unknown_unit

_SEVERAL = re.compile("[、，,；;/]")
"""what joins two classes in one cell"""

_UNITS = ("service", "lead", "responsible", "support")


def check_fed(plan: Plan) -> Iterator[Problem]:
    """Yield a problem for every indicator that wants of the project ledger what cannot be had."""
    for index, indicator in enumerate(plan.indicators):
        if indicator.projects:
            yield from _fed(plan, indicator, indicator.projects, ("indicators", index))


def check_ledger(register: Register, plan: Plan, ledger: ProjectLedger) -> Iterator[Problem]:
    """Yield the errors of a plan's project ledger; paths are the ledger's own."""
    if not ledger.projects:
        yield Problem("DC204", "台账里没有项目", "每个项目写一项；还没有项目的，删去这个文件", ("projects",))
    yield from _repeated(ledger)
    yield from _classes(plan, ledger)
    yield from _parts(ledger)
    yield from _once(_unknown_units(register, ledger))


def _fed(plan: Plan, indicator: Indicator, wanted: FromLedger, path: Path) -> Iterator[Problem]:
    here = (*path, "projects", KEY)
    wants = tuple((*path, "projects", key) for key in ("stage", "sum"))
    if indicator.actuals:
        hint = "删去actuals，数值从台账取；要自己填的，删去projects"
        yield Problem(
            "DC527", "数值取自项目台账的，不再写actuals", hint, (*path, "actuals", KEY), ((*path, "projects"),)
        )
    if bool(wanted.stage) == bool(wanted.sum):
        hint = "数个数写stage（达到的阶段），合计投资写sum: invested"
        yield Problem("DC527", "projects里stage和sum要写一个，只写一个", hint, here, rests_on=wants)
    if indicator.each or indicator.measure == "increment":
        key, what = ("each", "逐单位考核") if indicator.each else ("measure", "填当期新增数")
        hint = "删去这一行：台账给出的是全部项目的累计数"
        yield Problem("DC527", f"数值取自项目台账的指标不能{what}", hint, (*path, key))
    if indicator.base:
        hint = "数额另立一个指标取自台账，这里写base的of取那个指标，删去projects"
        yield Problem("DC527", "增幅不能直接取自项目台账", hint, here, ((*path, "base"),))
    if plan.ledger is None:
        hint = "台账放在方案旁边，文件名相同，以.projects.csv结尾；没有台账的，删去projects"
        yield Problem("DC527", "没有项目台账，数值无处可取", hint, here, rests_on=((LEDGER,),))
        return
    if (
        wanted.sum
        and not wanted.stage
        and not is_percent(indicator.unit)
        and ratio(plan.ledger.unit, indicator.unit) is None
    ):
        hint = f"台账的金额以{plan.ledger.unit}计：指标写金额单位，或写%（除以年度计划投资）"
        rests_on = ((LEDGER, "unit"), *wants)
        yield Problem("DC527", f"“{indicator.unit}”不是金额的单位", hint, (*path, "unit"), rests_on=rests_on)
    yield from _fed_classes(plan, plan.ledger, wanted, (*path, "projects", "kind"))


def _fed_classes(plan: Plan, ledger: ProjectLedger, wanted: FromLedger, path: Path) -> Iterator[Problem]:
    known = [one.title for one in plan.projects.classes] or [one.kind for one in ledger.projects if one.kind]
    for at, kind in enumerate(wanted.kind):
        if kind not in known:
            from ducha.advice.names import advise_name

            hint = advise_name(kind, known, "写台账里有的类别")
            rests_on = (("projects", "classes"), (LEDGER, "projects", ANY, "kind"))
            yield Problem("DC525", f"没有“{kind}”这一类项目", hint, (*path, at), rests_on=rests_on)


def _repeated(ledger: ProjectLedger) -> Iterator[Problem]:
    """A project stands once: not twice under one number, nor under two numbers in two classes."""
    first: dict[str, int] = {}
    for at, project in enumerate(ledger.projects):
        before = first.setdefault(folded(project.id), at)
        if before != at:
            yield _same_id(project, ledger.projects[before], at, before)
    named: dict[tuple[str, str | None], int] = {}
    for at, project in enumerate(ledger.projects):
        before = named.setdefault((folded(project.title), project.part_of), at)
        other = ledger.projects[before]
        if before != at and other.id != project.id and other.kind and project.kind and other.kind != project.kind:
            message = f"“{project.title}”已列为{other.id}号（{other.kind}），这里又列为“{project.kind}”"
            also = (("projects", before, "title"),)
            rests_on = (("projects", at), ("projects", before))
            yield Problem("DC524", message, _ONE_CLASS, ("projects", at, "title"), also, rests_on)


_ONE_CLASS = "一个项目只归一类，留一处；确有两部分的，分成子项（写所属项目），各归各类"


def _same_id(project: Project, other: Project, at: int, before: int) -> Problem:
    path, also = ("projects", at, "id"), (("projects", before, "id"),)
    if project.kind and other.kind and project.kind != other.kind:
        message = f"项目{project.id}列了两次，一次是“{other.kind}”，一次是“{project.kind}”"
        return Problem("DC524", message, _ONE_CLASS, path, also)
    return Problem("DC523", f"编号“{project.id}”重复", "换一个没有用过的编号，或删去重复的一行", path, also)


def _classes(plan: Plan, ledger: ProjectLedger) -> Iterator[Problem]:
    listed = [one.title for one in plan.projects.classes]
    unknown = []
    for at, project in enumerate(ledger.projects):
        path = ("projects", at, "kind")
        if project.kind is None or project.kind in listed:
            continue
        if len([part for part in _SEVERAL.split(project.kind) if part.strip()]) > 1:
            yield Problem("DC524", f"“{project.kind}”写了不止一个类别", _ONE_CLASS, path)
        elif listed:
            unknown.append(_unknown_class(project.kind, listed, path))
    yield from _once(unknown)


def _unknown_class(kind: str, listed: list[str], path: Path) -> Problem:
    from ducha.advice.names import advise_name

    hint = advise_name(kind, listed, "写方案projects里classes所列的类别") + "；方案没有列全的，补进classes"
    return Problem("DC525", f"方案没有列“{kind}”这一类", hint, path, rests_on=((PLAN, "projects", "classes"),))


def _parts(ledger: ProjectLedger) -> Iterator[Problem]:
    """A sub-item names a project of the ledger that is no sub-item itself.

    A project whose own number is wrong may be the one that is named; a sub-item cannot.
    """
    projects = {project.id: project for project in ledger.projects}
    numbers = {project.id: ("projects", at, "id") for at, project in enumerate(ledger.projects)}
    wholes = {project.id: project.title for project in ledger.projects if not project.part_of}
    may_be_meant = tuple(numbers[whole] for whole in wholes)
    for at, project in enumerate(ledger.projects):
        if not project.part_of:
            continue
        whole, path = projects.get(project.part_of), ("projects", at, "part_of")
        if whole is None:
            hint = _advise_whole(project.part_of, wholes)
            yield Problem("DC526", f"没有编号“{project.part_of}”的项目", hint, path, rests_on=may_be_meant)
        elif whole.part_of:
            is_told = whole is not project and whole.part_of in projects
            hint = f"子项不再分子项；写最上面的项目，{f'如{whole.part_of}' if is_told else '或空着'}"
            message = "子项的所属项目是它自己" if whole is project else f"所属项目{whole.id}自己也是子项"
            yield Problem("DC526", message, hint, path, rests_on=(numbers[project.id], numbers[whole.id]))


def _advise_whole(written: str, wholes: Mapping[str, str]) -> str:
    """Return which project was meant: one by its title, or the likeliest number; ``wholes`` are numbers to titles."""
    from ducha.advice.names import advise_name

    named = [number for number, title in wholes.items() if title == written]
    return (
        f"写编号，不写名称：{named[0]}" if named else advise_name(written, wholes, "写所属项目的编号；不是子项的空着")
    )


def _unknown_units(register: Register, ledger: ProjectLedger) -> Iterator[Problem]:
    for at, project in enumerate(ledger.projects):
        for role in _UNITS:
            for index, unit in enumerate(getattr(project, role)):
                if register.resolve(unit) is None and not register.is_named(unit):
                    yield unknown_unit(register, unit, ("projects", at, role, index))


def _once(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Tell of what is wrong in the same way in many rows once, at the first, with how many there are."""
    by_message = sorted(enumerate(problems), key=lambda one: (one[1].message, one[0]))
    told = [list(same) for _, same in groupby(by_message, key=lambda one: one[1].message)]
    for (_, problem), *others in sorted(told):
        more = f"（共{len(others) + 1}处）" if others else ""
        yield problem._replace(message=problem.message + more)
