"""When something is to begin and end: not begun is shown, late is only what its last day has passed."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ducha.assess import Obligation, State
from tests.conftest import assess_on, make_campaign, make_plan, one_milestone


@pytest.mark.parametrize(
    ("day", "due", "not_begun", "state"),
    [
        ("2013-06-01", "6—8月", False, State.PENDING),
        ("2013-06-02", "6—8月", True, State.PENDING),
        ("2013-08-31", "6—8月", True, State.DUE_SOON),
        ("2013-09-01", "6—8月", False, State.OVERDUE),
        ("2013-10-02", "10月起", True, State.UNDATED),
        ("2013-06-02", "6月", False, State.PENDING),
        ("2013-06-02", "6月底", False, State.PENDING),
    ],
)
def test_not_begun_is_not_late(day: str, due: str, not_begun: bool, state: State) -> None:
    """A bare month says when to finish, not when to begin."""
    found = one_milestone(day, due=due)
    assert (found.not_begun, found.state) == (not_begun, state)


@pytest.mark.parametrize(
    "told",
    [
        {"begun": "2013-06-03"},
        {"begun": "2013-05-20"},
        {"reports": [{"day": "2013-06-01", "text": "已启动"}]},
        {"done": "2013-06-10"},
        {"stopped": {"day": "2013-06-01", "by": "县政府", "reason": "暂缓"}},
    ],
)
def test_a_word_of_its_beginning_is_enough(told: dict[str, Any]) -> None:
    assert not one_milestone("2013-06-15", due="6—8月", **told).not_begun


@pytest.mark.parametrize("told", [{"begun": "2013-06-16"}, {"reports": [{"day": "2013-05-31", "text": "正在准备"}]}])
def test_what_is_not_known_yet_or_was_said_before_is_not(told: dict[str, Any]) -> None:
    assert one_milestone("2013-06-15", due="6—8月", **told).not_begun


def windows(day: str, **keys: Any) -> list[Obligation]:
    """株洲县项目突破年 四（一）: 集中在4月份、8月份, here June and August."""
    plan = make_plan(milestones=[{"id": "task", "title": "排忧解难", "due": "6月份、8月份", **keys}])
    return list(assess_on(day, plan).obligations)


def test_each_window_is_an_obligation_of_its_own() -> None:
    june, august = windows("2013-07-01")
    assert (june.id, august.id) == ("land/task@2013-06-30", "land/task@2013-08-31")
    assert (june.full_title, august.full_title) == ("排忧解难（6月份）", "排忧解难（8月份）")
    assert (june.state, august.state) == (State.OVERDUE, State.PENDING)
    assert (june.due.start, june.due.present) == (date(2013, 6, 1), date(2013, 6, 30))


@pytest.mark.parametrize(
    ("days", "states"),
    [
        (["2013-06-20"], (State.DONE, State.PENDING)),
        (["2013-07-05"], (State.DONE_LATE, State.PENDING)),
        (["2013-05-20"], (State.DONE, State.PENDING)),
        (["2013-06-20", "2013-08-02"], (State.DONE, State.DONE)),
        (["2013-08-02"], (State.OVERDUE, State.DONE)),
    ],
)
def test_a_completion_counts_for_the_last_window_that_had_begun(days: list[str], states: tuple[State, State]) -> None:
    found = windows("2013-08-05", done_days=days)
    assert (
        tuple(one.state if one.done else State.OVERDUE if one.days_late else State.PENDING for one in found) == states
    )


@pytest.mark.parametrize(
    ("due", "titles", "days", "late"),
    [
        ("5月20日前、6月20日前", ["5月20日前", "6月20日前"], ["2013-05-18", "2013-06-18"], [0, 0]),
        ("5月20日前、6月20日前", ["5月20日前", "6月20日前"], ["2013-05-25"], [5, 11]),
        ("5、6月底", ["5月31日", "6月30日"], ["2013-05-31", "2013-06-30"], [0, 0]),
    ],
)
def test_days_without_a_beginning_are_met_in_their_order(
    due: str, titles: list[str], days: list[str], late: list[int]
) -> None:
    found = windows("2013-07-01", due=due, done_days=days)
    assert [one.window for one in found] == titles
    assert [one.days_late for one in found] == late


def test_a_window_that_has_begun_without_a_word() -> None:
    assert [one.not_begun for one in windows("2013-08-05", done_days=["2013-06-20"])] == [False, True]
    assert [one.not_begun for one in windows("2013-08-05", begun="2013-06-03")] == [False, True]


def test_a_masked_year_is_marked_wherever_it_is_named() -> None:
    assumed = make_campaign(assume_year="true")
    found = one_milestone("2013-05-20", assumed, due="xx年5月30日前")
    assert (found.due.present, found.full_title) == (date(2013, 5, 30), "任务（时限年份为推定）")


def test_without_a_day_of_issue_nothing_precedes_it() -> None:
    unknown = make_campaign(document={"title": "实施方案"})
    found = one_milestone("2013-05-20", unknown, due="2月底")
    assert (found.state, found.days_late, found.late_since_issue) == (State.OVERDUE, 81, False)
