"""Each unit owes a duty's return for each of its periods: what came in time, late, for others, or not at all."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ducha.assess import Scope, State
from ducha.assess.duties.returns import DutyStanding, ReturnTally, added
from ducha.model import Campaign
from tests.conftest import assess_on, make_campaign, make_plan

MONTHLY: dict[str, Any] = {"id": "form", "title": "报送进展", "who": "各乡镇", "to": "国土局", "every": "每月25日前"}


def one_duty(day: str, campaign: Campaign | None = None, scope: Scope | None = None, **keys: Any) -> DutyStanding:
    """A plan's only duty on a day; 各乡镇 is 县府办 and 县建设局."""
    plan = make_plan(duties=[{**MONTHLY, **keys}])
    (duty,) = assess_on(day, plan, campaign, scope).duties
    return duty


def states(duty: DutyStanding) -> dict[str, State]:
    """``period/unit`` → state."""
    return {one.id.partition("@")[2]: one.state for one in duty.returns}


@pytest.mark.parametrize(
    ("day", "received", "state", "days_late"),
    [
        ("2013-06-25", None, State.DUE_SOON, 0),
        ("2013-06-26", None, State.OVERDUE, 1),
        ("2013-07-01", None, State.OVERDUE, 6),
        ("2013-07-01", "2013-06-25", State.DONE, 0),
        ("2013-07-01", "2013-06-26", State.DONE_LATE, 1),
        ("2013-07-02", "2013-07-02", State.DONE_LATE, 7),
        ("2013-07-01", "2013-07-02", State.OVERDUE, 6),
        ("2013-06-01", None, State.PENDING, 0),
    ],
)
def test_the_cut_off_day_itself_is_on_time(day: str, received: str | None, state: State, days_late: int) -> None:
    """June's return received on 2 July is June's; what came after the reference day does not exist yet."""
    came = [{"period": "2013-06", "day": received, "by": "县府办"}] if received else []
    duty = one_duty(day, returns=came)
    found = {one.id: one for one in duty.returns}["land/form@2013-06/县府办"]
    assert (found.state, found.days_late) == (state, days_late)
    assert found.period.cutoff == date(2013, 6, 25)


def test_every_member_owes_every_period_that_has_begun() -> None:
    """From the day of issue, 8 May, to the period that holds the reference day."""
    assert list(states(one_duty("2013-06-26"))) == [
        *("2013-05/县府办", "2013-05/县建设局", "2013-06/县府办", "2013-06/县建设局"),
    ]
    assert list(states(one_duty("2013-07-01")))[-1] == "2013-07/县建设局"
    assert states(one_duty("2013-05-01")) == {"2013-05/县府办": State.PENDING, "2013-05/县建设局": State.PENDING}


def test_a_unit_named_with_its_group_owes_once() -> None:
    assert one_duty("2013-06-01", who=["各乡镇", "建设局", "国土局"]).units == ("县府办", "县建设局", "县国土资源局")


def test_one_record_may_speak_for_several_units_or_a_whole_group() -> None:
    both = [{"period": "2013-05", "day": "2013-05-24", "by": "各乡镇（街道）", "through": "国土局"}]
    duty = one_duty("2013-05-31", returns=both)
    assert set(states(duty).values()) == {State.DONE}
    assert {one.record.through for one in duty.returns if one.record} == {"国土局"}


def test_the_first_receipt_counts_and_corrections_stay_beside_it() -> None:
    twice = [
        {"period": "2013-05", "day": "2013-05-30", "by": "县府办"},
        {"period": "2013-05", "day": "2013-05-20", "by": "县府办", "corrected": "2013-05-28", "zero": "true"},
    ]
    (first, _) = one_duty("2013-05-31", returns=twice).returns
    assert (first.state, first.received) == (State.DONE, date(2013, 5, 20))
    assert first.record
    assert (first.record.corrected, first.record.zero) == ((date(2013, 5, 28),), True)


@pytest.mark.parametrize(
    ("exempt", "owed"),
    [
        ({}, ["2013-05/县建设局", "2013-06/县建设局"]),
        ({"since": "6月"}, ["2013-05/县府办", "2013-05/县建设局", "2013-06/县建设局"]),
        ({"until": "5月底"}, ["2013-05/县建设局", "2013-06/县府办", "2013-06/县建设局"]),
        ({"since": "2014年1月"}, ["2013-05/县府办", "2013-05/县建设局", "2013-06/县府办", "2013-06/县建设局"]),
    ],
)
def test_an_exempt_unit_owes_nothing(exempt: dict[str, str], owed: list[str]) -> None:
    duty = one_duty("2013-06-26", exempt=[{"unit": "县府办", "reason": "无此任务", **exempt}])
    assert list(states(duty)) == owed


def test_a_group_without_listed_members_owes_under_its_own_name() -> None:
    """Whoever sends one answers for it, as nobody knows who else should."""
    came = [
        {"period": "2013-05", "day": day, "by": unit}
        for day, unit in (("2013-05-27", "国土局"), ("2013-05-24", "建设局"))
    ]
    duty = one_duty("2013-06-26", who="各部门", returns=came)
    assert duty.open_groups == ("各部门",)
    assert states(duty) == {"2013-05/各部门": State.DONE, "2013-06/各部门": State.OVERDUE}
    assert [one.senders for one in duty.returns] == [2, 0]


def test_without_who_nobody_owes_and_without_a_cadence_nothing_is_owed() -> None:
    nobody = one_duty("2013-07-01", who=[])
    assert (nobody.returns, nobody.is_periodic) == ((), True)
    whenever = one_duty("2013-07-01", every="不定期")
    assert (whenever.returns, whenever.is_periodic) == ((), False)


def test_a_cadence_without_a_day_is_on_time_until_its_period_ends_and_says_so() -> None:
    duty = one_duty("2013-06-30", every="每月", returns=[{"period": "2013-05", "day": "2013-05-31", "by": "各乡镇"}])
    assert set(states(duty).values()) == {State.DONE, State.DUE_SOON}
    assert "没有写哪一天" in "".join(duty.notes)
    assert one_duty("2013-06-30").notes == ()


def test_several_cadences_in_one_duty() -> None:
    """三抓两促 二3: 月、季度和年度."""
    duty = one_duty("2013-07-01", who="国土局", every="月、季度和年度")
    assert [one.period.name for one in duty.returns] == ["2013-05", "2013-06", "2013-Q2", "2013-07", "2013-Q3", "2013"]


def test_what_was_owed_before_issue_is_verified_first() -> None:
    def early(day: str, campaign: Campaign | None = None) -> DutyStanding:
        return one_duty(day, campaign, since="4月份", every="每月21日")

    assert states(early("2013-05-09"))["2013-04/县府办"] is State.UNVERIFIED
    urged = make_campaign(verify_by="2013-05-31")
    assert states(early("2013-06-01", urged))["2013-04/县府办"] is State.OVERDUE
    (april, *_) = early("2013-06-01", urged).returns
    assert april.days_late == 24  # from the day of issue


def test_a_unit_in_scope_sees_its_own_returns_and_what_it_is_sent() -> None:
    assert list(states(one_duty("2013-05-31", scope=Scope(unit="县府办")))) == ["2013-05/县府办"]
    received = one_duty("2013-05-31", scope=Scope(unit="县国土资源局"))
    assert list(states(received)) == ["2013-05/县府办", "2013-05/县建设局"]
    assert list(states(one_duty("2013-05-31", scope=Scope(unit="各乡镇（街道）")))) == list(states(received))
    plan = make_plan(duties=[{**MONTHLY, "to": []}])
    assert assess_on("2013-05-31", plan, scope=Scope(unit="县国土资源局")).duties == ()


def test_counts_add_up() -> None:
    came = [
        {"period": "2013-05", "day": "2013-05-24", "by": "县府办"},
        {"period": "2013-05", "day": "2013-05-27", "by": "建设局"},
        {"period": "2013-06", "day": "2013-06-25", "by": "建设局"},
    ]
    tally = one_duty("2013-07-01", returns=came).tally
    assert tally == ReturnTally(on_time=2, late=1, missing=1, unverified=0, ahead=2)
    assert (tally.due, tally.punctual.numerator, tally.punctual.denominator) == (4, 2, 4)
    assert added([tally, tally]).missing == 2
    assert added([]) == ReturnTally()


def test_what_comes_before_its_cut_off_is_not_counted_yet() -> None:
    """Else one early return would raise a rate of which the others are not due."""
    early = one_duty("2013-06-20", returns=[{"period": "2013-06", "day": "2013-06-19", "by": "县府办"}])
    assert (early.tally.on_time, early.tally.ahead, early.tally.missing) == (0, 2, 2)
    assert states(early)["2013-06/县府办"] is State.DONE


@pytest.mark.parametrize(
    ("who", "by", "state"),
    [
        ("各部门", "国土局", {"各部门": State.DONE}),
        ("各部门", "甲镇", {"各部门": State.DONE}),
        (["各部门", "各园区"], "国土局", {"各部门": State.DONE, "各园区": State.OVERDUE}),
        (["各部门", "各园区"], "甲镇", {"各部门": State.DONE, "各园区": State.DONE}),
        (["各部门", "国土局"], "国土局", {"各部门": State.OVERDUE, "县国土资源局": State.DONE}),
    ],
)
def test_who_answers_for_a_group_without_members(who: str, by: str, state: dict[str, State]) -> None:
    """A unit of its category, or of one that no such group has; never one that owes a return of its own."""
    campaign = make_campaign(
        units=[
            {"name": "县府办", "category": "综合"},
            {"name": "县国土资源局", "aliases": ["国土局"], "category": "部门"},
            {"name": "甲镇", "category": "乡镇"},
        ],
        unit_groups=[{"name": "各部门", "category": "部门"}, {"name": "各园区", "category": "园区"}],
    )
    came = [{"period": "2013-05", "day": "2013-05-24", "by": by}]
    duty = one_duty("2013-05-31", campaign, who=who, returns=came)
    assert {one.unit: one.state for one in duty.returns} == state
