"""The states of an obligation: one table, first match wins."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from ducha.assess.due import DueDay
from ducha.model import Campaign


class State(StrEnum):
    """Where an obligation stands on the reference day, in the order in which the rules are asked."""

    STOPPED = "stopped"
    DISPUTED = "disputed"
    DONE = "done"
    DONE_LATE = "done_late"
    UNDATED = "undated"
    UNCLEAR = "unclear"
    UNVERIFIED = "unverified"
    OVERDUE = "overdue"
    DUE_SOON = "due_soon"
    PENDING = "pending"

    @property
    def label(self) -> str:
        """The state's name in bulletins."""
        return _LABELS[self]

    @property
    def is_finished(self) -> bool:
        """Whether nothing more is to be done."""
        return self in (State.DONE, State.DONE_LATE)

    @property
    def is_ahead(self) -> bool:
        """Whether its day is known, and is today or still to come."""
        return self in (State.DUE_SOON, State.PENDING)

    @property
    def may_be_ahead(self) -> bool:
        """Whether its day is still to come by one reading of its limit at least."""
        return self.is_ahead or self is State.UNCLEAR

    @property
    def is_under_way(self) -> bool:
        """Whether it is neither finished nor late, with a day or without."""
        return self.may_be_ahead or self is State.UNDATED


_LABELS = {
    State.STOPPED: "经批准取消或暂缓",
    State.DISPUTED: "数据核对中",
    State.DONE: "按期完成",
    State.DONE_LATE: "逾期完成",
    State.UNDATED: "未明确时限",
    State.UNCLEAR: "时限待明确",
    State.UNVERIFIED: "待核实",
    State.OVERDUE: "到期未完成",
    State.DUE_SOON: "即将到期",
    State.PENDING: "未到时限",
}


def judge(
    campaign: Campaign,
    reference: date,
    due: DueDay,
    *,
    finished: date | None = None,
    stopped: bool = False,
    disputed: bool = False,
    reported: bool = False,
) -> State:
    """Return the state on the reference day of what is known by then.

    ``finished`` is the day of completion if that is recorded, ``disputed`` whether a unit's objection is open,
    ``reported`` whether anything was ever said about it. Due today is not overdue: the day itself is still on time.
    """
    if stopped:
        return State.STOPPED
    if disputed:
        return State.DISPUTED
    if finished:
        return State.DONE if due.present is None or finished <= due.present else State.DONE_LATE
    if due.present is None:
        return State.UNDATED
    if due.strict and due.strict < reference <= due.present:
        return State.UNCLEAR
    if due.present < reference:
        return State.UNVERIFIED if _is_unverified(campaign, reference, due, reported) else State.OVERDUE
    if due.present - reference <= timedelta(days=campaign.due_soon_days):
        return State.DUE_SOON
    return State.PENDING


def days_late(campaign: Campaign, reference: date, state: State, due: date, finished: date | None) -> int:
    """Return by how many days something is or was late, from its due day, and from the day of issue at the earliest."""
    last = reference if state is State.OVERDUE else finished if state is State.DONE_LATE else None
    counted_from = max(due, campaign.document.issued or due)
    return max((last - counted_from).days, 0) if last else 0


def precedes_issue(campaign: Campaign, due: DueDay) -> bool:
    """Whether the day had passed when the document was issued."""
    issued = campaign.document.issued
    return due.present is not None and issued is not None and due.present < issued


def _is_unverified(campaign: Campaign, reference: date, due: DueDay, reported: bool) -> bool:
    if reported or not precedes_issue(campaign, due):
        return False
    return campaign.verify_by is None or reference <= campaign.verify_by
