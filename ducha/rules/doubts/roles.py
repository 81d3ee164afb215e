"""Who answers for an item: somebody, and each unit once."""

from __future__ import annotations

from collections.abc import Iterator

from ducha.model import Plan, Register
from ducha.model.item import Answerable
from ducha.problems import Path, Problem
from ducha.rules.walk import items_of

_ROLES = {"lead": "牵头", "responsible": "责任", "support": "配合"}


def question_roles(register: Register, plan: Plan) -> Iterator[Problem]:
    """Yield the doubts about the units of a plan and of its items."""
    yield from question_names(register, (), plan)
    plan_answers = plan.lead or plan.responsible
    for path, item in items_of(plan):
        yield from question_names(register, path, item)
        if not (plan_answers or item.lead or item.responsible):
            hint = "文件没有写明的，请领导明确后写lead或responsible"
            rests_on = ((*path, "lead"), (*path, "responsible"), ("lead",), ("responsible",))
            yield Problem("DC309", "本项没有牵头或责任单位", hint, path, rests_on=rests_on)


def question_names(register: Register, path: Path, record: Answerable) -> Iterator[Problem]:
    """Doubt a unit named twice: a lead may also be responsible, but whoever answers does not also merely support."""
    seen: dict[str, tuple[str, Path]] = {}
    for role in _ROLES:
        for at, name in enumerate(getattr(record, role)):
            unit, place = register.resolve(name), (*path, role, at)
            if unit is None:
                continue
            group = register.group(unit)
            one = name if group and not group.members else unit  # two names of an open group may mean two parts of it
            before, first = seen.setdefault(one, (role, place))
            if first != place and (role == before or role == "support"):
                message = f"“{name}”已是{_ROLES[before]}单位"
                yield Problem("DC306", message, "一个单位只写一处", place, (first,), ((*path, role),))
