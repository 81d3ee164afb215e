"""What has the wrong shape: keys that are unknown or missing, lists, records and texts in each other's place."""

from __future__ import annotations

import re
from datetime import date

from ducha.advice.days import find_day
from ducha.advice.keys import advise_key, field_at, record_at
from ducha.advice.wrong import Wrong
from ducha.problems import KEY, Problem


def unknown_key(wrong: Wrong) -> Problem:
    """A key that the record does not have."""
    record = record_at(wrong.kind, wrong.path[:-1])
    hint = advise_key(record, str(wrong.path[-1]), wrong.parent)
    return Problem("DC201", f"不认识的键“{wrong.path[-1]}”", hint, (KEY,))


def missing(wrong: Wrong) -> Problem:
    """A key that the record must have and lacks."""
    if isinstance(wrong.path[-1], int):
        return not_two(wrong._replace(path=wrong.path[:-1]))
    field = field_at(wrong.kind, wrong.path)
    form = "年-月-日" if field and field.annotation is date else "…"
    return Problem("DC202", f"缺少{wrong.explained}", f"补上“{wrong.name}: {form}”")


def blank(name: str) -> Problem:
    """The problem of a key that need not have a value and has none."""
    return Problem("DC211", f"“{name}”空着，按没有写处理", "填上内容，或删去这一键")


def empty(wrong: Wrong) -> Problem:
    """A key without a value: an error where one must be."""
    field = field_at(wrong.kind, wrong.path)
    is_key = bool(wrong.path) and isinstance(wrong.path[-1], str)
    if wrong.value is None and is_key and field and not field.is_required():
        return blank(wrong.name)
    return Problem("DC204", f"{wrong.explained}空着", "填上内容")


def not_a_list(wrong: Wrong) -> Problem:
    """Something else where a list must be."""
    message = f"“{wrong.name}”应是列表"
    if wrong.name == "between" and len(numbers := re.findall(r"\d+(?:\.\d+)?", wrong.text)) == 2:
        return Problem("DC203", message, f"写成[{', '.join(numbers)}]")
    entry = [] if isinstance(wrong.value, dict) else _entry(wrong)
    hint = f"写成[{{{', '.join(entry)}}}]" if entry else "每项单独一行，以“- ”开头"
    return Problem("DC203", message, f"{hint}；没有内容就删去这一键")


def not_a_record(wrong: Wrong) -> Problem:
    """Something else where keys with values must be."""
    if wrong.path and isinstance(wrong.value, list) and len(wrong.value) == 1 and isinstance(wrong.value[0], str):
        windows = "；时限有几个时段的写done_days" if wrong.name == "done" else ""
        return Problem("DC203", f"“{wrong.name}”不是列表", f"去掉方括号，写成{wrong.value[0]}{windows}")
    entry = _entry(wrong)
    form = f"{{{', '.join(entry)}}}" if entry and wrong.path else f"“{'，'.join(entry) or '键: 值'}”，每键一行"
    hint = "冒号要用半角，后面空一格" if "：" in wrong.text else f"写成{form}"
    message = f"“{wrong.name}”应由若干“键: 值”组成" if wrong.path else "文件内容不是“键: 值”"
    return Problem("DC203", message, hint)


def _entry(wrong: Wrong) -> list[str]:
    """What a record must say that a bare text stands for, as far as it is known: ``day: 2013-06-13``."""
    record = record_at(wrong.kind, wrong.path)
    day = find_day(wrong.text, wrong.year)
    fields = record.model_fields.items() if record else ()
    return [f"{key}: {day if key == 'day' and day else '…'}" for key, field in fields if field.is_required()]


def not_a_mapping(wrong: Wrong) -> Problem:
    """Something else where a text for each month must be."""
    return Problem("DC203", f"“{wrong.name}”应由若干“键: 值”组成", "每月一行，如“2013-06: 综述文字”")


def not_a_text(wrong: Wrong) -> Problem:
    """A list or a record where a text must be."""
    is_one = isinstance(wrong.value, list) and len(wrong.value) == 1
    hint = "只写文字，不用方括号和“- ”" if isinstance(wrong.value, list) else "只写文字；文字里有冒号的，加引号"
    hint = advise_one(wrong) if is_one else hint
    return Problem("DC203", f"{wrong.explained}应是文字", hint)


def advise_one(wrong: Wrong) -> str:
    """Return what to write where one value must be and a list or a record is, nothing where one value is."""
    if isinstance(wrong.value, list):
        only = wrong.value[0] if len(wrong.value) == 1 else None
        return f"去掉方括号，写成{only}" if isinstance(only, str) else "只写一个，不用方括号和“- ”"
    return "只写值，不用“键: 值”" if isinstance(wrong.value, dict) else ""


def not_two(wrong: Wrong) -> Problem:
    """Not two numbers where there must be two."""
    return Problem("DC203", f"“{wrong.name}”要写两个数", "写成[下限, 上限]")
