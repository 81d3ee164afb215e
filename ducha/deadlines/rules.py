"""What a match of the table of cadences means: a rule of RFC 5545 in its one canonical spelling, and a note.

The months of a quarter or half-year are spelt out, since an ``INTERVAL`` would drift with the day it began on.
"""

from __future__ import annotations

import re

from ducha.deadlines.patterns import Pattern
from ducha.deadlines.reading import LAST_PERIOD, Unreadable

Rule = tuple[str, str]
"""a recurrence rule, and a note"""

DAILY = "FREQ=DAILY"
WEEKLY = "FREQ=WEEKLY"
MONTHLY = "FREQ=MONTHLY"
_YEARLY = "FREQ=YEARLY"
TEN_DAYS = "FREQ=MONTHLY;BYMONTHDAY=10,20,-1"
HALF_MONTHS = "FREQ=MONTHLY;BYMONTHDAY=15,-1"
QUARTERS, HALVES = "3,6,9,12", "6,12"
WORKDAYS = "MO,TU,WE,TH,FR"
_MONTHS_OF = {1: "", 2: "2,4,6,8,10,12", 3: QUARTERS, 4: "4,8,12", 6: HALVES, 12: "12"}
_NAMES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_WEEKDAYS = {
    **dict(zip("一二三四五六日", _NAMES, strict=True)),
    **dict(zip("1234567", _NAMES, strict=True)),
    "天": "SU",
}

NO_DAY = "没有写哪一天，到期末都算按期"

STATUTORY = "工作日按法定安排算，没有放假安排的年份按周一至周五"
_NO_COUNT = "没有写从哪一天算起，写成每月10日和25日、每周五这样"


def in_months(months: str, day: int | str = -1) -> str:
    return f"{_YEARLY};BYMONTH={months};BYMONTHDAY={day}"


_COUNTED_DAY = r"\d{1,2}(?:[日号]|(?=[、,和及与]|前))"
MONTH_DAY = rf"(?:{_COUNTED_DAY}|月?[底末]|最后1[日天]|首日|第1天)"
WEEKDAY = "[一二三四五六日天1-7]"


_NAMED_DAY = Pattern(r"最后1|第1天|首日|[底末]|\d{1,2}")


def month_days(found: re.Match[str]) -> Rule:
    days = {_month_day(day) for day in _NAMED_DAY.findall(found[1])}
    in_order = sorted(days, key=lambda day: day % 32)  # -1 is the last
    return f"{MONTHLY};BYMONTHDAY={','.join(map(str, in_order))}", _of_last_period(found.string)


def month_after(found: re.Match[str]) -> Rule:
    return month_days(found)[0], LAST_PERIOD


def within_month(found: re.Match[str]) -> Rule:
    first, last = _month_day(found[1]), _month_day(found[2])
    if 0 < last < first:
        raise Unreadable("结束早于开始，跨月的写出结束的那一天")
    return f"{MONTHLY};BYMONTHDAY={last}", f"每月{found[1]}至{found[2]}，按最后一天算"


def _of_last_period(text: str) -> str:
    return LAST_PERIOD if re.search("上1?个?(?:月|季|周|年)", text) else ""


def _month_day(word: str) -> int:
    if not word[0].isdecimal():
        return 1 if word in ("首日", "第1天") else -1
    day = int(word.rstrip("日号"))
    if not 1 <= day <= 31:
        raise Unreadable(f"一个月里没有{day}日")
    return -1 if day == 31 else day  # the last day of the months that have none


def week_days(found: re.Match[str]) -> Rule:
    days: set[str] = set()
    for part in re.split("[、,和及与]", found[1].replace("星期", "").replace("周", "")):
        first, *last = (_NAMES.index(_WEEKDAYS[word]) for word in re.findall(WEEKDAY, part))
        is_range = bool(re.search("[~-]", part))
        count = (last[-1] - first) % 7 + 1 if is_range else 1
        days.update(_NAMES[(first + number) % 7] for number in range(count))
        days.update(_NAMES[day] for day in last)
    return f"{WEEKLY};BYDAY={','.join(sorted(days, key=_NAMES.index))}", ""


def part_of_month(found: re.Match[str]) -> Rule:
    day = {"初": 10, "上旬": 10, "中旬": 20, "中": 20, "下旬": -1}[found[1]]
    return f"{MONTHLY};BYMONTHDAY={day}", f"每月{found[1]}按当旬最后一天读"


def nth_in_month(found: re.Match[str]) -> Rule:
    nth = -1 if found[1].startswith("最后") else int(found[1])
    weekday = found["weekday"]
    if weekday:
        return f"{MONTHLY};BYDAY={nth}{_WEEKDAYS[weekday]}", ""
    return f"{MONTHLY};BYDAY={WORKDAYS};BYSETPOS={nth}", STATUTORY


def months_apart(found: re.Match[str]) -> Rule:
    number = found[1].rstrip("个")
    if not (months := _MONTHS_OF.get(int(number))):
        raise Unreadable(f"“每{number}个月”不能把一年分完，写出月份，如每年3月底和8月底")
    return in_months(months), NO_DAY


def month_of_quarter(found: re.Match[str]) -> Rule:
    months = {"首": "1,4,7,10", "第1个": "1,4,7,10", "次": "1,4,7,10", "第2个": "2,5,8,11"}.get(found[1], QUARTERS)
    day = _month_day(found[2] or "底")
    is_last = found[1] == "次" or _of_last_period(found.string)
    return in_months(months, day), LAST_PERIOD if is_last else "" if found[2] else NO_DAY


def month_of_half(found: re.Match[str]) -> Rule:
    months = "1,7" if found[1] in ("首", "第1个") else HALVES
    return in_months(months, _month_day(found[2] or "底")), "" if found[2] else NO_DAY


def after_period(found: re.Match[str]) -> Rule:
    months = {"月": "", "季": "1,4,7,10", "半": "1,7", "年": "1"}[found[1][0]]
    number = int(found[2])
    if not 1 <= number <= 28:
        raise Unreadable(f"期末以后{number}日已过下一个月，写出日子，如每月5日前")
    if not found["workdays"]:
        return in_months(months, number) if months else f"{MONTHLY};BYMONTHDAY={number}", LAST_PERIOD
    frequency = f"{_YEARLY};BYMONTH={months}" if months else MONTHLY
    return f"{frequency};BYDAY={WORKDAYS};BYSETPOS={number}", f"{LAST_PERIOD}；{STATUTORY}"


def uncounted(found: re.Match[str]) -> Rule:
    raise Unreadable(f"“{found[1]}”{_NO_COUNT}")
