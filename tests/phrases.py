"""The page of the phrases, docs/deadlines.md: ``python -m tests.phrases`` rewrites it from tests/deadlines/phrases.txt.

A line of that table is a phrase, what it means in the year 2013 in a document of 8 May, and the note of the reading,
with tabs between them; a line with ``#`` begins a family. Several readings are joined by `` + ``; ``?`` is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from ducha.deadlines import Kind, Reading, read
from ducha.render.pages.when import rule_words
from ducha.render.papers.escape import escape
from tests.conftest import ROOT

PAGE = ROOT / "docs" / "deadlines.md"
TABLE = ROOT / "tests" / "deadlines" / "phrases.txt"

YEAR = 2013
ISSUED = date(2013, 5, 8)
CAMPAIGN = (date(2013, 2, 1), date(2014, 1, 31))

_INTRODUCTION = """\
# 时间短语

方案里的时限照文件原样写，由`ducha`按下表读成日子；`ducha when 短语…`可以看任何一个短语读作什么。

表中没有写年份的按2013年读，文件印发日期是2013年5月8日，“全程”是2013年2月1日至2014年1月31日。
“或”是两种理解，要由有权的单位确认；周期后面是RFC 5545的写法。没有写哪一天的周期，到期末都算按期。

<!-- 本页由python -m tests.phrases生成，不要直接修改。 -->"""


class Case(NamedTuple):
    """One line of the table."""

    family: str
    phrase: str
    shown: str
    note: str


def cases() -> Iterator[Case]:
    """Read the table."""
    family = ""
    for line in filter(None, TABLE.read_text(encoding="utf-8").split("\n")):
        if line.startswith("# "):
            family = line.removeprefix("# ")
        else:
            phrase, shown, note = [*line.split("\t"), ""][:3]
            yield Case(family, phrase, shown, note)


def read_case(phrase: str) -> tuple[Reading, ...]:
    """Read a phrase as the table does."""
    return read(phrase, year=YEAR, issued=ISSUED, campaign=CAMPAIGN)


def shown(reading: Reading) -> str:
    """A reading as the table has it."""
    if reading.kind is Kind.DAY:
        return f"{reading.strict_end} or {reading.end}" if reading.strict_end else f"{reading.end}"
    if reading.kind in (Kind.WINDOW, Kind.PERIOD):
        span = f"{reading.start}..{reading.end or ''}"
        return f"period {span}" if reading.kind is Kind.PERIOD else span
    return reading.rrule or {Kind.OPEN: "open", Kind.UNRESOLVABLE: "?"}[reading.kind]


def page() -> str:
    """The whole page."""
    families = dict.fromkeys(case.family for case in cases())
    return "\n\n".join([_INTRODUCTION, *(_section(family) for family in families)]) + "\n"


def _section(family: str) -> str:
    members = [case for case in cases() if case.family == family]
    rows = [f"| {escape(case.phrase)} | {_words(case)} | {escape(case.note)} |" for case in members]
    return "\n".join([f"## {family}\n", "| 短语 | 读作 | 说明 |", "| :--- | :--- | :--- |", *rows])


def _words(case: Case) -> str:
    return "；".join(map(_reading_words, case.shown.split(" + ")))


def _reading_words(text: str) -> str:
    if text.startswith("FREQ="):
        return f"{rule_words(text)} `{text}`"
    if text in ("open", "?"):
        return {"open": "没有截止", "?": "读不出"}[text]
    whole = text.removeprefix("period ").replace(" or ", "或")
    return f"{whole}起".replace("..起", "起") if whole.endswith("..") else whole.replace("..", "至")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
