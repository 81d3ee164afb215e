"""Tables of CJK text: aligned by display width, folded and never cut, at every width."""

from __future__ import annotations

import io
import re

import pytest

from ducha.assess import longest_late_first
from ducha.render.page import Column, Page, Table, fit, width
from ducha.render.pages.status import status_page
from ducha.render.plain import render_plain
from ducha.render.reader import print_markdown
from ducha.render.terminal import print_page
from tests.conftest import assess_on, make_plan
from tests.render.test_reader import squeeze, take, take_table

TABLE = Table(
    "进度表",
    (Column("序", right=True, narrowest=2), Column("专项行动", narrowest=8), Column("完成率", right=True, narrowest=8)),
    (
        ("1", "现代服务业招商引资（力争）", "29.4%\n(5/17)"),
        ("12", "land/quota-1415@2013-06-30", "100.0%\n(17/17)"),
    ),
)


def shown(table: str | Table, cells: int) -> list[str]:
    stream = io.StringIO()
    print_page([table], stream, cells)
    return stream.getvalue().splitlines()


@pytest.fixture(scope="module")
def page() -> Page:
    """A status page, whose two tables are the widest there are."""
    tasks = [
        {"id": f"special-quota-{number}", "title": f"第{number}批新增建设用地指标上报省国土资源厅", "due": "5月31日"}
        for number in range(1, 12)
    ]
    assessment = assess_on("2013-07-01", make_plan(milestones=tasks))
    return status_page(assessment, longest_late_first(assessment.obligations), "到期未完成的事项")


@pytest.mark.parametrize(
    ("text", "cells"), [("abc", 3), ("督查", 4), ("（）", 4), ("“引”", 4), ("é", 1), ("e\u0301", 1)]
)
def test_display_width(text: str, cells: int) -> None:
    assert width(text) == cells


def test_plain_text_is_aligned_and_one_line_a_row() -> None:
    assert render_plain(["头", TABLE]) == (
        "头\n\n进度表\n"
        "序  专项行动                           完成率\n"
        " 1  现代服务业招商引资（力争）    29.4%(5/17)\n"
        "12  land/quota-1415@2013-06-30  100.0%(17/17)\n"
    )


@pytest.mark.parametrize("cells", [8, 18, 19, 20, 24, 40, 60, 80, 100, 120])
def test_nothing_is_cut_on_a_terminal_of_any_width(cells: int) -> None:
    lines = shown(TABLE, cells)
    letters = re.sub(r"[\s─━]", "", "".join(lines))
    for row in (*TABLE.rows, [column.header for column in TABLE.columns]):
        for cell in row:
            wanted = re.sub(r"\s", "", cell)
            assert is_subsequence(wanted, letters), (cell, lines)
    assert max(width(line) for line in lines) <= cells


@pytest.mark.parametrize("cells", [40, 80])
def test_columns_stay_in_line_when_folded(cells: int) -> None:
    lines = shown(TABLE, cells)
    assert len({width(line) for line in lines[1:]}) == 1


def test_a_table_too_wide_at_its_narrowest_goes_row_by_row() -> None:
    assert "专项行动" in shown(TABLE, 19)[1]
    assert shown(TABLE, 18) == [
        "进度表",
        "",
        "序：1",
        "专项行动：现代服务",
        "业招商引资（力争）",
        "完成率：",
        "29.4%(5/17)",
        "",
        "序：12",
        "专项行动：",
        "land/quota-1415@20",
        "13-06-30",
        "完成率：",
        "100.0%(17/17)",
    ]


def test_the_names_of_columns_stay_where_there_are_no_rows() -> None:
    empty = Table("", TABLE.columns, ())
    assert shown(empty, 10) == ["序：", "专项行动：", "完成率："]
    assert shown(empty, 40)[0].split() == ["序", "专项行动", "完成率"]


@pytest.mark.parametrize("cells", [40, 50, 60, 70, 76, 77, 78, 79, 80, 100, 120, 200])
def test_a_status_page_fits_every_terminal_and_loses_nothing(page: Page, cells: int) -> None:
    for block in page:
        lines = shown(block, cells)
        assert max(width(line) for line in lines) <= cells
        if isinstance(block, str):
            assert squeeze("".join(lines)) == squeeze(block)
        else:
            names = [column.header for column in block.columns]
            header, *rows = (tuple(map(squeeze, row)) for row in (names, *block.rows))
            rest = [line for line in lines if not line or squeeze(line).strip("─")]
            take(rest, squeeze(block.title))
            take_table(rest, header, *rows)
            assert rest == []


@pytest.mark.parametrize(("cells", "by_rows"), [(40, True), (60, True), (77, True), (78, False), (80, False)])
def test_the_plans_stand_in_columns_from_78_cells_up(page: Page, cells: int, by_rows: bool) -> None:
    assert ("序：8" in shown(page[1], cells)) == by_rows


def test_the_widest_column_gives_way_first() -> None:
    assert fit(TABLE, 100) == (2, 26, 7)
    assert fit(TABLE, 30) == (2, 21, 7)
    assert fit(TABLE, 1) == (2, 8, 7)


def test_markup_in_data_is_text() -> None:
    table = Table("t", (Column("a"),), (("[草稿][/]",),))
    assert any("[草稿][/]" in line for line in shown(table, 40))


def test_markdown_tables_fold_on_a_terminal() -> None:
    stream = io.StringIO()
    print_markdown("| 事项 | 单位 |\n| :-- | --: |\n| 完善网上审批和三级联动代理 | 县政府信息网络中心 |\n", stream, 24)
    letters = re.sub(r"[\s─━]", "", stream.getvalue())
    assert "…" not in letters
    assert is_subsequence("完善网上审批和三级联动代理", letters)
    assert is_subsequence("县政府信息网络中心", letters)


def is_subsequence(wanted: str, text: str) -> bool:
    rest = iter(text)
    return all(letter in rest for letter in wanted)
