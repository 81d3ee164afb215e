"""The headers of a project ledger: what each column holds, in Chinese or by its English key."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from ducha.advice.widths import half_width
from ducha.deadlines.spans import month_end
from ducha.model.stages import STAGES
from ducha.problems import Path

_NAMES: Mapping[Path, tuple[str, ...]] = {
    ("id",): ("编号", "项目编号"),
    ("title",): ("名称", "项目名称"),
    ("part_of",): ("所属项目",),
    ("kind",): ("类别", "项目类别"),
    ("sector",): ("行业",),
    ("place",): ("所在地", "建设地点"),
    ("planned",): ("年度计划投资",),
    ("total",): ("总投资",),
    **{("stages", stage): (word, f"{word}日期") for stage, word in STAGES.items()},
    ("leader",): ("县级领导",),
    ("service",): ("服务责任单位",),
    ("officer",): ("项目特派员", "特派员"),
    ("lead",): ("牵头单位",),
    ("responsible",): ("责任单位",),
    ("support",): ("配合单位",),
    ("stopped", "day"): ("停缓建日期",),
    ("stopped", "by"): ("停缓建批准单位",),
    ("stopped", "reason"): ("停缓建原因",),
    ("note",): ("备注", "说明"),
}
"""path in a project → its headers, the usual one first"""

_DATED = {"invested": "完成投资", "progress": "形象进度", "reason": "核减原因"}
"""what is recorded again and again → the beginning of its headers: 完成投资2013-06"""

MONEY = ("planned", "total", "invested")
REQUIRED: tuple[Path, ...] = (("id",), ("title",))
"""what every row must have"""
_ROLE = re.compile(r"(?:角色|roles?)[:：](.+)")
_IN_BRACKETS = re.compile(r"(.+)\(([^()]*元)\)")
_DAY = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?")
_OTHER_WORDS = {"序号": "编号", "项目": "名称", "累计投资": "完成投资"}

_COLUMNS: Mapping[str, Path] = {name: path for path, names in _NAMES.items() for name in names} | {
    str(path[-1]) if path[0] == "stages" else ".".join(map(str, path)): path for path in _NAMES
}
"""every header → path, the English keys among them"""

KNOWN = (*(names[0] for names in _NAMES.values()), *(f"{word}2013-06" for word in _DATED.values()), "角色：…")
"""the usual headers"""


class Column(NamedTuple):
    """What a column holds: ``path`` in a project; of what is recorded again and again with its day."""

    at: int
    path: Path
    day: str | None = None
    unit: str | None = None
    """of money, where the header says it"""


class Slip(NamedTuple):
    """What is wrong with one header, by its position."""

    message: str
    hint: str
    at: int
    meant: Path = ()
    """what it was to hold, as far as that can be guessed"""


class Headers(NamedTuple):
    """A row of headers, read."""

    columns: tuple[Column, ...]
    slips: tuple[Slip, ...]

    @property
    def unit(self) -> str | None:
        """The unit of money, where a header says it."""
        return next((column.unit for column in self.columns if column.unit), None)

    @property
    def is_readable(self) -> bool:
        """Whether the rows below can be told apart."""
        return {column.path for column in self.columns} >= set(REQUIRED)


def read_headers(cells: Sequence[str]) -> Headers:
    """Read a row of headers; an empty one is nobody's."""
    found = [_read(at, cell) for at, cell in enumerate(cells) if cell.strip()]
    columns = [one for one in found if isinstance(one, Column)]
    slips = [one for one in found if isinstance(one, Slip)]
    if not any(column.path in REQUIRED for column in columns):
        return Headers((), (_no_headers(cells),))
    kept, repeated = _told_apart(columns, cells)
    others = list(_other_units(kept))
    known = {column.path for column in kept} | {slip.meant for slip in slips}
    missing = [Slip(f"没有“{_NAMES[path][0]}”这一列", "补上这一列", 0) for path in REQUIRED if path not in known]
    wrong = {slip.at for slip in others}
    return Headers(tuple(one for one in kept if one.at not in wrong), (*slips, *repeated, *others, *missing))


def _read(at: int, cell: str) -> Column | Slip:
    text = "".join(half_width(cell).split())
    found = _IN_BRACKETS.fullmatch(text)
    bare, unit = found.groups() if found else (text, None)
    if role := _ROLE.fullmatch(bare):
        return Column(at, ("roles", role[1]))
    if dated := _dated(at, bare, unit):
        return dated
    path = _COLUMNS.get(bare)
    if path is None or (unit and path[0] not in MONEY):
        return _unknown(at, cell.strip(), bare)
    return Column(at, path, unit=unit)


def _dated(at: int, text: str, unit: str | None) -> Column | Slip | None:
    """A column of what is recorded again and again: 完成投资2013-06 is as at the end of that month."""
    for key, word in _DATED.items():
        if (word not in text or "计划" in text) and not text.startswith(key):
            continue
        rest = text.removeprefix(word).removeprefix(key)
        found = _DAY.fullmatch(rest)
        if found and (day := _last_day(*found.groups())):
            return Column(at, (key,), day, unit)
        return Slip(f"表头“{text}”没有写成“{word}”加年-月", _advise_dated(word, text), at)
    return None


def _last_day(year: str, month: str, day: str | None) -> str | None:
    try:
        return (date(int(year), int(month), int(day)) if day else month_end(int(year), int(month))).isoformat()
    except ValueError:
        return None


def _advise_dated(word: str, text: str) -> str:
    """Return how a header should have been written that names its month otherwise, or none."""
    year, month = re.search(r"\d{4}", text), re.search(r"(\d{1,2})月", text) or re.search(r"\d{4}\D?(\d{1,2})", text)
    number = int(month[1]) if month else 0
    if year and 1 <= number <= 12:
        return f"写成{word}{year[0]}-{number:02}，即截至该月底"
    return f"写明截至哪年哪月，如{word}2013-{number if 1 <= number <= 12 else 6:02}"


def _unknown(at: int, written: str, bare: str) -> Slip:
    from ducha.advice.names import find_nearest  # which nobody needs whose headers are right

    near = _OTHER_WORDS.get(bare) or find_nearest(bare, (*_COLUMNS, *_DATED.values()))
    hint = f"你是否想写“{near}”；用不着的删去这一列" if near else f"用不着的删去这一列；可用的：{'、'.join(KNOWN)}"
    return Slip(f"不认识的表头“{written}”", hint, at, _COLUMNS.get(near or "", ()))


def _told_apart(columns: Sequence[Column], cells: Sequence[str]) -> tuple[list[Column], list[Slip]]:
    """Keep the first of columns that hold the same."""
    first: dict[tuple[Path, str | None], Column] = {}
    slips = []
    for column in columns:
        before = first.setdefault((column.path, column.day), column)
        if before is not column:
            message = f"表头“{cells[column.at].strip()}”与第{before.at + 1}列重复"
            slips.append(Slip(message, "留一列，另一列删去", column.at))
    return list(first.values()), slips


def _other_units(columns: Sequence[Column]) -> Iterator[Slip]:
    units = [(column.at, column.unit) for column in columns if column.unit]
    for at, unit in units:
        if unit != units[0][1]:
            yield Slip(f"金额单位“{unit}”与第{units[0][0] + 1}列的“{units[0][1]}”不一", "一个台账只用一个单位", at)


def _no_headers(cells: Sequence[str]) -> Slip:
    signs = {"\t": "制表符", ";": "分号", "，": "全角逗号", "；": "全角分号"}
    if len(cells) == 1 and (sign := next((one for one in signs if one in cells[0]), None)):
        hint = "在表格软件里另存为“CSV UTF-8（逗号分隔）”"
        return Slip(f"各格用{signs[sign]}隔开，不是半角逗号", hint, 0)
    hint = "第一行写表头：编号,名称,类别…；表格的标题删去，或在它前面加#"
    return Slip("这一行不是表头，没有“编号”和“名称”", hint, 0)


def header_of(path: Path) -> str | None:
    """Return the usual header of what stands at a path in a project."""
    if path[-1:] in (("value",), ("text",)):
        return _DATED["invested" if path[-1] == "value" else "progress"]
    return next((names[0] for known, names in _NAMES.items() if known == path), None)
