"""Plain data to records: all that is wrong with a file's data at once, in Chinese."""

from __future__ import annotations

from typing import Any, TypeVar

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


def validate(kind: type[_Record], data: Any) -> tuple[_Record | None, list[Problem]]:
    """Return every problem of the data with its path, and a record of what is left without the wrong parts.

    The rules look at what is left, so that a file's problems come all at once; no report uses it. There is no
    record where what is wrong cannot be taken out.
    """
    problems: list[Problem] = []
    while True:
        try:
            return kind.model_validate(data), problems
        except ValidationError as fault:
            errors = fault.errors(include_url=False)
        problems = problems or [_problem(error) for error in errors]
        wrong = {_existing(data, error["loc"][: -1 if error["type"] == "missing" else None]) for error in errors}
        if () in wrong:
            return None, problems
        data = _without(data, wrong)


def _existing(data: Any, path: Path) -> Path:
    """Return as much of a path as the data has: the short form ``done: 昨天`` has no ``day`` of its own."""
    for depth, step in enumerate(path):
        entries = dict(enumerate(data)) if isinstance(data, list) else data
        if not isinstance(entries, dict) or step not in entries:
            return path[:depth]
        data = entries[step]
    return path


def _without(data: Any, wrong: set[Path], here: Path = ()) -> Any:
    """Return a copy of the data without what stands at some paths."""
    if isinstance(data, dict):
        items = data.items()
        return {key: _without(value, wrong, (*here, key)) for key, value in items if (*here, key) not in wrong}
    if isinstance(data, list):
        entries = enumerate(data)
        return [_without(value, wrong, (*here, at)) for at, value in entries if (*here, at) not in wrong]
    return data


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
