"""One kind of value for everything that can be late (事项)."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from ducha.assess.amounts import Figure
from ducha.assess.answering import Units
from ducha.assess.due import DueDay
from ducha.assess.frame import Frame
from ducha.assess.objections import known_objections
from ducha.assess.states import State, days_late, judge, precedes_issue
from ducha.model import Item, Objection, Report, Stop
from ducha.problems import Path

SortKey = tuple[int, date, bool, Path]


class Obligation(NamedTuple):
    """A milestone or a checkpoint as it stands on the reference day.

    ``place`` leads to its record in the plan's file. ``days_late`` counts from the present due day, and from
    the day of issue at the earliest; ``days_left`` is 0 on the due day itself.
    """

    id: str
    """`plan/item`, of a checkpoint with `@` and its first day"""
    plan: str
    """id of its plan"""
    plan_title: str
    """its plan's short title"""
    number: int
    """its plan's number"""
    kind: Literal["milestone", "checkpoint"]
    title: str
    section: str | None
    """the document's section"""
    strength: str
    """`strive`, `ensure` or `must`"""
    due: DueDay
    state: State
    """`done`, `done_late`, `overdue`, …, each with its `label`"""
    reason: str | None
    """of an overdue one: `unreported` or `unverified`, none where its progress is known"""
    done: date | None
    """the day it was finished"""
    days_late: int
    late_since_issue: bool
    """whether these count from the day of issue, because the due day had passed by then"""
    days_left: int | None
    """to the present due day, of what is not yet due"""
    reports: tuple[Report, ...]
    """all that was said of it, oldest first"""
    stopped: Stop | None
    """the approval, where it was cancelled or suspended"""
    objections: tuple[Objection, ...]
    """what units objected to, oldest first; the open ones are not ``settled``"""
    figure: Figure | None
    """of a checkpoint: what is asked and what is there"""
    units: Units
    """who answers for it"""
    note: str | None
    place: Path
    not_begun: bool = False
    """whether its day to begin has passed, it is not due yet, and nobody told of a beginning"""
    window: str | None = None
    """which of several windows it is, in the document's words"""
    proof: str | None = None
    """of a finished task: by what its completion is proven, where that is recorded"""

    @property
    def full_title(self) -> str:
        """The title, with its node where it is not the final target, or its window: 土地出让（6月底节点）.

        A limit whose year is only assumed says so.
        """
        is_node = self.figure is not None and not self.figure.is_final
        part = f"{self.due.words}节点" if is_node else self.window
        marks = [*filter(None, [part]), *["时限年份为推定"] * self.due.is_assumed]
        return f"{self.title}（{'，'.join(marks)}）" if marks else self.title

    @property
    def marked_title(self) -> str:
        """The full title, with the mark of what is only to be striven for."""
        return self.full_title + ("（力争）" if self.strength == "strive" else "")

    @property
    def sort_key(self) -> SortKey:
        """The order everywhere: plan, due day (undated last), place in the plan's file, which is the document's."""
        return order_of(self.number, self.due, self.place)

    @property
    def is_short(self) -> bool:
        """Whether it is overdue although figures were reported: they fall short of the bar."""
        return self.state is State.OVERDUE and self.figure is not None and self.reason is None

    @property
    def last_report(self) -> Report | None:
        """The latest thing anybody said about it; nothing of what is in dispute."""
        return self.reports[-1] if self.reports and self.state is not State.DISPUTED else None


def order_of(number: int, due: DueDay, place: Path) -> SortKey:
    """The place of an obligation or indicator among all: tasks before figures of the same day, as written."""
    return number, due.present or date.max, place[0] != "milestones", place[1:]


def make_obligation(
    frame: Frame,
    item: Item,
    due: DueDay,
    *,
    obligation_id: str,
    kind: Literal["milestone", "checkpoint"],
    place: Path,
    finished: date | None,
    reported: bool,
    disputed: bool = False,
    figure: Figure | None = None,
    begun: bool = True,
    window: str | None = None,
    proof: str | None = None,
) -> Obligation:
    """Judge one obligation and gather what any report says of it.

    ``reported`` says that the thing itself is known: its completion, or for a checkpoint some figure; ``disputed``
    that a unit's objection is open. ``begun`` is false where the day of its beginning is set and nothing is known of
    it; ``window`` names one of several; ``proof`` is that of its completion.
    """
    stop = item.stopped if item.stopped and item.stopped.day <= frame.until else None
    reports = frame.reports_of(item)
    heard = reported or bool(reports)
    state = judge(
        *(frame.campaign, frame.reference, due),
        finished=finished,
        stopped=bool(stop),
        disputed=disputed,
        reported=heard,
    )
    late, left = _days(frame, state, due, finished)
    return Obligation(
        id=obligation_id,
        plan=frame.plan.id,
        plan_title=frame.plan.short_title,
        number=frame.plan.number,
        kind=kind,
        title=item.title,
        section=item.section,
        strength=item.strength,
        due=due,
        state=state,
        reason=_reason(frame, state, due, heard, reported or (heard and kind == "milestone")),
        done=finished if state.is_finished else None,
        days_late=late,
        late_since_issue=bool(late) and precedes_issue(frame.campaign, due),
        days_left=left,
        reports=reports,
        stopped=stop,
        objections=known_objections(frame.register, item.objections, frame.checked_until),
        figure=figure,
        units=frame.units_of(item),
        note=item.note,
        place=place,
        not_begun=not begun and state.is_under_way and due.start is not None and due.start < frame.reference,
        window=window,
        proof=proof,
    )


def _reason(frame: Frame, state: State, due: DueDay, heard: bool, answered: bool) -> str | None:
    """Why an overdue item is so: never verified since issue, or its progress (its figure) never reported."""
    if state is not State.OVERDUE:
        return None
    if not heard and precedes_issue(frame.campaign, due):
        return "unverified"
    return None if answered else "unreported"


def _days(frame: Frame, state: State, due: DueDay, finished: date | None) -> tuple[int, int | None]:
    if due.present is None:
        return 0, None
    left = (due.present - frame.reference).days if state.is_ahead else None
    return days_late(frame.campaign, frame.reference, state, due.present, finished), left
