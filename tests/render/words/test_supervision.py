"""The spans of requirements and the days of inspections in the words of official papers."""

from __future__ import annotations

from datetime import date

import pytest

from ducha.assess.states import State
from ducha.assess.supervision.required import Requirement
from ducha.model import Method
from ducha.model.inspection import Inspection
from ducha.render.words.supervision import days_of, months, span


@pytest.mark.parametrize(
    ("first", "last", "year", "words"),
    [
        ("2013-06-01", "2013-06-30", 2013, "6月份"),
        ("2013-06-01", "2013-06-30", None, "2013年6月份"),
        ("2013-05-01", "2013-06-30", 2013, "5—6月份"),
        ("2013-05-01", "2013-06-30", 2014, "2013年5—6月份"),
        ("2013-04-01", "2013-06-30", 2013, "二季度"),
        ("2013-01-01", "2013-06-30", 2013, "上半年"),
        ("2013-07-01", "2013-12-31", 2014, "2013年下半年"),
        ("2013-01-01", "2013-12-31", 2013, "全年"),
        ("2013-09-01", "2013-12-31", 2013, "9—12月份"),
        ("2013-12-01", "2014-01-31", None, "2013年12月—2014年1月"),
        ("2013-12-01", "2014-01-31", 2013, "2013年12月—2014年1月"),
        ("2013-12-01", "2014-01-31", 2014, "2013年12月—2014年1月"),
    ],
)
def test_months(first: str, last: str, year: int | None, words: str) -> None:
    assert months(date.fromisoformat(first), date.fromisoformat(last), year) == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2013-06-03", "2013-06-03", "6月3日"),
        ("2013-06-03", "2013-06-09", "6月3—9日"),
        ("2013-06-11", "2013-06-20", "6月11—20日"),
        ("2013-05-31", "2013-06-03", "5月31日—6月3日"),
        ("2013-12-30", "2014-01-05", "12月30日—2014年1月5日"),
        ("2013-02-01", "2013-02-28", "2月份"),
        ("2013-02-01", "2013-03-31", "2—3月份"),
    ],
)
def test_what_is_not_whole_months_is_told_by_its_days(first: str, last: str, words: str) -> None:
    begin, end = date.fromisoformat(first), date.fromisoformat(last)
    method = Method(id="w", title="巡查", every="每日")
    requirement = Requirement("w@1", method, ("县府办",), begin, end, end, 1, 0, State.OVERDUE, is_due=True)
    assert span(requirement, 2013) == words


@pytest.mark.parametrize(
    ("until", "words"),
    [
        (None, "2013年5月30日"),
        ("2013-05-30", "2013年5月30日"),
        ("2013-05-31", "2013年5月30—31日"),
        ("2013-06-02", "2013年5月30日—6月2日"),
        ("2014-05-31", "2013年5月30日—2014年5月31日"),
    ],
)
def test_the_days_of_an_inspection(until: str | None, words: str) -> None:
    one = Inspection.model_validate({"id": "a", "method": "joint", "day": "2013-05-30", "until": until})
    assert days_of(one) == words
