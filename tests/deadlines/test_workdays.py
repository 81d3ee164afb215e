"""The statutory calendar of working days, held equal to the package chinesecalendar."""

from __future__ import annotations

from datetime import date, timedelta

import chinese_calendar  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ducha.deadlines.holidays import NOTICES
from ducha.deadlines.workdays import add_workdays, is_workday, next_workday

DAYS = st.dates(date(2000, 1, 1), date(2040, 12, 31))


@pytest.mark.parametrize("year", NOTICES)
def test_every_day_of_a_year_is_as_the_notice_says(year: int) -> None:
    day = date(year, 1, 1)
    while day.year == year:
        assert is_workday(day) == chinese_calendar.is_workday(day), day
        day += timedelta(1)


def test_every_year_since_2008_is_known() -> None:
    assert list(NOTICES) == list(range(2008, max(NOTICES) + 1))


@pytest.mark.parametrize(
    ("day", "number", "expected"),
    [
        ("2013-04-26", 1, "2013-04-27"),  # a Saturday that was worked for the first of May
        ("2013-04-28", 1, "2013-05-02"),
        ("2013-09-30", 1, "2013-10-08"),
        ("2013-12-31", 1, "2014-01-02"),
        ("2013-05-08", 0, "2013-05-08"),
    ],
)
def test_working_days_are_counted_from_the_next_day(day: str, number: int, expected: str) -> None:
    assert add_workdays(date.fromisoformat(day), number) == (date.fromisoformat(expected), "")


def test_a_year_without_a_notice_has_monday_to_friday_and_says_so() -> None:
    day, note = add_workdays(date(2035, 9, 28), 3)  # a Friday
    assert day == date(2035, 10, 3)
    assert note == "没有2035年的放假安排，按周一至周五计"
    assert "2007年" in add_workdays(date(2007, 12, 30), 2)[1]


@given(DAYS, st.integers(1, 60))
def test_what_was_added_is_the_number_of_days_worked(day: date, number: int) -> None:
    end, _ = add_workdays(day, number)
    passed = (day + timedelta(offset) for offset in range(1, (end - day).days + 1))
    assert sum(map(is_workday, passed)) == number
    assert is_workday(end)


@given(DAYS)
def test_the_next_working_day_is_the_first_from_a_day_on(day: date) -> None:
    following = next_workday(day)
    assert is_workday(following)
    assert not any(is_workday(day + timedelta(offset)) for offset in range((following - day).days))
