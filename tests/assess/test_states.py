"""Every state of the table, at its boundary, the day before and the day after."""

from __future__ import annotations

import pytest

from ducha.assess import State
from tests.conftest import assess_on, make_campaign, make_plan, one_milestone

JUNE = "6月底前"


@pytest.mark.parametrize(
    ("day", "state"),
    [
        ("2013-06-14", State.PENDING),
        ("2013-06-15", State.DUE_SOON),
        ("2013-06-29", State.DUE_SOON),
        ("2013-06-30", State.DUE_SOON),
        ("2013-07-01", State.OVERDUE),
    ],
)
def test_an_unfinished_task(day: str, state: State) -> None:
    assert one_milestone(day, due=JUNE).state is state


@pytest.mark.parametrize(("days", "state"), [("0", State.PENDING), ("5", State.PENDING), ("16", State.DUE_SOON)])
def test_due_soon_is_a_house_setting(days: str, state: State) -> None:
    assert one_milestone("2013-06-14", make_campaign(due_soon_days=days), due=JUNE).state is state


@pytest.mark.parametrize(
    ("done", "state", "late"),
    [
        ("2013-06-29", State.DONE, 0),
        ("2013-06-30", State.DONE, 0),
        ("2013-07-01", State.DONE_LATE, 1),
        ("2013-07-20", State.DONE_LATE, 20),
    ],
)
def test_a_finished_task(done: str, state: State, late: int) -> None:
    obligation = one_milestone("2013-08-01", due=JUNE, done=done)
    assert (obligation.state, obligation.days_late) == (state, late)


def test_a_completion_recorded_later_does_not_exist_yet() -> None:
    assert one_milestone("2013-07-01", due=JUNE, done="2013-07-02").state is State.OVERDUE
    assert one_milestone("2013-07-02", due=JUNE, done="2013-07-02").state is State.DONE_LATE


def test_no_date_is_neither_on_time_nor_late() -> None:
    obligation = one_milestone("2014-01-31")
    assert obligation.state is State.UNDATED
    assert (obligation.days_late, obligation.days_left) == (0, None)
    assert one_milestone("2014-01-31", done="2013-06-01").state is State.DONE


@pytest.mark.parametrize("due", ["10月起", "长期坚持"])
def test_an_open_end_is_undated(due: str) -> None:
    assert one_milestone("2014-01-31", due=due).state is State.UNDATED


@pytest.mark.parametrize(
    ("day", "state"),
    [
        ("2013-06-30", State.PENDING),
        ("2013-07-01", State.UNCLEAR),
        ("2013-07-31", State.UNCLEAR),
        ("2013-08-01", State.OVERDUE),
    ],
)
def test_between_two_readings_nobody_can_say(day: str, state: State) -> None:
    assert one_milestone(day, due="7月份前").state is state


@pytest.mark.parametrize(
    ("day", "state"),
    [("2013-05-31", State.PENDING), ("2013-06-01", State.UNCLEAR), ("2014-01-01", State.OVERDUE)],
)
def test_a_document_that_names_two_days_has_two_readings(day: str, state: State) -> None:
    restates = [{"section": "二4", "due": "5月底"}]
    assert one_milestone(day, due="12月底前", restates=restates).state is state


def test_a_restatement_of_the_same_day_changes_nothing() -> None:
    restates = [{"section": "一", "due": "10月份"}, {"section": "二"}]
    assert one_milestone("2013-10-10", due="10月底前", restates=restates).state is State.PENDING


def test_a_confirmed_reading_counts_from_the_day_it_was_confirmed() -> None:
    confirmed = {"day": "2013-07-05", "due": "2013-06-30", "by": "县府办"}
    before = one_milestone("2013-07-04", due="7月份前", confirmed=confirmed)
    after = one_milestone("2013-07-05", due="7月份前", confirmed=confirmed)
    assert (before.state, after.state, after.days_late) == (State.UNCLEAR, State.OVERDUE, 5)


def test_an_extension_settles_an_unclear_limit() -> None:
    extensions = [{"day": "2013-06-20", "to": "2013-08-15", "by": "县政府", "reason": "受理窗口调整"}]
    assert one_milestone("2013-07-15", due="7月份前", extensions=extensions).state is State.PENDING


@pytest.mark.parametrize(
    ("verify_by", "day", "state", "reason"),
    [
        ("2013-05-31", "2013-05-31", State.UNVERIFIED, None),
        ("2013-05-31", "2013-06-01", State.OVERDUE, "unverified"),
        (None, "2014-01-01", State.UNVERIFIED, None),
    ],
)
def test_due_before_issue_and_never_reported(verify_by: str | None, day: str, state: State, reason: str | None) -> None:
    changes = {"verify_by": verify_by} if verify_by else {}
    obligation = one_milestone(day, make_campaign(**changes), due="3月底前")
    assert (obligation.state, obligation.reason) == (state, reason)


def test_a_report_ends_being_unverified() -> None:
    campaign = make_campaign(verify_by="2013-12-31")
    reports = [{"day": "2013-06-10", "text": "正在办理"}]
    assert one_milestone("2013-06-09", campaign, due="3月底前", reports=reports).state is State.UNVERIFIED
    reported = one_milestone("2013-06-10", campaign, due="3月底前", reports=reports)
    assert (reported.state, reported.reason) == (State.OVERDUE, None)


def test_due_on_the_day_of_issue_is_not_before_it() -> None:
    campaign = make_campaign(verify_by="2013-12-31")
    obligation = one_milestone("2013-05-09", campaign, due="2013-05-08")
    assert (obligation.state, obligation.reason) == (State.OVERDUE, "unreported")


@pytest.mark.parametrize(("day", "state"), [("2013-06-19", State.PENDING), ("2013-06-20", State.STOPPED)])
def test_stopped_from_the_day_of_approval(day: str, state: State) -> None:
    stopped = {"day": "2013-06-20", "by": "县政府", "reason": "规划调整"}
    obligation = one_milestone(day, due="7月底前", stopped=stopped)
    assert obligation.state is state
    assert one_milestone("2014-01-01", due="7月底前", stopped=stopped, done="2013-07-01").state is State.STOPPED


def test_days_late_count_from_the_day_of_issue_at_the_earliest() -> None:
    assert one_milestone("2013-06-07", due="3月底前", reports=[{"day": "2013-06-01", "text": "在办"}]).days_late == 30
    assert one_milestone("2013-06-07", due="5月底前").days_late == 7
    assert one_milestone("2013-06-07", due="3月底前", done="2013-05-20").days_late == 12
    assert one_milestone("2013-06-07", due="3月底前", done="2013-04-20").days_late == 0


def test_days_late_are_never_negative() -> None:
    reports = [{"day": "2013-04-01", "text": "在办"}]
    obligation = one_milestone("2013-04-15", due="3月底前", reports=reports)
    assert (obligation.state, obligation.days_late) == (State.OVERDUE, 0)


def test_a_restated_day_counts_where_the_item_itself_names_none() -> None:
    restates = [{"section": "二", "due": "5月底"}]
    assert one_milestone("2013-07-01", restates=restates).state is State.OVERDUE


def test_the_latest_report_is_the_last_by_its_day() -> None:
    reports = [{"day": "2013-06-20", "text": "后"}, {"day": "2013-06-01", "text": "先"}]
    last = one_milestone("2013-07-01", due="6月底", reports=reports).last_report
    assert last
    assert last.text == "后"


def test_days_left_are_none_on_the_due_day_itself() -> None:
    assert one_milestone("2013-06-30", due=JUNE).days_left == 0
    assert one_milestone("2013-06-29", due=JUNE).days_left == 1
    assert one_milestone("2013-07-01", due=JUNE).days_left is None


def test_a_task_of_the_next_year_keeps_its_year() -> None:
    assert one_milestone("2014-01-31", due="2014年1月").state is State.DUE_SOON
    assert one_milestone("2014-02-01", due="2014年1月").state is State.OVERDUE


def test_every_state_has_a_chinese_name() -> None:
    assert len({state.label for state in State}) == len(State)
    assert assess_on("2013-07-01", make_plan()).tally.total == 0
