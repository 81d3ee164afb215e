"""Matters handed over (交办事项) as they stand on the reference day: in hand, late, closed, reopened."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from ducha.assess.answering import Units
from ducha.assess.objections import known_objections
from ducha.assess.reference import Reference, checked_until
from ducha.assess.scope import Scope
from ducha.assess.states import State
from ducha.assess.supervision.handling import Handling, find_rounds
from ducha.model import Campaign, Objection, Register
from ducha.model.values import plan_of

if TYPE_CHECKING:
    from ducha.model.issue import Feedback, Issue, Recheck, Urging
    from ducha.model.records import Records

IssueKey = tuple[date, date, str]


class IssueStanding(NamedTuple):
    """One matter on the reference day, in the round that began when it was handed over or last reopened."""

    id: str
    title: str
    text: str | None
    """what is to be done"""
    about: str | None
    """the plan or item it concerns, by its id"""
    plan: str | None
    """the plan it concerns, by its id"""
    source: str
    """`inspection`, `instruction`, `decision`, `proposal`, `upper` or `public`"""
    reference: str | None
    """the number of the paper it came from; none of a leader's instruction, but in a report for leaders"""
    inspection: str | None
    """id of the inspection that found it"""
    cause: str | None
    """why it is not settled, by the campaign's list"""
    units: Units
    found: date
    assigned: date
    """the day it was handed over"""
    since: date
    """the day this round began: that of handing over, or of the last reopening"""
    first_due: date
    """the limit it was first given"""
    due: date
    """the limit that counts now"""
    extensions: int
    """how often this round's limit was moved"""
    state: State
    """`disputed`, `done`, `done_late`, `unverified` (the unit says it is settled, nobody checked), `overdue`, …"""
    closed: date | None
    """the day it was closed, None of an open one"""
    finished: date | None
    """the day it was settled: by the office's finding, else the unit's unanswered claim, else the closing"""
    claimed: date | None
    """the day on which the unit said it was settled, of one that waits to be checked"""
    days_late: int
    days_left: int | None
    """to the limit, of what is in hand"""
    urgings: tuple[Urging, ...]
    """of this round, oldest first"""
    feedback: tuple[Feedback, ...]
    """of this round, oldest first, by units under their registered names"""
    rounds: tuple[Handling, ...]
    """all that it went through, the present one last"""
    closings: int
    """how often it was closed"""
    reopened: int
    """how often it was reopened"""
    rechecks: tuple[Recheck, ...]
    objections: tuple[Objection, ...]
    """raised in time for the report, oldest first, as known then: what was settled later is open"""
    needs_decision: str | None
    """what only a leader can settle, of an open one"""
    note: str | None

    @property
    def is_open(self) -> bool:
        """Whether it is not closed."""
        return self.closed is None

    @property
    def last_feedback(self) -> Feedback | None:
        """The latest that a unit said of it in this round."""
        return self.feedback[-1] if self.feedback else None

    @property
    def sort_key(self) -> IssueKey:
        """The order everywhere: the limit, the day of handing over, the number."""
        return self.due, self.assigned, self.id


def assess_issues(
    campaign: Campaign, records: Records, reference: Reference, scope: Scope, plans: Iterable[str]
) -> tuple[IssueStanding, ...]:
    """Judge every matter handed over by the reference day, in the common order.

    ``plans`` are the ids of the plans reported on: where the report is narrowed to some, so are the matters.
    """
    until = reference.records_until
    known = (issue for issue in records.issues if issue.handed_over <= until)
    return _judged(campaign, records, reference, scope, plans, known)


def find_waiting(
    campaign: Campaign, records: Records, reference: Reference, scope: Scope, plans: Iterable[str]
) -> tuple[IssueStanding, ...]:
    """Return every matter found by the reference day that is handed over only later: nobody answers for it yet."""
    until = reference.records_until
    found = (issue for issue in records.issues if issue.found <= until < issue.handed_over)
    return _judged(campaign, records, reference, scope, plans, found)


def _judged(
    campaign: Campaign,
    records: Records,
    reference: Reference,
    scope: Scope,
    plans: Iterable[str],
    issues: Iterable[Issue],
) -> tuple[IssueStanding, ...]:
    register, kept = Register(campaign), frozenset(plans)
    is_narrowed = bool(scope.plans or scope.leader or scope.group is not None)
    written = _written(campaign, register, records)
    standings = (_standing(campaign, register, issue, written.get(issue.id, ()), reference) for issue in issues)
    return tuple(
        sorted(
            (one for one in standings if scope.names(one.units) and (one.plan in kept or not is_narrowed)),
            key=lambda one: one.sort_key,
        )
    )


def without_instructions(issues: Iterable[IssueStanding]) -> tuple[IssueStanding, ...]:
    """Return matters without the numbers of leaders' instructions (批示件), which only leaders' papers print."""
    return tuple(one._replace(reference=None) if one.source == "instruction" else one for one in issues)


def _written(campaign: Campaign, register: Register, records: Records) -> dict[str, list[Urging]]:
    """Id of a matter → its urgings by notice; those of one day to several units that share it are one.

    A notice to a unit that has nothing to do with a matter urges nobody.
    """
    from ducha.model.issue import Urging

    marks: dict[str, dict[date, list[str]]] = {}
    answering = {one.id: (*one.lead, *one.responsible, *one.support) for one in records.issues}
    for notice in sorted(records.notices, key=lambda one: (one.day, one.kind, one.number)):
        for name in () if notice.void else notice.items:
            if not register.may_be_among(notice.unit, answering.get(name, ())):
                continue
            mark = campaign.notices.mark(notice.kind, notice.day.year, notice.number)
            marks.setdefault(name, {}).setdefault(notice.day, []).append(mark)
    return {
        name: [Urging.model_construct(day=day, by=None, text="、".join(some)) for day, some in by_day.items()]
        for name, by_day in marks.items()
    }


def _standing(
    campaign: Campaign, register: Register, issue: Issue, written: Iterable[Urging], reference: Reference
) -> IssueStanding:
    until = reference.records_until
    rounds = find_rounds(register, issue, written, until)
    now = rounds[-1]
    objections = known_objections(register, issue.objections, checked_until(campaign, reference))
    is_disputed = any(one.settled is None for one in objections)
    state = State.DISPUTED if is_disputed else _state(campaign, now, reference.day)
    in_hand = state.is_ahead
    return IssueStanding(
        id=issue.id,
        title=issue.title,
        text=issue.text,
        about=issue.about,
        plan=plan_of(issue.about) if issue.about else None,
        source=issue.source,
        reference=issue.reference,
        inspection=issue.inspection,
        cause=next((cause.title for cause in campaign.causes if cause.id == issue.cause), None),
        units=Units(*(register.known(names) for names in (issue.lead, issue.responsible, issue.support))),
        found=issue.found,
        assigned=issue.handed_over,
        since=now.since,
        first_due=issue.due,
        due=now.due,
        extensions=len(now.granted),
        state=state,
        closed=now.closing.day if now.closing else None,
        finished=now.finished,
        claimed=now.claimed if state is State.UNVERIFIED else None,
        days_late=_days_late(now, state, reference.day),
        days_left=(now.due - reference.day).days if in_hand else None,
        urgings=now.urgings,
        feedback=now.feedback,
        rounds=rounds,
        closings=sum(one.closing is not None for one in rounds),
        reopened=len(rounds) - 1,
        rechecks=tuple(sorted((one for one in issue.rechecks if one.day <= until), key=lambda one: one.day)),
        objections=objections,
        needs_decision=None if now.closing else issue.needs_decision,
        note=issue.note,
    )


def _state(campaign: Campaign, now: Handling, day: date) -> State:
    """Closed in time or late, said to be settled, past its limit, or in hand; due today is not late."""
    if now.finished:
        return State.DONE if now.finished <= now.due else State.DONE_LATE
    if now.claimed:
        return State.UNVERIFIED
    if now.due < day:
        return State.OVERDUE
    return State.DUE_SOON if now.due - day <= timedelta(days=campaign.due_soon_days) else State.PENDING


def _days_late(now: Handling, state: State, day: date) -> int:
    last = {State.OVERDUE: day, State.DONE_LATE: now.finished}.get(state)
    return (last - now.due).days if last else 0
