"""A code of ``ducha check`` explained: what it means, why it matters, what is wrong and what is right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import indent

from ducha.catalogue import Entry
from ducha.render.page import Column, Page, Table
from ducha.render.problems import WORDS

_STEP = "    "


def severity_word(entry: Entry) -> str:
    """How much the problem matters, in one word."""
    return WORDS[entry.severity]


def explanation(entries: Iterable[Entry]) -> Page:
    """Return what is known of some codes, one after the other."""
    return [block for entry in entries for block in _blocks(entry)]


def code_list(entries: Iterable[Entry]) -> Page:
    """Return the table of codes, and how to learn more of one."""
    columns = (Column("代码", narrowest=5), Column("程度"), Column("名称", narrowest=12))
    rows = tuple((entry.code, severity_word(entry), entry.title) for entry in entries)
    hint = "错误：改正前所在文件不计入报告；警告：可能有误，报告照出；提示：文件本身的特点，check加--notes才列出。"
    return [Table("ducha check的问题代码", columns, rows), hint, "看其中一个的说明和例子：ducha explain DC302"]


def example_label(entry: Entry, quality: str) -> str:
    """The words above an example: 错误的写法（campaign.yaml）."""
    kind = "做法" if entry.prose else "写法"
    file = _FILES.get(entry.file, f"{entry.file}.yaml")
    return f"{quality}的{kind}" + ("" if entry.file == "plan" else f"（{file}）")


_FILES = {"projects": "项目台账"}


def _blocks(entry: Entry) -> Iterator[str]:
    yield f"{entry.code} {severity_word(entry)}：{entry.title}"
    yield f"含义：{entry.meaning}"
    yield f"为什么：{entry.why}"
    yield _example(entry, "错误", entry.bad)
    yield _example(entry, "正确", entry.good)
    if entry.note:
        yield f"说明：{entry.note}"


def _example(entry: Entry, quality: str, text: str) -> str:
    label = example_label(entry, quality)
    return f"{label}：{text}" if entry.prose else f"{label}：\n{indent(text.rstrip(), _STEP)}"
