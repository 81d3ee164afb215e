"""Where a line may fold: 避头尾 of GB/T 15834—2011 5.1, and inside no number or id that fits a line."""

from __future__ import annotations

import io
import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ducha.render.folding import folds
from ducha.render.page import width
from ducha.render.reader import print_markdown
from ducha.render.terminal import print_page
from tests.conftest import ROOT, printed

MAY_NOT_BEGIN = "、，。．；：？！）〕】》”’…—"


def folded(text: str, room: int) -> list[str]:
    places = [0, *folds(text, room), len(text)]
    return [text[begin:end] for begin, end in pairwise(places)]


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("督查方法", 8, ["督查方法"]),
        ("督查方法、要求", 8, ["督查方", "法、要求"]),
        ("督查方）、要求", 8, ["督查", "方）、要", "求"]),
        ("督查方“要求”", 8, ["督查方", "“要求”"]),
        ("到期29.4%，完成", 8, ["到期", "29.4%，", "完成"]),
        ("见land/transfer-1415", 10, ["见", "land/trans", "fer-1415"]),
        ("5月16—17日", 5, ["5月", "16—17", "日"]),
        ("to be read  again", 7, ["to be ", "read  ", "again"]),
        ("一\n二三四五", 4, ["一\n二三", "四五"]),
        ("，，，，", 4, ["，，", "，，"]),
        ("督查", 1, ["督", "查"]),
        ("", 4, [""]),
    ],
)
def test_where_a_line_folds(text: str, room: int, lines: list[str]) -> None:
    assert folded(text, room) == lines


@given(st.text("督查，。、（）“”ab1 %/—\n"), st.integers(2, 12))
def test_no_line_is_too_wide_and_nothing_is_lost(text: str, room: int) -> None:
    pieces = folded(text, room)
    assert "".join(pieces) == text
    assert all(width(line.rstrip(" ")) <= room for piece in pieces for line in piece.split("\n"))


@pytest.mark.parametrize("cells", [80, 90, 100, 110, 120])
def test_no_line_on_a_terminal_begins_with_closing_punctuation(cells: int) -> None:
    """Of a page of paragraphs, and of a paper; in a table a cell may hold a dash alone."""
    page, paper = io.StringIO(), io.StringIO()
    print_page([printed("unit", "县城管执法局", "--plans", ROOT / "plans")], page, cells)
    print_markdown((ROOT / "tests/plans/golden/bulletin-2013-06.md").read_text(encoding="utf-8"), paper, cells)
    lines = [*page.getvalue().splitlines(), *paper.getvalue().splitlines()]
    assert max(map(width, lines)) <= cells
    assert [line for line in lines if re.match(f"[{MAY_NOT_BEGIN}]", line) and line.strip() != "—"] == []
