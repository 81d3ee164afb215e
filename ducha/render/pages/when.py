"""How date phrases were read: in words for a person, in JSON for a program."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice

from ducha.deadlines import Kind, Reading, cutoffs
from ducha.render.page import width

Told = Sequence[tuple[str, tuple[Reading, ...]]]
"""phrases as they were written, and how each was read"""

_FIELDS = ("kind", "start", "end", "strict_end", "rrule", "assumed", "note")
_WIDEST = 32
"""cells that a phrase may take before its reading stands on the next line"""

_ARROW = " → "
_NEXT = 3
_YEARS_AHEAD = 2
_WEEKDAYS = dict(zip(("MO", "TU", "WE", "TH", "FR", "SA", "SU"), "一二三四五六日", strict=True))
_WORKDAYS = "MO,TU,WE,TH,FR"


def as_json(told: Told) -> str:
    """Return a list with one object a phrase."""
    listed = [{"phrase": phrase, "readings": list(map(_as_object, readings))} for phrase, readings in told]
    return json.dumps(listed, ensure_ascii=False, indent=2) + "\n"


def _as_object(reading: Reading) -> dict[str, object]:
    values = ((name, getattr(reading, name)) for name in _FIELDS)
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in values}


def as_text(told: Told, today: date) -> str:
    """Return a block a phrase, the readings under each other; cut-offs of recurrences are those from a day on."""
    shown = [(_visible(phrase), readings) for phrase, readings in told]
    room = max((width(phrase) for phrase, _ in shown if width(phrase) <= _WIDEST), default=0)
    return "".join(f"{line}\n" for phrase, readings in shown for line in _block(phrase, readings, room, today))


def _block(phrase: str, readings: Sequence[Reading], room: int, today: date) -> Iterator[str]:
    head = phrase
    if width(phrase) > room:
        yield phrase
        head = ""
    for reading in readings:
        yield f"{head}{' ' * (room - width(head))}{_ARROW}{_words(reading, today)}"
        head = ""
        for note in _notes(reading):
            yield f"{' ' * (room + len(_ARROW))}{note}"


def _visible(text: str) -> str:
    """Control characters and lone surrogates as their numbers, so that they do nothing to a terminal."""
    return "".join(sign if sign.isprintable() else f"\\u{ord(sign):04x}" for sign in text) or "（空）"


def _words(reading: Reading, today: date) -> str:
    if reading.kind is Kind.UNRESOLVABLE:
        return f"读不出：{_visible(reading.note)}"
    if reading.kind is Kind.OPEN:
        return "没有固定时间，不会到期"
    if reading.rrule:
        return f"{rule_words(reading.rrule)}；接下来是{'、'.join(_next(reading.rrule, today))}"
    if reading.kind is Kind.PERIOD:
        return f"{reading.start}至{reading.end}（整段）"
    if reading.kind is Kind.WINDOW:
        return f"{reading.start}至{reading.end}" if reading.end else f"{reading.start}起，没有截止"
    if reading.strict_end:
        return f"{reading.strict_end}或{reading.end}（两种理解）"
    return f"{reading.end}（含当日）"


def _notes(reading: Reading) -> Iterator[str]:
    if reading.kind is Kind.UNRESOLVABLE:
        return
    if reading.strict_end and reading.end:
        yield f"到{reading.strict_end}为止肯定按期，过了{reading.end}肯定逾期；两者之间要由有权的单位确认"
    if reading.kind is Kind.WINDOW and reading.end and not reading.is_stretch:
        yield f"作为完成时限，{reading.end}是最后一天"
    if reading.assumed and "隐去" not in reading.note:
        day = reading.end or reading.start
        yield "没有写年份" + (f"，按{(reading.start or day).year}年计" if day else "，按今年计")
    if reading.note and reading.kind is not Kind.OPEN:
        yield _visible(reading.note)


def _next(rule: str, today: date) -> Iterator[str]:
    last = date(today.year + _YEARS_AHEAD, 12, 31)
    return (due.cutoff.isoformat() for due in islice(cutoffs(rule, today, last), _NEXT))


def rule_words(rule: str) -> str:
    """Return a recurrence that the reader gives in words: 每月25日, 每周五, 每年3、6、9、12月的最后一天."""
    parts = dict(part.split("=") for part in rule.split(";"))
    clock = f"{int(parts['BYHOUR'])}:{int(parts['BYMINUTE']):02}前" if "BYHOUR" in parts else ""
    return {"DAILY": _daily, "WEEKLY": _weekly, "MONTHLY": _monthly, "YEARLY": _yearly}[parts["FREQ"]](parts) + clock


def _daily(_: dict[str, str]) -> str:
    return "每天"


def _weekly(parts: dict[str, str]) -> str:
    days = parts.get("BYDAY", "")
    if days == _WORKDAYS:
        return "每个工作日"
    return f"每周{'、'.join(_WEEKDAYS[day] for day in days.split(','))}" if days else "每周"


def _monthly(parts: dict[str, str]) -> str:
    return f"每月{_days(parts)}" if len(parts) > 1 else "每月"


def _yearly(parts: dict[str, str]) -> str:
    return f"每年{parts['BYMONTH'].replace(',', '、')}月{_days(parts)}"


def _days(parts: dict[str, str]) -> str:
    if "BYDAY" in parts:
        nth = parts.get("BYSETPOS") or parts["BYDAY"][:-2]
        kind = "工作日" if parts["BYDAY"] == _WORKDAYS else f"周{_WEEKDAYS[parts['BYDAY'][-2:]]}"
        return f"最后一个{kind}" if nth == "-1" else f"第{nth}个{kind}"
    days = parts["BYMONTHDAY"].split(",")
    return "、".join("最后一天" if day == "-1" else f"{day}日" for day in days)
