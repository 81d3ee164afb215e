"""Plain data to records: all that is wrong with a file's data at once, in Chinese."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, NamedTuple, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from ducha.model.values import Record
from ducha.problems import Path, Problem

_Record = TypeVar("_Record", bound=Record)

_TOP: Path = ()

_MESSAGES = {
    "missing": ("DC202", "缺少“{key}”"),
    "extra_forbidden": ("DC201", "不认识的键“{key}”"),
    "string_pattern_mismatch": ("DC203", "“{value}”不能作编号，编号只用小写字母、数字和连字符"),
    "string_type": ("DC203", "“{key}”应是文字"),
    "string_too_short": ("DC203", "“{key}”不能空着"),
    "tuple_type": ("DC203", "“{key}”应是列表"),
    "model_type": ("DC203", "“{key}”应由若干“名称: 值”组成"),
    "literal_error": ("DC203", "“{value}”不是“{key}”能取的值"),
    "greater_than_equal": ("DC203", "“{key}”不能小于{ge}"),
    "less_than_equal": ("DC203", "“{key}”不能大于{le}"),
    "too_long": ("DC203", "“{key}”的项数太多"),
}


class Validated(NamedTuple, Generic[_Record]):
    """A record of what is right in some data, every problem of the rest, and the way back to the data's own places.

    The rules look at the record, so that a file's problems come all at once; no report uses one that lacks
    anything. There is no record where what is wrong cannot be taken out.
    """

    record: _Record | None
    problems: list[Problem]
    original: Callable[[Path], Path]
    """path in the record → path in the data"""


def validate(kind: type[_Record], data: Any) -> Validated[_Record]:
    """Make a record of data, as far as it is right."""
    removed: set[Path] = set()
    problems: list[Problem] = []
    while True:
        origins = _Origins(data, frozenset(removed))
        try:
            return Validated(kind.model_validate(_without(data, removed)), problems, origins.find)
        except ValidationError as fault:
            errors = fault.errors(include_url=False)
        problems = problems or [_problem(error) for error in errors]
        wrong = (error["loc"][: -1 if error["type"] == "missing" else None] for error in errors)
        removed.update(_existing(data, origins.find(path)) for path in wrong)
        if () in removed:
            return Validated(None, problems, origins.find)


class _Origins:
    """Where the entries that are left of some data stood before others were taken out."""

    def __init__(self, data: Any, removed: frozenset[Path]) -> None:
        self._data = data
        self._removed = removed
        self._left: dict[Path, list[int]] = {}

    def find(self, path: Path) -> Path:
        data, here = self._data, _TOP
        for step in path:
            at: Any = self._entries_left(here, len(data))[int(step)] if _is_entry(data, step) else step
            here = (*here, at)
            data = data[at] if _has(data, at) else None
        return here

    def _entries_left(self, here: Path, length: int) -> list[int]:
        if here not in self._left:
            self._left[here] = [at for at in range(length) if (*here, at) not in self._removed]
        return self._left[here]


def _existing(data: Any, path: Path) -> Path:
    """Return as much of a path as the data has: the short form ``done: 昨天`` has no ``day`` of its own."""
    for depth, step in enumerate(path):
        if not _has(data, step):
            return path[:depth]
        data = data[step]
    return path


def _has(data: Any, step: Any) -> bool:
    return step in data if isinstance(data, dict) else _is_entry(data, step) and step < len(data)


def _is_entry(data: Any, step: Any) -> bool:
    return isinstance(data, list) and isinstance(step, int)


def _without(data: Any, removed: set[Path], here: Path = _TOP) -> Any:
    """Return a copy of the data without what stands at some paths."""
    if not removed:
        return data
    if isinstance(data, dict):
        items = data.items()
        return {key: _without(value, removed, (*here, key)) for key, value in items if (*here, key) not in removed}
    if isinstance(data, list):
        entries = enumerate(data)
        return [_without(value, removed, (*here, at)) for at, value in entries if (*here, at) not in removed]
    return data


def _problem(error: ErrorDetails) -> Problem:
    path, value = error["loc"], error["input"]
    key = str(path[-1]) if path else "文件"
    if isinstance(path[-1] if path else "", int):
        key = f"{path[-2]}第{int(path[-1]) + 1}项"
    if value is None and error["type"] != "missing":
        return Problem("DC203", f"“{key}”不能空着", hint="填上内容，或删去这一行", path=path)
    if error["type"] == "refused":
        return Problem("DC203", f"“{value if isinstance(value, str) else key}”：{error['msg']}", path=path)
    code, message = _MESSAGES.get(error["type"], ("DC203", "“{key}”的写法不对"))
    return Problem(code, message.format(key=key, value=value, **error.get("ctx", {})), hint=_hint(error), path=path)


def _hint(error: ErrorDetails) -> str:
    if error["type"] == "literal_error":
        return "可取：" + str(error["ctx"]["expected"]).replace("'", "").replace(" or ", "、").replace(", ", "、")
    return {
        "missing": "补上这一键",
        "extra_forbidden": "检查拼写；可用的键见README的格式说明",
    }.get(error["type"], "")
