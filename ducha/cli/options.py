"""Options that several commands share, and how their text is read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from ducha.problems import DuchaError

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_YEAR = re.compile(r"\d{4}", re.ASCII)
_FILE = re.compile(r"\.[a-z]{1,5}", re.ASCII | re.IGNORECASE)
"""the suffix of a file: a folder may well be called 核对2013.6"""


def parse_file(text: str) -> Path:
    """Read the name of a file to write to."""
    if not text.strip():
        raise DuchaError("-o没有写文件名")
    return Path(text)


def parse_folder(text: str) -> Path:
    """Read the name of a folder to write to, which is not that of a file."""
    if not text.strip():
        raise DuchaError("-o没有写目录名")
    folder = Path(text)
    if _FILE.fullmatch(folder.suffix) and not folder.is_dir():
        raise DuchaError(f"-o“{text}”像是文件名；这里要写目录，如-o {folder.with_suffix('')}")
    return folder


Plans = Annotated[
    Path,
    typer.Option("--plans", metavar="目录", envvar="DUCHA_PLANS", help="方案所在的目录。", show_default=True),
]
AsOf = Annotated[
    str | None, typer.Option("--as-of", metavar="日期", help="参照日，如2013-07-01；默认为行动所设或今天。")
]
Month = Annotated[str | None, typer.Option("--month", metavar="月", help="所报月份，1至12。")]
Week = Annotated[str | None, typer.Option("--week", metavar="周", help="所报的周，一年中的第几周，1至53。")]
Quarter = Annotated[str | None, typer.Option("--quarter", metavar="季度", help="所报季度，1至4。")]
Half = Annotated[str | None, typer.Option("--half", metavar="半年", help="所报半年，1（上半年）或2（下半年）。")]
Year = Annotated[
    str | None,
    typer.Option("--year", metavar="年", help="所报年度；与以上各项同写时是它们的年份，行动期内只有一个时可省略。"),
]
PlanIds = Annotated[
    list[str] | None, typer.Option("--plan", metavar="方案", help="只看某个方案（编号或序号），可重复。")
]
Output = Annotated[
    Path | None,
    typer.Option("-o", "--output", metavar="文件", help="写入文件，不在屏幕显示。", parser=parse_file),
]
Pager = Annotated[bool, typer.Option("--pager", help="在屏幕上分页显示。")]
ForLeaders = Annotated[
    bool, typer.Option("--for-leaders", help="供领导参阅的版本：印出批示件编号和拟约谈等建议名单，不得外传。")
]
Shape = Annotated[str, typer.Option("--format", metavar="格式", help="text、md或json（程序）。")]
Format = Annotated[str, typer.Option("--format", metavar="格式", help="text（文本）或json（供程序读取）。")]


def parse_day(text: str, option: str) -> date:
    """Read an ISO day."""
    if _DAY.fullmatch(text):
        _need_year(int(text[:4]), f"{option}“{text}”的年份")
        with suppress(ValueError):
            return date.fromisoformat(text)
    raise DuchaError(f"{option}“{text}”不是日期；写成2013-06-30这样实有的年-月-日")


class Wanted(NamedTuple):
    """The period a report is to speak of, by its number in a year; the year is None where it was not written."""

    cycle: str
    """`week`, `month`, `quarter`, `half` or `year`"""
    number: int
    year: int | None


_NUMBERED = {
    "--week": ("week", 53, "周次"),
    "--month": ("month", 12, "月份"),
    "--quarter": ("quarter", 4, "季度"),
    "--half": ("half", 2, "半年"),
}
"""option → its period, the largest number, and what that number is called"""


def parse_period(
    week: str | None, month: str | None, quarter: str | None, half: str | None, year: str | None
) -> Wanted | None:
    """Read ``--week``, ``--month``, ``--quarter`` or ``--half``, each with or without ``--year``, or that alone."""
    written = dict(zip(_NUMBERED, (week, month, quarter, half), strict=True))
    given = {option: text for option, text in written.items() if text is not None}
    if len(given) > 1:
        raise DuchaError(f"{'、'.join(given)}只能用一个")
    in_year = parse_year(year)
    for option, text in given.items():
        cycle, most, what = _NUMBERED[option]
        if not (re.fullmatch(r"\d{1,2}", text, re.ASCII) and 1 <= int(text) <= most):
            raise DuchaError(f"{option}“{text}”不是{what}；写1至{most}的数字")
        return Wanted(cycle, int(text), in_year)
    return Wanted("year", 1, in_year) if in_year else None


def need_period(week: str | None, month: str | None, quarter: str | None, half: str | None, year: str | None) -> Wanted:
    """Read the period of a report that must have one."""
    wanted = parse_period(week, month, quarter, half, year)
    if wanted is None:
        raise DuchaError("没有写所报的时间；写--week、--month、--quarter、--half或--year之一，如--month 6")
    return wanted


def parse_days(text: str, option: str) -> int:
    """Read a number of days."""
    if re.fullmatch(r"\d{1,4}", text, re.ASCII):
        return int(text)
    raise DuchaError(f"{option}“{text}”不是天数；写0至9999的数字，如15")


def parse_year(text: str | None) -> int | None:
    """Read a year."""
    if text is None:
        return None
    if _YEAR.fullmatch(text):
        return _need_year(int(text), f"--year“{text}”")
    raise DuchaError(f"--year“{text}”不是年份；写四位数字，如2013")


def _need_year(year: int, what: str) -> int:
    from ducha.model.values import YEARS  # by which the command line does not start sooner

    if year not in YEARS:
        raise DuchaError(f"{what}不在{YEARS[0]}至{YEARS[-1]}之间")
    return year


def parse_format(text: str, known: Sequence[str] = ("text", "json")) -> str:
    """Read an output format, one of those known."""
    if text in known:
        return text
    raise DuchaError(f"--format“{text}”不是可用的格式；写{'、'.join(known)}之一")


def parse_list(text: str | None) -> tuple[str, ...]:
    """Read names separated by commas of either width; a list that was asked for has some."""
    names = tuple(name for name in re.split(r"[,，、\s]+", text or "") if name)
    if text is not None and not names:
        raise DuchaError("--columns没有写列名")
    return names
