"""YAML text to plain data, strictly: every scalar stays text, and nothing a plan has no use for is taken.

libyaml's events are read in one pass into dicts, lists, text and None (an empty or ``null`` value). Duplicate
keys, anchors, aliases, tags, second documents and deep nesting are refused with their place, so that no file
can expand, crash the parser's C stack, or mean something else than it says (``no``, ``010`` and ``12:30``
stay text). Places are collected only when asked for, and only a text with a fault in it is read with care.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from yaml import (
    AliasEvent,
    CSafeLoader,
    DocumentEndEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    YAMLError,
)

from ducha.problems import Path
from ducha.store.quick import DEEPEST, Irregular, is_null, quick_data


class Place(NamedTuple):
    """Where a value and its key stand, as (line, column) from 1; a list entry has no key of its own."""

    value: tuple[int, int]
    key: tuple[int, int]


Places = dict[Path, Place]
"""path → place; the top of the file is ``()``"""


class YamlFault(Exception):
    """The text is not YAML, or YAML that a plan may not hold; ``line`` and ``column`` count from 1."""

    def __init__(self, code: str, message: str, hint: str, line: int, column: int) -> None:
        super().__init__(message)
        self.code, self.message, self.hint = code, message, hint
        self.line, self.column = line, column


def parse(text: str) -> Any:
    """Return the text's data; raises YamlFault.

    A text in which anything is out of order is read again by the careful builder, which says what and where.
    """
    try:
        data = quick_data(text)
    except (Irregular, YAMLError, UnicodeEncodeError):
        return _Builder(text, None).build()
    return data


def parse_places(text: str) -> Places:
    """Return where every key and list entry of the text stands; raises YamlFault as ``parse`` does."""
    places: Places = {}
    _Builder(text, places).build()
    return places


class _Builder:
    def __init__(self, text: str, places: Places | None) -> None:
        self.events = _events(text)
        self.places = places

    def build(self) -> Any:
        next(self.events)  # stream start
        if not isinstance(first := next(self.events), DocumentStartEvent):
            raise _fault("DC103", "文件是空的", "从一个现有方案复制后修改", first.start_mark)
        data = self._value(next(self.events), ())
        while isinstance(event := next(self.events), DocumentEndEvent):
            pass
        if isinstance(event, DocumentStartEvent):
            raise _fault("DC105", "一个文件里有两份文档（---）", "每个方案单独一个文件", event.start_mark)
        return data

    def _value(self, event: Event, path: Path, key: tuple[int, int] | None = None) -> Any:
        if len(path) > DEEPEST:
            raise _fault("DC105", f"层次超过{DEEPEST}层", "检查括号和缩进", event.start_mark)
        _refuse_extras(event)
        if self.places is not None:
            value = _position(event.start_mark)
            self.places[path] = Place(value, key or value)
        if isinstance(event, ScalarEvent):
            return None if is_null(event) else event.value
        return self._mapping(path) if isinstance(event, MappingStartEvent) else self._sequence(path)

    def _mapping(self, path: Path) -> dict[str, Any]:
        data: dict[str, Any] = {}
        lines: dict[str, int] = {}
        while not isinstance(event := next(self.events), MappingEndEvent):
            if not isinstance(event, ScalarEvent):
                raise _fault("DC103", "键应是一个词", "键写成“名称: 值”", event.start_mark)
            _refuse_extras(event)
            key = event.value
            if key in data:
                hint = f"第{lines[key]}行已写过，保留一处"
                raise _fault("DC104", f"键“{key}”重复", hint, event.start_mark)
            place = _position(event.start_mark)
            lines[key] = place[0]
            data[key] = self._value(next(self.events), (*path, key), place)
        return data

    def _sequence(self, path: Path) -> list[Any]:
        data: list[Any] = []
        while not isinstance(event := next(self.events), SequenceEndEvent):
            data.append(self._value(event, (*path, len(data))))
        return data


def _events(text: str) -> Iterator[Event]:
    try:
        loader = CSafeLoader(text)  # its parser only: nothing is resolved or constructed
        while (event := loader.get_event()) is not None:
            yield event
    except YAMLError as fault:
        raise _syntax(fault, text) from None
    except UnicodeEncodeError as fault:
        before = text[: fault.start]
        column = fault.start - (before.rfind("\n") + 1) + 1
        hint = "删去该字符后重新输入"
        raise YamlFault("DC103", "有不成字的字符", hint, before.count("\n") + 1, column) from None


def _refuse_extras(event: Event) -> None:
    if isinstance(event, AliasEvent) or getattr(event, "anchor", None):
        raise _fault("DC105", "不能用锚点和别名（&、*）", "需要原样文字时加引号", event.start_mark)
    if tag := getattr(event, "tag", None):
        shown = tag.replace("tag:yaml.org,2002:", "!!")
        raise _fault("DC105", f"不能用标签“{shown}”", "需要原样文字时加引号", event.start_mark)


def _syntax(fault: YAMLError, text: str) -> YamlFault:
    mark = getattr(fault, "problem_mark", None) or getattr(fault, "context_mark", None)
    if mark is None:  # a character YAML does not allow, known by its index only
        position = min(getattr(fault, "position", 0), len(text))
        before = text[:position]
        line, column = before.count("\n") + 1, position - (before.rfind("\n") + 1) + 1
        return YamlFault("DC103", "有YAML不允许的控制字符", "删去该字符后重新输入", line, column)
    if "could not find expected ':'" in str(getattr(fault, "problem", "")):
        mark = getattr(fault, "context_mark", None) or mark  # the key without its colon, not the line after it
    return _fault("DC103", "YAML写法有误", _hint(text, mark), mark)


def _hint(text: str, mark: Any) -> str:
    lines = text.split("\n")
    here = lines[mark.line] if mark.line < len(lines) else ""
    before = lines[mark.line - 1] if mark.line else ""
    indent = here[: len(here) - len(here.lstrip())]
    if "\t" in indent:
        return "缩进不能用制表符（Tab），要用空格"
    if indent.strip(" "):
        return "缩进里有全角空格或不换行空格，要用半角空格"
    if "\uff1a" in here + before or (":" in here and ": " not in here + " "):
        return "键后的冒号要用半角，并空一格，写成“名称: 值”"
    return "检查本行和上一行的缩进、冒号、引号和括号；值里有特殊符号时加引号"


def _fault(code: str, message: str, hint: str, mark: Any) -> YamlFault:
    return YamlFault(code, message, hint, *_position(mark))


def _position(mark: Any) -> tuple[int, int]:
    return mark.line + 1, mark.column + 1
