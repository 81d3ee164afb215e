"""The same data as ``quick`` where something is out of order: each fault with its place, and the way to every value."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
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
    SequenceStartEvent,
    YAMLError,
)

from ducha.problems import Path
from ducha.store.faults import Fault, Mark, Unreadable, mark_of
from ducha.store.quick import DEEPEST, is_null
from ducha.store.syntax import find_syntax_fault, find_unspeakable
from ducha.store.yamltext import NOTHING


class Place(NamedTuple):
    """Where a value and its key stand; a list entry has no key of its own."""

    value: Mark
    key: Mark


Places = dict[Path, Place]
"""path → place; the top of the file is ``()``"""

_LEFT_OUT: Any = object()


def find_places(text: str) -> Places:
    """Return where every key and list entry stands, as far as the text can be read."""
    builder = Builder(text)
    builder.build()
    return builder.places


class Builder:
    """Reads a text's events into data, places and faults, once."""

    def __init__(self, text: str) -> None:
        self.events = _events(text)
        self.places: Places = {}
        self.faults: list[Fault] = []

    def build(self) -> tuple[Any, tuple[Fault, ...]]:
        """Return the text's data without what a plan may not hold, NOTHING if it ends too early, and every fault."""
        try:
            data = self._document()
        except Unreadable as end:
            self.faults.append(end.fault)
            data = NOTHING
        return NOTHING if data is _LEFT_OUT else data, tuple(_merged(self.faults))

    def _document(self) -> Any:
        next(self.events)  # stream start
        if not isinstance(next(self.events), DocumentStartEvent):
            raise Unreadable(Fault("DC103", "文件是空的", "从一个现有方案复制后修改，或用ducha new生成", Mark(1, 1)))
        data = self._value(next(self.events), ())
        while isinstance(event := next(self.events), DocumentEndEvent):
            pass
        if isinstance(event, DocumentStartEvent):
            self._refuse(event, "一个文件里有两份文档（---）", "每个方案单独一个文件，删去这一行", (), 3)
        return data

    def _value(self, event: Event, path: Path, key: Mark | None = None) -> Any:
        if len(path) > DEEPEST:
            hint = "检查括号和缩进，方案只要七层"
            raise Unreadable(Fault("DC105", f"层次超过{DEEPEST}层", hint, mark_of(event, 1)))
        if path not in self.places:
            mark = mark_of(event)
            self.places[path] = Place(mark, key or mark)
        if self._is_refused(event, path):
            self._skip(event)
            return _LEFT_OUT
        if isinstance(event, ScalarEvent):
            return None if is_null(event) else event.value
        return self._mapping(path) if isinstance(event, MappingStartEvent) else self._sequence(path)

    def _mapping(self, path: Path) -> dict[str, Any]:
        data: dict[str, Any] = {}
        while not isinstance(event := next(self.events), MappingEndEvent):
            if not isinstance(event, ScalarEvent):
                raise Unreadable(Fault("DC103", "键应是一个词", "键写成“名称: 值”", mark_of(event, 1)))
            value = self._entry(event, (*path, event.value))
            if value is not _LEFT_OUT:
                data[event.value] = value
        return data

    def _entry(self, event: ScalarEvent, path: Path) -> Any:
        key, mark = event.value, mark_of(event)
        if path in self.places:
            first = self.places[path].key
            hint = f"第{first.line}行已写过，保留一处"
            self.faults.append(Fault("DC104", f"键“{key}”重复", hint, mark, path, (first,)))
        elif key == "<<":
            self._refuse(event, "不能用合并键（<<）", "把要合并的内容照写一遍", path)
        elif not self._is_refused(event, path):
            return self._value(next(self.events), path, mark)
        self._skip(next(self.events))
        return _LEFT_OUT

    def _sequence(self, path: Path) -> list[Any]:
        data: list[Any] = []
        position = 0
        while not isinstance(event := next(self.events), SequenceEndEvent):
            value = self._value(event, (*path, position))
            data.append(None if value is _LEFT_OUT else value)
            position += 1
        return data

    def _skip(self, event: Event) -> None:
        depth = 0
        while True:
            depth += isinstance(event, (MappingStartEvent, SequenceStartEvent))
            depth -= isinstance(event, (MappingEndEvent, SequenceEndEvent))
            if not depth:
                return
            event = next(self.events)

    def _is_refused(self, event: Any, path: Path) -> bool:
        hint = "删去它，把内容照写；需要原样的文字时加引号"
        if anchor := getattr(event, "anchor", None):
            sign = "*" if isinstance(event, AliasEvent) else "&"
            self._refuse(event, f"不能用锚点和别名（{sign}{anchor}）", hint, path, len(anchor) + 1)
        elif tag := getattr(event, "tag", None):
            shown = tag.replace("tag:yaml.org,2002:", "!!")
            self._refuse(event, f"不能用标签“{shown}”", hint, path, len(shown))
        else:
            return False
        return True

    def _refuse(self, event: Event, message: str, hint: str, path: Path, length: int | None = None) -> None:
        self.faults.append(Fault("DC105", message, hint, mark_of(event, length), path))


def _merged(faults: Sequence[Fault]) -> Iterator[Fault]:
    """Tell of several keys repeated in one mapping once: the line between two entries is missing."""
    repeated: dict[Path, list[Fault]] = defaultdict(list)
    for fault in faults:
        if fault.code == "DC104":
            repeated[fault.path[:-1]].append(fault)
    several = {mapping: together for mapping, together in repeated.items() if len({one.path for one in together}) > 1}
    for fault in faults:
        together = several.get(fault.path[:-1], []) if fault.code == "DC104" else []
        if not together:
            yield fault
        elif fault is together[0]:
            hint = "补上两项之间的“- id: …”一行；整段粘贴了两遍的，删去一遍"
            yield fault._replace(message=f"从这里起有{len(together)}个键与上面重复", hint=hint)


def _events(text: str) -> Iterator[Event]:
    if fault := find_unspeakable(text):
        raise Unreadable(fault)
    try:
        loader = CSafeLoader(text)  # its parser only: nothing is resolved or constructed
        while (event := loader.get_event()) is not None:
            yield event
    except YAMLError as error:
        raise Unreadable(find_syntax_fault(text, error)) from None
