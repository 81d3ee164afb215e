"""What is wrong with the form of a file's data: each error of the models as a problem with advice."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from pydantic_core import ErrorDetails

from ducha.advice.days import advise_day, advise_month, advise_year, is_no_day
from ducha.advice.keys import advise_key, field_at, find_meant, meaning, record_at
from ducha.advice.numbers import advise_count, advise_number
from ducha.advice.widths import is_wide
from ducha.advice.words import advise_choice, advise_flag, advise_id
from ducha.model.values import Record
from ducha.problems import KEY, Path, Problem

_SHOWN = 30
"""characters of a value that a message quotes"""


class _Wrong(NamedTuple):
    """One value that a model refused."""

    kind: type[Record]
    """of the whole file"""
    path: Path
    value: Any
    context: dict[str, Any]
    parent: Any
    """the data that holds the value"""
    data: Any
    """of the whole file"""

    @property
    def name(self) -> str:
        """The value's key, or its place in the list of that key."""
        steps = [step for step in self.path if step != KEY]
        if not steps:
            return "文件"
        if isinstance(steps[-1], int):
            return f"{steps[-2]}第{steps[-1] + 1}项"
        return f"{steps[-1]}"

    @property
    def quoted(self) -> str:
        """The value between quotation marks, or the key of one that is no text."""
        if not isinstance(self.value, str):
            return f"“{self.name}”"
        return f"“{self.value if len(self.value) <= _SHOWN else self.value[:_SHOWN] + '…'}”"

    @property
    def text(self) -> str:
        """The value as text, empty if it is none."""
        return self.value if isinstance(self.value, str) else ""

    @property
    def explained(self) -> str:
        """The key with what it means: ``title（简短名称）``."""
        field = field_at(self.kind, self.path) if self.path else None
        return f"“{self.name}”" + (f"（{meaning(field)}）" if field else "")


def form_problem(kind: type[Record], data: Any, error: ErrorDetails) -> Problem:
    """Return the problem of one error that a model raised for a file's data."""
    path = tuple(error["loc"])
    wrong = _Wrong(kind, path, error["input"], error.get("ctx") or {}, _parent(data, path), data)
    describe = _DESCRIBE.get(error["type"], _whatever)
    if error["type"] not in ("missing", "extra_forbidden") and wrong.value in (None, ""):
        describe = _empty
    problem = describe(wrong)
    return problem._replace(path=(*path, *problem.path))


def is_misspelt(kind: type[Record], data: Any, error: ErrorDetails) -> bool:
    """Whether a key is missing only because it is there in another spelling, which is a problem already."""
    path = tuple(error["loc"])
    parent, record = _parent(data, path), record_at(kind, path[:-1])
    if error["type"] != "missing":
        return False
    if isinstance(parent, list):  # one of two numbers, where the other may hold both: [3，5]
        return len(parent) == 1 and not str(parent[0]).isdecimal()
    if not isinstance(parent, dict) or record is None:
        return False
    unknown = (key for key in parent if key not in record.model_fields)
    return any(find_meant(record, key, parent) == path[-1] for key in unknown)


def damaged_by(kind: type[Record], data: Any, error: ErrorDetails) -> Iterator[Path]:
    """Yield the places that an error leaves in doubt: its own, and that of the key which a misspelt one meant."""
    path = tuple(step for step in error["loc"] if step != KEY)
    yield path
    parent, record = _parent(data, path), record_at(kind, path[:-1])
    if error["type"] == "extra_forbidden" and isinstance(parent, dict) and record:
        meant = find_meant(record, str(path[-1]), parent)
        if meant:
            yield (*path[:-1], meant)


def _parent(data: Any, path: Path) -> Any:
    for step in path[:-1]:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return None
    return data


def _unknown_key(wrong: _Wrong) -> Problem:
    record = record_at(wrong.kind, wrong.path[:-1])
    hint = advise_key(record, str(wrong.path[-1]), wrong.parent)
    return Problem("DC201", f"不认识的键“{wrong.path[-1]}”", hint, (KEY,))


def _missing(wrong: _Wrong) -> Problem:
    if isinstance(wrong.path[-1], int):
        return _not_two(wrong._replace(path=wrong.path[:-1]))
    return Problem("DC202", f"缺少{wrong.explained}", f"补上“{wrong.name}: …”")


def blank(name: str) -> Problem:
    """The problem of a key that need not have a value and has none."""
    return Problem("DC211", f"“{name}”空着，按没有写处理", "填上内容，或删去这一键")


def _empty(wrong: _Wrong) -> Problem:
    field = field_at(wrong.kind, wrong.path)
    if wrong.value is None and isinstance(wrong.path[-1], str) and field and not field.is_required():
        return blank(wrong.name)
    return Problem("DC204", f"{wrong.explained}空着", "填上内容")


def _not_a_list(wrong: _Wrong) -> Problem:
    if len(numbers := re.findall(r"\d+(?:\.\d+)?", wrong.text)) == 2:
        return Problem("DC203", f"“{wrong.name}”应是列表", f"写成[{', '.join(numbers)}]")
    return Problem("DC203", f"“{wrong.name}”应是列表", "每项单独一行，以“- ”开头；没有内容就删去这一键")


def _not_a_record(wrong: _Wrong) -> Problem:
    record = record_at(wrong.kind, wrong.path)
    if isinstance(wrong.value, list) and len(wrong.value) == 1:
        return Problem("DC203", f"“{wrong.name}”不是列表", f"去掉方括号，写成{wrong.value[0]}")
    fields = record.model_fields.items() if record else ()
    keys = [f"{key}: …" for key, field in fields if field.is_required()] or ["键: 值"]
    hint = "冒号要用半角，后面空一格" if "：" in wrong.text else f"写成“{'，'.join(keys)}”，每键一行"
    message = f"“{wrong.name}”应由若干“键: 值”组成" if wrong.path else "文件内容不是“键: 值”"
    return Problem("DC203", message, hint)


def _not_a_mapping(wrong: _Wrong) -> Problem:
    return Problem("DC203", f"“{wrong.name}”应由若干“键: 值”组成", "每月一行，如“2013-06: 综述文字”")


def _not_a_text(wrong: _Wrong) -> Problem:
    hint = "只写文字，不用方括号和“- ”" if isinstance(wrong.value, list) else "只写文字；文字里有冒号的，加引号"
    return Problem("DC203", f"{wrong.explained}应是文字", hint)


def _not_two(wrong: _Wrong) -> Problem:
    return Problem("DC203", f"“{wrong.name}”要写两个数", "写成[下限, 上限]")


def _not_a_choice(wrong: _Wrong) -> Problem:
    field = field_at(wrong.kind, wrong.path)
    allowed = [word.strip("'") for word in str(wrong.context["expected"]).replace(" or ", ", ").split(", ")]
    hint = advise_choice(wrong.text, allowed, (field.description or "") if field else "")
    return Problem("DC207", f"{wrong.quoted}不是“{wrong.name}”能取的值", hint)


def _below(wrong: _Wrong) -> Problem:
    return Problem("DC209", f"“{wrong.name}”不能小于{wrong.context['ge']}", f"写{wrong.context['ge']}或更大的整数")


def _above(wrong: _Wrong) -> Problem:
    return Problem("DC209", f"“{wrong.name}”不能大于{wrong.context['le']}", f"写{wrong.context['le']}或更小的整数")


def _target(wrong: _Wrong) -> Problem:
    if empty := [key for key, value in wrong.value.items() if value is None]:
        return Problem("DC204", f"“{empty[0]}”空着", "填上数字", (empty[0],))
    hint = "at_least、at_most、equal、between、rank_within写一种，或floor和stretch写一对"
    return Problem("DC210", "目标要写且只写一种", hint)


def _between(wrong: _Wrong) -> Problem:
    low, high = wrong.value["between"][:2]
    return Problem("DC210", f"between的两端写反了：{low}大于{high}", f"写成[{high}, {low}]", ("between",))


def _value(code: str, what: str, advise: Callable[[str], str]) -> Callable[[_Wrong], Problem]:
    """A value that a reader refused, told by what it should be."""

    def describe(wrong: _Wrong) -> Problem:
        wide = "有全角字符，" if wrong.text and is_wide(wrong.text) else ""
        return Problem(code, f"{wrong.quoted}{wide}{what}", advise(wrong.text))

    return describe


def _day(wrong: _Wrong) -> Problem:
    advice = advise_day(wrong.text)
    what = "不是实有的日期" if is_no_day(advice) else "没有写成年-月-日"
    return Problem("DC205", f"{wrong.quoted}{what}", advice)


def _id(wrong: _Wrong) -> Problem:
    """A reference to something by its title is told the id."""
    lists = {"phase": "phases", "indicator": "indicators"}
    entries = wrong.data.get(lists.get(wrong.name, "")) if isinstance(wrong.data, dict) else None
    for entry in entries if isinstance(entries, list) else ():
        if isinstance(entry, dict) and entry.get("title") == wrong.value:
            return Problem("DC208", f"{wrong.quoted}是名称，这里要写编号", f"写成{entry.get('id')}")
    return Problem("DC208", f"{wrong.quoted}不能作编号", advise_id(wrong.text))


def _whatever(wrong: _Wrong) -> Problem:
    return Problem("DC203", f"“{wrong.name}”的写法不对", "照README的格式说明改写")


_DESCRIBE: dict[str, Callable[[_Wrong], Problem]] = {
    "extra_forbidden": _unknown_key,
    "missing": _missing,
    "string_too_short": _empty,
    "tuple_type": _not_a_list,
    "model_type": _not_a_record,
    "dict_type": _not_a_mapping,
    "string_type": _not_a_text,
    "too_long": _not_two,
    "literal_error": _not_a_choice,
    "greater_than_equal": _below,
    "less_than_equal": _above,
    "target": _target,
    "between": _between,
    "day": _day,
    "month": _value("DC205", "不是月份", advise_month),
    "year": _value("DC205", "不是年份", advise_year),
    "number": _value("DC206", "不是这里能用的数字", advise_number),
    "count": _value("DC206", "不是这里能用的整数", advise_count),
    "flag": _value("DC207", "不是true或false", advise_flag),
    "string_pattern_mismatch": _id,
}
