"""The text of a file, or the one problem that keeps it from being read."""

from __future__ import annotations

import codecs
import re
from bisect import bisect_right
from pathlib import Path

from ducha.problems import Problem, Spot, system_reason

LARGEST = 4 * 1024 * 1024
"""bytes a plan file may have; the largest real plan has less than a hundredth of this"""

_OTHER_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)


_BREAK = re.compile("\r\n|[\n\r]")
"""what ends a line, for editors and for libyaml too: what only it takes for an end is refused before it is read"""


class Lines:
    """A text's lines, and the place of each of its characters."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(found.end() for found in _BREAK.finditer(text))]

    def place(self, at: int) -> tuple[int, int]:
        """Return the line and the column, from 1, of the character at an index."""
        line = bisect_right(self._starts, at)
        return line, at - self._starts[line - 1] + 1


_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")


def lines_of(text: str) -> list[str]:
    """Return a text's lines without their ends."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def one_line(text: str) -> str:
    """Return a text with a blank for each run of line ends and controls, as a message quotes it."""
    return text if text.isprintable() else _CONTROLS.sub(" ", text)


def read_text(path: Path) -> str | Problem:
    """Return a file's text without its byte-order mark, line ends as they are."""
    raw = read_bytes(path)
    return raw if isinstance(raw, Problem) else decoded(path, raw)


def read_bytes(path: Path, form: str = "YAML") -> bytes | Problem:
    """Return what is in a file; a problem says of what ``form`` it should be."""
    if path.is_dir():
        return _unreadable(path, "DC101", "这是目录，不是文件", f"目录名不要以{path.suffix}结尾")
    if path.exists() and not path.is_file():
        return _unreadable(path, "DC101", "这不是普通文件", f"换成{form}文本文件")
    try:
        with path.open("rb") as stream:
            raw = stream.read(LARGEST + 1)
    except OSError as fault:
        return _unreadable(path, "DC101", f"文件读不了：{system_reason(fault)}", "检查文件是否存在、是否有读取权限")
    if len(raw) > LARGEST:
        return _unreadable(path, "DC101", f"文件超过{LARGEST // 1024 // 1024}MB", f"文件应是纯文本的{form}")
    return raw


def decoded(path: Path, raw: bytes) -> str | Problem:
    """Return UTF-8 as text without its byte-order mark, anything else as the problem that it is."""
    for mark, encoding in _OTHER_MARKS:
        if raw.startswith(mark):
            return _unreadable(path, "DC102", f"文件编码是{encoding}，不是UTF-8", "用编辑器另存为UTF-8编码")
    raw = raw.removeprefix(codecs.BOM_UTF8)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as fault:
        return _undecodable(path, raw, fault)


def _undecodable(path: Path, raw: bytes, fault: UnicodeDecodeError) -> Problem:
    try:
        raw.decode("gb18030")
        guess = "文件编码不是UTF-8，像是GBK"
    except UnicodeDecodeError:
        guess = "文件编码不是UTF-8"
    before = raw[: fault.start].decode("utf-8")
    line, column = Lines(before).place(len(before))
    return Problem(
        "DC102",
        guess,
        "用编辑器按原编码（如GBK）重新打开，看清文字无误，再另存为UTF-8",
        spot=Spot(str(path), line, column),
    )


def _unreadable(path: Path, code: str, message: str, hint: str) -> Problem:
    return Problem(code, message, hint, spot=Spot(str(path)))
