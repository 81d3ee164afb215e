"""Periods in the words of official papers."""

from __future__ import annotations

from ducha.deadlines.cycles import Cycle, Period
from ducha.render.words import duties as duty_words


def label(period: Period, year: int | None = None) -> str:
    """6月份, 二季度, 上半年, 2013年度, 6月24—30日: a period; with its year unless that is the given one."""
    if period.cycle is Cycle.YEAR:
        return f"{period.year}年度"
    suffix = "份" if period.cycle is Cycle.MONTH else ""
    return duty_words.period(period.name, year) + suffix


def this(period: Period) -> str:
    """本月, 本季度, 本周, 上半年: how a paper on a period speaks of it."""
    return label(period, period.year) if period.cycle is Cycle.HALF else _THIS[period.cycle]


def last(period: Period) -> str:
    """上月, 上季度, 上周, 2012年下半年: how a paper on a period speaks of the one before."""
    return label(period.preceding, period.year) if period.cycle is Cycle.HALF else _LAST[period.cycle]


_THIS = {Cycle.WEEK: "本周", Cycle.MONTH: "本月", Cycle.QUARTER: "本季度", Cycle.YEAR: "本年度"}

_LAST = {Cycle.WEEK: "上周", Cycle.MONTH: "上月", Cycle.QUARTER: "上季度", Cycle.YEAR: "上年度"}

COUNTED = {
    Cycle.WEEK: "{}周",
    Cycle.MONTH: "{}个月",
    Cycle.QUARTER: "{}个季度",
    Cycle.HALF: "{}个半年",
    Cycle.YEAR: "{}个年度",
}
"""how many periods of a length there are"""
