"""Facts of each unit for its appraisal (考核事实): effort, progress and quality, which people weigh.

新政发〔2013〕36号 appraises units on 工作力度, 完成进度 and 完成质量 (督查工作方案 三4) and gives no measure of any of
them; so there are only counts here, no points and no verdict.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ducha.assess.assessment import Assessment
from ducha.assess.charged import by_each_unit, by_sender
from ducha.assess.duties.returns import ReturnStanding, ReturnTally, count, reports
from ducha.assess.obligations import Obligation
from ducha.assess.rates import Rate
from ducha.assess.reference import Reference
from ducha.assess.tally import Tally, is_judged, tally
from ducha.assess.units.classes import find_classes, find_others
from ducha.model import Register


class UnitFacts(NamedTuple):
    """What one unit (or a collective name) is charged with and owes, and what became of it."""

    unit: str
    tally: Tally
    """of all it is charged with; what several share counts for each"""
    most_late: int
    """the most days by which anything of it is or was late"""
    extended: int
    """how much of it was given another day"""
    unreported: int
    """how much is due and unfinished of which nobody told anything"""
    not_begun: int
    """how much should have begun, and nobody told of a beginning"""
    returned: ReturnTally
    """of its reports in the period"""
    figures: Rate
    """figures and nodes reached ÷ those that were due"""
    proven: Rate
    """tasks whose completion has a proof on record ÷ finished tasks"""

    @property
    def has_effort(self) -> bool:
        """Whether there is anything to tell of its effort (工作力度)."""
        return bool(self.returned.due or self.unreported or self.not_begun)

    @property
    def has_quality(self) -> bool:
        """Whether there is anything to tell of its quality (完成质量)."""
        return bool(self.figures.denominator or self.proven.denominator)


class FactsClass(NamedTuple):
    """The facts of the units of one class, in the register's order."""

    name: str | None
    """None for collective names"""
    units: tuple[UnitFacts, ...]


class Appraisal(NamedTuple):
    """The facts of every unit that is charged with anything or owes any report."""

    classes: tuple[FactsClass, ...]
    shared: int
    """how many items are charged to several, and so counted for each"""
    unnamed: int
    """how many are charged to nobody"""


def gather_facts(assessment: Assessment) -> Appraisal:
    """Gather the facts of each unit, collective names last."""
    charged, sent = by_each_unit(assessment.obligations), by_sender(reports(assessment.duties_due))
    known = dict.fromkeys([*charged, *sent])
    facts = {unit: _facts(unit, charged[unit], sent[unit], assessment.reference) for unit in known if unit}
    return Appraisal(
        classes=tuple(_classes(assessment, facts)),
        shared=sum(o.units.is_shared for o in assessment.obligations),
        unnamed=sum(not o.units.charged for o in assessment.obligations),
    )


def _classes(assessment: Assessment, facts: Mapping[str, UnitFacts]) -> list[FactsClass]:
    campaign = assessment.campaign
    units: list[tuple[str | None, Sequence[str]]] = [(one.name, one.units) for one in find_classes(campaign)]
    units.append(("其他单位", find_others(campaign)))
    single = {unit.name for unit in campaign.units}
    register = Register(campaign)
    units.append((None, sorted((name for name in facts if name not in single), key=register.position)))
    found = (FactsClass(name, tuple(facts[unit] for unit in named if unit in facts)) for name, named in units)
    return [one for one in found if one.units]


def _facts(unit: str, charged: list[Obligation], sent: list[ReturnStanding], at: Reference) -> UnitFacts:
    figures = [o for o in charged if o.kind == "checkpoint" and is_judged(o, at.day)]
    finished = [o for o in charged if o.kind == "milestone" and o.state.is_finished]
    return UnitFacts(
        unit=unit,
        tally=tally(charged, at.day),
        most_late=max((o.days_late for o in charged), default=0),
        extended=sum(bool(o.due.extensions) for o in charged),
        unreported=sum(bool(o.reason) for o in charged),
        not_begun=sum(o.not_begun for o in charged),
        returned=count(sent),
        figures=Rate(sum(o.state.is_finished for o in figures), len(figures)),
        proven=Rate(sum(bool(o.proof) for o in finished), len(finished)),
    )
