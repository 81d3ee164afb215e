"""The ledger (台账) of one unit: all that it answers for, each thing once, as it stands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from ducha.assess.assessment import Assessment
from ducha.assess.duties.returns import DutyStanding
from ducha.assess.figures.own import OwnFigure
from ducha.assess.obligations import Obligation
from ducha.assess.scope import Scope
from ducha.assess.units.notices import notices_to
from ducha.model import Liaison, Register

if TYPE_CHECKING:
    from ducha.assess.supervision.issues import IssueStanding
    from ducha.assess.supervision.overview import SupervisionStanding
    from ducha.model.inspection import Inspection
    from ducha.model.records import Notice


class Ledger(NamedTuple):
    """What one unit answers for; ``charged``, ``responsible`` and ``supported`` share nothing."""

    unit: str
    liaison: Liaison | None
    assessment: Assessment
    """narrowed to the unit"""
    charged: tuple[Obligation, ...]
    """what it leads, or is responsible for where nobody leads"""
    responsible: tuple[Obligation, ...]
    """what it is responsible for under another's lead"""
    supported: tuple[Obligation, ...]
    shared: tuple[Obligation, ...]
    """of ``charged``, what others are charged with too"""
    figures: tuple[OwnFigure, ...]
    """its own among those of its groups"""
    owed: tuple[DutyStanding, ...]
    """duties of which it owes returns"""
    received: tuple[DutyStanding, ...]
    """duties of which it receives returns"""
    issues: tuple[IssueStanding, ...]
    extended: tuple[Obligation, ...]
    """what it answers for, in whatever role, whose limit was moved"""
    supervision: SupervisionStanding | None
    """the supervision required of it, in a report on a period what fell due in that; None where nothing is"""
    visits: tuple[Inspection, ...]
    """inspections that came to it"""
    notices: tuple[Notice, ...]
    """papers that it was sent, but for void ones"""
    groups: tuple[str, ...]
    """the groups that list it: what is charged to them is not charged to it"""

    @property
    def leads(self) -> int:
        """How much it leads."""
        return sum(self.unit in o.units.lead for o in self.charged)


def compose_ledger(assessment: Assessment, figures: Iterable[OwnFigure]) -> Ledger:
    """Arrange the assessment of one unit as its ledger; ``figures`` are its own of whatever indicators."""
    unit = assessment.scope.unit or ""
    charged = [o for o in assessment.obligations if assessment.scope.counts(o)]
    others = [o for o in assessment.obligations if not assessment.scope.counts(o)]
    supervision = assessment.supervision
    return Ledger(
        unit=unit,
        liaison=Register(assessment.campaign).liaison(unit),
        assessment=assessment,
        charged=tuple(charged),
        responsible=tuple(o for o in others if o.units.role_of(unit) == "responsible"),
        supported=tuple(o for o in others if o.units.role_of(unit) == "support"),
        shared=tuple(o for o in charged if o.units.is_shared),
        figures=tuple(figures),
        owed=tuple(duty for duty in assessment.duties if duty.returns and unit not in duty.recipients),
        received=tuple(duty for duty in assessment.duties if duty.returns and unit in duty.recipients),
        issues=assessment.issues,
        extended=tuple(o for o in assessment.obligations if o.due.extensions),
        supervision=_required(assessment, unit),
        visits=tuple(one for one in supervision.inspections if unit in one.units) if supervision else (),
        notices=notices_to(assessment, unit),
        groups=assessment.unit_groups,
    )


def _required(assessment: Assessment, unit: str) -> SupervisionStanding | None:
    """A shortfall is an obligation of those who supervise, the office above all: it stands in their own ledger too."""
    if assessment.supervision is None:
        return None
    told = assessment.supervision.told(Scope(), assessment.reference.period)
    required = told.required_of(unit)
    return told._replace(requirements=required) if required else None
