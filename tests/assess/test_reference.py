"""The reference day of each kind of report."""

from __future__ import annotations

from datetime import date

import pytest

from ducha.assess import Reference, on_day, on_known_periods, on_period
from ducha.assess.reference import checked_until
from ducha.deadlines.cycles import Cycle, period_at
from ducha.problems import DuchaError
from tests.conftest import make_campaign

TODAY = date(2013, 7, 20)
JUNE = period_at(Cycle.MONTH, date(2013, 6, 1))
PINNED = make_campaign(as_of="2013-07-01")


def test_the_option_comes_before_the_campaign_and_the_campaign_before_the_clock() -> None:
    asked = date(2013, 6, 15)
    assert on_day(PINNED, asked, TODAY) == Reference(asked, "option", asked)
    assert on_day(PINNED, None, TODAY) == Reference(date(2013, 7, 1), "campaign", date(2013, 7, 1))
    assert on_day(make_campaign(), None, TODAY) == Reference(TODAY, "clock", TODAY)


def test_a_month_is_judged_on_the_morning_after_it_with_its_own_records() -> None:
    for campaign in (PINNED, make_campaign()):
        expected = Reference(date(2013, 7, 1), "period", date(2013, 6, 30), JUNE)
        assert on_period(campaign, 6, None, TODAY) == expected


def test_a_month_under_way_is_judged_no_later_than_today() -> None:
    reference = on_period(make_campaign(), 7, None, TODAY)
    assert (reference.day, reference.records_until) == (TODAY, date(2013, 7, 19))
    assert reference.is_mid_period
    assert not on_period(make_campaign(), 6, None, TODAY).is_mid_period


def test_data_are_checked_for_some_days_after_the_last_that_a_report_knows() -> None:
    """Of a year cut short as of a month that is over."""
    assert checked_until(make_campaign(), on_period(make_campaign(), 6, None, TODAY)) == date(2013, 7, 5)
    assert checked_until(make_campaign(), on_period(make_campaign(), 7, None, TODAY)) == date(2013, 7, 24)


def test_a_past_month_is_the_same_whenever_it_is_asked_for() -> None:
    assert on_period(make_campaign(), 6, None, date(2020, 1, 1)) == on_period(make_campaign(), 6, None, TODAY)


@pytest.mark.parametrize("month", [2, 12])
def test_the_year_is_the_one_inside_the_campaign(month: int) -> None:
    assert on_period(make_campaign(), month, None, date(2020, 1, 1)).period == period_at(
        Cycle.MONTH, date(2013, month, 1)
    )


def test_december_is_judged_in_the_next_year() -> None:
    assert on_period(make_campaign(), 12, None, date(2020, 1, 1)).day == date(2014, 1, 1)


@pytest.mark.parametrize(
    ("campaign", "month", "year", "words"),
    [
        (make_campaign(), 8, None, "还没有数据可报"),
        (PINNED, 7, None, "还没有数据可报"),
        (PINNED, 8, None, "还没有数据可报"),
        (make_campaign(start="2013-05-01", end="2013-12-31"), 4, None, "不在行动期内"),
        (make_campaign(), 6, 2012, "不在行动期内"),
        (make_campaign(start="2012-01-01"), 6, None, "--year"),
    ],
)
def test_a_month_that_cannot_be_reported_on(campaign: object, month: int, year: int | None, words: str) -> None:
    with pytest.raises(DuchaError, match=words):
        on_period(campaign, month, year, TODAY)  # type: ignore[arg-type]


def test_a_year_decides_between_two_months() -> None:
    campaign = make_campaign(start="2012-01-01")
    assert on_period(campaign, 6, 2012, TODAY).period == period_at(Cycle.MONTH, date(2012, 6, 1))


def test_the_months_of_which_something_is_known() -> None:
    def months(today: str, **changes: str) -> list[str]:
        known = on_known_periods(make_campaign(**changes), Cycle.MONTH, date.fromisoformat(today))
        return [reference.period.name if reference.period else "" for reference in known]

    assert months("2013-02-01") == []
    assert months("2013-02-02") == ["2013-02"]
    assert months("2020-01-01", start="2013-11-15") == ["2013-11", "2013-12", "2014-01"]
    assert months("2020-01-01", as_of="2013-04-10") == ["2013-02", "2013-03", "2013-04"]


@pytest.mark.parametrize(
    ("cycle", "number", "year", "name", "first", "until"),
    [
        (Cycle.WEEK, 26, None, "2013-W26", "2013-06-24", "2013-06-30"),
        (Cycle.QUARTER, 2, None, "2013-Q2", "2013-04-01", "2013-06-30"),
        (Cycle.WEEK, 5, None, "2014-W05", "2014-01-27", "2014-02-02"),
        (Cycle.HALF, 1, None, "2013-H1", "2013-01-01", "2013-06-30"),
        (Cycle.YEAR, 1, 2013, "2013", "2013-01-01", "2013-12-31"),
        (Cycle.WEEK, 1, 2014, "2014-W01", "2013-12-30", "2014-01-05"),
    ],
)
def test_a_report_on_any_period(cycle: Cycle, number: int, year: int | None, name: str, first: str, until: str) -> None:
    reference = on_period(make_campaign(), number, year, date(2020, 1, 1), cycle)
    assert reference.period
    assert (reference.period.name, str(reference.period.first)) == (name, first)
    assert str(reference.records_until) == until
    assert (reference.day - reference.records_until).days == 1


@pytest.mark.parametrize(
    ("cycle", "number", "year", "words"),
    [
        (Cycle.WEEK, 53, None, "第53周不在行动期内"),
        (Cycle.WEEK, 53, 2013, "没有2013年第53周"),
        (Cycle.WEEK, 20, 2012, "2012年第20周不在行动期内"),
        (Cycle.QUARTER, 3, 2014, "2014年第3季度不在行动期内"),
        (Cycle.HALF, 2, None, "2013年下半年还没有数据可报"),
        (Cycle.YEAR, 1, 2012, "2012年全年不在行动期内"),
    ],
)
def test_a_period_that_cannot_be_reported_on(cycle: Cycle, number: int, year: int | None, words: str) -> None:
    with pytest.raises(DuchaError, match=words):
        on_period(make_campaign(), number, year, date(2013, 6, 20), cycle)


def test_a_week_is_called_by_the_year_that_was_asked_for() -> None:
    """2020-W53 ends on 3 January 2021."""
    campaign = make_campaign(year="2020", start="2020-01-01", end="2021-01-31")
    with pytest.raises(DuchaError, match="2020年第53周还没有数据可报"):
        on_period(campaign, 53, 2020, date(2020, 6, 20), Cycle.WEEK)
