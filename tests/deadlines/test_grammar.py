"""The reader of deadlines as one table: phrase, kind, first day, last day, earlier reading."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ducha.deadlines import Kind, Reading, read
from ducha.deadlines.grammar import LONGEST

CAMPAIGN = (date(2013, 2, 1), date(2014, 1, 31))


def one(phrase: str, year: int = 2013) -> Reading:
    (reading,) = read(phrase, year=year, campaign=CAMPAIGN)
    return reading


DAYS = {
    "6月底": "2013-06-30",
    "6月底前": "2013-06-30",
    "6月末": "2013-06-30",
    "2月底前": "2013-02-28",
    "12月底": "2013-12-31",
    "年底": "2013-12-31",
    "年底前": "2013-12-31",
    "年末": "2013-12-31",
    "年终": "2013-12-31",
    "年内": "2013-12-31",
    "今年底": "2013-12-31",
    "明年底": "2014-12-31",
    "2014年底": "2014-12-31",
    "2014年年底前": "2014-12-31",
    "三季度末": "2013-09-30",
    "第三季度末": "2013-09-30",
    "上半年末": "2013-06-30",
    "6月30日前": "2013-06-30",
    "6月30日之前": "2013-06-30",
    "6月30号以前": "2013-06-30",
    "2013年6月30日": "2013-06-30",
    "2013-06-30": "2013-06-30",
    "六月底前": "2013-06-30",
    "十二月二十五日": "2013-12-25",
    "十月廿五日": "2013-10-25",
    "二〇一四年一月五日": "2014-01-05",
    "６月底前": "2013-06-30",
    " 6 月 底 前 ": "2013-06-30",
    "6月中旬前": "2013-06-20",
}

WINDOWS = {
    "10月": ("2013-10-01", "2013-10-31"),
    "10月份": ("2013-10-01", "2013-10-31"),
    "2014年1月": ("2014-01-01", "2014-01-31"),
    "7月初": ("2013-07-01", "2013-07-10"),
    "7月上旬": ("2013-07-01", "2013-07-10"),
    "7月中旬": ("2013-07-11", "2013-07-20"),
    "2月下旬": ("2013-02-21", "2013-02-28"),
    "年初": ("2013-01-01", "2013-01-31"),
    "第三季度": ("2013-07-01", "2013-09-30"),
    "三季度": ("2013-07-01", "2013-09-30"),
    "上半年": ("2013-01-01", "2013-06-30"),
    "下半年": ("2013-07-01", "2013-12-31"),
    "2-3月": ("2013-02-01", "2013-03-31"),
    "4—12月": ("2013-04-01", "2013-12-31"),
    "4 -12月": ("2013-04-01", "2013-12-31"),
    "4月－12月": ("2013-04-01", "2013-12-31"),
    "4月～12月": ("2013-04-01", "2013-12-31"),
    "3月至5月": ("2013-03-01", "2013-05-31"),
    "3月到5月": ("2013-03-01", "2013-05-31"),
    "三至五月": ("2013-03-01", "2013-05-31"),
    "2015年1月—3月": ("2015-01-01", "2015-03-31"),
    "2015年1月至2016年1月": ("2015-01-01", "2016-01-31"),
    "2015年3月上旬至12月": ("2015-03-01", "2015-12-31"),
    "11月至次年2月": ("2013-11-01", "2014-02-28"),
    "8月5日至20日": ("2013-08-05", "2013-08-20"),
    "8月5日至20日前": ("2013-08-05", "2013-08-20"),
    "8月5日至9月20日": ("2013-08-05", "2013-09-20"),
    "一至三季度": ("2013-01-01", "2013-09-30"),
}

RECURRENCES = {
    "每月": "FREQ=MONTHLY",
    "按月": "FREQ=MONTHLY",
    "月": "FREQ=MONTHLY",
    "一月一通报": "FREQ=MONTHLY",
    "每月25日前": "FREQ=MONTHLY;BYMONTHDAY=25",
    "每月21日": "FREQ=MONTHLY;BYMONTHDAY=21",
    "每月二十五日前": "FREQ=MONTHLY;BYMONTHDAY=25",
    "每月底": "FREQ=MONTHLY;BYMONTHDAY=-1",
    "每两个月": "FREQ=YEARLY;BYMONTH=2,4,6,8,10,12;BYMONTHDAY=-1",
    "每季度": "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1",
    "每季末": "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1",
    "季度": "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1",
    "一季一讲评": "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1",
    "每半年": "FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1",
    "半年度": "FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1",
    "半年一总结": "FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1",
    "上下半年各一次": "FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1",
    "年终总结": "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1",
    "年度总考核": "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1",
    "每周": "FREQ=WEEKLY",
    "每天": "FREQ=DAILY",
}

UNRESOLVABLE = (
    "",
    "底",
    "底前",
    "前三个月",
    "入冬前",
    "xx年5月底",
    "20**年6月",
    "13月底前",
    "0月",
    "2月30日前",
    "2013-02-30",
    "2013-13-01",
    "6月31日",
    "0000年1月",
    "12-3月",
    "每月32日",
    "尽快",
    "二十五日",
    "3个百分点",
    "〔2015〕4号",
    "24小时",
)


@pytest.mark.parametrize(("phrase", "end"), DAYS.items())
def test_a_latest_day(phrase: str, end: str) -> None:
    assert one(phrase) == Reading(Kind.DAY, end=date.fromisoformat(end))


@pytest.mark.parametrize(("phrase", "days"), WINDOWS.items())
def test_a_window(phrase: str, days: tuple[str, str]) -> None:
    first, last = map(date.fromisoformat, days)
    assert one(phrase) == Reading(Kind.WINDOW, start=first, end=last)


@pytest.mark.parametrize(("phrase", "rule"), RECURRENCES.items())
def test_a_cadence(phrase: str, rule: str) -> None:
    assert one(phrase) == Reading(Kind.RECURRENCE, rrule=rule)


@pytest.mark.parametrize("phrase", UNRESOLVABLE)
def test_what_names_no_time_says_why(phrase: str) -> None:
    reading = one(phrase)
    assert reading.kind is Kind.UNRESOLVABLE
    assert reading.note
    assert reading.end is None


@pytest.mark.parametrize(
    ("phrase", "strict", "end"),
    [
        ("7月份前", "2013-06-30", "2013-07-31"),
        ("7月前", "2013-06-30", "2013-07-31"),
        ("9月前", "2013-08-31", "2013-09-30"),
        ("12月前", "2013-11-30", "2013-12-31"),
        ("1月前", "2012-12-31", "2013-01-31"),
        ("三季度前", "2013-06-30", "2013-09-30"),
    ],
)
def test_before_a_whole_unit_has_two_readings(phrase: str, strict: str, end: str) -> None:
    expected = Reading(Kind.DAY, end=date.fromisoformat(end), strict_end=date.fromisoformat(strict))
    assert one(phrase) == expected


@pytest.mark.parametrize("phrase", ["10月起", "10月开始", "自10月份开始", "从十月起"])
def test_a_start_has_no_end(phrase: str) -> None:
    assert one(phrase) == Reading(Kind.WINDOW, start=date(2013, 10, 1))


@pytest.mark.parametrize("phrase", ["不定期", "定期", "随时", "及时", "日常", "长期坚持"])
def test_no_fixed_time_is_open(phrase: str) -> None:
    assert one(phrase).kind is Kind.OPEN


@pytest.mark.parametrize("phrase", ["全年", "今年", "2013年"])
def test_a_whole_year(phrase: str) -> None:
    assert one(phrase) == Reading(Kind.PERIOD, start=date(2013, 1, 1), end=date(2013, 12, 31))


def test_the_whole_campaign() -> None:
    assert one("全程") == Reading(Kind.PERIOD, start=CAMPAIGN[0], end=CAMPAIGN[1])
    (without,) = read("全程", year=2013)
    assert without.kind is Kind.UNRESOLVABLE


def test_leap_years() -> None:
    assert one("2月底", 2012).end == date(2012, 2, 29)
    assert one("2月29日", 2012).end == date(2012, 2, 29)
    assert one("2月29日", 2013).kind is Kind.UNRESOLVABLE


def test_a_long_text_is_refused() -> None:
    assert one("6月底前" * LONGEST).kind is Kind.UNRESOLVABLE


@given(st.text(max_size=40))
def test_any_text_is_read_without_raising(phrase: str) -> None:
    assert read(phrase, year=2013, campaign=CAMPAIGN)


@given(st.text("0123456789年月日底末初旬上中下前起季度半每-至第今明全内一二三十廿〇号份周", max_size=14))
def test_text_made_of_date_words_is_read_without_raising(phrase: str) -> None:
    (reading,) = read(phrase, year=2013, campaign=CAMPAIGN)
    assert reading.start is None or reading.end is None or reading.start <= reading.end


@given(st.integers(1, 12), st.integers(1950, 2100))
def test_parts_of_a_month_follow_each_other(month: int, year: int) -> None:
    ends = [one(f"{month}月{part}", year).end for part in ("上旬", "中旬", "下旬")]
    assert ends == sorted(ends, key=str)
    assert ends[-1] == one(f"{month}月底", year).end
