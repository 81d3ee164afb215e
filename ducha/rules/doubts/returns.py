"""What came in: each unit once a period, on days that can be, and zero reports where they are ordered."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ducha.model import Campaign, Duty, Plan, Register, Return
from ducha.model.owed import Owed, owed_periods
from ducha.problems import Path, Problem


def question_returns(campaign: Campaign, register: Register, plan: Plan, latest: date) -> Iterator[Problem]:
    """Yield the doubts about every return of a plan; ``latest`` is the last day a record can have."""
    for index, duty in enumerate(plan.duties):
        periods = {period.name: period for period in owed_periods(campaign, plan, duty)} if duty.returns else {}
        first: dict[tuple[str, str], Path] = {}
        for at, record in enumerate(duty.returns):
            path: Path = ("duties", index, "returns", at)
            if period := periods.get(record.period):  # else the period itself is a problem
                yield from _twice(register, record, first, path)
                yield from _days(campaign, duty, period, record, latest, path)
                yield from _zero(duty, record, path)


def _twice(register: Register, record: Return, first: dict[tuple[str, str], Path], path: Path) -> Iterator[Problem]:
    """``first`` is where each unit's return for each period was met first."""
    for index, name in enumerate(record.by):
        place = (*path, "by", index)
        met = [first.setdefault((record.period, unit), place) for unit in register.members_of(name)]
        others = [other for other in met if other != place]
        if others:
            hint = "按最早收到的计；后来更正的，写在那一条的corrected里"
            yield Problem("DC609", f"“{name}”{record.period}这一期已有一条", hint, place, (others[0],))


def _days(campaign: Campaign, duty: Duty, period: Owed, record: Return, latest: date, path: Path) -> Iterator[Problem]:
    what = "行动的参照日as_of" if campaign.as_of else "今天"
    late = [(place, day) for place, day in _recorded(path, record) if day > latest]
    for place, day in late:
        yield Problem("DC602", f"{day}晚于{what}（{latest}）", "改正日期；到了那一天才计入", place)
    if late:
        return
    spoken = ((*path, "period"),)
    if record.day < period.first:
        message = f"{record.day}收到，{record.period}这一期还没有开始"
        yield Problem("DC611", message, "改正日期或所报的期", (*path, "day"), spoken)
    elif period.cutoff > period.last >= record.day:
        message = f"{record.day}收到，所报的{record.period}这一期还没有结束"
        yield Problem("DC611", message, "period写所报的那一期，不是报送的那一期", (*path, "day"), spoken)
    for at, day in enumerate(record.corrected):
        if day < record.day:
            message = f"更正日期{day}早于收到的{record.day}"
            yield Problem("DC611", message, "改正其一", (*path, "corrected", at), ((*path, "day"),))


def _recorded(path: Path, record: Return) -> Iterator[tuple[Path, date]]:
    yield (*path, "day"), record.day
    yield from (((*path, "corrected", at), day) for at, day in enumerate(record.corrected))


def _zero(duty: Duty, record: Return, path: Path) -> Iterator[Problem]:
    if record.zero and not duty.zero:
        hint = "文件规定零报告的，在这项任务里写zero: true；没有规定的，看是否记错"
        yield Problem("DC610", f"“{duty.title}”没有规定零报告", hint, (*path, "zero"))
