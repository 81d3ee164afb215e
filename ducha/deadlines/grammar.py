"""How a whole phrase is read: its dress is put aside, then it is a cadence, a range, a limit, a point or a list.

::

    phrase  = dress* times (act .*)?           力争在6月底前完成搬迁
            | label "(" times ")"              宣传动员(2-3月)
    times   = time (("、" | "和" | "及" | …) time)*   lists.py
    time    = cadence | open | whole | length | range | start | limit | point
    cadence = recurrences.py                   每月25日前、一季一讲评、每年6月底和12月底
    open    = 长期坚持、不定期
    whole   = 全程
    length  = durations.py                     自印发之日起30日内
    range   = point "~" point 前?               8月5日至20日、10月至次年3月
    start   = [自从由]? point (起 | 开始)
    limit   = point (前 | 之前 | 以前 | 前夕)
    point   = points.py                        2013年6月底、三季度末、“十二五”末
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from ducha.deadlines.context import Context
from ducha.deadlines.dress import LABELLED, WEEKDAYS, Clock, take_clock, undress, without_act
from ducha.deadlines.durations import parse_length, without_relatives
from ducha.deadlines.lists import SEPARATOR, read_list
from ducha.deadlines.numerals import BROKEN_NUMBER, plain, spelt
from ducha.deadlines.patterns import Pattern
from ducha.deadlines.points import Base, Point, Shape, parse_point
from ducha.deadlines.ranges import BEFORE, START, parse_range, stripped
from ducha.deadlines.reading import HIDDEN, Kind, Reading, Unreadable, refused
from ducha.deadlines.recurrences import each_year, parse_open, parse_recurrence
from ducha.deadlines.refusals import MASKED_YEAR, NO_TIME, reason
from ducha.deadlines.spans import Span

LONGEST = 200
"""characters a phrase may have; a longer one is not a deadline but a paragraph"""

_BARE = Pattern("[0-9年月日号底末前之以季度份旬上中初起每内]+")
"""signs that nothing needs to be put aside of or spelt otherwise, as most phrases have no other"""

_MASKED_SIGN = Pattern("[xX×*〇□_某]")


@lru_cache(maxsize=4096)
def read(
    phrase: str,
    *,
    year: int,
    campaign: Span | tuple[date, date] | None = None,
    issued: date | None = None,
    assume_year: bool = False,
) -> tuple[Reading, ...]:
    """Return what a phrase means: at least one reading, several for a list (4月份、8月份).

    ``year`` is the base year of a phrase that names none; ``campaign`` gives 全程 its first and last day; from
    ``issued`` are counted 30日内 and 下月10日前; with ``assume_year`` the base year stands in for one that was
    masked (xx年). What was read is remembered, as a campaign uses the same few phrases thousands of times. Never
    raises: a text that names no time is one reading of kind UNRESOLVABLE with the reason in ``note``.
    """
    if len(phrase) > LONGEST:
        return (refused(f"时限不超过{LONGEST}字"),)
    context = Context(Base(year, year), campaign, issued)
    try:
        return _read(phrase, context, assume_year)
    except Unreadable as fault:
        return (refused(str(fault)),)
    except (ValueError, OverflowError):
        return (refused("超出历法能算的年份"),)


def _read(phrase: str, context: Context, assume_year: bool) -> tuple[Reading, ...]:
    if _BARE.fullmatch(phrase) and (readings := _time(phrase, context)):
        return readings
    if BROKEN_NUMBER.search(phrase):
        raise Unreadable("数字前后有空格或序号，连起来写或去掉")
    text, blur, is_limit, weekday = undress(_unlabelled(plain(phrase), context))
    text, is_masked = _unmasked(spelt(text), context.base.year, assume_year)
    readings = _times(without_relatives(text, context.issued), context)
    if is_limit:
        readings = tuple(map(_by_its_end, readings))
    if weekday:
        _check_weekday(readings[0], weekday)
    if is_masked:
        note = f"隐去的年份按{context.base.year}年读"
        readings = tuple(reading._replace(assumed=("year",)).noted(note) for reading in readings)
    return tuple(reading.noted(blur) for reading in readings) if blur else readings


def _unlabelled(text: str, context: Context) -> str:
    """Put aside the name of what a bracketed time is the time of: 宣传动员(2-3月); a name is no time itself."""
    if not text.endswith(")") or not (found := LABELLED.fullmatch(text)):
        return text
    try:
        named = _times(spelt(found["label"]), context)
    except ValueError:
        named = ()
    is_time = found["label"][0] == "每" or any(reading.kind is not Kind.RECURRENCE for reading in named)
    return text if is_time or found["label"].endswith(("前", "内", "后", "底", "末")) else found["time"]


def _check_weekday(reading: Reading, weekday: str) -> None:
    """In 6月30日(周日)前 the day must be that day."""
    if reading.kind is Kind.DAY and reading.end and WEEKDAYS[reading.end.weekday()] != weekday.replace("天", "日"):
        raise Unreadable(f"{reading.end}是周{WEEKDAYS[reading.end.weekday()]}，不是周{weekday}，看年份或日子是否写错")


def _by_its_end(reading: Reading) -> Reading:
    """到2020年 is by the end of that year."""
    if reading.kind not in (Kind.WINDOW, Kind.PERIOD) or reading.is_stretch or reading.end is None:
        return reading
    return Reading(Kind.DAY, end=reading.end, note=reading.note).noted("按所写时间的最后一天读")


def _unmasked(text: str, year: int, assume_year: bool) -> tuple[str, bool]:
    if not _MASKED_SIGN.search(text) or not (found := MASKED_YEAR.search(text)):
        return text, False
    known = [one[0].rstrip("xX×*〇□_某＿") for one in MASKED_YEAR.finditer(text)]
    if not assume_year or not all(f"{year:04}".startswith(digits) for digits in known):
        raise Unreadable(f"年份“{found[0]}”{HIDDEN}，写出四位年份，或要求按基准年推定")
    return MASKED_YEAR.sub(f"{year:04}", text), True


def _times(text: str, context: Context) -> tuple[Reading, ...]:
    if SEPARATOR.search(text) and text[0] not in "每逢次":  # 每月10日、20日 is one cadence
        readings, why = read_list(text, context, _with_act)
    else:
        readings, why = _with_act(text, context), ""
        if not readings:
            readings, why = read_list(text, context, _with_act)
    if not readings or why:
        raise Unreadable(why or reason(text) or reason(without_act(text) or "") or NO_TIME)
    return readings


def _with_act(text: str, context: Context) -> tuple[Reading, ...]:
    """Read a time, and what is done by then put aside if need be."""
    head = without_act(text)
    return _clocked(text, context) or (_clocked(head, context) if head else ())


def _clocked(text: str, context: Context) -> tuple[Reading, ...]:
    """Read a time with or without a time of day; the latter counts only where it stands on a day."""
    rest, clock = take_clock(text)
    if not rest:
        return ()
    readings = _time(rest, context)
    if clock is None:
        return readings
    return tuple(_at(reading, clock, text) for reading in readings)


def _at(reading: Reading, clock: Clock, text: str) -> Reading:
    if reading.kind is Kind.DAY:
        return reading.noted(f"当日{clock.words}")
    if reading.kind is not Kind.RECURRENCE or reading.rrule in ("FREQ=WEEKLY", "FREQ=MONTHLY"):
        raise Unreadable(reason(text) or NO_TIME)
    if clock.hour is None:
        return reading.noted(clock.words)
    hour, minute = (clock.hour, clock.minute) if clock.hour < 24 else (23, 59)
    return reading._replace(rrule=f"{reading.rrule};BYHOUR={hour};BYMINUTE={minute}")


def _time(text: str, context: Context) -> tuple[Reading, ...]:
    if reading := parse_recurrence(text) or parse_open(text):
        return (reading,)
    if text.startswith("每年"):
        return _each_year(text, context)
    reading = _single(text, context)
    return (reading,) if reading else ()


def _single(text: str, context: Context) -> Reading | None:
    if ("~" in text or "-" in text) and (reading := parse_range(text, context.base)):
        is_before = reading.kind is Kind.WINDOW and text.endswith(BEFORE)
        return reading.noted("“前”按所写范围的最后一天读") if is_before else reading
    if text.endswith(BEFORE):
        return _before(text, context)
    if text.endswith(START):
        return _from(text, context)
    return _length(text, context) or _whole(text, context) or _point(text, context)


def _each_year(text: str, context: Context) -> tuple[Reading, ...]:
    rest = re.sub("^的?半年(?=[和、及与])", "6月底", text.removeprefix("每年").removeprefix("的"))
    rest = f"年{rest}" if rest[:1] in ("底", "末", "终") else rest
    rest = without_act(rest) or rest
    if rest.startswith("每"):
        return ()  # one step down, whatever is written
    readings = _time(rest, context)
    if not readings:
        readings, why = read_list(rest, context, _with_act)
        if why:
            raise Unreadable(why)
    return each_year(readings, not re.search("[底末终]", rest))


def _whole(text: str, context: Context) -> Reading | None:
    if text not in ("全程", "整个行动"):
        return None
    if context.campaign is None:
        raise Unreadable("“全程”需要行动的起止日期")
    return Reading(Kind.PERIOD, *context.campaign)


def _length(text: str, context: Context) -> Reading | None:
    return parse_length(text, context.issued, lambda anchor: _single_day(anchor, context.base))


def _single_day(text: str, base: Base) -> date | None:
    point = parse_point(text, base)
    return point.span.last if point and point.shape is Shape.DAY else None


def _from(text: str, context: Context) -> Reading | None:
    bare = stripped(text, START)
    bare = bare[1:] if bare[:1] in ("自", "从", "由") else bare
    point = parse_point(bare, context.base)
    return point and Reading(Kind.WINDOW, point.span.first, note=point.note, is_stretch=True)


def _before(text: str, context: Context) -> Reading | None:
    point = parse_point(stripped(text, BEFORE), context.base)
    if point is None:
        return None
    return Reading(Kind.DAY, end=point.span.last, strict_end=_day_before(point), note=point.note)


def _day_before(point: Point) -> date | None:
    """The earlier reading of 7月份前, where the unit before 前 is a whole month, quarter, half-year or year."""
    return point.span.first - timedelta(1) if point.shape in (Shape.UNIT, Shape.WHOLE) else None


def _point(text: str, context: Context) -> Reading | None:
    point = parse_point(text, context.base)
    if point is None:
        return None
    if point.shape is Shape.DAY:
        return Reading(Kind.DAY, end=point.span.last, note=point.note)
    kind = Kind.PERIOD if point.shape is Shape.WHOLE else Kind.WINDOW
    return Reading(kind, point.span.first, point.span.last, note=point.note)
