"""The spans of requirements in the words of official papers."""

from __future__ import annotations

from datetime import date

import pytest

from ducha.render.words.supervision import months


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
