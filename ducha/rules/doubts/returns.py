"""What came in: each unit once a period, on days that can be, and zero reports where they are ordered."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ducha.model import Campaign, Duty, Plan, Register, Return
from ducha.model.owed import owed_periods
from ducha.problems import Path, Problem


def question_returns(campaign: Campaign, register: Register, plan: Plan, latest: date) -> Iterator[Problem]:
    """Yield the doubts about every return of a plan; ``latest`` is the last day a record can have."""
    for index, duty in enumerate(plan.duties):
        if duty.returns:
            yield from _twice(register, duty, ("duties", index))
            yield from _days(campaign, plan, duty, latest, ("duties", index))
            yield from _zero(duty, ("duties", index))


def _twice(register: Register, duty: Duty, path: Path) -> Iterator[Problem]:
    first: dict[tuple[str, str], Path] = {}
    for at, record in enumerate(duty.returns):
        for index, name in enumerate(record.by):
            place = (*path, "returns", at, "by", index)
            again = [first.setdefault((record.period, unit), place) for unit in register.members_of(name)]
            others = [other for other in again if other != place]
            if others:
                message = f"“{name}”{record.period}这一期已有一条"
                hint = "按最早收到的计；后来更正的，写在那一条的corrected里"
                yield Problem("DC609", message, hint, place, (others[0],))


def _days(campaign: Campaign, plan: Plan, duty: Duty, latest: date, path: Path) -> Iterator[Problem]:
    begins = {period.name: period.first for period in owed_periods(campaign, plan, duty)}
    what = "行动的参照日as_of" if campaign.as_of else "今天"
    for at, record in enumerate(duty.returns):
        for place, day in _recorded((*path, "returns", at), record):
            if day > latest:
                yield Problem("DC602", f"{day}晚于{what}（{latest}）", "改正日期；到了那一天才计入", place)
            elif place[-1] == "day" and day < begins.get(record.period, day):
                message = f"{day}收到，{record.period}这一期还没有开始"
                yield Problem("DC611", message, "改正日期或所报的期", place, ((*path, "returns", at, "period"),))
            elif day < record.day:
                message = f"更正日期{day}早于收到的{record.day}"
                yield Problem("DC611", message, "改正其一", place, ((*path, "returns", at, "day"),))


def _recorded(path: Path, record: Return) -> Iterator[tuple[Path, date]]:
    yield (*path, "day"), record.day
    yield from (((*path, "corrected", at), day) for at, day in enumerate(record.corrected))


def _zero(duty: Duty, path: Path) -> Iterator[Problem]:
    for at, record in enumerate(duty.returns):
        if record.zero and not duty.zero:
            hint = "文件规定零报告的，在这项任务里写zero: true；没有规定的，看是否记错"
            yield Problem("DC610", f"“{duty.title}”没有规定零报告", hint, (*path, "returns", at, "zero"))
