"""``python phrases.py TABLE [strptime]`` prints the seconds that its phrases took to be read, and how many there are.

With ``strptime`` the standard library reads as many days in their one form instead. Nothing is remembered between
two phrases.
"""

from __future__ import annotations

import sys
from datetime import date, datetime
from pathlib import Path
from time import perf_counter

from ducha.deadlines import read


def phrases(table: Path) -> list[str]:
    """Return the first column of the table of tests/deadlines."""
    lines = table.read_text(encoding="utf-8").splitlines()
    return [line.split("\t")[0] for line in lines if line and not line.startswith("# ")]


def read_all(written: list[str]) -> int:
    """Read each phrase and return how many there are."""
    uncached = read.__wrapped__
    return sum(bool(uncached(phrase, year=2013, issued=date(2013, 5, 8))) for phrase in written)


def parse_days(written: list[str]) -> int:
    """Let the standard library read a day for each phrase."""
    return sum(bool(datetime.strptime("2013-06-30", "%Y-%m-%d")) for _ in written)  # noqa: DTZ007 - a day has no zone


if __name__ == "__main__":
    table = phrases(Path(sys.argv[1]))
    work = parse_days if sys.argv[2:] == ["strptime"] else read_all
    work(table)
    start = perf_counter()
    done = work(table)
    print(perf_counter() - start, done)
