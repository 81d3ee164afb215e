"""An objection is raised once, on a day that can be, and settled after that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from ducha.model import Campaign, Objection, Plan, Register, ReturnObjection
from ducha.problems import CAMPAIGN, Path, Problem
from ducha.rules.doubts.progress import question_day
from ducha.rules.objections import named_by, told_by
from ducha.rules.walk import items_of

_ROLES = ("lead", "responsible", "support", "each", "who")


def question_objections(campaign: Campaign, register: Register, plan: Plan, latest: date) -> Iterator[Problem]:
    """Yield the doubts about every objection of a plan; ``latest`` is the last day a record can have."""
    for path, item in items_of(plan):
        if item.objections:
            units = (*named_by(plan, item), *told_by(item))
            yield from question_each(campaign, register, item.objections, latest, path, units)
    for index, duty in enumerate(plan.duties):
        yield from question_each(campaign, register, duty.objections, latest, ("duties", index), duty.who)


def question_each(
    campaign: Campaign,
    register: Register,
    objections: Sequence[Objection],
    latest: date,
    path: Path,
    units: Sequence[str],
) -> Iterator[Problem]:
    """Yield the doubts about the objections to what stands at a path; ``units`` are those that it names."""
    for at, one in enumerate(objections):
        yield from _days(campaign, one, latest, (*path, "objections", at))
    yield from _twice(register, objections, path)
    yield from _unlisted(register, objections, path, units)


def _days(campaign: Campaign, one: Objection, latest: date, path: Path) -> Iterator[Problem]:
    days: list[tuple[Path, date]] = [((*path, "day"), one.day)]
    if one.settled:
        days.append(((*path, "settled", "day"), one.settled.day))
    impossible = [problem for place, day in days for problem in question_day(campaign, day, latest, place)]
    yield from impossible
    if one.settled and one.settled.day < one.day and not impossible:
        message = f"{one.settled.day}处理，早于提出异议的{one.day}"
        yield Problem("DC733", message, "改正其一", days[1][0], (days[0][0],))


def _twice(register: Register, objections: Sequence[Objection], path: Path) -> Iterator[Problem]:
    first: dict[tuple[str, str], Path] = {}
    for at, one in enumerate(objections):
        place = (*path, "objections", at, "by")
        period = one.period if isinstance(one, ReturnObjection) else ""
        before = place if one.settled else first.setdefault((register.resolve(one.by) or one.by, period), place)
        if before != place:
            hint = "前一条已处理的写明settled；补充的内容并入前一条的text"
            message = f"“{one.by}”对{f'{period}这一期' if period else '本项'}已有一条没有处理的异议"
            yield Problem("DC734", message, hint, place, (before,))


def _unlisted(
    register: Register, objections: Sequence[Objection], path: Path, units: Sequence[str]
) -> Iterator[Problem]:
    """Whoever may be a member of a group that lists none may object; whether it is one, nobody but a person can say.

    A name that is not registered may be that of whoever objects.
    """
    is_open = [name for name in units if (group := register.group(name)) and not group.members]
    listed = {unit for name in units for unit in register.members_of(name)}
    if any(register.resolve(unit) is None for unit in listed):
        return
    for at, one in enumerate(objections):
        is_known = register.resolve(one.by) is not None
        if is_open and is_known and not one.settled and not listed.issuperset(register.members_of(one.by)):
            message = f"“{is_open[0]}”没有列明成员，“{one.by}”是否在内无从核对"
            hint = "与它有关的不必改，成员已定的写进campaign.yaml的unit_groups；无关的写settled，说明不予采纳"
            rests_on: tuple[Path, ...] = ((CAMPAIGN, "unit_groups"), *((*path, role) for role in _ROLES))
            yield Problem("DC735", message, hint, (*path, "objections", at, "by"), rests_on=rests_on)
