"""Calendar periods: which days they have, what they are called, and what comes before and after."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ducha.deadlines.cycles import Cycle, period_at, period_named, period_numbered


@pytest.mark.parametrize(
    ("cycle", "day", "name", "first", "last"),
    [
        (Cycle.MONTH, "2012-02-29", "2012-02", "2012-02-01", "2012-02-29"),
        (Cycle.QUARTER, "2013-05-31", "2013-Q2", "2013-04-01", "2013-06-30"),
        (Cycle.QUARTER, "2013-12-31", "2013-Q4", "2013-10-01", "2013-12-31"),
        (Cycle.HALF, "2013-07-01", "2013-H2", "2013-07-01", "2013-12-31"),
        (Cycle.YEAR, "2013-07-01", "2013", "2013-01-01", "2013-12-31"),
        (Cycle.WEEK, "2013-06-30", "2013-W26", "2013-06-24", "2013-06-30"),
        (Cycle.WEEK, "2013-12-31", "2014-W01", "2013-12-30", "2014-01-05"),
        (Cycle.WEEK, "2016-01-03", "2015-W53", "2015-12-28", "2016-01-03"),
    ],
)
def test_the_period_of_a_day(cycle: Cycle, day: str, name: str, first: str, last: str) -> None:
    period = period_at(cycle, date.fromisoformat(day))
    assert (period.name, str(period.first), str(period.last)) == (name, first, last)
    assert period_named(name) == period


@given(st.sampled_from(Cycle), st.dates(date(1901, 1, 1), date(2199, 12, 31)))
def test_periods_follow_each_other_without_a_gap(cycle: Cycle, day: date) -> None:
    period = period_at(cycle, day)
    assert period.holds(day)
    assert (period.following.first - period.last).days == 1
    assert period.following.preceding == period
    assert period_named(period.name) == period
    assert period.following.following.after(period) == 2


@pytest.mark.parametrize(
    ("name", "year"),
    [("2020-W53", 2020), ("2014-W01", 2014), ("2013-W26", 2013), ("2013-12", 2013), ("2013-H2", 2013)],
)
def test_a_period_is_of_the_year_that_its_name_says(name: str, year: int) -> None:
    """2020-W53 ends on 3 January 2021, 2014-W01 begins on 30 December 2013."""
    period = period_named(name)
    assert period
    assert period.year == year


def test_how_many_periods_lie_after_one() -> None:
    for first, later, number in (("2013-05", "2014-01", 8), ("2013-Q2", "2014-Q1", 3), ("2012-W50", "2013-W02", 4)):
        begin, end = period_named(first), period_named(later)
        assert begin
        assert end
        assert end.after(begin) == number


@pytest.mark.parametrize(
    ("cycle", "number"), [(Cycle.WEEK, 53), (Cycle.MONTH, 13), (Cycle.QUARTER, 5), (Cycle.HALF, 0), (Cycle.YEAR, 2)]
)
def test_a_number_that_no_period_has(cycle: Cycle, number: int) -> None:
    assert period_numbered(cycle, 2013, number) is None


@pytest.mark.parametrize("name", ["2013-13", "2013-Q5", "2013-H3", "2013-W53", "2013-06-25", "13-06", "", "2013-"])
def test_what_is_no_name_of_a_period(name: str) -> None:
    assert period_named(name) is None
