"""A key that a record does not have: which one was meant, in English or by its Chinese meaning."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from itertools import chain
from typing import Any, get_args

from pydantic.fields import FieldInfo

from ducha.advice.everyday import EVERYDAY
from ducha.advice.names import find_nearest
from ducha.advice.widths import half_width
from ducha.model import Campaign, Plan
from ducha.model.values import Record
from ducha.problems import Path


def advise_key(record: type[Record] | None, written: str, present: Collection[str]) -> str:
    """Return which key was meant; ``present`` are those the mapping has already."""
    if record is None:
        return "删去这一键"
    if told := _slip(record, written) or _elsewhere(record, written):
        return told
    if near := find_meant(record, written, present):
        return f"你是否想写“{near}”（{meaning(record.model_fields[near])}）"
    if _bare(written) in record.model_fields:
        return f"“{_bare(written)}”已写过；这一处多余，或有看不见的字符"
    return _all_keys(record)


@lru_cache
def _all_keys(record: type[Record]) -> str:
    fields = record.model_fields
    return "可用的键：" + "、".join(sorted(fields, key=lambda key: not fields[key].is_required()))


def _slip(record: type[Record], written: str) -> str | None:
    """A key that came of something else than a misspelling."""
    if written[:1] in ("\u3000", "\u00a0"):
        return f"“{written.strip()}”前面是全角或不换行的空格，缩进要用半角空格"
    if written.isdecimal():
        return "多余的内容；如是数字里的逗号断开的，数字不写千分位分隔符"
    if glued := re.fullmatch(r"([a-z_]+) *[:：][ \u3000\u00a0]*(\S.*)", written):
        return f"冒号用半角，后面空一格，写成“{glued[1]}: {glued[2]}”"
    if apart := re.fullmatch(r"([a-z_]+) +(\S+)", written):
        return f"“{apart[1]}”后面少了冒号，写成“{apart[1]}: {apart[2]}”"
    if re.fullmatch(r"\d{4}-\d{2}", written) and "narratives" in record.model_fields:
        return "各月综述写在narratives下面，缩进两格"
    if written in _STATES:
        return "是什么状态由所记的日期得出，不用写；删去这一键"
    return None


_STATES = ("status", "state", "状态", "办理状态")


def _elsewhere(record: type[Record], written: str) -> str | None:
    """A key at the top of a file that belongs at the top of another."""
    from ducha.model.records import Records  # which many a campaign has none of

    files: dict[type[Record], str] = {Plan: "方案文件", Campaign: "campaign.yaml", Records: "supervision.yaml"}
    if record not in files or written in record.model_fields:
        return None
    if (record, written) == (Records, "ignore"):
        return "督查记录里的警告不能忽略；删去这一键，按各条的提示改正"
    homes = [(kind.model_fields[written], file) for kind, file in files.items() if written in kind.model_fields]
    return f"“{written}”（{meaning(homes[0][0])}）写在{'或'.join(file for _, file in homes)}里" if homes else None


def find_meant(record: type[Record], written: str, present: Collection[str]) -> str | None:
    """Return the key of a record, of those the mapping lacks, that was meant by another."""
    free = {key: field for key, field in record.model_fields.items() if key not in present}
    text = _bare(written).lower().replace("-", "_")
    plural = (key for key in free if key.removesuffix("s") == text.removesuffix("s"))
    if other := next(chain(plural, (key for key in EVERYDAY.get(text, ()) if key in free)), None):
        return other
    near = _by_meaning(free, text) or find_nearest(text, tuple(free))
    return near or _only_missing(record, written, present)


def _only_missing(record: type[Record], written: str, present: Collection[str]) -> str | None:
    """The one key that a mapping must have and lacks, where this is the one key that is unknown."""
    if len(present) > len(record.model_fields) + 1:
        return None
    missing = [key for key, field in record.model_fields.items() if field.is_required() and key not in present]
    unknown = [key for key in present if key not in record.model_fields]
    return missing[0] if len(missing) == 1 and unknown == [written] else None


def field_at(record: type[Record], path: Path) -> FieldInfo | None:
    """Return the field that holds the value at a path below a record, None where none does."""
    keys = _keys_of(path)
    owner = _record_below(record, keys[:-1])
    return owner.model_fields.get(keys[-1]) if owner and keys else None


def record_at(record: type[Record], path: Path) -> type[Record] | None:
    """Return the kind of record that stands at a path below a record."""
    return _record_below(record, _keys_of(path))


def meaning(field: FieldInfo) -> str:
    """The head of a field's description: what the key means."""
    return re.split(r"[，：（；]", field.description or "")[0]


def _bare(written: str) -> str:
    return half_width(written).strip("\ufeff\u200b:：")


def _by_meaning(fields: dict[str, FieldInfo], text: str) -> str | None:
    if text.isascii():
        return None
    exact = (key for key, field in fields.items() if meaning(field) == text)
    loose = (key for key, field in fields.items() if text in (field.description or "") or meaning(field) in text)
    return next(exact, None) or next(loose, None)


def _keys_of(path: Path) -> tuple[str, ...]:
    return tuple(step for step in path if isinstance(step, str))


@lru_cache
def _record_below(record: type[Record], keys: tuple[str, ...]) -> type[Record] | None:
    if not keys:
        return record
    kind = _record_below(record, keys[:-1])
    field = kind.model_fields.get(keys[-1]) if kind else None
    return next(_records_in(field.annotation), None) if field else None


def _records_in(annotation: Any) -> Iterator[type[Record]]:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for part in get_args(annotation):
        yield from _records_in(part)
