"""Timings to a table of ratios and aims, into README.md if wanted."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from tests.benchmarks.environments import ROOT
from tests.benchmarks.measurements import PHRASES, VALIDATED
from tests.benchmarks.phrases import phrases
from tests.benchmarks.timing import Timings

README = ROOT / "README.md"

_BLOCK = re.compile(r"(<!-- benchmarks -->\n).*?(<!-- /benchmarks -->)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Ratio:
    """One command's median against another's, and what it should not exceed."""

    what: str
    command: str
    against: str
    aim: float | None = None
    is_inside: bool = False
    """whether the seconds that the processes measured themselves are compared"""

    @property
    def commands(self) -> tuple[str, ...]:
        """The commands without which there is nothing to tell."""
        return self.command, self.against

    def told(self, timings: Mapping[str, Timings]) -> str:
        """The ratio as text."""
        above, below = timings[self.command], timings[self.against]
        if self.is_inside:
            return f"{above.median_inside / below.median_inside:.2f}"
        return f"{above.median / below.median:.2f}"


@dataclass(frozen=True, slots=True)
class Memory:
    """The largest resident size of a command."""

    what: str
    command: str
    aim: float | None = None

    @property
    def commands(self) -> tuple[str, ...]:
        """The command without which there is nothing to tell."""
        return (self.command,)

    def told(self, timings: Mapping[str, Timings]) -> str:
        """The size as text."""
        return f"{timings[self.command].peak_mb:.0f} MB"


@dataclass(frozen=True, slots=True)
class Each:
    """The microseconds that a process took for one of ``count``, as it measured itself."""

    what: str
    command: str
    count: int
    aim: float | None = None

    @property
    def commands(self) -> tuple[str, ...]:
        """The command without which there is nothing to tell."""
        return (self.command,)

    def told(self, timings: Mapping[str, Timings]) -> str:
        """The time as text."""
        return f"{timings[self.command].median_inside / self.count * 1e6:.0f} µs"


ROWS: tuple[Ratio | Memory | Each, ...] = (
    Ratio("`ducha --version` / `python -c pass`", "version", "pass", 7),
    Ratio("`ducha status`, the shipped plans / `python -c pass`", "status-12", "pass", 16),
    Ratio("`ducha bulletin`, the shipped plans / `python -c pass`", "bulletin-12", "pass"),
    Ratio("`ducha bulletin` / `ducha status`, the shipped plans", "bulletin-12", "status-12", 1.3),
    Ratio("`ducha status`, the shipped plans / doorstop's check of as many items", "status-12", "doorstop", 0.35),
    Ratio("loading {plans} plans / CSafeLoader and plain pydantic, whole process", "load", "load-peer", 0.5),
    Ratio("the same, loading alone", "load", "load-peer", 0.5, is_inside=True),
    Ratio("`ducha check` / `ducha status`, {plans} plans", "check", "status"),
    Ratio(
        "`ducha check` / check-jsonschema with `ducha schema plan`, {few} plans",
        "check-validated",
        "check-jsonschema",
        1,
    ),
    Ratio("`ducha check` / yamllint, {few} plans", "check-validated", "yamllint", 1),
    Ratio("`ducha bulletin` / `ducha status --month`, {plans} plans", "bulletin-month", "status-month", 1.3),
    Ratio("`ducha status`, {large} plans / {plans} plans", "status-large", "status-growth", 11),
    Ratio("`ducha status` with 60 units × 12 duties × 12 months / without", "status-returns", "status-without", 1.3),
    Each("one date phrase of docs/deadlines.md, nothing remembered", "phrases", len(phrases(PHRASES)), 20),
    Ratio("the same / `datetime.strptime` of a day", "phrases", "strptime", 5, is_inside=True),
    Memory("peak memory of `ducha status`, {plans} plans", "status"),
    Memory("peak memory of `ducha check`, {plans} plans", "check"),
    Memory("peak memory of CSafeLoader and plain pydantic, {plans} plans", "load-peer"),
    Memory("peak memory of `ducha status`, {large} plans", "status-large"),
    Memory("peak memory of `ducha check`, {large} plans", "check-large"),
)


def table(timings: Mapping[str, Timings], plans: int) -> str:
    """A Markdown table of what was measured, and of what failed."""
    lines = ["| what | ratio | aim |", "| :--- | ---: | ---: |"]
    for row in ROWS:
        if all(command in timings for command in row.commands):
            what = row.what.format(few=f"{plans // VALIDATED:,}", plans=f"{plans:,}", large=f"{10 * plans:,}")
            failures = [timings[command].failure for command in row.commands if timings[command].failure]
            told = f"not measured: {failures[0]}" if failures else row.told(timings)
            lines.append(f"| {what} | {told} | {'—' if row.aim is None else f'≤ {row.aim:g}'} |")
    return "\n".join(lines)


def write_into_readme(block: str) -> None:
    """Put a block between README's markers."""
    text = README.read_text(encoding="utf-8")
    found = _BLOCK.search(text)
    if not found:
        raise SystemExit("README.md has no <!-- benchmarks --> and <!-- /benchmarks -->")
    README.write_text(text[: found.end(1)] + block + "\n" + text[found.start(2) :], encoding="utf-8")
