"""Matters handed over on the day: in hand, late, said to be settled, closed, reopened."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ducha.assess import Reference, Scope, State
from ducha.assess.supervision.issues import IssueStanding, assess_issues, without_instructions
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


def test_an_extension_counts_from_the_day_it_was_granted_and_the_first_limit_stays() -> None:
    extensions = [{"day": "2013-06-19", "to": "2013-07-10", "by": "县府办", "reason": "采购"}]
    before, after = (one_issue(day, extensions=extensions) for day in ("2013-06-18", "2013-06-30"))
    assert (str(before.due), before.extensions) == ("2013-06-20", 0)
    assert (str(after.due), str(after.first_due), after.extensions) == ("2013-07-10", "2013-06-20", 1)
    assert after.state is State.DUE_SOON


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
