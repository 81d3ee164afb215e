"""The sheet on which a unit checks what a bulletin will say of it (数据核对单)."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from ducha.assess.duties.returns import DutyStanding, ReturnStanding, ReturnTally
from ducha.assess.figures.indicators import IndicatorStanding
from ducha.assess.figures.own import OwnFigure
from ducha.assess.obligations import Obligation
from ducha.assess.supervision.issues import IssueStanding
from ducha.assess.supervision.required import Requirement
from ducha.assess.tally import Tally
from ducha.assess.verify.annexes import Annexes
from ducha.assess.verify.mentions import Mention
from ducha.model import Liaison

Part = Literal["responsible", "support", "quoted", "objected"]


class Shared(NamedTuple):
    """An item that concerns a unit without being charged to it in its own name."""

    obligation: Obligation
    part: Part | None
    """`responsible` under a lead, `support`, `quoted`: it told of the item, `objected`; none: its group is charged"""
    group: str | None
    """the group in whose name, where not in its own"""


class OwedReturn(NamedTuple):
    """A return that a unit owes."""

    duty: DutyStanding
    one: ReturnStanding


class Sheet(NamedTuple):
    """All that a bulletin will say of one unit: what the template of the sheet is given beside the bulletin."""

    unit: str
    groups: tuple[str, ...]
    """the groups that list it; what is charged to them is not charged to it"""
    members: tuple[str, ...]
    """whom it lists, if it is a group itself"""
    is_group: bool
    """whether it is a group; one without ``members`` has no address of its own"""
    contact: Liaison | None
    """whom to call at the office"""
    reply_day: date | None
    """by when it answers, None where no time is set for that"""
    tally: Tally
    """of all that is charged to it"""
    named_late: int | None
    """how many late items the bulletin will name it with, as one of those that have most"""
    unfinished: tuple[Obligation, ...]
    """charged to it, due and unfinished, longest late first"""
    finished: tuple[Obligation, ...]
    """charged to it, finished in the period"""
    indicators: tuple[IndicatorStanding, ...]
    """charged to it"""
    places: tuple[OwnFigure, ...]
    """its own figures among those of its groups"""
    returns: tuple[OwedReturn, ...]
    """what it owed in the period, and what is left of earlier periods, by cut-off day"""
    reported: ReturnTally
    """of the period's, what is sent to somebody"""
    worked: ReturnTally
    """of the period's, other standing work"""
    moved: tuple[Obligation, ...]
    """charged to it, given another day in the period"""
    unjudged: tuple[Obligation, ...]
    """charged to it, and not judged: with two possible days, being verified, in dispute or stopped"""
    ahead: tuple[Obligation, ...]
    """charged to it, due in the following period, or not begun in time"""
    returns_ahead: tuple[OwedReturn, ...]
    """what it owes in the following period"""
    issues: tuple[IssueStanding, ...]
    """matters handed over that the bulletin lists and in which it has any role, by limit"""
    supervision: tuple[Requirement, ...]
    """supervision that was required of it and fell due in the period"""
    as_member: tuple[Shared, ...]
    """charged to a group of which it is a member"""
    concerning: tuple[Shared, ...]
    """what else names it, or its group, or tells what it reported; not charged to it"""
    mentions: tuple[Mention, ...]
    """where the office's prose names it"""
    annexes: Annexes
    """of a quarter or a year: its rows of the annexes on units"""

    @property
    def supervision_short(self) -> tuple[Requirement, ...]:
        """What of ``supervision`` it owes."""
        return tuple(one for one in self.supervision if one.is_short)

    @property
    def is_empty(self) -> bool:
        """Whether the bulletin will say nothing of it."""
        own = self.unfinished or self.finished or self.indicators or self.moved or self.unjudged or self.ahead
        others = self.places or self.as_member or self.concerning or self.mentions
        told = self.returns or self.returns_ahead or self.issues or self.supervision
        return not (own or others or told or any(self.annexes))
