"""The same data as ``quick`` where something is out of order: each fault with its place, and the way to every value."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
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
from ducha.store.syntax.faults import Fault, Mark, Unreadable, mark_of
from ducha.store.syntax.libyaml import find_syntax_fault, find_unspeakable
from ducha.store.syntax.quick import DEEPEST, is_null
from ducha.store.syntax.yamltext import NOTHING


class Place(NamedTuple):
    """Where a value and its key stand; a list entry has no key of its own."""

    value: Mark
    key: Mark


class Places:
    """Path → place, the top of the file at ``()``; few are ever looked up, so that marks are made when they are."""

    def __init__(self, events: Mapping[Path, tuple[Any, Any]]) -> None:
        self._events = events

    def __contains__(self, path: Path) -> bool:
        return path in self._events

    def __getitem__(self, path: Path) -> Place:
        value, key = self._events[path]
        return Place(mark_of(value), mark_of(key))

    def items(self) -> Iterator[tuple[Path, Place]]:
        """Yield every path with its place, in the order of the text."""
        return ((path, self[path]) for path in self._events)

    def on_lines(self, numbers: Collection[int]) -> Iterator[Path]:
        """Yield the paths, but the top's, of what stands behind a key or a dash on some lines, counted from 1."""
        for path, (_, key) in self._events.items():
            if path and key.start_mark.line + 1 in numbers:
                yield path


_LEFT_OUT: Any = object()


def find_places(text: str) -> Places:
    """Return where every key and list entry stands, as far as the text can be read."""
    builder = Builder(text)
    builder.build()
    return builder.places


class Builder:
    """Reads a text's events into data, places and faults, once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._next: Callable[[], Any]
        self._events: dict[Path, tuple[Any, Any]] = {}
        """path → the events of its value and of its key, or twice its value's if it has none"""
        self.places = Places(self._events)
        self.faults: list[Fault] = []

    def build(self) -> tuple[Any, tuple[Fault, ...]]:
        """Return the text's data without what a plan may not hold, NOTHING if it ends too early, and every fault."""
        try:
            data = self._document()
        except Unreadable as end:
            self.faults.append(end.fault)
            data = NOTHING
        except YAMLError as error:
            self.faults.append(find_syntax_fault(self._text, error))
            data = NOTHING
        return NOTHING if data is _LEFT_OUT else data, tuple(_merged(self.faults))

    def _document(self) -> Any:
        if fault := find_unspeakable(self._text):
            raise Unreadable(fault)
        self._next = CSafeLoader(self._text).get_event  # its parser only: nothing is resolved or constructed
        self._next()  # stream start
        if not isinstance(self._next(), DocumentStartEvent):
            raise Unreadable(
                Fault("DC103", "文件是空的", "写上内容，或删去这个文件；方案可用ducha new生成", Mark(1, 1))
            )
        data = self._value(self._next(), ())
        while isinstance(event := self._next(), DocumentEndEvent):
            pass
        if isinstance(event, DocumentStartEvent):
            self._refuse(event, "一个文件里有两份文档（---）", "一个文件只写一份，删去这一行", (), 3)
        return data

    def _value(self, event: Any, path: Path, key: Any = None) -> Any:
        if len(path) > DEEPEST:
            hint = "检查括号和缩进，方案只要七层"
            raise Unreadable(Fault("DC105", f"层次超过{DEEPEST}层", hint, mark_of(event, 1)))
        self._events[path] = event, key or event
        if event.anchor or event.tag:
            self._refuse_sign(event, path)
            self._skip(event)
            return _LEFT_OUT
        kind = event.__class__
        if kind is ScalarEvent:
            return None if is_null(event) else event.value
        return self._mapping(path) if kind is MappingStartEvent else self._sequence(path)

    def _mapping(self, path: Path) -> dict[str, Any]:
        data: dict[str, Any] = {}
        while (event := self._next()).__class__ is not MappingEndEvent:
            if event.__class__ is not ScalarEvent:
                raise Unreadable(Fault("DC103", "键应是一个词", "键写成“名称: 值”", mark_of(event, 1)))
            value = self._entry(event, (*path, event.value))
            if value is not _LEFT_OUT:
                data[event.value] = value
        return data

    def _entry(self, event: ScalarEvent, path: Path) -> Any:
        if path in self._events:
            first = self.places[path].key
            hint = f"第{first.line}行已写过，保留一处"
            self.faults.append(Fault("DC104", f"键“{event.value}”重复", hint, mark_of(event), path, (first,)))
        elif event.value == "<<":
            self._refuse(event, "不能用合并键（<<）", "把要合并的内容照写一遍", path)
        elif event.anchor or event.tag:
            self._refuse_sign(event, path)
        else:
            return self._value(self._next(), path, event)
        self._skip(self._next())
        return _LEFT_OUT

    def _sequence(self, path: Path) -> list[Any]:
        data: list[Any] = []
        while (event := self._next()).__class__ is not SequenceEndEvent:
            value = self._value(event, (*path, len(data)))
            data.append(None if value is _LEFT_OUT else value)
        return data

    def _skip(self, event: Event) -> None:
        depth = 0
        while True:
            depth += isinstance(event, (MappingStartEvent, SequenceStartEvent))
            depth -= isinstance(event, (MappingEndEvent, SequenceEndEvent))
            if not depth:
                return
            event = self._next()

    def _refuse_sign(self, event: Any, path: Path) -> None:
        hint = "删去它，把内容照写；需要原样的文字时加引号"
        if anchor := event.anchor:
            sign = "*" if isinstance(event, AliasEvent) else "&"
            self._refuse(event, f"不能用锚点和别名（{sign}{anchor}）", hint, path, len(anchor) + 1)
        else:
            shown = event.tag.replace("tag:yaml.org,2002:", "!!")
            self._refuse(event, f"不能用标签“{shown}”", hint, path, len(shown))

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
