"""Cadences: ``每月25日前``, ``每季末``, ``一月一通报`` and the words for no fixed time at all."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from ducha.deadlines import rules
from ducha.deadlines.patterns import Pattern
from ducha.deadlines.reading import Kind, Reading, Unreadable
from ducha.deadlines.rules import (
    HALVES,
    MONTH_DAY,
    NO_DAY,
    QUARTERS,
    WEEKDAY,
    Rule,
    in_months,
)
from ducha.deadlines.spans import month_end

# What may follow a cadence: an act (每月通报), how often (每季度至少2次), of what (每月5日前报上月情况).
_FREE = "[^\\d十廿卅年月日天周旬季底末前后内初起、,;和与及中~()-]*"
_TAIL = Pattern(
    rf"(?:日常)?{_FREE}(?:(?:上1?个?|当|本)(?:月|季度?|年度?|周){_FREE}|[月季周]度?报{_FREE})?(?:\d{{1,2}}次{_FREE})?"
)
_SEASON = Pattern(
    "除外|以外|不报|停报|不含|节假日|春节|元旦|国庆|五一|清明|端午|中秋|双节"
    "|汛期|雨季|[春夏秋冬][季天收耕]|两会|暑假|寒假|期间"
)
_ACT = "(?:通报|调度|督查|检查|考核|考评|讲评|点评|测评|评比|排名|小结|总结|例会|会商|汇报|报告?表?|公示|销号)"
_BY = "[之以]?前"
_AT = "(?:的|于|在|最迟|不[迟晚]于)?"
_EACH = "每(?:1?个)?"


class _Unit(NamedTuple):
    """A period, how it is written in a cadence that names no day, and how such a cadence is written alone."""

    signs: str
    rule: str
    word: str
    alone: str = "(?!)"

    @property
    def answer(self) -> Rule:
        """Its rule, with a note that no day is named."""
        return self.rule, "" if self.rule == rules.DAILY else NO_DAY


_UNITS = (
    _Unit("日天", rules.DAILY, "[日天]"),
    _Unit("周星礼", rules.WEEKLY, "(?:周|星期|礼拜)(?![七八九十星礼])", "周"),
    _Unit("旬", rules.TEN_DAYS, "旬"),
    _Unit("半", rules.HALF_MONTHS, "半个?月"),
    _Unit("月", rules.MONTHLY, "月度?(?![半终])", "月度?"),
    _Unit("季", in_months(QUARTERS), "季度?", "季度?"),
    _Unit("半上", in_months(HALVES), "半年度?|上下半年", "半年度?"),
    _Unit("年", in_months("12"), "年度?", "年度"),
)


def _in_words(unit: _Unit) -> str:
    """按月…, 一月一调度…, 月通报…"""
    word = f"(?:{unit.word})"
    return f"(?:[按逐]{word}|1?{word}[1一各](?=.)|{word}总?{_ACT})…"


def _alone(unit: _Unit) -> str:
    return f"{unit.alone}|1?(?:{unit.word})[两二三四五]次"


_ENDED = "(?:终了|结束|终)?后"
_WITHIN = "[之以]?内"
_NUMBER_OF_DAYS = r"(\d{1,2})(?:[日天]|个(?P<workdays>工作日))"
_NEXT_DAY = "(?:[、,和及与~-]+(?:周|星期)?|周|星期)"
_COUNTED = "[次天日场期篇户人轮回遍件条项家个百千一二两三四五六]|小时|学时|课时|至少"
_WEEK = f"(?:{_EACH}|每?逢)(?:周|星期|礼拜)"

_TABLE: tuple[tuple[str, str, Rule | Callable[[re.Match[str]], Rule]], ...] = (
    # each month, on a day
    ("月逢", rf"(?:{_EACH}月{_AT}|每?逢)({MONTH_DAY}(?:[、,和及与]{MONTH_DAY})*)(?:{_BY})?…", rules.month_days),
    ("月", rf"{_EACH}月{_AT}(\d{{1,2}}[日号]?)[~-]({MONTH_DAY})(?:{_BY})?…", rules.within_month),
    ("月次", rf"(?:每月)?次月(\d{{1,2}}[日号])(?:{_BY})?…", rules.month_after),
    ("月", rf"每月月?(初(?![一二三四五六七八九十])|上旬|中旬|下旬|中)(?:{_BY})?…", rules.part_of_month),
    ("月", rf"每月(?=[第前最])[第前]?([1-9]|最后1)个工作日(?:之?内|{_BY})?(?P<weekday>)…", rules.nth_in_month),
    ("月", rf"每月第?([1-5]|最后1)个(?:周|星期)(?P<weekday>{WEEKDAY})(?:{_BY})?…", rules.nth_in_month),
    # after a period has ended
    ("月季半年", rf"(?:{_EACH})?(月|季度?|半年|年(?=度))度?{_ENDED}{_NUMBER_OF_DAYS}{_WITHIN}…", rules.after_period),
    # each quarter, half-year and so many months
    ("季", rf"(?:{_EACH})?季度?(?:[底末]|最后1天)(?:{_BY})?…", (in_months(QUARTERS), "")),
    (
        "季",
        rf"(?:{_EACH})?季度?的?(首|次|末|第[123]个|最后1?个)(?:月的?|(?=\d))({MONTH_DAY})?(?:{_BY})?…",
        rules.month_of_quarter,
    ),
    ("半", rf"{_EACH}半年的?(首|末|第1个|最后1?个)月的?({MONTH_DAY})?(?:{_BY})?…", rules.month_of_half),
    ("半", rf"{_EACH}半年[底末](?:{_BY})?…", (in_months(HALVES), "")),
    ("0123456789个", r"每(\d{1,2}个|2)月…", rules.months_apart),
    ("0123456789", r"(\d{1,2})个月[1一]…", rules.months_apart),
    # each week, on a day
    ("工个", r"每个?工作日…", (f"{rules.WEEKLY};BYDAY={rules.WORKDAYS}", "")),
    (
        "周星礼逢",
        rf"{_WEEK}({WEEKDAY}(?:(?:[、,和及与~-]+(?:周|星期)?|周|星期){WEEKDAY}|[二三四五六])*)(?:{_BY})?",
        rules.week_days,
    ),
    ("周星礼逢", rf"{_WEEK}([二三四五六]|[日天](?!常))(?!{_COUNTED})(?:{_BY})?…", rules.week_days),
    ("周", rf"{_EACH}周[底末](?:{_BY})?…", (f"{rules.WEEKLY};BYDAY=SU", "周末按周日读")),
    # nothing says from which day to count
    (
        "0123456789隔双单",
        r"(每[2-9]\d?(?:周|日|天|年)|[2-9](?:周|天)[1一]|隔[周日天月年]|双周|单周|每10[日天])…",
        rules.uncounted,
    ),
    # a period, no day
    *((unit.signs, f"{_EACH}(?:{unit.word})…", unit.answer) for unit in _UNITS),
    *((unit.signs, _in_words(unit), unit.answer) for unit in _UNITS),
    *((unit.signs, _alone(unit), unit.answer) for unit in _UNITS),
    ("年", rf"年终(?:总?{_ACT})…", (in_months("12"), NO_DAY)),
)
"""(sign that its unit begins with, spelt phrase, rule and note); a tail may follow a phrase that ends in …"""

_ROWS = tuple((signs, Pattern(phrase.rstrip("…")), phrase.endswith("…"), answer) for signs, phrase, answer in _TABLE)
_RULES = {
    sign: [(pattern, has_tail, answer) for signs, pattern, has_tail, answer in _ROWS if sign in signs]
    for sign in "".join(signs for signs, _, _ in _TABLE)
}
_FIGURES = frozenset("0123456789")
_UNIT_SIGN = Pattern("(?:每1?个?(?=[^工])|[按逐]|1(?=[^个]))?(.)")

_OPEN = Pattern(
    "不定期|定期|定期不定期|定期和不定期|随时|及时|适时|经常性?|日常|常态化?|动态|长期|始终|全过程|贯穿始终|贯穿全过程|贯穿活动始终|常年|常抓不懈|坚持常抓不懈|不间断|滚动|永久"
    "|(?:长期|持续|不断|常态化?|深入|经常)(?:坚持|推进|抓|抓好|实施|开展|整改|进行|用力|任务|深化|巩固|落实|改进|加强|管理|执行|更新)"
    "|(?:动态|滚动)(?:管理|推进|更新|调整)"
)
_OPEN_SIGNS = frozenset("不定随及适经日常动长始全贯滚永持深坚")


def parse_open(text: str) -> Reading | None:
    """Read a phrase that names no limit at all (长期坚持); None if it is another."""
    return Reading(Kind.OPEN, note="没有固定时间") if text[:1] in _OPEN_SIGNS and _OPEN.fullmatch(text) else None


def parse_recurrence(text: str) -> Reading | None:
    """Read a spelt phrase as a cadence, None if it is none. Raises Unreadable for one that cannot be counted."""
    if text[:1] in _FIGURES and "一" not in text and "次" not in text:
        return None  # 6月底前: a cadence that begins with a figure is 1月一通报 or 1月两次
    sign = _UNIT_SIGN.match(text)
    for pattern, has_tail, answer in _RULES.get(sign[1], ()) if sign else ():
        found = pattern.match(text) if has_tail else pattern.fullmatch(text)
        if found and (found.end() == len(text) or (has_tail and _is_tail(text[found.end() :]))):
            rule, note = answer if isinstance(answer, tuple) else answer(found)
            if text.startswith("每周一") and not text.startswith("每周一次"):
                note = note and f"“一”按次数读，指星期一的写成每周一前；{note}"
            return Reading(Kind.RECURRENCE, rrule=rule, note=note)
    return None


def _is_tail(text: str) -> bool:
    """Whether some words after a cadence tell what is done, and not when: 每年考核一次, but not 每年汛期."""
    return _TAIL.fullmatch(text) is not None and not _SEASON.search(text)


def each_year(readings: Sequence[Reading], is_exact: bool) -> tuple[Reading, ...]:
    """Return the yearly rules for the limits that were read after 每年: 6月底和12月底 are one, 3月5日 and 9月10日 two.

    ``is_exact`` says that no 底 or 末 was written: then the 30th of June is that day, not the last of its month.
    """
    months: dict[int, list[int]] = {}
    for reading in readings:
        if reading.end is None or reading.kind not in (Kind.DAY, Kind.WINDOW):
            raise Unreadable("“每年”后面要写日子，如每年12月10日前")
        over_months = reading.is_stretch and reading.start and reading.start.month != reading.end.month
        if over_months or reading.strict_end:
            raise Unreadable("“每年”后面要写到哪一天为止，如每年12月10日前")
        is_end = reading.end == month_end(reading.end.year, reading.end.month)
        is_last = is_end and (reading.kind is Kind.WINDOW or not is_exact)
        months.setdefault(-1 if is_last else reading.end.day, []).append(reading.end.month)
    note = (
        NO_DAY
        if any(reading.kind is Kind.WINDOW and reading.end and reading.end.day > 20 for reading in readings)
        else ""
    )
    return tuple(
        Reading(Kind.RECURRENCE, rrule=in_months(",".join(map(str, sorted(set(named)))), day), note=note)
        for day, named in months.items()
    )
