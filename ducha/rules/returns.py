"""What came in was owed: by a unit that owes the duty, for a period that the duty has; so is what is objected to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ducha.deadlines import Kind
from ducha.model import Campaign, Duty, Exemption, Plan, Register
from ducha.model.owed import bounds, day_owed, excused_times, holds, owed_periods
from ducha.problems import ANY, CAMPAIGN, Path, Problem
from ducha.rules.dates import CADENCE, END, STRETCH


def check_returns(campaign: Campaign, register: Register, plan: Plan) -> Iterator[Problem]:
    """Yield a problem for every return, exemption and objection of a unit or period that its duty does not have."""
    for index, duty in enumerate(plan.duties):
        owing = _owing(register, duty)
        disordered = [*_order(campaign, duty, ("duties", index))]
        yield from disordered
        yield from _exemptions(campaign, register, duty, owing, ("duties", index))
        yield from _units(register, duty, owing, ("duties", index))
        if (duty.returns or duty.objections) and not disordered and _is_readable(campaign, plan, duty):
            yield from _periods(campaign, plan, duty, ("duties", index))
            yield from _excused(campaign, plan, register, duty, ("duties", index))


class _Owing(NamedTuple):
    """Who owes a duty; where one of its groups lists no members, anybody may be one."""

    units: frozenset[str]
    is_open: bool

    def owes(self, register: Register, name: str) -> bool:
        """Whether a unit, or every member of a group, owes the duty; an unknown name is another problem."""
        if self.is_open or register.resolve(name) is None:
            return True
        return self.units.issuperset(register.members_of(name))


def _owing(register: Register, duty: Duty) -> _Owing:
    units = frozenset(unit for name in duty.who for unit in register.members_of(name))
    return _Owing(units, any(register.group(unit) or register.resolve(unit) is None for unit in units))


def _rests_on(path: Path) -> tuple[Path, ...]:
    return (*path, "who"), (CAMPAIGN, "unit_groups", ANY, "members"), (CAMPAIGN, "unit_groups", ANY, "name")


def _units(register: Register, duty: Duty, owing: _Owing, path: Path) -> Iterator[Problem]:
    for at, record in enumerate(duty.returns):
        for index, name in enumerate(record.by):
            if not owing.owes(register, name):
                place = (*path, "returns", at, "by", index)
                yield _not_owed(register, duty, owing, name, place)._replace(rests_on=_rests_on(path))
    for at, objection in enumerate(duty.objections):
        if not owing.owes(register, objection.by):
            problem = _not_owed(register, duty, owing, objection.by, (*path, "objections", at, "by"))
            yield problem._replace(code="DC731", rests_on=_rests_on(path))


def _exemptions(campaign: Campaign, register: Register, duty: Duty, owing: _Owing, path: Path) -> Iterator[Problem]:
    for at, exemption in enumerate(duty.exempt):
        place = (*path, "exempt", at)
        if not owing.owes(register, exemption.unit):
            problem = _not_owed(register, duty, owing, exemption.unit, (*place, "unit"))
            yield problem._replace(rests_on=_rests_on(path))
        yield from _order(campaign, exemption, place)


def _not_owed(register: Register, duty: Duty, owing: _Owing, name: str, path: Path) -> Problem:
    others = [unit for unit in register.members_of(name) if unit not in owing.units]
    if len(register.members_of(name)) > 1 and owing.units:
        few = "、".join(others[:3]) + ("等" if len(others) > 3 else "")
        return Problem("DC310", f"“{name}”中{few}不承担“{duty.title}”", "只写承担这项任务的单位", path)
    who = "、".join(duty.who)
    hint = f"这项任务由{who}承担；改正单位，或补进who" if who else "先在who里写明由谁承担"
    return Problem("DC310", f"“{name}”不承担“{duty.title}”", hint, path)


def _periods(campaign: Campaign, plan: Plan, duty: Duty, path: Path) -> Iterator[Problem]:
    known = {period.name: period for period in owed_periods(campaign, plan, duty)}
    written = [("DC413", (*path, "returns", at, "period"), one.period) for at, one in enumerate(duty.returns)]
    written += [("DC732", (*path, "objections", at, "period"), one.period) for at, one in enumerate(duty.objections)]
    wrong = [one for one in written if one[2] not in known]
    hint = _periods_there_are(campaign, plan, duty, list(known)) if wrong else ""
    rests_on = (("when",), *((*path, key) for key in ("every", "since", "until", "covers")))
    for code, place, period in wrong:
        message = f"“{duty.title}”（{duty.every}）没有“{period}”这一期"
        yield Problem(code, message, hint, place, rests_on=rests_on)


def _excused(campaign: Campaign, plan: Plan, register: Register, duty: Duty, path: Path) -> Iterator[Problem]:
    """A unit that is exempt from a period sends no return to object to."""
    if not (duty.exempt and duty.objections):
        return
    times, owed_on = excused_times(campaign, register, duty), day_owed(campaign, duty)
    periods = {period.name: period for period in owed_periods(campaign, plan, duty)}
    for at, one in enumerate(duty.objections):
        day = owed_on(periods[one.period]) if one.period in periods else None
        units = register.members_of(one.by)
        if day and all(any(begin <= day <= end for begin, end in times.get(unit, ())) for unit in units):
            message = f"“{one.by}”{one.period}这一期免报，没有报送情况可核对"
            place, rests_on = (*path, "objections", at, "period"), ((*path, "exempt"),)
            yield Problem("DC731", message, "改正单位或所报的期，或改正exempt", place, rests_on=rests_on)


def _is_readable(campaign: Campaign, plan: Plan, duty: Duty) -> bool:
    """Whether its periods can be told; where not, that is the problem."""
    times = ((duty.every, CADENCE), (duty.since, STRETCH), (duty.until, END), (plan.when, STRETCH))
    return all(takes.accepts(campaign.readings(phrase)) for phrase, takes in times if phrase)


def _periods_there_are(campaign: Campaign, plan: Plan, duty: Duty, names: list[str]) -> str:
    if all(reading.kind is Kind.OPEN for reading in campaign.readings(duty.every)):
        return "没有固定周期的任务不逐期登记；删去这一项，或写明周期"
    begin, end = holds(campaign, plan, duty)
    span = f"这项任务从{begin}到{end}"
    if not names:
        return f"{span}，其间没有一期；改正every、since或until"
    kinds = {(len(name), name[5:6].isalpha() and name[5]): name for name in reversed(names)}  # the first of each kind
    return f"{span}，写{'、'.join(kinds.values())}……{names[-1]}；起止不对的改since、until"


def _order(campaign: Campaign, record: Duty | Exemption, path: Path) -> Iterator[Problem]:
    since, until = record.since, record.until
    if since and until:
        first, last = bounds(campaign, since, until, campaign.start, campaign.end)
        if last < first:
            yield Problem("DC402", f"“{until}”早于“{since}”", "改正其一", (*path, "until"), ((*path, "since"),))
