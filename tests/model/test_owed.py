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


def test_only_periods_that_have_begun() -> None:
    assert owed("每月", by=date(2013, 6, 30)) == ["2013-05 05-31", "2013-06 06-30"]
    assert owed("每月", by=date(2013, 7, 1))[-1] == "2013-07 07-31"


def test_what_speaks_of_the_period_before() -> None:
    """每月5日前报上月: the period is the month it speaks of, the cut-off lies in the next."""
    found = owed("每月5日前", covers="previous")
    assert (found[0], found[-1], len(found)) == ("2013-05 06-05", "2014-01 02-05", 9)
    assert owed("每年1月10日前", covers="previous")[-1].endswith("01-10")


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
