"""What is due and unfinished in a bulletin's period: told or silent, whose, and whether there is any news of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from ducha.assess.assessment import Assessment
from ducha.assess.bulletin.changes import Changes
from ducha.assess.charged import UnitDues, by_unit
from ducha.assess.obligations import Obligation
from ducha.assess.states import State
from ducha.deadlines.cycles import Period
from ducha.model import Register


class Lateness(NamedTuple):
    """All that is due and unfinished, longest late first, and the four kinds that together make it up."""

    all: tuple[Obligation, ...]
    """the four that follow together"""
    recent: tuple[Obligation, ...]
    """those of all that fell due in the period"""
    older: tuple[Obligation, ...]
    """those that were due before it"""
    tasks: tuple[Obligation, ...]
    """tasks of which somebody told how they stand"""
    nodes: tuple[Obligation, ...]
    """figures that were told and are short of their node or target"""
    unreported: tuple[Obligation, ...]
    """tasks of which nobody told anything, and figures without a value"""
    strivings: tuple[Obligation, ...]
    """力争 items of either kind, which are worded apart"""
    unreported_by_unit: tuple[UnitDues, ...]
    """the unreported by who is charged, in the register's order"""
    by_unit: tuple[tuple[str, int], ...]
    """the units charged with most of it; what several share counts for each"""
    by_plan: tuple[tuple[str, int], ...]
    """the plans with most of it, by short title"""
    unchanged: tuple[str, ...]
    """ids of what was reported again with the text of the report before"""
    silent: tuple[str, ...]
    """ids of what was reported before, but not in this period"""
    repeated: tuple[str, ...]
    """ids of what was late in the bulletin before as well"""


def find_lateness(assessment: Assessment, period: Period, changes: Changes | None) -> Lateness:
    """Sort out what is late in a period."""
    register = Register(assessment.campaign)
    overdue = assessment.in_state(State.OVERDUE)
    plain = [o for o in overdue if o.strength != "strive"]
    unreported = [o for o in plain if o.reason]
    told = [o for o in plain if not o.reason]
    return Lateness(
        all=overdue,
        recent=tuple(o for o in overdue if period.holds(o.due.present)),
        older=tuple(o for o in overdue if not period.holds(o.due.present)),
        tasks=tuple(o for o in told if o.kind == "milestone"),
        nodes=tuple(o for o in told if o.kind == "checkpoint"),
        unreported=tuple(unreported),
        strivings=tuple(o for o in overdue if o.strength == "strive"),
        unreported_by_unit=by_unit(register, unreported),
        by_unit=most(_late_by_unit(register, overdue)),
        by_plan=most((plan.short_title, plan.tally.counts[State.OVERDUE]) for plan in assessment.plans),
        unchanged=tuple(o.id for o in overdue if _is_unchanged(o, period)),
        silent=tuple(o.id for o in overdue if o.last_report and not period.holds(o.last_report.day)),
        repeated=tuple(o.id for o in changes.still_late) if changes else (),
    )


def most(counts: Iterable[tuple[str, int]], few: int = 3) -> tuple[tuple[str, int], ...]:
    """The few largest counts of more than two, without cutting between equal ones."""
    ranked = sorted((entry for entry in counts if entry[1] > 2), key=lambda entry: -entry[1])
    while len(ranked) > few:
        ranked = [entry for entry in ranked if entry[1] > ranked[-1][1]]
    return tuple(ranked)


def _late_by_unit(register: Register, overdue: Iterable[Obligation]) -> list[tuple[str, int]]:
    counter = Counter(unit for obligation in overdue for unit in obligation.units.charged)
    return [(unit, counter[unit]) for unit in sorted(counter, key=register.position)]


def _is_unchanged(obligation: Obligation, period: Period) -> bool:
    before = [report.text for report in obligation.reports if report.day < period.first]
    since = [report.text for report in obligation.reports if period.holds(report.day)]
    return bool(since) and set(since) == set(before[-1:])
