"""The present due day: which extension counts on which day, and the first day beside it."""

from __future__ import annotations

from datetime import date

import pytest

from ducha.assess import State
from tests.conftest import make_campaign, one_milestone

TWICE = [
    {"day": "2013-05-30", "to": "2013-06-20", "by": "县政府", "reason": "受理窗口调整"},
    {"day": "2013-06-18", "to": "2013-07-10", "by": "县政府", "reason": "材料补正"},
]


@pytest.mark.parametrize(
    ("day", "present", "count"),
    [
        ("2013-05-29", "2013-05-31", 0),
        ("2013-05-30", "2013-06-20", 1),
        ("2013-06-17", "2013-06-20", 1),
        ("2013-06-18", "2013-07-10", 2),
    ],
)
def test_the_last_extension_recorded_by_the_day(day: str, present: str, count: int) -> None:
    due = one_milestone(day, due="5月底前", extensions=TWICE).due
    assert due.present == date.fromisoformat(present)
    assert due.first == date(2013, 5, 31)
    assert len(due.extensions) == count


def test_an_extension_after_completion_makes_nothing_punctual() -> None:
    finished = one_milestone("2013-08-01", due="5月底前", extensions=TWICE, done="2013-06-05")
    assert (finished.state, finished.due.present) == (State.DONE, date(2013, 6, 20))
    too_late = one_milestone("2013-08-01", due="5月底前", extensions=TWICE[1:], done="2013-06-05")
    assert (too_late.state, too_late.days_late) == (State.DONE_LATE, 5)


def test_the_order_in_which_extensions_are_written_does_not_matter() -> None:
    backwards = one_milestone("2013-07-01", due="5月底前", extensions=TWICE[::-1])
    assert backwards.due == one_milestone("2013-07-01", due="5月底前", extensions=TWICE).due


def test_an_extension_may_set_a_limit_where_the_document_sets_none() -> None:
    due = one_milestone("2013-07-01", extensions=TWICE).due
    assert (due.first, due.present, due.strict) == (None, date(2013, 7, 10), None)


def test_the_words_stay_beside_the_day() -> None:
    assert one_milestone("2013-06-01", due="5月底前").due.words == "5月底前"
    assert one_milestone("2013-06-01", due="2013-07-31", due_text="前三个月").due.words == "前三个月"


@pytest.mark.parametrize(
    ("due", "asked", "plain"),
    [
        ("6月底", "2013-07-01", "2013-06-30"),  # a Sunday
        ("6月10日", "2013-06-13", "2013-06-10"),  # 端午节, to 12 June
        ("6月9日", "2013-06-09", "2013-06-09"),  # a Sunday that was worked instead
        ("2013-10-01", "2013-10-08", "2013-10-01"),
    ],
)
def test_a_day_moves_off_a_holiday_only_where_the_campaign_asks(due: str, asked: str, plain: str) -> None:
    moving = make_campaign(move_to_workday="true")
    assert one_milestone("2013-05-20", moving, due=due).due.present == date.fromisoformat(asked)
    assert one_milestone("2013-05-20", due=due).due.present == date.fromisoformat(plain)
