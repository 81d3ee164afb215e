"""Git's conflict markers: two versions of the same lines, between which somebody has to choose."""

from __future__ import annotations

import re

from ducha.store.faults import Fault, Mark
from ducha.store.text import Lines

_CONFLICT = re.compile(
    r"^<{7}(?: (?P<ours>[^\r\n]*))?\r?\n(?P<mine>.*?)"
    r"(?:^\|{7}[^\r\n]*\r?\n.*?)?^={7}\r?\n(?P<other>.*?)^>{7}(?: (?P<theirs>[^\r\n]*))?\r?$",
    re.MULTILINE | re.DOTALL,
)
_MARKER = re.compile(r"^(?:[<>]{7}(?: |\r?$)|={7}\r?$)", re.MULTILINE)
_SHOWN = 40
"""characters of a side that a message quotes"""


def find_conflicts(text: str) -> Fault | None:
    """Return one fault for all conflicts that git has left in a text."""
    found = list(_CONFLICT.finditer(text))
    if not found:
        return _half_resolved(text)
    lines = Lines(text)
    marks = [Mark(*lines.place(conflict.start()), 0) for conflict in found]
    first = found[0]
    ours, theirs = (first[name] or "未写名称" for name in ("ours", "theirs"))
    last_line, _ = lines.place(first.end())
    more = f"，全文共{len(found)}处" if len(found) > 1 else ""
    message = (
        f"第{marks[0].line}至{last_line}行有git合并冲突{more}："
        f"“{ours}”写{_side(first['mine'])}，分支“{theirs}”写{_side(first['other'])}"
    )
    hint = "每处留下正确的一边，删去<<<<<<<、=======、>>>>>>>各行"
    return Fault("DC106", message, hint, marks[0], also=tuple(marks[1:]))


def _half_resolved(text: str) -> Fault | None:
    found = _MARKER.search(text)
    if not found:
        return None
    mark = Mark(*Lines(text).place(found.start()), 0)
    return Fault("DC106", "有没删干净的git合并冲突标记", "删去这一行，并核对上下内容", mark)


def _side(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if not lines:
        return "（没有这几行）"
    shown = lines[0] if len(lines[0]) <= _SHOWN else lines[0][:_SHOWN] + "…"
    return f"“{shown}”" + (f"等{len(lines)}行" if len(lines) > 1 else "")
