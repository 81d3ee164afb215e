"""An objection is raised once, on a day that can be, and settled after that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from ducha.model import Campaign, Objection, Plan, Register, ReturnObjection
from ducha.problems import Path, Problem
from ducha.rules.doubts.progress import question_day
from ducha.rules.walk import items_of


def question_objections(campaign: Campaign, register: Register, plan: Plan, latest: date) -> Iterator[Problem]:
    """Yield the doubts about every objection of a plan; ``latest`` is the last day a record can have."""
    lists: list[tuple[Path, Sequence[Objection]]] = [(path, item.objections) for path, item in items_of(plan)]
    lists += [(("duties", index), duty.objections) for index, duty in enumerate(plan.duties)]
    for path, objections in lists:
        yield from question_each(campaign, register, objections, latest, path)


def question_each(
    campaign: Campaign, register: Register, objections: Sequence[Objection], latest: date, path: Path
) -> Iterator[Problem]:
    """Yield the doubts about the objections to what stands at a path."""
    for at, one in enumerate(objections):
        yield from _days(campaign, one, latest, (*path, "objections", at))
    yield from _twice(register, objections, path)


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
