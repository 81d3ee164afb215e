"""A notice (催办单、督办通知单) names something, each thing once, and what its unit answers for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ducha.model import Register
from ducha.model.issue import Issue
from ducha.model.records import Notice, Records
from ducha.problems import CAMPAIGN, Path, Problem
from ducha.rules.identities import Identity
from ducha.rules.records.nameable import Nameable

_GROUPS: tuple[Path, ...] = ((CAMPAIGN, "unit_groups"),)


def question_notices(register: Register, records: Records, plans: Sequence[Identity]) -> Iterator[Problem]:
    """Yield the doubts about what every notice names; a void one was not sent."""
    answering = _Answering(register, records, plans)
    for at, notice in enumerate(records.notices):
        if not notice.void:
            yield from _named(register, answering, notice, ("notices", at))


def _named(register: Register, answering: _Answering, notice: Notice, path: Path) -> Iterator[Problem]:
    if not notice.items:
        hint = "把所列事项的编号写进items；没有发出的写void作废"
        yield Problem("DC710", "没有写所列的事项", hint, path, rests_on=((*path, "items"),))
    first: dict[str, Path] = {}
    for index, name in enumerate(notice.items):
        place = (*path, "items", index)
        before = first.setdefault(name, place)
        if before != place:
            yield Problem("DC710", f"“{name}”已经列过", "只列一次", place, (before,))
        elif register.resolve(notice.unit):
            yield from answering.check(notice, name, place)


class _Answering:
    """Who answers for what can be named."""

    def __init__(self, register: Register, records: Records, plans: Sequence[Identity]) -> None:
        self._register = register
        self._issues: Mapping[str, tuple[int, Issue]] = {one.id: (at, one) for at, one in enumerate(records.issues)}
        self._items: Mapping[str, Nameable] = {
            f"{plan.id}/{name}": item for plan in plans for name, item in (plan.items or {}).items()
        }

    def check(self, notice: Notice, name: str, place: Path) -> Iterator[Problem]:
        """Yield the doubt about something that does not concern the unit to which the notice went."""
        unit = (*place[:2], "unit")
        if name in self._issues:
            at, issue = self._issues[name]
            units = (*issue.lead, *issue.responsible, *issue.support)
            rests_on = tuple(("issues", at, role) for role in ("lead", "responsible", "support"))
            if units and not self._register.may_be_among(notice.unit, units):
                hint = f"本项由{'、'.join(units)}承办；改正编号或单位，承办单位有变的补进responsible"
                message = f"“{name}”不由“{notice.unit}”承办，这次催办不计入"
                yield Problem("DC710", message, hint, place, (unit,), (unit, *rests_on, *_GROUPS))
        elif self._is_others(notice, name):
            message = f"“{name}”与“{notice.unit}”无关"
            yield Problem("DC710", message, "改正编号或单位", place, (unit,), (unit, *_GROUPS))

    def _is_others(self, notice: Notice, name: str) -> bool:
        """Whether an item, or a return of a unit, is not that of the notice's unit."""
        item, _, told = name.partition("@")
        found, owing = self._items.get(item), told.partition("/")[2]
        if found is None or found.units is None:
            return False
        return not self._register.may_be_among(notice.unit, (owing,) if owing else found.units)
