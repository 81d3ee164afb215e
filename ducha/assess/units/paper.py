"""The paper that a notice (催办单、督办通知单) is: all that it says to one unit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from ducha.assess.obligations import Obligation
from ducha.assess.units.calls import ReturnsDue
from ducha.model import Campaign, Liaison
from ducha.model.owed import Owed
from ducha.model.papers import NOTICES, NoticeKind
from ducha.model.rows import row_number

if TYPE_CHECKING:
    from ducha.assess.duties.returns import ReturnStanding
    from ducha.assess.supervision.issues import IssueStanding
    from ducha.model.records import Notice


class Line(NamedTuple):
    """One row of the slip on which a unit answers."""

    id: str
    number: str
    """what is printed: 8-03, of a matter its own number"""
    title: str
    period: Owed | None = None
    """of a return: for which period it is owed"""


class GroupPart(NamedTuple):
    """What a notice to a unit says of a group that lists it: this is charged to the group, and not to the unit."""

    group: str
    late: tuple[Obligation, ...]
    """due and not finished, longest late first"""
    issues_late: tuple[IssueStanding, ...]
    """matters past their limit"""
    soon: tuple[Obligation, ...]
    """of a reminder: falling due soon, the nearest first"""
    issues_soon: tuple[IssueStanding, ...]
    """of a reminder: matters whose limit is near"""

    @property
    def obligations(self) -> tuple[Obligation, ...]:
        """Those that are late, then those that soon may be."""
        return self.late + self.soon

    @property
    def issues(self) -> tuple[IssueStanding, ...]:
        """Matters past their limit, then those that soon may be."""
        return self.issues_late + self.issues_soon

    @property
    def items(self) -> tuple[str, ...]:
        """Ids of all of these."""
        return tuple(line.id for line in _lines(self.obligations, self.issues))


class NoticePaper(NamedTuple):
    """What a notice says to one unit: the only thing its template is given."""

    campaign: Campaign
    kind: NoticeKind
    """`remind` (催办单) or `supervise` (督办通知单)"""
    number: int | None
    """of its kind in its year, None of a draft"""
    day: date
    """the day on which it is sent"""
    records_until: date
    """the last day whose records count"""
    unit: str
    is_group: bool
    """whether it is a group"""
    liaison: Liaison | None
    """whom it goes to at the unit"""
    contact: Liaison | None
    """whom to call at the office"""
    reply_by: date | None
    """by when to reply, None where no day is set"""
    late: tuple[Obligation, ...]
    """due and not finished, longest late first"""
    issues_late: tuple[IssueStanding, ...]
    """matters past their limit"""
    returns: tuple[ReturnsDue, ...]
    """not sent by their cut-off day"""
    soon: tuple[Obligation, ...]
    """of a reminder: falling due soon, the nearest first"""
    issues_soon: tuple[IssueStanding, ...]
    """of a reminder: matters whose limit is near"""
    as_member: tuple[GroupPart, ...]
    """what is charged to groups that list the unit, and not to itself; each item once"""
    earlier: tuple[Notice, ...]
    """notices to the unit that named some of these before, oldest first"""

    @property
    def name(self) -> str:
        """催办单 or 督办通知单."""
        return NOTICES[self.kind]

    @property
    def mark(self) -> str | None:
        """催办〔2013〕3号, None of a draft."""
        if self.number is None:
            return None
        return self.campaign.notices.mark(self.kind, self.day.year, self.number)

    @property
    def lines(self) -> tuple[Line, ...]:
        """All that it names, in its order."""
        late, soon = _lines(self.late, self.issues_late), _lines(self.soon, self.issues_soon)
        returns = (_line_of(late, one) for late in self.returns for one in late.returns)
        as_member = (line for part in self.as_member for line in _lines(part.obligations, part.issues))
        return (*late, *returns, *soon, *as_member)

    @property
    def has_own(self) -> bool:
        """Whether anything of it is the unit's own, not only its groups'."""
        return bool(self.late or self.issues_late or self.returns or self.soon or self.issues_soon)

    @property
    def has_late(self) -> bool:
        """Whether it names anything due and not finished, of the unit or its groups."""
        return bool(self.late) or any(part.late for part in self.as_member)

    @property
    def has_issues_late(self) -> bool:
        """Whether it names a matter past its limit, of the unit or its groups."""
        return bool(self.issues_late) or any(part.issues_late for part in self.as_member)

    @property
    def repeats(self) -> Notice | None:
        """The notice of this kind that named just this to the unit on the same day, where there was one."""
        same = (one for one in self.earlier if one.kind == self.kind and one.day == self.day)
        return next((one for one in same if frozenset(one.items) == frozenset(self.items)), None)

    @property
    def items(self) -> tuple[str, ...]:
        """Ids of all that it names, as they are recorded with its number."""
        return tuple(line.id for line in self.lines)


def _lines(obligations: Iterable[Obligation], issues: Iterable[IssueStanding]) -> Iterator[Line]:
    yield from (Line(o.id, row_number(o.number, o.place), o.full_title) for o in obligations)
    yield from (Line(one.id, one.id, one.title) for one in issues)


def _line_of(due: ReturnsDue, one: ReturnStanding) -> Line:
    return Line(one.id, row_number(due.duty.number, due.duty.place), due.duty.duty.title, one.period)
