"""Add entries to a list of a YAML file: the lines that are new, and no other."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import yaml

from ducha.problems import DuchaError, system_reason
from ducha.store.lock import locked
from ducha.store.syntax.quick import Irregular, quick_data
from ducha.store.write import refuse_existing, write_new, write_whole

Entry = Mapping[str, Any]
"""keys in their order, and values that are texts, numbers, days or lists of texts"""


def record_and_write(
    path: Path, key: str, entries: Sequence[Entry], papers: Mapping[Path, str], was: str | None
) -> None:
    """Add entries to a list of a file, which is made if it is not there, and write new files: all of it or nothing.

    ``was`` is the text the entries were numbered by, without its byte-order mark, None where there was no file. The
    entries are written first, so that whatever may happen between, no number is given twice. Raises DuchaError if
    the file has changed since, if somebody is changing it, or if nothing can be added to its list without touching
    what is there.
    """
    refuse_existing(papers)
    with locked(path):
        before = read_whole(path)
        if (before and before.removeprefix("\ufeff")) != was:
            raise DuchaError(f"“{path}”刚刚被改动，没有写入；请重新运行")
        after = with_entries(before or "", key, entries)
        if after is None:
            raise DuchaError(f"“{path}”里的{key}加不进新的一项；{_advice(before or '', key, entries)}，再试一次")
        write_whole(path, after)
        try:
            write_new(papers)
        except BaseException:
            os.unlink(path) if before is None else write_whole(path, before)
            raise


def read_whole(path: Path) -> str | None:
    """Return a file's text with its line ends and byte-order mark, None where there is no file.

    Bytes that are no UTF-8 become surrogates: such a text is equal to none that was read.
    """
    try:
        return path.read_bytes().decode("utf-8", "surrogateescape")
    except FileNotFoundError:
        return None
    except OSError as fault:
        raise DuchaError(f"“{path}”读不了：{system_reason(fault)}") from None


def with_entries(text: str, key: str, entries: Sequence[Entry]) -> str | None:
    """Return a text with entries added to one of its lists, None if that cannot be done line by line."""
    end = "\r\n" if "\r\n" in text else "\n"
    lines = re.sub(_nothing(key), r"\1", text, flags=re.MULTILINE).splitlines(keepends=True)
    found = _end_of_list(text, key)
    if found is None:
        return None
    at, indent, has_key = found
    added = [] if has_key else [f"{key}:{end}"]
    added += [f"{' ' * indent}- {{{_flow(entry)}}}{end}" for entry in entries]
    if at and not lines[at - 1].endswith(("\n", "\r")):
        lines[at - 1] += end
    after = "".join((*lines[:at], *added, *lines[at:]))
    return after if _holds(text, after, key, entries) else None


def _end_of_list(text: str, key: str) -> tuple[int, int, bool] | None:
    """After which line an entry goes, how far it is indented, and whether the key is there; None where it cannot go."""
    try:
        root = yaml.compose(text, yaml.CSafeLoader)
    except yaml.YAMLError:
        return None
    if root is None:
        return len(text.splitlines()), 2, False
    if not isinstance(root, yaml.MappingNode):
        return None
    for name, value in root.value:
        if name.value == key:
            if isinstance(value, yaml.SequenceNode) and not value.flow_style and value.value:
                return max(_lines(value)) + 1, value.start_mark.column, True
            is_empty = _is_empty(value)
            return (name.start_mark.line + 1, 2, True) if is_empty else None
    return len(text.splitlines()), 2, False


def _nothing(key: str) -> str:
    """What matches a list of a file that says in words that it is empty: ``[]``, ``null`` or ``~`` beside its key."""
    return rf"""^(["']?{key}["']? *:) *(?:\[ *\]|null|Null|NULL|~)(?= *(?:#|\r?$))"""


def _is_empty(node: yaml.Node) -> bool:
    is_null = isinstance(node, yaml.ScalarNode) and node.tag == "tag:yaml.org,2002:null"
    return is_null or node.value == []


def _advice(text: str, key: str, entries: Sequence[Entry]) -> str:
    """What to do where entries cannot be added line by line."""
    if not text.endswith("\n") and with_entries(f"{text}\n", key, entries):
        return "请在文件末尾加一个换行"
    with suppress(yaml.YAMLError):
        root = yaml.compose(text, yaml.CSafeLoader)
        if isinstance(root, yaml.MappingNode) and root.flow_style:
            return "请去掉最外层的{}，每个键单独一行"
        if isinstance(root, yaml.MappingNode) and root.start_mark.column:
            return "请去掉最外层各键前面的空格"
        if isinstance(root, yaml.MappingNode) and any(k.value == key and _is_empty(v) for k, v in root.value):
            return f"请删去{key}后面的内容"
    return "请改成每项单独一行、以“- ”开头"


def _lines(node: yaml.Node) -> Iterator[int]:
    """The last lines of all that is in a node; a block's own end mark is wherever the next thing begins."""
    if isinstance(node, yaml.ScalarNode):
        yield node.end_mark.line - (node.end_mark.column == 0 and node.end_mark.line > node.start_mark.line)
    elif isinstance(node, yaml.CollectionNode) and node.flow_style:
        yield node.end_mark.line
    else:
        for inner in node.value:
            for part in inner if isinstance(inner, tuple) else (inner,):
                yield from _lines(part)


def _flow(entry: Entry) -> str:
    return ", ".join(f"{name}: {_written(value)}" for name, value in entry.items() if value not in (None, (), []))


def _written(value: Any) -> str:
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(_written, value))}]"
    text = str(value)
    is_plain = text.isalnum() or (
        text and all(one.isalnum() or one in "-/@（）·" for one in text) and text[0].isalnum()
    )
    return text if is_plain else "'" + text.replace("'", "''") + "'"


def _holds(before: str, after: str, key: str, entries: Sequence[Entry]) -> bool:
    """Whether the new text says what the old one said, and the new entries last."""
    try:
        has_content = yaml.compose(before, yaml.CSafeLoader) is not None
        old = quick_data(before.removeprefix("\ufeff")) if has_content else {}
        new = quick_data(after.removeprefix("\ufeff"))
    except (Irregular, yaml.YAMLError):
        return False
    expected = [*(old.get(key) or []), *map(_as_data, entries)]
    return bool({**old, key: expected} == new)


def _as_data(entry: Entry) -> dict[str, Any]:
    plain = {name: value for name, value in entry.items() if value not in (None, (), [])}
    return {
        name: [str(one) for one in value] if isinstance(value, (list, tuple)) else str(value)
        for name, value in plain.items()
    }
