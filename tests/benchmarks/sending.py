"""The shipped plans with sixty more units, all of which report every month of a year in each plan."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

UNITS = 60
MONTHS = (*(f"2013-{month:02}" for month in range(2, 13)), "2014-01")
_LAST_DAY = "2014-01-31"


def write_plans(source: Path, target: Path, *, with_returns: bool) -> None:
    """Copy the plans, judged at the end of the campaign, with the units and, if wanted, with what they sent."""
    target.mkdir(parents=True)
    for path in source.glob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        if path.name == "campaign.yaml":
            text = _with_units(text).replace("as_of: 2013-07-01", f"as_of: {_LAST_DAY}")
        elif with_returns and path.stem[0].isdigit():
            text = _above("duties", text, "\n".join(_duty()))
        (target / path.name).write_text(text, encoding="utf-8")


def _with_units(text: str) -> str:
    names = [f"测试单位{number:02}" for number in range(1, UNITS + 1)]
    text = _above("units", text, "\n".join(f"  - {{name: {name}, category: 测试}}" for name in names))
    group = f"  - {{name: 各测试单位, category: 测试, members: [{', '.join(names)}], sourced: sample}}"
    return _above("unit_groups", text, group)


def _above(key: str, text: str, entries: str) -> str:
    """Return a file with entries put above those of a list, which is added where there is none."""
    found = re.search(rf"^{key}:.*\n", text, re.MULTILINE)
    if not found:
        return f"{text}{key}:\n{entries}\n"
    return f"{text[: found.end()]}{entries}\n{text[found.end() :]}"


def _duty() -> Iterator[str]:
    """Most units in time, two late and two never."""
    yield "  - id: benchmark\n    title: 报送进展\n    who: 各测试单位\n    to: 县府办\n    every: 每月25日前"
    yield "    since: 2013年2月\n    returns:"
    for month in MONTHS:
        for first, last, day in ((1, 40, 20), (41, 56, 24), (57, 58, 27)):
            names = ", ".join(f"测试单位{number:02}" for number in range(first, last + 1))
            yield f"      - {{period: {month}, day: {month}-{day}, by: [{names}]}}"
