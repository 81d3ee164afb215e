"""Periods in the words of official papers."""

from __future__ import annotations

import pytest

from ducha.deadlines.cycles import period_named
from ducha.render.words.periods import label, last, this


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("2013-W26", ("6月24—30日", "2013年6月24—30日", "本周", "上周")),
        ("2013-06", ("6月份", "2013年6月份", "本月", "上月")),
        ("2013-Q2", ("二季度", "2013年二季度", "本季度", "上季度")),
        ("2013-H1", ("上半年", "2013年上半年", "上半年", "2012年下半年")),
        ("2013-H2", ("下半年", "2013年下半年", "下半年", "上半年")),
        ("2013", ("2013年度", "2013年度", "本年度", "上年度")),
    ],
)
def test_how_a_paper_speaks_of_its_period(name: str, words: tuple[str, ...]) -> None:
    period = period_named(name)
    assert period
    assert (label(period, 2013), label(period), this(period), last(period)) == words
