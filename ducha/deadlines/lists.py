"""Times in a row, and what each has of its neighbours: ``3、6、9月底``, ``6月10日、20日``."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from ducha.deadlines.context import Context
from ducha.deadlines.dress import begins_with_act, names_time, without_act, without_lead
from ducha.deadlines.patterns import Pattern
from ducha.deadlines.points import Base
from ducha.deadlines.ranges import BARE_NUMBER, BEFORE, NAMES_YEAR, WITHIN_MONTH, stripped
from ducha.deadlines.reading import Kind, Reading, Unreadable
from ducha.deadlines.refusals import NO_TIME, reason

SEPARATOR = Pattern("[、,;]|以?及(?!时)|和|与")
_UNIT_AFTER = Pattern(r"\d(\D[^\d~-]*(?:\d{1,2}[日号]\D*)?)$", re.ASCII)
_MONTH = Pattern(r".*?\d月", re.ASCII)
_BARE_MONTH = Pattern(r"(?:\d{4}年)?\d{1,2}月份?", re.ASCII)
_BARE_YEAR = Pattern(r"(?:\d{4}|[今明后去前])年", re.ASCII)
_PART_OF_MONTH = Pattern(r".*\d{1,2}月(\d{1,2}[日号]?|[上中下]旬|初)\D*", re.ASCII)
_MONTH_OF_YEAR = Pattern(r".*年\d{1,2}月\D*", re.ASCII)
_NEXT_ACT = Pattern("一[^\\d年月日周季]{1,6}")

Reader = Callable[[str, Context], tuple[Reading, ...]]
"""reads one member, with or without what is done by then"""


def read_list(text: str, context: Context, read: Reader) -> tuple[tuple[Reading, ...], str]:
    """Read times in a row (4月份、8月份; 3、6、9月底; 月、季度和年度), each once.

    Return none if no member is a time; and why, if some are and one is not. What names no time at all is put
    aside after a time (6月底前完成选址、拆迁).
    """
    members = members_of(text)
    if len(members) == 1:
        return (), ""
    found: dict[Reading, None] = {}
    wrong: list[str] = []
    for at, member in enumerate(members):
        readings = _member(member, context, tuple(found), read)
        _check_order(members, at, context.last, readings)
        found.update(dict.fromkeys(readings))
        is_aside = any(map(without_act, members[:at])) or begins_with_act(member)
        if not readings and (not found or not is_aside or _may_be_time(member)):
            wrong.append(member)
        context = _following(context, member, readings)
    if wrong:
        return tuple(found), _why_not(wrong[0]) if found else ""
    return _together(tuple(found), members[-1]), ""


def _may_be_time(member: str) -> bool:
    """Whether a member that could not be read may yet be a time; a meeting that is held by then is none."""
    told = filter(None, (member, without_act(member)))
    return not member or any(map(names_time, told)) or bool(reason(member) and not member.endswith(("会", "会议")))


def _together(found: tuple[Reading, ...], last: str) -> tuple[Reading, ...]:
    """What the members are beside each other: windows each begin, and what is kept up after a day has no limit."""
    kinds = [reading.kind for reading in found]
    if kinds and kinds[-1] is Kind.OPEN and set(kinds) & {Kind.DAY, Kind.WINDOW}:
        kept_up = f"其后{last.removeprefix('并')}"
        return tuple(reading.noted(kept_up) for reading in found if reading.kind is not Kind.OPEN)
    if kinds.count(Kind.WINDOW) < 2:
        return found
    return tuple(Reading(*r[:7], is_stretch=r.kind is Kind.WINDOW) for r in found)


def _why_not(member: str) -> str:
    why = reason(member) or reason(without_act(member) or "") or NO_TIME
    return f"“{member}”：{why}" if member else "列举里缺了一个时间，补全或去掉多余的标点"


def _member(text: str, context: Context, before: tuple[Reading, ...], read: Reader) -> tuple[Reading, ...]:
    if before and before[-1].kind is Kind.RECURRENCE and _NEXT_ACT.fullmatch(text):
        return before[-1:]  # 一月一调度、一交办
    return read(without_lead(text), context) if text else ()


def _check_order(members: list[str], at: int, last: date | None, readings: tuple[Reading, ...]) -> None:
    """In 12月、1月 the second may well be of the next year, and in 3月、6月25日 the first be a day."""
    member = members[at]
    for reading in readings:
        if last and reading.end and reading.end < last and not NAMES_YEAR.match(member):
            raise Unreadable(f"“{member}”早于它前面的时间，跨年的写成次年{member}")
    if not readings:
        return
    part = _PART_OF_MONTH.fullmatch(member)
    if part and any(map(_BARE_MONTH.fullmatch, members[:at])):
        raise Unreadable(f"看不出前面的月份是不是也到{part[1]}，逐个写明")
    if _MONTH_OF_YEAR.fullmatch(member) and any(map(_BARE_YEAR.fullmatch, members[:at])):
        raise Unreadable("看不出前面的年份是不是也到那个月，逐个写明年、月")


def _following(context: Context, member: str, readings: tuple[Reading, ...]) -> Context:
    """After a member that names its year (2014年3月、6月) that is the year of those that follow."""
    last = readings[-1] if readings else None
    day = (last.start or last.end) if last else None
    if last is None or day is None:
        return context
    if not NAMES_YEAR.match(member):
        return context._replace(last=last.end or context.last)
    return context._replace(base=Base(day.year, context.base.document, True), last=last.end)


def members_of(text: str) -> list[str]:
    """Return the members of a list as phrases of their own.

    A bare number has the unit of the member after it, a bare day the month of the one before it.
    """
    whole = SEPARATOR.split(text)
    for at in range(len(whole) - 2, -1, -1):
        if BARE_NUMBER.fullmatch(whole[at]) and (unit := _UNIT_AFTER.search(whole[at + 1])):
            whole[at] += unit[1]
    for at in range(1, len(whole)):
        if WITHIN_MONTH.fullmatch(stripped(whole[at], BEFORE)) and (month := _MONTH.match(whole[at - 1])):
            whole[at] = month[0] + whole[at]
    return whole
