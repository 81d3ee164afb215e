"""Which commands are timed together, and on which plans."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.benchmarks.county import generate
from tests.benchmarks.environments import CHECK_JSONSCHEMA, DOORSTOP, ROOT, YAMLLINT, install_peer
from tests.benchmarks.phrases import phrases
from tests.benchmarks.requirements import CHECK, count_items_read, read_obligations, write_items
from tests.benchmarks.sending import write_plans
from tests.benchmarks.timing import Command, Timings, run_in_turns
from tests.benchmarks.validators import lint, validate_with_schema

FEW_ROUNDS = 3
"""enough to prove that everything works, and for growth, which noise hardly moves"""

NOT_INSTALLED = "could not be installed"
"""ends the failure of a peer that is not here"""

VALIDATED = 5
"""the tools that read any YAML file take half a minute for a fifth of a county"""

PHRASES = ROOT / "tests" / "deadlines" / "phrases.txt"

_HERE = Path(__file__).parent
_MONTH = ("--month", "6")


@dataclass(frozen=True, slots=True)
class Bench:
    """An installed ``ducha``, a folder to work in, how many plans a county has and how often each command runs.

    Many rounds are worth a warm-up before them; a few only prove that everything works.
    """

    programs: Path
    scratch: Path
    plans: int
    rounds: int

    def time(self, commands: Mapping[str, Command]) -> dict[str, Timings]:
        """Time commands in turns."""
        return run_in_turns(commands, self.rounds, self.scratch, warm_up=self.rounds > FEW_ROUNDS)

    def ducha(self, *arguments: str | Path) -> Command:
        """A command line of ``ducha``."""
        return Command((self.programs / "ducha", *arguments))

    def python(self, *arguments: str | Path, says_seconds: bool = False) -> Command:
        """A program for the Python that ``ducha`` is installed in; ``-P`` keeps this folder out of its imports."""
        return Command((self.programs / "python", "-P", *arguments), says_seconds, self.plans)


def time_shipped_plans(bench: Bench) -> dict[str, Timings]:
    """A bare Python, ``ducha`` on the plans of the checkout, and doorstop on as many items."""
    plans = ROOT / "plans"
    commands = {
        "pass": bench.python("-c", "pass"),
        "version": bench.ducha("--version"),
        "status-12": bench.ducha("status", "--plans", plans),
        "bulletin-12": bench.ducha("bulletin", *_MONTH, "--plans", plans),
    }
    add_doorstop = partial(_doorstop_check, bench, plans)
    return _add_peer(commands, bench, DOORSTOP, add_doorstop) | bench.time(commands)


def _add_peer(
    commands: dict[str, Command], bench: Bench, requirement: str, command: Callable[[Path], Command]
) -> dict[str, Timings]:
    """Install a peer and add what it is timed with, or return why it is not timed."""
    name, _, _ = requirement.partition("==")
    program = install_peer(bench.scratch, requirement)
    if program is None:
        return {name: Timings(failure=f"{name} {NOT_INSTALLED}")}
    commands[name] = command(program)
    return {}


def _doorstop_check(bench: Bench, plans: Path, doorstop: Path) -> Command:
    repository = bench.scratch / "items"
    obligations = read_obligations(bench.programs / "ducha", plans)
    write_items(obligations, repository)
    if (read := count_items_read(doorstop, repository)) != len(obligations):
        raise RuntimeError(f"doorstop read {read} of {len(obligations)} items")
    return Command((doorstop, *CHECK, "-j", repository))


def time_returns(bench: Bench) -> dict[str, Timings]:
    """``status`` on the shipped plans with and without sixty units' monthly returns of a year for twelve duties."""
    with_returns, without = bench.scratch / "sending", bench.scratch / "silent"
    write_plans(ROOT / "plans", with_returns, with_returns=True)
    write_plans(ROOT / "plans", without, with_returns=False)
    commands = {
        "status-returns": bench.ducha("status", "--plans", with_returns),
        "status-without": bench.ducha("status", "--plans", without),
    }
    return bench.time(commands)


def time_county(bench: Bench) -> dict[str, Timings]:
    """Loading a generated county, against the loader most people would write, and the commands on it."""
    county = bench.scratch / "county"
    generate(county, bench.plans)
    commands = {
        "load": bench.python(_HERE / "ours.py", county, says_seconds=True),
        "load-peer": bench.python(_HERE / "peer.py", county, says_seconds=True),
        "status": bench.ducha("status", "--plans", county),
        "check": bench.ducha("check", "--plans", county),
        "status-month": bench.ducha("status", *_MONTH, "--plans", county),
        "bulletin-month": bench.ducha("bulletin", *_MONTH, "--plans", county),
    }
    return bench.time(commands)


def time_validators(bench: Bench) -> dict[str, Timings]:
    """``check`` and the tools for YAML files of any kind on a fifth as many plans; a few runs, no warm-up."""
    county = bench.scratch / "validated"
    generate(county, bench.plans // VALIDATED)
    commands = {"check-validated": bench.ducha("check", "--plans", county)}
    validate = partial(validate_with_schema, ducha=bench.programs / "ducha", county=county)
    missing = _add_peer(commands, bench, CHECK_JSONSCHEMA, validate)
    missing |= _add_peer(commands, bench, YAMLLINT, partial(lint, county=county))
    return missing | run_in_turns(commands, FEW_ROUNDS, bench.scratch, warm_up=False)


def time_phrases(bench: Bench) -> dict[str, Timings]:
    """Reading every phrase of the published table, against as many days read by the standard library."""
    script, count = _HERE / "phrases.py", len(phrases(PHRASES))
    command = bench.python(script, PHRASES)
    commands = {
        "phrases": Command(command.arguments, True, count),
        "strptime": Command((*command.arguments, "strptime"), True, count),
    }
    return bench.time(commands)


def time_growth(bench: Bench) -> dict[str, Timings]:
    """``status`` on the county and on one of ten times as many plans, and ``check`` on that; a few runs, no warm-up."""
    county, large = bench.scratch / "county", bench.scratch / "large"
    generate(large, 10 * bench.plans)
    commands = {
        "status-growth": bench.ducha("status", "--plans", county),
        "status-large": bench.ducha("status", "--plans", large),
        "check-large": bench.ducha("check", "--plans", large),
    }
    return run_in_turns(commands, FEW_ROUNDS, bench.scratch, warm_up=False)
