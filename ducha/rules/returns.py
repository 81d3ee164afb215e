"""What came in was owed: by a unit that owes the duty, for a period that the duty has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ducha.deadlines import Kind
from ducha.model import Campaign, Duty, Exemption, Plan, Register
from ducha.model.owed import bounds, holds, owed_periods
from ducha.problems import ANY, CAMPAIGN, Path, Problem
from ducha.rules.dates import CADENCE, END, STRETCH


def check_returns(campaign: Campaign, register: Register, plan: Plan) -> Iterator[Problem]:
    """Yield a problem for every return and exemption of a unit or period that its duty does not have."""
    for index, duty in enumerate(plan.duties):
        owing = _owing(register, duty)
        disordered = [*_order(campaign, duty, ("duties", index))]
        yield from disordered
        yield from _exemptions(campaign, register, duty, owing, ("duties", index))
        yield from _units(register, duty, owing, ("duties", index))
        if duty.returns and not disordered and _is_readable(campaign, plan, duty):
            yield from _periods(campaign, plan, duty, ("duties", index))


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
    names = [period.name for period in owed_periods(campaign, plan, duty)]
    known = frozenset(names)
    wrong = [at for at, record in enumerate(duty.returns) if record.period not in known]
    hint = _periods_there_are(campaign, plan, duty, names) if wrong else ""
    rests_on = (("when",), *((*path, key) for key in ("every", "since", "until", "covers")))
    for at in wrong:
        message = f"“{duty.title}”（{duty.every}）没有“{duty.returns[at].period}”这一期"
        yield Problem("DC413", message, hint, (*path, "returns", at, "period"), rests_on=rests_on)


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
