"""Times counted from the day of issue: ``自印发之日起30日内``, ``10个工作日内``, ``下月10日前``, ``即日起``."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from ducha.deadlines.patterns import Pattern
from ducha.deadlines.reading import Kind, Reading, Unreadable
from ducha.deadlines.spans import months_later

_LENGTH = Pattern(
    r"(?P<from>.*?)(?:(?<![\d~-])(?P<number>\d{1,3})(?P<unit>个?工作日|个(?:月|季度)|个?(?:周|星期)|日|天|年)|(?<![上下个\d])(?P<half>半年|半个?月))[之以]?内",
    re.ASCII,
)
_ISSUE = Pattern(
    r"(?:[自从]?(?:本|该|此)?(?:通知|方案|意见|文件|办法|决定|细则|规定|通报)?(?:的)?"
    r"(?:印发|下发|发布|公布|颁布|发文|成文|签发|行文|即|今|施行|实施)?(?:之日|当日|当天|日)?(?:起|后|之后|以后|起算)?的?)"
)
_ANCHOR = Pattern("^[自从]|(?:之日)?(?:起|起算|之后|以后|后)?的?$")
_UNITS = {"日": (0, 1), "天": (0, 1), "周": (0, 7), "星期": (0, 7), "月": (1, 0), "季度": (3, 0), "年": (12, 0)}
"""unit of length → months and days"""

_TODAY = Pattern("即日|今日|今天|当日|当天|今(?=起)|(?:本|该)?(?:通知|文件|方案|意见)?(?:印发|下发|发布|公布)之?日")
_TOMORROW = Pattern("明日|明天|次日|翌日")
_WEEKDAY = Pattern("([本下])1?个?(?:周|星期|礼拜)([一二三四五六日天1-7]|内|底|末)")
_MONTH = Pattern("([本这下])1?个?月(?:份)?")
_QUARTER = Pattern("([本这下])1?个?季度?")
_WORDS = Pattern(f"{_TODAY.pattern}|{_TOMORROW.pattern}|{_WEEKDAY.pattern}|{_MONTH.pattern}|{_QUARTER.pattern}")

_SIGN = Pattern("[即今当明次翌本该这下发布]")
_NO_ISSUE = "要从文件印发的日子算起，写明--issued或写成实有的日期，如2013-06-30"


def parse_length(text: str, issued: date | None, day_of: Callable[[str], date | None]) -> Reading | None:
    """Read a length of time that ends with 内; None if it is none. ``day_of`` reads the day it is counted from.

    The day of issue is not counted (《民法典》第201条); months and years end on the corresponding day, or the last
    of a month that has none (第202条). Raises Unreadable where the day it is counted from is not known.
    """
    if not text.endswith("内") or not (found := _LENGTH.fullmatch(text)):
        return None
    start = issued
    if not _ISSUE.fullmatch(found["from"]):
        start = day_of(_ANCHOR.sub("", found["from"]))
        if start is None:
            raise Unreadable(f"“{found['from']}”是哪一天没有写，写成实有的日期，如2013-06-30")
    if start is None:
        raise Unreadable(f"“{text}”{_NO_ISSUE}")
    end, note = _counted(found, start)
    return Reading(Kind.DAY, end=end, note=f"从{start}的次日算起").noted(note)


def _counted(found: re.Match[str], issued: date) -> tuple[date, str]:
    if half := found["half"]:
        return (months_later(issued, 6) if half == "半年" else issued + timedelta(15)), ""
    number, unit = int(found["number"]), found["unit"].removeprefix("个")
    if not number:
        raise Unreadable("期限至少是1日")
    if unit == "工作日":
        from ducha.deadlines.workdays import add_workdays  # and its calendar, which few phrases need

        return add_workdays(issued, number)
    months, days = _UNITS[unit]
    return (months_later(issued, months * number) if months else issued + timedelta(days * number)), ""


def without_relatives(text: str, issued: date | None) -> str:
    """Return spelt text with 即日, 明日, 本周五, 下月, 本季度 as what they are on the day of issue.

    Raises Unreadable where that day is not known.
    """
    found = _WORDS.search(text) if _SIGN.search(text) else None
    if not found:
        return text
    if issued is None:
        raise Unreadable(f"“{found[0]}”{_NO_ISSUE}")
    text = _TODAY.sub(_day(issued), text)
    text = _TOMORROW.sub(lambda _: _day(issued + timedelta(1)), text)
    text = _WEEKDAY.sub(lambda word: _weekday(word, issued), text)
    text = _MONTH.sub(lambda word: _month(months_later(issued, word[1] == "下")), text)
    return _QUARTER.sub(lambda word: _quarter(months_later(issued, 3 * (word[1] == "下"))), text)


def _day(day: date) -> str:
    return f"{day.year:04}年{day.month}月{day.day}日"


def _month(day: date) -> str:
    return f"{day.year:04}年{day.month}月"


def _quarter(day: date) -> str:
    return f"{day.year:04}年{(day.month + 2) // 3}季度"


def _weekday(word: re.Match[str], issued: date) -> str:
    monday = issued - timedelta(issued.weekday()) + timedelta(7 * (word[1] == "下"))
    at = {"内": 6, "底": 6, "末": 6, "天": 6, "日": 6}.get(word[2], "一二三四五六".find(word[2]))
    return _day(monday + timedelta(int(word[2]) - 1 if word[2].isdigit() else at))
