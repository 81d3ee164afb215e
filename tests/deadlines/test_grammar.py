"""What holds for every phrase: it never raises, is linear, reads its own answer, and goes on in order."""

from __future__ import annotations

from datetime import date, timedelta
from time import process_time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ducha.deadlines import Kind, Reading, read
from ducha.deadlines.grammar import LONGEST
from tests.phrases import CAMPAIGN, ISSUED, cases

DATE_WORDS = (
    "0123456789年月日底末初旬上中下前起季度半每-至第今明全内一二三十廿〇号份周xX*、和(（)含天工作时:点午次各报完成自"
)
YEARS = st.integers(1950, 2100)
LOADS = (
    *("一", "1", "每", "前", "、", "1、", "每月1日、", "每年一、", "在", "完成", "的", "(", "含当日", "x", "内", "-"),
    *("每周一", "自半年", "12:", "顺延", "月后", "年底、", "xx年", "1周一", "每月报"),
    *(f"{'每年' * 99}、", f"{'每年的' * 60}1月、2月", "每年1月、"),
)
NUMERALS = "〇一二三四五六七八九"


def one(phrase: str, year: int = 2013, issued: date | None = None, assume_year: bool = False) -> Reading:
    (reading,) = read(phrase, year=year, campaign=CAMPAIGN, issued=issued, assume_year=assume_year)
    return reading


def chinese(number: int) -> str:
    tens, units = divmod(number, 10)
    return ("" if tens < 2 else NUMERALS[tens]) + "十" * (tens > 0) + (NUMERALS[units] if units else "")


def full_width(text: str) -> str:
    return text.translate({ord("0") + digit: ord("０") + digit for digit in range(10)})


@given(st.text(max_size=60), st.booleans())
@example("\ud800", True)
@example("9999年12月31日起1年内", True)
@example("0001年1月前", False)
@example("上年", False)
def test_any_text_is_read_without_raising(phrase: str, assume_year: bool) -> None:
    assert read(phrase, year=2013, campaign=CAMPAIGN, issued=ISSUED, assume_year=assume_year)


@given(st.text(DATE_WORDS, max_size=16), st.integers(-5, 10_005))
def test_text_made_of_date_words_is_read_without_raising(phrase: str, year: int) -> None:
    for reading in read(phrase, year=year, issued=ISSUED, assume_year=True):
        assert reading.start is None or reading.end is None or reading.start <= reading.end
        assert reading.strict_end is None or (reading.end and reading.strict_end < reading.end)
        assert reading.kind is not Kind.UNRESOLVABLE or reading.note


def test_a_long_text_is_refused() -> None:
    assert one("6月底前" * LONGEST).kind is Kind.UNRESOLVABLE
    assert one(" " * (LONGEST - 4) + "6月底前").kind is Kind.DAY


@pytest.mark.parametrize("pieces", LOADS)
def test_reading_is_linear(pieces: str) -> None:
    """A reader that tried again from every character would need minutes of the processor, or seconds at best."""
    uncached = read.__wrapped__
    for ending in ("", "前", "内", "月"):
        phrase = (pieces * LONGEST)[: LONGEST - 1] + ending
        start = process_time()
        uncached(phrase, year=2013, issued=ISSUED, assume_year=True)
        assert process_time() - start < 0.25, ending


@given(st.dates(date(1950, 1, 1), date(2100, 12, 31)))
def test_a_day_reads_itself(day: date) -> None:
    for written in (f"{day}", f"{day.year}年{day.month}月{day.day}日", f"{day.year}.{day.month}.{day.day}"):
        assert one(written, 2013) == Reading(Kind.DAY, end=day)
    assert one(f"{day.month}月{day.day}日前", day.year).end == day


@given(st.dates(date(1950, 1, 1), date(2100, 12, 31)), st.integers(0, 900))
def test_a_window_reads_itself(first: date, days: int) -> None:
    last = first + timedelta(days)
    words = [f"{day.year}年{day.month}月{day.day}日" for day in (first, last)]
    expected = Reading(Kind.WINDOW, first, last, is_stretch=True)
    assert one("至".join(words)) == one(f"{first}至{last}") == one(f"{first}-{last}") == expected


def test_a_reading_written_out_reads_the_same() -> None:
    """Whatever a phrase was, its answer is a phrase too."""
    for case in cases():
        for reading in read(case.phrase, year=2013, issued=ISSUED, campaign=CAMPAIGN):
            _reads_itself(reading)


def _reads_itself(reading: Reading) -> None:
    if reading.kind is Kind.DAY and not reading.strict_end:
        assert one(f"{reading.end}").end == reading.end
    elif reading.kind is Kind.WINDOW and reading.end:
        again = one(f"{reading.start}至{reading.end}")
        assert (again.start, again.end) == (reading.start, reading.end)
    elif reading.kind is Kind.WINDOW:
        assert one(f"{reading.start}起").start == reading.start


@given(st.integers(1, 12), YEARS)
def test_parts_of_a_month_follow_each_other(month: int, year: int) -> None:
    ends = [one(f"{month}月{part}", year).end for part in ("上旬", "上半月", "中旬", "下旬")]
    assert ends == sorted(ends, key=str)
    assert ends[-1] == one(f"{month}月底", year).end == one(f"{month}月", year).end


MONTHS, QUARTERS = [f"{n}月底前" for n in range(1, 13)], [f"{n}季度末" for n in "一二三四"]


@pytest.mark.parametrize("forms", [MONTHS, QUARTERS, ["上半年", "下半年"]])
@given(year=YEARS)
def test_units_of_a_year_follow_each_other(forms: list[str], year: int) -> None:
    ends = [reading.end for form in forms for reading in read(form, year=year)]
    assert ends == sorted(ends, key=str)
    assert ends[-1] == one("年底前", year).end == date(year, 12, 31)
    assert one(f"{year}年底", 2013) == one("年底", year)


@given(YEARS, st.integers(1, 12), st.integers(1, 28))
def test_widths_and_numerals_make_no_difference(year: int, month: int, day: int) -> None:
    dated = ("{y}年{m}月底前", "{y}年{m}月{d}日", "{m}月上旬至12月", "{m}月、12月", "{m}—12月")
    for form in (*dated, "每月{d}日前", "{d}个工作日内"):
        ascii_ = form.format(y=year, m=month, d=day)
        spelt = form.format(y="".join(NUMERALS[int(n)] for n in str(year)), m=chinese(month), d=chinese(day))
        times = [[r[:5] for r in read(text, year=year, issued=ISSUED)] for text in (ascii_, full_width(ascii_), spelt)]
        assert times[0] == times[1] == times[2], ascii_


@pytest.mark.parametrize(("year", "last"), [(2000, 29), (2012, 29), (2013, 28), (2100, 28)])
def test_leap_years(year: int, last: int) -> None:
    assert one("2月底", year).end == one("2月下旬", year).end == date(year, 2, last)
    assert (one("2月29日", year).kind is Kind.DAY) == (last == 29)
    assert one("2-3月", year).start == date(year, 2, 1)


def test_the_end_of_a_year() -> None:
    assert one("1月前").strict_end == date(2012, 12, 31)
    assert one("12月至次年1月").end == date(2014, 1, 31)
    assert one("次年1月底前", 2012).end == date(2013, 1, 31)
    assert one("2013年11月至次年2月", 2020).end == date(2014, 2, 28)
    assert one("今年11月至明年2月").end == one("11月至来年2月").end == date(2014, 2, 28)
    assert one("9999年底").kind is one("0000年1月").kind is Kind.UNRESOLVABLE


@pytest.mark.parametrize("phrase", ["3—4月", "8月5日至20日", "10月起", "7月1日开始", "2013—2015年"])
def test_a_stretch_has_a_beginning_that_counts(phrase: str) -> None:
    assert one(phrase).is_stretch


@pytest.mark.parametrize("phrase", ["10月", "三季度", "上半年", "6月上旬", "6月底", "全年", "每月"])
def test_a_lone_unit_is_no_stretch(phrase: str) -> None:
    assert not one(phrase).is_stretch


def test_each_of_several_windows_is_a_stretch() -> None:
    assert [r.is_stretch for r in read("4月份、8月份", year=2013)] == [True, True]
    assert [r.is_stretch for r in read("6月底、12月底", year=2013)] == [False, False]


@pytest.mark.parametrize("masked", ["xx", "XX", "20xx", "20**", "××", "20××", "**", "〇〇", "某", "201x"])
def test_a_masked_year_stands_only_where_it_may(masked: str) -> None:
    phrase = f"{masked}年5月底"
    assert one(phrase).kind is Kind.UNRESOLVABLE
    assert "隐去" in one(phrase).note
    assumed = one(phrase, assume_year=True)
    assert (assumed.end, assumed.assumed) == (date(2013, 5, 31), ("year",))
    assert assumed.note
    assert one("5月底", assume_year=True).assumed == ()


@pytest.mark.parametrize(
    "phrase",
    ["自印发之日起30日内", "3个月内", "10个工作日内", "两周内", "半年内", "即日起至6月底", "本月底", "下月10日前"],
)
def test_what_is_counted_from_the_issue_needs_its_day(phrase: str) -> None:
    without = one(phrase)
    assert without.kind is Kind.UNRESOLVABLE
    assert "印发" in without.note
    assert one(phrase, issued=ISSUED).kind in (Kind.DAY, Kind.WINDOW)


@pytest.mark.parametrize(
    ("issued", "phrase", "end"),
    [
        ("2013-01-31", "1个月内", "2013-02-28"),
        ("2012-01-31", "1个月内", "2012-02-29"),
        ("2013-08-31", "6个月内", "2014-02-28"),
        ("2012-02-29", "1年内", "2013-02-28"),
        ("2013-12-31", "1日内", "2014-01-01"),
        ("2013-12-25", "下月10日前", "2014-01-10"),
        ("2013-12-30", "下周一前", "2014-01-06"),
        ("2013-11-15", "下季度", "2014-03-31"),
        ("2013-09-18", "3个工作日内", "2013-09-24"),
    ],
)
def test_lengths_end_on_the_corresponding_day(issued: str, phrase: str, end: str) -> None:
    assert one(phrase, issued=date.fromisoformat(issued)).end == date.fromisoformat(end)


def test_the_whole_campaign() -> None:
    assert one("全程") == Reading(Kind.PERIOD, *CAMPAIGN)
    (without,) = read("全程", year=2013)
    assert without.kind is Kind.UNRESOLVABLE


def test_a_list_of_which_one_is_wrong_is_wrong() -> None:
    for phrase in ("4月、13月", "6月底、入冬前", "6月底、、9月底", "每月25日前、每月32日前"):
        assert one(phrase).kind is Kind.UNRESOLVABLE
    assert "入冬前" in one("6月底、入冬前").note
