"""Bulletins on a terminal: every character of the Markdown is shown, in its cell or paragraph, within the width."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from functools import cache
from itertools import groupby, takewhile, zip_longest
from pathlib import Path

import pytest

from ducha.render.page import width
from ducha.render.reader import print_markdown
from tests.conftest import ROOT

GOLDEN = ROOT / "tests/plans/golden"
MONTHLY = sorted(GOLDEN.glob("bulletin-*.md"))
SHOWN = [(path, cells) for path in MONTHLY for cells in (40, 60, 80, 100, 120)]
SHOWN += [(path, 60) for path in sorted(GOLDEN.glob("*.md")) if path not in MONTHLY]

Cells = tuple[str, ...]


@cache
def shown(text: str, cells: int) -> list[str]:
    stream = io.StringIO()
    print_markdown(text, stream, cells)
    return stream.getvalue().splitlines()


@pytest.mark.parametrize(("path", "cells"), SHOWN, ids=lambda value: value.stem if isinstance(value, Path) else value)
def test_a_bulletin_is_shown_whole_and_within_the_terminal(path: Path, cells: int) -> None:
    text = path.read_text(encoding="utf-8")
    lines = shown(text, cells)
    assert max(width(line) for line in lines) <= cells
    compare(text, lines)


@pytest.mark.parametrize("cells", [60, 120])
@pytest.mark.parametrize("change", ["dropped", "blanked", "doubled"])
def test_the_comparison_notices_one_character(cells: int, change: str) -> None:
    """Wherever it is: in a title, a paragraph, an item's number, a folded cell, a name of a column."""
    text = MONTHLY[-1].read_text(encoding="utf-8")
    lines = shown(text, cells)
    places = [(row, at) for row, line in enumerate(lines) for at, letter in enumerate(line) if letter not in " 　─"]
    for row, at in places[:: len(places) // 60]:
        line = lines[row]
        instead = {"dropped": "", "blanked": " " * width(line[at]), "doubled": line[at] * 2}[change]
        with pytest.raises(AssertionError):
            compare(text, [*lines[:row], line[:at] + instead + line[at + 1 :], *lines[row + 1 :]])


def test_a_table_of_many_columns_goes_row_by_row_where_it_is_narrow() -> None:
    header = "".join(f"| 第{number}栏 " for number in "一二三四五六七八九") + "|\n"
    table = header + "| :-- " * 9 + "|\n" + "| 各乡镇（街道）、园区 " * 9 + "|\n" + "| — " * 9 + "|\n"
    assert "第一栏：各乡镇（街道）、园区" in [line.rstrip() for line in shown(table, 60)]
    assert "第一栏   第二栏" in "\n".join(shown(table, 80))
    for cells in (20, 60, 79, 80, 81, 200):
        compare(table, shown(table, cells))


def test_figures_stand_on_the_right() -> None:
    assert shown("| 甲 | 数 |\n| :-- | --: |\n| 一二 | 1000 |\n| 三 | 9 |\n", 40) == [
        "",
        "甲     数",
        "─────────",
        "一二 1000",
        "三      9",
    ]


def test_a_long_title_folds_and_escapes_are_gone() -> None:
    text = "# " + "破难攻坚" * 15 + "\n\n\\# 不是标题\n\n1\\. 不是列表 \\*\\*不是粗体\\*\\* a\\|b\n"
    compare(text, shown(text, 40))
    assert "破难攻坚" * 15 in squeeze("".join(shown(text, 40)))
    assert squeeze("".join(shown(text, 80))).endswith("#不是标题1.不是列表**不是粗体**a|b")


def test_lists_keep_their_numbers() -> None:
    lines = shown("9. 九\n10. 十\n    - 甲\n\n段落\n\n3) 三\n", 40)
    assert [line.strip() for line in lines if line.strip()] == ["9. 九", "10. 十", "• 甲", "段落", "3) 三"]


def test_what_only_a_template_can_write_is_shown_too() -> None:
    text = "见[办法](https://a.cn/1)，![图](b.png)，左<b>中</b>右。\n\n<div>\n块\n</div>\n\n| 甲 |\n|--|\n\n| |\n|--|\n"
    letters = squeeze("".join(shown(text, 40)))
    assert letters == "见办法(https://a.cn/1)，图(b.png)，左<b>中</b>右。<div>块</div>甲──"


def compare(markdown: str, lines: list[str]) -> None:
    """Assert that the lines show the Markdown and nothing else, blanks and rules aside."""
    rest = [line for line in lines if line.strip(" ─-") or not line.strip()]
    for block in blocks(markdown):
        if isinstance(block, str):
            take(rest, block)
        else:
            take_table(rest, *block)
    assert squeeze("".join(rest)) == ""


@cache
def blocks(markdown: str) -> tuple[str | list[Cells], ...]:
    """The visible text of each title, paragraph and item, and each table as its rows."""
    return tuple(_blocks(markdown))


def _blocks(markdown: str) -> Iterator[str | list[Cells]]:
    for chunk in re.split(r"\n{2,}", markdown):
        if chunk.startswith("|"):
            rows = [tuple(visible(cell) for cell in re.split(r"(?<!\\)\|", line)[1:-1]) for line in chunk.splitlines()]
            yield rows[:1] + rows[2:]
        elif chunk != "---":  # a rule is drawn
            yield from map(visible, re.split(r"\n(?=\d+\. )", chunk))


def visible(markdown: str) -> str:
    """Without marks of titles and bold, escapes and blanks."""
    text = re.sub(r"^#+ ", "", markdown.strip())
    return squeeze(re.sub(r"\\([!-/:-@\[-`{-~])|\*\*", lambda found: found[1] or "", text))


def take(rest: list[str], wanted: str) -> None:
    """Take the whole lines that show a text."""
    letters = ""
    while rest and len(letters) < len(wanted):
        letters += squeeze(rest.pop(0))
    assert letters == wanted


def take_table(rest: list[str], header: Cells, *rows: Cells) -> None:
    while rest and not rest[0].strip():
        del rest[0]
    assert rest
    if squeeze(rest[0]).startswith(header[0] + "："):
        for row in rows or [("",) * len(header)]:
            for name, cell in zip(header, row, strict=True):
                take(rest, f"{name}：{cell}")
    else:
        lines = list(takewhile(str.strip, rest))
        del rest[: len(lines)]
        take_columns(lines, header, *rows)


def take_columns(lines: list[str], *rows: Cells) -> None:
    """Each row must show each of its cells in that cell's column, before the next row begins."""
    found = list(columns(lines))
    assert len(found) == len(rows[0])
    folded = zip(*found, strict=True)
    for row in rows:
        cells = ("",) * len(row)
        while cells != row:
            line = next(folded, None)
            assert line is not None
            cells = tuple(cell + part for cell, part in zip(cells, line, strict=True))
            assert all(wanted.startswith(cell) for wanted, cell in zip(row, cells, strict=True)), (row, cells)
    assert list(folded) == []


def columns(lines: list[str]) -> Iterator[list[str]]:
    """Each column's text, line by line; between two columns stands what is blank in every line."""
    places = list(zip_longest(*map(places_of, lines), fillvalue=" "))
    for is_gap, column in groupby(places, key=lambda place: set(place) == {" "}):
        if not is_gap:
            yield [squeeze("".join(letters)) for letters in zip(*column, strict=True)]


@cache
def places_of(line: str) -> tuple[str, ...]:
    """What stands in each of a line's places, nothing in the second of a wide character."""
    return tuple(place for letter in line for place in (letter, *[""] * (width(letter) - 1)))


@cache
def squeeze(text: str) -> str:
    return re.sub(r"\s", "", text)
