"""For which periods a duty's returns are owed: its cadence, within the time for which it holds."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ducha.model.owed import owed_periods
from tests.conftest import make_campaign, make_plan


def owed(every: str, *, by: date = date.max, when: str | None = None, **keys: Any) -> list[str]:
    """``period cut-off`` of a duty in a campaign from February 2013 to January 2014, issued on 8 May."""
    campaign = make_campaign()
    plan = make_plan(when=when, duties=[{"id": "form", "title": "报送", "every": every, **keys}])
    return [f"{one.name} {one.cutoff:%m-%d}" for one in owed_periods(campaign, plan, plan.duties[0], by)]


def test_it_holds_from_the_day_of_issue_to_the_end_of_the_campaign() -> None:
    found = owed("每月25日前")
    assert (found[0], found[-1], len(found)) == ("2013-05 05-25", "2014-01 01-25", 9)
    assert owed("每月5日")[0] == "2013-06 06-05"  # 5 May was over
    assert owed("每月8日")[0] == "2013-05 05-08"
    assert owed("每季末") == ["2013-Q2 06-30", "2013-Q3 09-30", "2013-Q4 12-31"]
    assert owed("每半年") == ["2013-H1 06-30", "2013-H2 12-31"]
    assert owed("每年") == ["2013 12-31"]


def test_since_and_until_replace_its_bounds() -> None:
    assert owed("每月21日", since="4月份", until="6月底") == ["2013-04 04-21", "2013-05 05-21", "2013-06 06-21"]


def test_a_plan_s_own_span_narrows_both() -> None:
    assert owed("每月", when="2013年6月至2013年8月") == ["2013-06 06-30", "2013-07 07-31", "2013-08 08-31"]
    assert owed("每月", when="2013年2月至2013年6月") == ["2013-05 05-31", "2013-06 06-30"]
    assert owed("每月", when="2013年11月至2015年12月")[-1] == "2014-01 01-31"


def test_only_periods_that_have_begun() -> None:
    assert owed("每月", by=date(2013, 6, 30)) == ["2013-05 05-31", "2013-06 06-30"]
    assert owed("每月", by=date(2013, 7, 1))[-1] == "2013-07 07-31"


def test_what_speaks_of_the_period_before() -> None:
    """每月5日前报上月: the period is the month it speaks of, the cut-off lies in the next."""
    found = owed("每月5日前", covers="previous")
    assert (found[0], found[-1], len(found)) == ("2013-05 06-05", "2014-01 02-05", 9)
    assert owed("每季度结束后10日内") == ["2013-Q2 07-10", "2013-Q3 10-10", "2013-Q4 01-10"]
    assert owed("每半年首月15日前", covers="previous") == ["2013-H1 07-15", "2013-H2 01-15"]
    assert owed("每年1月10日前", covers="previous") == ["2013 01-10"]


def test_a_cadence_may_say_itself_that_it_speaks_of_the_period_before() -> None:
    assert owed("次月5日前") == owed("每月5日前", covers="previous")
    assert owed("每月5日前报上月") == owed("次月5日前")
    assert owed("次月5日前", covers="current")[0] == "2013-06 06-05"


def test_no_two_periods_have_one_name() -> None:
    assert owed("每月10日、每月25日前")[:3] == ["2013-05-10 05-10", "2013-05-25 05-25", "2013-06-10 06-10"]
    assert owed("每周一、每周五")[:2] == ["2013-05-10 05-10", "2013-05-13 05-13"]
    for every in ("每月30日、月底", "每年12月10日和12月25日", "月、季度和年度", "每月10日、25日前"):
        names = [one.split()[0] for one in owed(every)]
        assert len(set(names)) == len(names), every


@pytest.mark.parametrize(("since", "until"), [("0002-01-01", None), (None, "9998-12-31"), ("0203-06-01", None)])
@pytest.mark.parametrize("every", ["每月12日前", "次月5日前", "每天"])
def test_no_bound_is_too_far(every: str, since: str | None, until: str | None) -> None:
    """A year before and after the campaign at most."""
    assert len(owed(every, since=since, until=until)) < 3 * 366


@pytest.mark.parametrize("every", ["不定期", "随时", "长期坚持"])
def test_no_cadence_no_period(every: str) -> None:
    assert owed(every) == []


def test_weeks_cross_the_year() -> None:
    found = owed("每周五", since="2013-12-20")
    assert found[:4] == ["2013-W51 12-20", "2013-W52 12-27", "2014-W01 01-03", "2014-W02 01-10"]


def test_cut_offs_move_off_holidays_only_where_the_campaign_asks() -> None:
    """25 May 2013 was a Saturday."""
    campaign = make_campaign(move_to_workday="true")
    plan = make_plan(duties=[{"id": "form", "title": "报送", "every": "每月25日前"}])
    first = owed_periods(campaign, plan, plan.duties[0])[0]
    assert (first.name, first.cutoff) == ("2013-05", date(2013, 5, 27))
