"""Cadences: ``每月25日前``, ``每季末``, ``一月一通报`` and the words for no fixed time at all."""

from __future__ import annotations

import re

from ducha.deadlines.reading import Kind, Reading

_MONTH_DAY = re.compile(r"每个?月(\d{1,2})[日号](?:以?前)?")
_MONTHLY = "FREQ=MONTHLY"
_MONTH_END = "FREQ=MONTHLY;BYMONTHDAY=-1"
_TWO_MONTHS = "FREQ=YEARLY;BYMONTH=2,4,6,8,10,12;BYMONTHDAY=-1"
_QUARTERLY = "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1"
_HALF_YEARLY = "FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1"
_YEARLY = "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1"

RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), rule)
    for pattern, rule in (
        (r"每[日天]|按日|日报|1日1?一.+", "FREQ=DAILY"),
        (r"每周(?:[一1]次)?|按周|周报|周|1周一.+", "FREQ=WEEKLY"),
        (r"每个?月[底末]前?", _MONTH_END),
        (r"每个?月|按月|月报|月度?|1月一.+", _MONTHLY),
        (r"每2个?月", _TWO_MONTHS),
        (r"每个?季度?[底末]?前?|按季度?|季报|季度?末?|1季一.+", _QUARTERLY),
        (r"每半年|半年度?|半年一.+|上下半年(?:各一次)?", _HALF_YEARLY),
        (r"每年|年度|1年一.+|年[度终]总.+", _YEARLY),
    )
)
"""(whole normalised phrase, RFC 5545 rule in its canonical spelling), first match wins."""

_OPEN = re.compile(r"不定期|定期|随时|及时|适时|经常|日常|常态化?|动态|长期坚持|长期|持续推进|始终|全过程")


def parse_recurrence(text: str) -> Reading | None:
    """Read a normalised phrase as a cadence or as open; None if it is neither."""
    if found := _MONTH_DAY.fullmatch(text):
        day = int(found[1])
        if not 1 <= day <= 31:
            return Reading(Kind.UNRESOLVABLE, note=f"一个月里没有{day}日")
        return Reading(Kind.RECURRENCE, rrule=f"FREQ=MONTHLY;BYMONTHDAY={day}")
    for pattern, rule in RULES:
        if pattern.fullmatch(text):
            return Reading(Kind.RECURRENCE, rrule=rule)
    if _OPEN.fullmatch(text):
        return Reading(Kind.OPEN, note="没有固定时间")
    return None
