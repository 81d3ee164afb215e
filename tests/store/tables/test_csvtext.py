"""CSV text to data: the rows of the csv module, with the places of their cells, under headers of either language."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ducha.problems import Problem
from ducha.store.syntax.yamltext import NOTHING
from ducha.store.tables.csvtext import find_csv_places, parse_csv
from ducha.store.tables.headers import read_headers
from ducha.store.tables.ledger import read_ledger
from ducha.store.tables.rows import Text

CELL = st.text(st.sampled_from('甲乙 a1,"\n\r;、，“'), max_size=6)
ROWS = st.lists(st.lists(CELL, min_size=1, max_size=4), min_size=1, max_size=5)


def write(rows: list[list[str]], line_end: str = "\r\n", quoting: int = csv.QUOTE_MINIMAL) -> str:
    stream = io.StringIO(newline="")
    csv.writer(stream, lineterminator=line_end, quoting=quoting).writerows(rows)  # type: ignore[arg-type]
    return stream.getvalue()


def cut(lines: list[str], line: int, column: int, length: int) -> str:
    """What stands at a mark; of a cell over several lines its first."""
    body = lines[line - 1].rstrip("\r\n")
    return body[column - 1 : column - 1 + length] if length else body[column - 1 :]


@given(ROWS, st.sampled_from(["\r\n", "\n"]), st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]))
def test_every_cell_stands_where_its_mark_says(rows: list[list[str]], line_end: str, quoting: int) -> None:
    text = Text(write(rows, line_end, quoting))
    for row in text.rows():
        marks = text.marks(row)
        assert len(marks) == len(row.cells)
        for cell, mark in zip(row.cells, marks, strict=True):
            written = cut(text.lines, mark.line, mark.column, mark.length)
            if not cell:
                assert mark.length == 1 or written == '""'
            elif "\n" not in cell and "\r" not in cell:
                assert written == cell or (
                    written[0] == written[-1] == '"' and written[1:-1].replace('""', '"') == cell
                )
            else:
                assert written.startswith('"')


@given(ROWS)
def test_rows_are_those_of_the_csv_module_but_for_blank_ones_and_comments(rows: list[list[str]]) -> None:
    expected = [row for row in rows if any(map(str.strip, row)) and not row[0].lstrip(" ").startswith("#")]
    assert [row.cells for row in Text(write(rows)).rows()] == expected


def test_a_cell_of_several_lines_moves_those_below_it() -> None:
    text = '编号,名称,备注\n1,"甲\n项目","一\n二"\n2,乙,三\n'
    assert [(row.first, row.last) for row in Text(text).rows()] == [(1, 1), (2, 4), (5, 5)]
    places = find_csv_places(text)
    assert places[("projects", 0, "note")].value[:2] == (3, 5)
    assert places[("projects", 1, "title")].value == (5, 3, 1)
    assert places[("projects", 1, "title")].key[:2] == (1, 4)


def data(text: str) -> Any:
    parsed = parse_csv(text)
    assert parsed.faults == ()
    return parsed.data


def test_a_row_is_what_yaml_would_say() -> None:
    text = (
        "编号,名称,所属项目,年度计划投资（万元）,开工,完成投资2013-05,完成投资2013-06-20,核减原因2013-05,形象进度2013-06,"
        "服务责任单位,角色：协办员,停缓建日期,停缓建批准单位\n"
        '3-1, 甲 ,3,300,2013-05-20,30,,核减,"主体，结顶",发改局、建设局,王五,2013-06-01,\n'
    )
    assert data(text) == {
        "unit": "万元",
        "projects": [
            {
                "id": "3-1",
                "title": "甲",
                "part_of": "3",
                "planned": "300",
                "stages": {"started": "2013-05-20"},
                "invested": [{"day": "2013-05-31", "value": "30", "reason": "核减"}],
                "progress": [{"day": "2013-06-30", "text": "主体，结顶"}],
                "service": ["发改局", "建设局"],
                "roles": {"协办员": ["王五"]},
                "stopped": {"day": "2013-06-01", "by": None, "reason": None},
            }
        ],
    }


def test_a_total_is_told_from_a_project_of_a_similar_name() -> None:
    parsed = parse_csv("编号,名称\n1,小计村道路\n,合 计：\n2,总计划馆\n")
    assert [fault.mark[:2] for fault in parsed.faults] == [(3, 2)]


def test_a_reason_without_its_number_lacks_it() -> None:
    (project,) = data("编号,名称,核减原因2013-05\n1,甲,核减\n")["projects"]
    assert project["invested"] == [{"day": "2013-05-31", "value": None, "reason": "核减"}]


HEADERS = {
    "项目编号": ("id",),
    " 编 号 ": ("id",),
    "ｉｄ": ("id",),
    "年度计划投资(万元)": ("planned",),
    "planned（亿元）": ("planned",),
    "竣工日期": ("stages", "completed"),
    "operating": ("stages", "operating"),
    "stopped.by": ("stopped", "by"),
    "roles:协办员": ("roles", "协办员"),
    "特派员": ("officer",),
}


@pytest.mark.parametrize(("written", "path"), HEADERS.items())
def test_headers_in_either_language_and_width(written: str, path: tuple[str, ...]) -> None:
    headers = read_headers([written, "名称", "编号" if path != ("id",) else "类别"])
    assert headers.slips == ()
    assert headers.columns[0].path == path


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("完成投资2013-02", "2013-02-28"),
        ("完成投资2012-02（万元）", "2012-02-29"),
        ("完成投资 2013-06-20", "2013-06-20"),
        ("invested2013-06", "2013-06-30"),
        ("形象进度\n2013-06", "2013-06-30"),
    ],
)
def test_a_month_is_its_last_day(written: str, day: str) -> None:
    assert read_headers(["编号", "名称", written]).columns[2].day == day


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("2013年6月完成投资", "写成完成投资2013-06，即截至该月底"),
        ("完成投资2013.6", "写成完成投资2013-06，即截至该月底"),
        ("1-6月完成投资", "写明截至哪年哪月，如完成投资2013-06"),
        ("完成投资", "写明截至哪年哪月，如完成投资2013-06"),
        ("完成投资2013-02-30", "写成完成投资2013-02，即截至该月底"),
        ("年度计划完成投资", "你是否想写“年度计划投资”；用不着的删去这一列"),
        ("计划投资", "你是否想写“年度计划投资”；用不着的删去这一列"),
    ],
)
def test_a_header_that_is_none_says_what_to_write(written: str, hint: str) -> None:
    (slip,) = read_headers(["编号", "名称", written]).slips
    assert slip.hint == hint


def test_nothing_is_read_under_headers_that_lack_the_number() -> None:
    assert parse_csv("名称\n甲\n").data is NOTHING


ENCODINGS = [("utf-8", b""), ("utf-8", b"\xef\xbb\xbf"), ("gb18030", b""), ("gbk", b"")]


@pytest.mark.parametrize(("encoding", "mark"), ENCODINGS)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_any_encoding_an_office_has(tmp_path: Path, encoding: str, mark: bytes, line_end: str) -> None:
    path = tmp_path / "a.projects.csv"
    path.write_bytes(mark + f"编号,名称{line_end}12-3,滨江路{line_end}".encode(encoding))
    file = read_ledger([path])
    assert file.problems == []
    assert file.record
    assert [(one.id, one.title) for one in file.record.projects] == [("12-3", "滨江路")]
    assert file.where(("projects", 0)) == f"{path}:2"


@pytest.mark.parametrize(
    ("raw", "code", "words"),
    [
        ("编码,名\n1,滨江路\n".encode("gbk"), "DC102", "像是GBK"),
        ("编号,名称\n1,滨江路\n".encode("utf-16"), "DC102", "UTF-16"),
        (b"PK\x03\x04\x14\x00", "DC102", "工作簿"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "DC102", "工作簿"),
        (b"x" * (4 * 1024 * 1024 + 1), "DC101", "超过4MB"),
        ('编号,名称\n1,"'.encode() + b"a" * 1_100_000, "DC522", "引号"),
    ],
)
def test_one_clear_problem_for_what_is_no_csv(tmp_path: Path, raw: bytes, code: str, words: str) -> None:
    path = tmp_path / "a.projects.csv"
    path.write_bytes(raw)
    (problem,) = read_ledger([path]).problems
    assert (problem.code, words in problem.message) == (code, True)


def test_a_directory_is_no_ledger(tmp_path: Path) -> None:
    path = tmp_path / "a.projects.csv"
    path.mkdir()
    (problem,) = read_ledger([path]).problems
    assert isinstance(problem, Problem)
    assert (problem.code, problem.message) == ("DC101", "这是目录，不是文件")
