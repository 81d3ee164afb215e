"""Plain data to records: all that is wrong with a file's data at once, in Chinese."""

from __future__ import annotations

from typing import Any, Generic, NamedTuple, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from ducha.model.values import Record
from ducha.problems import Path, Problem

_Record = TypeVar("_Record", bound=Record)

_MESSAGES = {
    "missing": ("DC202", "缺少“{key}”"),
    "extra_forbidden": ("DC201", "不认识的键“{key}”"),
    "string_pattern_mismatch": ("DC203", "“{value}”不能作编号，编号只用小写字母、数字和连字符"),
    "string_type": ("DC203", "“{key}”应是文字"),
    "string_too_short": ("DC203", "“{key}”不能空着"),
    "tuple_type": ("DC203", "“{key}”应是列表"),
    "model_type": ("DC203", "“{key}”应由若干“名称: 值”组成"),
    "literal_error": ("DC203", "“{value}”不是“{key}”能取的值"),
    "too_long": ("DC203", "“{key}”的项数太多"),
}


class Validated(NamedTuple, Generic[_Record]):
    """A record of what is right in some data, every problem of the rest, and what had to be taken out for it.

    The rules look at the record, so that a file's problems come all at once; no report uses one that lacks
    anything. There is no record where what is wrong cannot be taken out.
    """

    record: _Record | None
    problems: list[Problem]
    data: Any
    removed: set[Path]

    def original(self, path: Path) -> Path:
        """Return where something in the record stands in the data, entries before it having been taken out."""
        data = self.data
        here: Path = ()
        for step in path:
            if isinstance(data, list) and isinstance(step, int):
                step = [at for at in range(len(data)) if (*here, at) not in self.removed][step]
            here = (*here, step)
            data = _entries(data).get(step)
        return here


def validate(kind: type[_Record], data: Any) -> Validated[_Record]:
    """Make a record of data, as far as it is right."""
    result = Validated[_Record](None, [], data, set())
    while True:
        try:
            return result._replace(record=kind.model_validate(_without(data, result.removed)))
        except ValidationError as fault:
            errors = fault.errors(include_url=False)
        result.problems.extend(_problem(error) for error in errors if not result.removed)
        wrong = (error["loc"][: -1 if error["type"] == "missing" else None] for error in errors)
        result.removed.update([_existing(data, result.original(path)) for path in wrong])
        if () in result.removed:
            return result


def _existing(data: Any, path: Path) -> Path:
    """Return as much of a path as the data has: the short form ``done: 昨天`` has no ``day`` of its own."""
    for depth, step in enumerate(path):
        if step not in (entries := _entries(data)):
            return path[:depth]
        data = entries[step]
    return path


def _entries(data: Any) -> dict[str | int, Any]:
    return dict(enumerate(data)) if isinstance(data, list) else data if isinstance(data, dict) else {}


def _without(data: Any, removed: set[Path], here: Path = ()) -> Any:
    """Return a copy of the data without what stands at some paths."""
    kept = {
        step: _without(value, removed, (*here, step))
        for step, value in _entries(data).items()
        if (*here, step) not in removed
    }
    return list(kept.values()) if isinstance(data, list) else kept if isinstance(data, dict) else data


def _problem(error: ErrorDetails) -> Problem:
    path, value = error["loc"], error["input"]
    key = str(path[-1]) if path else "文件"
    if isinstance(path[-1] if path else "", int):
        key = f"{path[-2]}第{int(path[-1]) + 1}项"
    if value is None and error["type"] != "missing":
        return Problem("DC203", f"“{key}”不能空着", hint="填上内容，或删去这一行", path=path)
    code, message = _MESSAGES.get(error["type"], ("DC203", ""))
    if error["type"] == "refused":
        shown = f"“{value}”" if isinstance(value, str) else f"“{key}”"
        message = f"{shown}：{error['msg']}"
    text = message.format(key=key, value=value) if message else f"“{key}”的写法不对"
    return Problem(code, text, hint=_hint(error), path=path)


def _hint(error: ErrorDetails) -> str:
    if error["type"] == "literal_error":
        return "可取：" + str(error["ctx"]["expected"]).replace("'", "").replace(" or ", "、").replace(", ", "、")
    return {
        "missing": "补上这一键",
        "extra_forbidden": "检查拼写；可用的键见README的格式说明",
    }.get(error["type"], "")
