"""``ducha when``: how a date phrase of a document is read, and why."""

from __future__ import annotations

import codecs
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import zip_longest
from typing import Annotated

import typer

from ducha.cli import clock, options, streams
from ducha.deadlines import Kind, Reading, read
from ducha.problems import DuchaError

_STANDARD_INPUT = "-"


def when(
    phrases: Annotated[
        list[str] | None, typer.Argument(metavar="短语…", help="如6月底前；写-则从标准输入读，一行一个。")
    ] = None,
    year: Annotated[
        str | None, typer.Option("--year", metavar="年", help="短语没有写年份时按哪一年；默认为今年。")
    ] = None,
    issued: Annotated[
        str | None,
        typer.Option("--issued", metavar="日期", help="文件印发日期，如2013-05-08；30日内、下月底从这天算。"),
    ] = None,
    assume_year: Annotated[
        bool, typer.Option("--assume-year", help="年份被隐去的（xx年）也按--year读，并注明。")
    ] = False,
    output_format: options.Format = "text",
) -> int:
    """公文里的时间短语读作哪一天，为什么。

    如when 6月底前 每月25日前 7月份前；时限写进方案以前可以先这样看一看。有读不出的，退出码为1。
    """
    form = options.parse_format(output_format)
    base = options.parse_year(year)
    anchor = None if issued is None else options.parse_day(issued, "--issued")
    told = [(phrase, _readings(phrase, base, anchor, assume_year)) for phrase in _written(phrases or ())]
    if not told:
        raise DuchaError("没有短语；写成ducha when 6月底前，或用-从标准输入读")
    if form == "json":
        from ducha.render.pages.when import as_json

        streams.emit(as_json(told))
    else:
        from ducha.render.pages.when import as_text

        streams.emit(as_text(told, anchor or (clock.today() if base is None else date(base, 1, 1))))
    return int(any(reading.kind is Kind.UNRESOLVABLE for _, readings in told for reading in readings))


def _written(phrases: Iterable[str]) -> Iterator[str]:
    """The phrases, and in the place of ``-`` the lines of standard input that are not blank."""
    for phrase in phrases:
        if phrase == _STANDARD_INPUT:
            yield from filter(None, map(str.strip, _standard_input().splitlines()))
        else:
            yield phrase


def _standard_input() -> str:
    if sys.stdin is None:
        raise DuchaError("没有可读的标准输入")
    written = sys.stdin.buffer.read().removeprefix(codecs.BOM_UTF8)
    if written.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return written.decode("utf-16", errors="replace")  # 记事本 calls it Unicode
    return "\n".join(map(_decoded, written.splitlines()))


def _decoded(line: bytes) -> str:
    """A line as it was saved: UTF-8, else as on Chinese Windows."""
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("gb18030", errors="replace")


def _readings(phrase: str, year: int | None, issued: date | None, assume_year: bool) -> tuple[Reading, ...]:
    """Read a phrase; where no year was given, mark what would be otherwise in another year."""
    base = year or (issued or clock.today()).year
    readings = read(phrase, year=base, issued=issued, assume_year=assume_year)
    if year is not None:
        return readings
    elsewhere = read(phrase, year=base + 1, issued=issued, assume_year=assume_year)
    return tuple(
        here if other and _time(here) == _time(other) else here._replace(assumed=("year",))
        for here, other in zip_longest(readings, elsewhere[: len(readings)])
    )


def _time(reading: Reading) -> tuple[object, ...]:
    return reading.kind, reading.start, reading.end, reading.strict_end, reading.rrule
