"""A project ledger's CSV text to the same plain data as its YAML would be: every cell stays text.

Rows that are empty or begin with ``#`` are passed over. What a row or a header has wrong is a fault with its
place; what a cell has wrong the records say, as they do of YAML.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from ducha.problems import Path
from ducha.store.syntax.faults import Fault, Mark, Unreadable
from ducha.store.syntax.yamltext import MARKERS, NOTHING, Parsed
from ducha.store.tables.headers import MONEY, REQUIRED, Column, Headers, read_headers
from ducha.store.tables.rows import Row, Text

if TYPE_CHECKING:
    from ducha.store.syntax.careful import Place
    from ducha.store.syntax.placed import Everywhere

_ODD = re.compile("[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]|[\u2028\u2029]")
"""what no text should have in it"""

_LISTS = ("leader", "service", "officer", "lead", "responsible", "support", "roles")
_SEPARATORS = re.compile("[、，,；;]")
_TOTAL = re.compile(r".*[合总小共]\s*计\s*(?:[(（].*[)）])?\s*[:：]?\s*", re.DOTALL)
"""合计, 本页合计, 续建小计, 合计（2个）"""
_FEW = 3
"""cells at the beginning of a row in which a total is called so; if they are blank, in the first that is filled"""
_GROUPS = re.compile(r"[1-9]\d{0,2},\d{3}(?:\.\d+)?", re.ASCII)
_NOUGHTS = re.compile(r"0\d+(?:\.\d+)?", re.ASCII)
_STOP = ("day", "by", "reason")
_DATED = {"invested": "value", "progress": "text"}
"""what is recorded again and again → the key of what is recorded"""
_GO_ON = "；改好后再检查一遍，其余内容还没有查"


class Cells(dict[Path, "Place"]):
    """Path → the cell of a value and the header it stands under."""

    def on_lines(self, numbers: Collection[int]) -> Iterator[Path]:
        """Yield the paths of what stands on some lines."""
        return (path for path, place in self.items() if place.value.line in numbers)


class Table(NamedTuple):
    """A ledger's rows, read as far as they can be."""

    text: Text
    head: Row | None
    headers: Headers
    rows: list[Row]
    faults: list[Fault]


def parse_csv(text: str) -> Parsed:
    """Return the data of a ledger's text, NOTHING if it has a fault after which no more can be read."""
    if alone := _spoilt(text):
        return Parsed(NOTHING, (alone._replace(hint=alone.hint + _GO_ON),))
    table = _table(text)
    if not table.headers.is_readable or not table.rows:
        return Parsed(NOTHING, tuple(table.faults))
    projects = [_project(table.headers, row) for row in table.rows]
    unit = {"unit": table.headers.unit} if table.headers.unit else {}
    return Parsed({**unit, "projects": projects}, tuple(table.faults), text)


def _spoilt(text: str) -> Fault | None:
    """A character that stands for nothing, or a conflict of git's: as in any other file."""
    if not _ODD.search(text) and not any(marker in text for marker in MARKERS):
        return None
    from ducha.store.syntax.conflicts import find_conflicts
    from ducha.store.syntax.libyaml import find_unspeakable

    return find_unspeakable(text) or find_conflicts(text)


def find_csv_places(text: str) -> Everywhere:
    """Return where every value of a ledger's text stands, and the header it stands under."""
    from ducha.store.syntax.careful import Place

    table = _table(text)
    places = Cells()
    if table.head is None:
        return places
    heads = [Place(mark, mark) for mark in table.text.marks(table.head)]
    places[()] = places[("projects",)] = heads[0]
    if units := [column.at for column in table.headers.columns if column.unit]:
        places[("unit",)] = heads[units[0]]
    for at, row in enumerate(table.rows):
        marks = table.text.marks(row)
        places[("projects", at)] = Place(marks[0], marks[0])
        for path, column in _entries(table.headers, row):
            place = Place(marks[min(column.at, len(marks) - 1)], heads[column.at].key)
            for depth in range(1, len(path)):
                places.setdefault(("projects", at, *path[:depth]), place)
            places[("projects", at, *path)] = place
            if column.day:
                places[("projects", at, *path[:-1], "day")] = heads[column.at]
    return places


def _table(text: str) -> Table:
    lines = Text(text)
    rows: list[Row] = []
    faults: list[Fault] = []
    try:
        rows.extend(lines.rows())
    except Unreadable as end:
        faults.append(end.fault._replace(hint=end.fault.hint + _GO_ON))
    if not rows:
        empty = Fault("DC521", "文件里没有表头和项目", "第一行写表头：编号,名称,类别…，以下每个项目一行", Mark(1, 1))
        return Table(lines, None, Headers((), ()), [], faults or [empty])
    head, *below = rows
    headers = read_headers(head.cells)
    faults += _headers_faults(lines, head, headers, below, is_whole=not faults)
    return Table(lines, head, headers, below, faults)


def _headers_faults(
    lines: Text, head: Row, headers: Headers, below: Sequence[Row], *, is_whole: bool
) -> Iterator[Fault]:
    """Yield what is wrong with the headers, then with the rows under them; there may be more if these are not all."""
    marks = lines.marks(head) if headers.slips else []
    for slip in headers.slips:
        yield Fault("DC521", slip.message, slip.hint, marks[slip.at])
    if not headers.is_readable:
        return
    if not below and is_whole:
        yield Fault("DC521", "表头下面没有项目", "每个项目写一行；还没有项目的，删去这个文件", Mark(head.first, 1, 0))
    for at, row in enumerate(below):
        yield from list(_row_faults(lines, head, row, at)) or _with_noughts(lines, headers, row, at)


def _row_faults(lines: Text, head: Row, row: Row, at: int) -> Iterator[Fault]:
    """Yield a fault for a row that is a total, or whose cells are not those of the headers.

    Blank cells at its end do not matter, unless a number may have been cut in two.
    """
    path, cells = ("projects", at), len(row.cells)
    split = _split_number(row) if cells > len(head.cells) else None
    wanted = max(i for i, title in enumerate(head.cells, start=1) if title.strip())
    beyond = next((i for i, cell in enumerate(row.cells) if cell.strip() and not _is_headed(head, i)), None)
    first = next(i for i, cell in enumerate(row.cells) if cell.strip())
    total = next((i for i, cell in enumerate(row.cells[: max(_FEW, first + 1)]) if _TOTAL.fullmatch(cell)), None)
    if total is not None:
        yield Fault("DC522", "这是合计行，不是项目", "删去这一行，合计由ducha算", lines.marks(row)[total], path)
    elif cells < wanted:
        hint = "空着的格也要有逗号；用表格软件另存为CSV就不会少"
        yield Fault("DC522", f"这一行只有{cells}格，表头有{wanted}格", hint, Mark(row.first, 1, 0), path)
    elif beyond is not None and beyond < wanted:
        hint = "在表头那一行写上这一列是什么，或删去这一格"
        yield Fault("DC522", f"第{beyond + 1}列没有表头，这里却有内容", hint, lines.marks(row)[beyond], path)
    elif beyond is not None:
        hint = "多半是格里有逗号：整格加半角引号，或改用顿号；数字不写千分位分隔符"
        message = f"这一行有{cells}格，表头只有{wanted}格"
        yield Fault("DC522", message, hint, lines.marks(row)[wanted], path)
    elif split is not None:
        number = row.cells[split].strip(), row.cells[split + 1].strip()
        hint = f"“{','.join(number)}”多半是一个数，写成{''.join(number)}；不是的，删去行末多出的逗号"
        message = f"这一行有{cells}格，表头只有{len(head.cells)}格"
        yield Fault("DC522", message, hint, lines.marks(row)[split], path)


def _split_number(row: Row) -> int | None:
    """The first of two cells that a separator may have made of one number: 3,500."""
    pairs = enumerate(pairwise(row.cells))
    return next((at for at, pair in pairs if _GROUPS.fullmatch(",".join(map(str.strip, pair)))), None)


def _with_noughts(lines: Text, headers: Headers, row: Row, at: int) -> Iterator[Fault]:
    """Yield a fault for money with noughts in front, as a separator leaves it: the 000 of 3,000."""
    for path, column in _entries(headers, row):
        if column.path[0] in MONEY and _NOUGHTS.fullmatch(cell := _cell(row, column)):
            from ducha.advice.numbers import advise_amount

            mark = lines.marks(row)[column.at]
            yield Fault("DC206", f"“{cell}”不是这里能用的金额", advise_amount(cell), mark, ("projects", at, *path))


def _is_headed(head: Row, at: int) -> bool:
    return at < len(head.cells) and bool(head.cells[at].strip())


def _project(headers: Headers, row: Row) -> dict[str, Any]:
    """A row as the data of a project; what it must have and has not is None."""
    project: dict[str, Any] = {}
    for path, column in _entries(headers, row):
        value = _value(column, _cell(row, column))
        if len(path) == 1:
            project[str(path[0])] = value
        elif not isinstance(at := path[1], int):
            project.setdefault(str(path[0]), dict.fromkeys(_STOP if path[0] == "stopped" else ()))[at] = value
        else:
            records = project.setdefault(str(path[0]), [])
            if at == len(records):
                records.append({"day": column.day, _DATED[str(path[0])]: None})
            records[at][path[2]] = value
    return project


def _entries(headers: Headers, row: Row) -> Iterator[tuple[Path, Column]]:
    """Yield the columns of which a row has something, or must have, each with its path in the project."""
    is_stopped = any(_cell(row, column) for column in headers.columns if column.path[0] == "stopped")
    days: dict[str, list[str]] = {name: [] for name in _DATED}
    for column in headers.columns:
        is_filled = bool(_cell(row, column))
        if column.day and is_filled:
            key = str(column.path[0])
            name = "invested" if key == "reason" else key
            if column.day not in days[name]:
                days[name].append(column.day)
            yield (name, days[name].index(column.day), "reason" if key == "reason" else _DATED[name]), column
        elif not column.day and (is_filled or column.path in REQUIRED or (is_stopped and column.path[0] == "stopped")):
            yield column.path, column


def _cell(row: Row, column: Column) -> str:
    return row.cells[column.at].strip() if column.at < len(row.cells) else ""


def _value(column: Column, cell: str) -> Any:
    """What a cell says: text, a list of names where there can be several, None for nothing."""
    if column.path[0] in _LISTS:
        return [name for one in _SEPARATORS.split(cell) if (name := one.strip())]
    return cell or None
