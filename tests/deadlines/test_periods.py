"""A recurrence as periods: their names, days and cut-offs, against the published rules of RFC 5545."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from ducha.deadlines import Due, cutoffs
from tests.phrases import cases

RULES = sorted({rule for case in cases() for rule in case.shown.split(" + ") if rule.startswith("FREQ=")})
NAMING_DAYS = [rule for rule in RULES if rule not in ("FREQ=MONTHLY", "FREQ=WEEKLY")]
DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))


def on(text: str) -> date:
    return date.fromisoformat(text)


def within(rule: str, first: str, last: str) -> list[tuple[str, str, str, str]]:
    return [(due.period, f"{due.first}", f"{due.last}", f"{due.cutoff}") for due in cutoffs(rule, on(first), on(last))]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("FREQ=MONTHLY", ("2013-06", "2013-06-01", "2013-06-30", "2013-06-30")),
        ("FREQ=MONTHLY;BYMONTHDAY=25", ("2013-06", "2013-06-01", "2013-06-30", "2013-06-25")),
        ("FREQ=MONTHLY;BYMONTHDAY=31", ("2013-06", "2013-06-01", "2013-06-30", "2013-06-30")),
        ("FREQ=MONTHLY;BYMONTHDAY=25;BYHOUR=17;BYMINUTE=0", ("2013-06", "2013-06-01", "2013-06-30", "2013-06-25")),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", ("2013-06", "2013-06-01", "2013-06-30", "2013-06-28")),
        ("FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1", ("2013-Q2", "2013-04-01", "2013-06-30", "2013-06-30")),
        ("FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=25", ("2013-Q2", "2013-04-01", "2013-06-30", "2013-06-25")),
        ("FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1", ("2013-H1", "2013-01-01", "2013-06-30", "2013-06-30")),
        ("FREQ=YEARLY;BYMONTH=2,4,6,8,10,12;BYMONTHDAY=-1", ("2013-06", "2013-05-01", "2013-06-30", "2013-06-30")),
        ("FREQ=YEARLY;BYMONTH=3,6;BYMONTHDAY=10", ("2013-06", "2013-06-01", "2013-06-30", "2013-06-10")),
    ],
)
def test_what_is_due_in_june(rule: str, expected: tuple[str, str, str, str]) -> None:
    assert within(rule, "2013-06-01", "2013-06-30") == [expected]


def test_what_is_due_in_a_week() -> None:
    assert within("FREQ=WEEKLY", "2013-06-24", "2013-06-30") == [("2013-W26", "2013-06-24", "2013-06-30", "2013-06-30")]
    assert within("FREQ=WEEKLY;BYDAY=FR", "2013-06-24", "2013-06-30") == [
        ("2013-W26", "2013-06-24", "2013-06-30", "2013-06-28")
    ]
    days = ["2013-06-29", "2013-06-30", "2013-07-01"]
    assert [due[0] for due in within("FREQ=DAILY", days[0], days[-1])] == days


def test_a_year_is_one_period_and_so_is_one_with_an_earlier_day() -> None:
    assert within("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=10", "2013-01-01", "2013-12-31") == [
        ("2013", "2013-01-01", "2013-12-31", "2013-12-10")
    ]


def test_several_days_make_parts_that_follow_each_other() -> None:
    assert within("FREQ=MONTHLY;BYMONTHDAY=10,20,-1", "2013-06-01", "2013-06-30") == [
        ("2013-06-10", "2013-06-01", "2013-06-10", "2013-06-10"),
        ("2013-06-20", "2013-06-11", "2013-06-20", "2013-06-20"),
        ("2013-06-30", "2013-06-21", "2013-06-30", "2013-06-30"),
    ]
    assert within("FREQ=WEEKLY;BYDAY=MO,FR", "2013-06-24", "2013-06-28") == [
        ("2013-06-24", "2013-06-22", "2013-06-24", "2013-06-24"),
        ("2013-06-28", "2013-06-25", "2013-06-28", "2013-06-28"),
    ]


def test_the_week_of_a_turn_of_the_year_has_its_iso_name() -> None:
    assert [due.period for due in cutoffs("FREQ=WEEKLY", on("2013-12-23"), on("2014-01-12"))] == [
        "2013-W52",
        "2014-W01",
        "2014-W02",
    ]


@pytest.mark.parametrize("rule", RULES)
@settings(max_examples=15)
@given(first=DAYS, days=st.integers(0, 800))
def test_cutoffs_are_in_order_each_once_and_in_their_period(rule: str, first: date, days: int) -> None:
    dues = cutoffs(rule, first, first + timedelta(days))
    assert list(dues) == sorted(dues, key=lambda due: due.cutoff)
    assert len({due.period for due in dues}) == len(dues)
    for due in dues:
        assert isinstance(due, Due)
        assert due.first <= due.cutoff <= due.last
        assert first <= due.cutoff <= first + timedelta(days)
    for one, following in pairwise(dues):
        assert one.last < following.first


@pytest.mark.parametrize("rule", [rule for rule in NAMING_DAYS if "BYSETPOS" not in rule])
@settings(max_examples=10)
@given(first=DAYS, days=st.integers(0, 500))
def test_rfc_5545_has_the_same_days(rule: str, first: date, days: int) -> None:
    """Where a month has no such day, the RFC leaves it out and a report falls due on the last."""
    last = first + timedelta(days)
    begin = datetime.combine(first.replace(month=1, day=1), datetime.min.time())
    theirs = {moment.date() for moment in rrulestr(f"{rule};UNTIL={last:%Y%m%d}T235959", dtstart=begin)}
    ours = {due.cutoff for due in cutoffs(rule, first, last)}
    clipped = {day for day in ours - theirs if (day + timedelta(1)).day == 1}
    assert ours - clipped == {day for day in theirs if first <= day <= last}
    assert not clipped or "BYMONTHDAY=31" in rule


def test_the_working_days_of_a_month_are_the_statutory_ones() -> None:
    """1 October is a holiday, and 12 October 2013 a Saturday that was worked; in 2031 nobody knows yet."""
    first = "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1"
    assert [due.cutoff for due in cutoffs(first, date(2013, 9, 25), date(2013, 10, 31))] == [date(2013, 10, 8)]
    fifth = first.replace("BYSETPOS=1", "BYSETPOS=5")
    assert [due.cutoff for due in cutoffs(fifth, date(2013, 10, 1), date(2013, 10, 31))] == [date(2013, 10, 12)]
    assert [due.cutoff for due in cutoffs(first, date(2031, 10, 1), date(2031, 10, 31))] == [date(2031, 10, 1)]


@pytest.mark.parametrize(
    ("rule", "period", "first", "last"),
    [
        ("FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=10", "2013-Q3", date(2013, 7, 1), date(2013, 9, 30)),
        ("FREQ=YEARLY;BYMONTH=1,7;BYMONTHDAY=15", "2013-H2", date(2013, 7, 1), date(2013, 12, 31)),
        ("FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=10", "2013", date(2013, 1, 1), date(2013, 12, 31)),
        ("FREQ=YEARLY;BYMONTH=3,7;BYMONTHDAY=10", "2013-07", date(2013, 7, 1), date(2013, 7, 31)),
    ],
)
def test_a_month_of_each_quarter_is_the_cut_off_of_the_quarter(rule: str, period: str, first: date, last: date) -> None:
    (due,) = cutoffs(rule, date(2013, 7, 1), date(2013, 7, 31))
    assert due[:3] == (period, first, last)
