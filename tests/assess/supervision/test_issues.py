"""Matters handed over on the day: in hand, late, said to be settled, closed, reopened."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ducha.assess import Reference, Scope, State
from ducha.assess.supervision.issues import IssueStanding, assess_issues, find_waiting, without_instructions
from ducha.model.records import Records
from tests.conftest import make_campaign

CAUSES = [{"id": "land", "title": "用地"}]


def make_issue(**keys: Any) -> dict[str, Any]:
    base = {"id": "1", "title": "问题", "source": "public", "found": "2013-06-03", "due": "2013-06-20"}
    return {**base, "responsible": "国土局", **keys}


def one_issue(day: str, scope: Scope | None = None, plans: tuple[str, ...] = (), **keys: Any) -> IssueStanding:
    """The standing of one matter on a day whose own records count."""
    at = date.fromisoformat(day)
    records = Records.model_validate({"issues": [make_issue(**keys)]})
    campaign = make_campaign(causes=CAUSES)
    (standing,) = assess_issues(campaign, records, Reference(at, "option", at), scope or Scope(), plans)
    return standing


FEEDBACK = {"day": "2013-06-18", "text": "已办", "finished": "true"}


@pytest.mark.parametrize(
    ("day", "keys", "state", "late"),
    [
        ("2013-06-04", {}, State.PENDING, 0),
        ("2013-06-05", {}, State.DUE_SOON, 0),
        ("2013-06-20", {}, State.DUE_SOON, 0),
        ("2013-06-21", {}, State.OVERDUE, 1),
        ("2013-07-20", {}, State.OVERDUE, 30),
        ("2013-06-30", {"closings": [{"day": "2013-06-20"}]}, State.DONE, 0),
        ("2013-06-30", {"closings": [{"day": "2013-06-21"}]}, State.DONE_LATE, 1),
        ("2013-06-19", {"closings": [{"day": "2013-06-20"}]}, State.DUE_SOON, 0),
        # the office may take its time to check: what counts is the day on which the unit had settled it
        ("2013-06-30", {"closings": [{"day": "2013-06-28", "finished": "2013-06-19"}]}, State.DONE, 0),
        ("2013-06-30", {"feedback": [FEEDBACK], "closings": [{"day": "2013-06-28"}]}, State.DONE, 0),
        ("2013-06-30", {"feedback": [FEEDBACK]}, State.UNVERIFIED, 0),
        ("2013-06-17", {"feedback": [FEEDBACK]}, State.DUE_SOON, 0),
        ("2013-06-30", {"feedback": [FEEDBACK], "urgings": [{"day": "2013-06-22"}]}, State.OVERDUE, 10),
        (
            "2013-06-30",
            {"feedback": [FEEDBACK, {"day": "2013-06-25", "text": "还有一处没有拆"}]},
            State.OVERDUE,
            10,
        ),
        ("2013-06-30", {"feedback": [{"day": "2013-06-18", "text": "正在办理"}]}, State.OVERDUE, 10),
    ],
)
def test_the_state_on_a_day(day: str, keys: dict[str, Any], state: State, late: int) -> None:
    standing = one_issue(day, **keys)
    assert (standing.state, standing.days_late) == (state, late)
    assert (standing.days_left is not None) == (state in (State.PENDING, State.DUE_SOON))


CLAIM = {"day": "2013-06-09", "text": "已办", "finished": "true"}
URGED = {"urgings": [{"day": "2013-06-22", "text": "核实未办结"}]}
TAKEN_BACK = {"feedback": [CLAIM, {"day": "2013-06-22", "text": "又发现问题"}]}


@pytest.mark.parametrize(
    ("keys", "finished"),
    [
        ({}, "2013-06-09"),
        (URGED, "2013-06-28"),
        (TAKEN_BACK, "2013-06-28"),
        # said again: the last word before the closing counts
        ({"feedback": [CLAIM, FEEDBACK]}, "2013-06-18"),
        ({"urgings": [{"day": "2013-06-12"}], "feedback": [CLAIM, FEEDBACK]}, "2013-06-18"),
        # on the day itself it is not known which came first
        ({"urgings": [{"day": "2013-06-09"}]}, "2013-06-09"),
        # the office's own finding stands above all that was said
        ({**URGED, "closings": [{"day": "2013-06-28", "finished": "2013-06-25"}]}, "2013-06-25"),
    ],
)
def test_a_claim_that_was_answered_does_not_settle_a_matter(keys: dict[str, Any], finished: str) -> None:
    """项目突破年 五（二）: the office closes, so what it found unsettled is not settled by a claim from before."""
    standing = one_issue("2013-06-30", **{"feedback": [CLAIM], "closings": [{"day": "2013-06-28"}], **keys})
    assert str(standing.finished) == finished
    assert standing.state is (State.DONE if finished <= "2013-06-20" else State.DONE_LATE)


def test_closing_does_not_take_back_the_lateness_of_the_day_before() -> None:
    keys: dict[str, Any] = {"feedback": [CLAIM], **URGED, "closings": [{"day": "2013-06-28"}]}
    before, after = (one_issue(day, **keys) for day in ("2013-06-27", "2013-06-28"))
    assert [(one.state, one.days_late) for one in (before, after)] == [(State.OVERDUE, 7), (State.DONE_LATE, 8)]


def test_a_notice_sent_after_the_closing_does_not_answer_a_claim() -> None:
    notice = {"number": "1", "kind": "remind", "day": "2013-06-29", "unit": "国土局", "items": ["1"]}
    issue = make_issue(feedback=[CLAIM], closings=[{"day": "2013-06-28"}])
    records = Records.model_validate({"issues": [issue], "notices": [notice]})
    at = Reference(date(2013, 6, 30), "option", date(2013, 6, 30))
    (standing,) = assess_issues(make_campaign(), records, at, Scope(), ())
    assert (str(standing.finished), standing.state) == ("2013-06-09", State.DONE)


def test_an_extension_counts_from_the_day_it_was_granted_and_the_first_limit_stays() -> None:
    extensions = [{"day": "2013-06-19", "to": "2013-07-10", "by": "县府办", "reason": "采购"}]
    before, after = (one_issue(day, extensions=extensions) for day in ("2013-06-18", "2013-06-30"))
    assert (str(before.due), before.extensions) == ("2013-06-20", 0)
    assert (str(after.due), str(after.first_due), after.extensions) == ("2013-07-10", "2013-06-20", 1)
    assert after.state is State.DUE_SOON


@pytest.mark.parametrize(
    ("day", "closing", "due"),
    [
        ("2013-06-24", None, "2013-07-10"),
        ("2013-06-25", {"day": "2013-06-25"}, "2013-06-20"),
        ("2013-06-25", {"day": "2013-06-25", "finished": "2013-06-21"}, "2013-06-20"),
        ("2013-06-25", {"day": "2013-06-25", "finished": "2013-06-23"}, "2013-07-10"),
    ],
)
def test_what_is_granted_after_a_matter_was_settled_moves_no_limit(day: str, closing: Any, due: str) -> None:
    """As of milestones; the day it was settled is the same whether the office writes it or the unit's claim is it."""
    claim = {**FEEDBACK, "day": "2013-06-21"}
    extensions = [{"day": "2013-06-23", "to": "2013-07-10", "by": "县府办", "reason": "采购"}]
    standing = one_issue(day, feedback=[claim], extensions=extensions, closings=[closing] if closing else [])
    assert (str(standing.due), standing.extensions) == (due, int(due != "2013-06-20"))
    if closing:
        assert (standing.state is State.DONE_LATE) == (due == "2013-06-20")


ROUNDS: dict[str, Any] = {
    "urgings": [{"day": "2013-06-10"}],
    "feedback": [{"day": "2013-06-12", "text": "清理完毕", "finished": "true", "by": "国土局"}],
    "closings": [{"day": "2013-06-14"}, {"day": "2013-07-20"}],
    "rechecks": [{"day": "2013-06-28", "passed": "false"}],
    "reopenings": [{"day": "2013-06-29", "due": "2013-07-10", "reason": "反弹"}],
}


@pytest.mark.parametrize(
    ("day", "state", "since", "due", "reopened", "closings"),
    [
        ("2013-06-13", State.UNVERIFIED, "2013-06-03", "2013-06-20", 0, 0),
        ("2013-06-14", State.DONE, "2013-06-03", "2013-06-20", 0, 1),
        ("2013-06-28", State.DONE, "2013-06-03", "2013-06-20", 0, 1),
        ("2013-06-29", State.DUE_SOON, "2013-06-29", "2013-07-10", 1, 1),
        ("2013-07-11", State.OVERDUE, "2013-06-29", "2013-07-10", 1, 1),
        ("2013-07-20", State.DONE_LATE, "2013-06-29", "2013-07-10", 1, 2),
    ],
)
def test_a_reopened_matter_begins_again_under_its_number(
    day: str, state: State, since: str, due: str, reopened: int, closings: int
) -> None:
    """项目突破年 五（二）: 对交办问题进行销号; research E2, H7: closing, recheck, reopening under the same id."""
    standing = one_issue(day, **ROUNDS)
    assert (standing.id, standing.state) == ("1", state)
    assert (str(standing.since), str(standing.due)) == (since, due)
    assert (standing.reopened, standing.closings) == (reopened, closings)
    assert str(standing.first_due) == "2013-06-20"
    assert bool(standing.urgings) == (since == "2013-06-03"), "urgings are those of the present round"


@pytest.mark.parametrize(("day", "is_waiting"), [("2013-06-28", True), ("2013-07-09", True), ("2013-07-10", False)])
def test_a_matter_is_judged_from_the_day_it_was_handed_over(day: str, is_waiting: bool) -> None:
    """Until then it is only found; what is written of a later day counts from that day."""
    issue = make_issue(found="2013-06-28", assigned="2013-07-10", due="2013-07-20")
    records, campaign, at = Records.model_validate({"issues": [issue]}), make_campaign(), date.fromisoformat(day)
    reference = Reference(at, "option", at)
    known, waiting = (one(campaign, records, reference, Scope(), ()) for one in (assess_issues, find_waiting))
    assert (len(known), len(waiting)) == (1 - is_waiting, int(is_waiting))
    assert find_waiting(campaign, records, Reference(date(2013, 6, 27), "option", date(2013, 6, 27)), Scope(), ()) == ()
    assert find_waiting(campaign, records, reference, Scope(unit="县建设局"), ()) == ()


def test_every_round_keeps_what_happened_in_it() -> None:
    """On the day of a reopening the new round has begun; papers of one day to several units are one urging."""
    sent = [("3", "2013-06-11"), ("4", "2013-06-11"), ("5", "2013-06-29")]
    notices = [{"number": no, "kind": "remind", "day": day, "unit": "国土局", "items": ["1"]} for no, day in sent]
    extensions = [{"day": "2013-06-12", "to": "2013-08-01", "by": "县府办", "reason": "采购"}]
    issue = make_issue(**ROUNDS, extensions=extensions)
    records = Records.model_validate({"issues": [issue], "notices": notices})
    at = Reference(date(2013, 7, 20), "option", date(2013, 7, 20))
    (standing,) = assess_issues(make_campaign(notices={"remind": "催"}), records, at, Scope(), ())
    first, second = standing.rounds
    assert [(str(one.day), one.text) for one in first.urgings] == [
        ("2013-06-10", None),
        ("2013-06-11", "催〔2013〕3号、催〔2013〕4号"),
    ]
    assert [one.text for one in second.urgings] == ["催〔2013〕5号"]
    assert second.urgings == standing.urgings
    assert [one.by for one in first.feedback] == ["县国土资源局"]
    assert [one.closing and str(one.closing.day) for one in standing.rounds] == ["2013-06-14", "2013-07-20"]
    assert [str(one.due) for one in standing.rounds] == ["2013-08-01", "2013-07-10"]
    assert (first.reopening, second.reopening and second.reopening.reason) == (None, "反弹")


@pytest.mark.parametrize(
    ("day", "count", "state"),
    [
        ("2013-07-02", 0, State.OVERDUE),
        ("2013-07-03", 1, State.DISPUTED),
        ("2013-07-04", 1, State.DISPUTED),
        ("2013-07-05", 1, State.OVERDUE),
    ],
)
def test_objections_are_kept_as_known_on_the_day(day: str, count: int, state: State) -> None:
    settled = {"day": "2013-07-05", "text": "属实"}
    objections = [{"day": "2013-07-03", "by": "国土局", "text": "已经办了", "settled": settled}]
    standing = one_issue(day, objections=objections)
    assert (len(standing.objections), standing.state) == (count, state)
    known = [(one.by, one.settled and one.settled.text) for one in standing.objections]
    assert known == [("县国土资源局", "属实" if state is State.OVERDUE else None)] * count


def test_names_are_registered_ones_and_causes_have_titles() -> None:
    standing = one_issue("2013-06-30", lead="建设局", cause="land", **{**ROUNDS, "closings": ()})
    assert standing.units.charged == ("县建设局",)
    assert one_issue("2013-06-13", **ROUNDS).feedback[0].by == "县国土资源局"
    assert standing.cause == "用地"


def test_a_matter_is_in_scope_by_its_unit_and_its_plan() -> None:
    records = Records.model_validate(
        {"issues": [make_issue(), make_issue(id="2", about="land/quota"), make_issue(id="3", lead="建设局", about="x")]}
    )
    at = Reference(date(2013, 6, 30), "option", date(2013, 6, 30))

    def found(scope: Scope, *plans: str) -> list[str]:
        return [one.id for one in assess_issues(make_campaign(), records, at, scope, plans)]

    assert found(Scope(), "land") == ["1", "2", "3"]
    assert found(Scope(unit="县建设局"), "land") == ["3"]
    assert found(Scope(unit="县国土资源局")) == ["1", "2", "3"]
    assert found(Scope(("land",)), "land") == ["2"]
    assert found(Scope(group=1), "land") == ["2"]


def test_only_the_numbers_of_instructions_are_left_out() -> None:
    instruction, decision = (
        one_issue("2013-06-30", source=source, reference="第3号") for source in ("instruction", "decision")
    )
    assert [one.reference for one in without_instructions([instruction, decision])] == [None, "第3号"]


def test_what_only_a_leader_can_settle_is_asked_for_while_it_is_open() -> None:
    assert one_issue("2013-06-30", needs_decision="请协调").needs_decision == "请协调"
    assert one_issue("2013-06-30", needs_decision="请协调", closings=[{"day": "2013-06-25"}]).needs_decision is None


@pytest.mark.parametrize(
    ("unit", "keys", "is_urged"),
    [
        ("国土局", {}, True),
        ("县建设局", {}, False),
        ("县建设局", {"support": "建设局"}, True),
        ("县建设局", {"responsible": "各乡镇"}, True),
        ("各乡镇", {"responsible": "县府办"}, True),
        ("各乡镇", {}, False),
        ("县国土资源局", {"responsible": "各部门"}, True),
    ],
)
def test_only_a_notice_to_whom_it_concerns_urges(unit: str, keys: dict[str, Any], is_urged: bool) -> None:
    """A paper to a unit that has nothing to do with a matter must not take back that it was reported as settled."""
    sent = {"number": "1", "kind": "remind", "day": "2013-06-22", "unit": unit, "items": ["1"]}
    records = Records.model_validate({"issues": [make_issue(feedback=[FEEDBACK], **keys)], "notices": [sent]})
    at = date(2013, 6, 30)
    (standing,) = assess_issues(make_campaign(), records, Reference(at, "option", at), Scope(), ())
    assert (len(standing.urgings), standing.state) == ((1, State.OVERDUE) if is_urged else (0, State.UNVERIFIED))
