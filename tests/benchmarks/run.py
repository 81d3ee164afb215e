"""``python -m tests.benchmarks.run``: build the wheel, install it and its peers, time them in turns, print ratios.

Every figure is a ratio of medians within one run: whole processes of the installed wheel, output to ``/dev/null``,
take turns for 11 rounds after a warm-up, so that a noisy machine slows both sides of a ratio alike. The plans are
the shipped ones, and synthetic ones of 8 KB (30 milestones, 8 indicators of four levels each); the loader they are
loaded against is PyYAML's ``CSafeLoader`` with plain pydantic models of the same fields, which checks no more than
types, and doorstop checks as many YAML items as the shipped plans have obligations. check-jsonschema holds a fifth as
many plans against the schema that ``ducha schema plan`` prints, and yamllint lints them; both read YAML in pure Python
and one file after another, ``ducha check`` with libyaml, from 60 files on in two processes.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.environments import describe, install_ducha
from tests.benchmarks.measurements import (
    FEW_ROUNDS,
    NOT_INSTALLED,
    Bench,
    time_county,
    time_growth,
    time_phrases,
    time_returns,
    time_shipped_plans,
    time_validators,
)
from tests.benchmarks.report import table, write_into_readme
from tests.benchmarks.timing import Timings

PLANS, ROUNDS = 1_000, 11
QUICK_PLANS = 100


def main() -> int:
    """Measure, print, and write what was asked for; 1 if a command failed that could be installed."""
    options = _options()
    plans, rounds = (QUICK_PLANS, FEW_ROUNDS) if options.quick else (PLANS, ROUNDS)
    with TemporaryDirectory(prefix="ducha-benchmarks-") as scratch:
        bench = Bench(install_ducha(Path(scratch)), Path(scratch), plans, rounds)
        machine = describe(bench.programs)
        timings = _measure(bench, options.large)
    block = f"{table(timings, plans)}\n\n{machine}, medians of {rounds} rounds."
    print("A quick run, to prove that it works; not to be quoted.\n" * options.quick + block)
    if options.json:
        options.json.write_text(_json(timings, plans, machine), encoding="utf-8")
    if options.readme:
        write_into_readme(block)
    return 1 if any(timing.failure and not timing.failure.endswith(NOT_INSTALLED) for timing in timings.values()) else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.run", description="Ratios of medians.")
    parser.add_argument("--quick", action="store_true", help=f"{QUICK_PLANS} plans, {FEW_ROUNDS} rounds")
    parser.add_argument("--large", action="store_true", help="also ten times as many plans")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the raw seconds")
    parser.add_argument("--readme", action="store_true", help="write the table into README.md")
    options = parser.parse_args()
    if options.quick and options.readme:
        parser.error("figures of a quick run are not for the README")
    return options


def _measure(bench: Bench, large: bool) -> dict[str, Timings]:
    timings: dict[str, Timings] = {}
    for measure in _measures(large):
        print(f"{measure.__name__} …", file=sys.stderr)
        timings |= measure(bench)
    return timings


def _measures(large: bool) -> Iterator[Callable[[Bench], dict[str, Timings]]]:
    yield from (time_shipped_plans, time_returns, time_county, time_validators, time_phrases)
    if large:
        yield time_growth


def _json(timings: Mapping[str, Timings], plans: int, machine: str) -> str:
    commands = {
        name: {"median": timing.median if timing.seconds else None, **asdict(timing)}
        for name, timing in timings.items()
    }
    return json.dumps({"machine": machine, "plans": plans, "commands": commands}, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    sys.exit(main())
