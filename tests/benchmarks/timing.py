"""Whole processes in turns: each round runs every command once, so that a noisy minute hits them all alike."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import IO


@dataclass(slots=True)
class Timings:
    """What the runs of one command took."""

    seconds: list[float] = field(default_factory=list)
    inside: list[float] = field(default_factory=list)
    """what the process itself measured, where it prints that"""
    peak_mb: float = 0.0
    """the largest resident size of any run and of any single process of it"""
    failure: str = ""
    """why there is nothing to tell"""

    @property
    def median(self) -> float:
        """Median seconds of the whole process."""
        return median(self.seconds)

    @property
    def median_inside(self) -> float:
        """Median seconds that the process measured itself."""
        return median(self.inside)


@dataclass(frozen=True, slots=True)
class Command:
    """A program to time; one that ``says_seconds`` prints its own seconds and a count, which must be ``count``."""

    arguments: Sequence[str | Path]
    says_seconds: bool = False
    count: int = 0


def run_in_turns(commands: Mapping[str, Command], rounds: int, scratch: Path, warm_up: bool) -> dict[str, Timings]:
    """Time every command so many rounds, if wanted after one that is not counted; one that fails is not run again."""
    timings = {name: Timings() for name in commands}
    for number in range(-1 if warm_up else 0, rounds):
        for name, command in commands.items():
            if not timings[name].failure:
                timings[name].failure = _run(command, scratch, Timings() if number < 0 else timings[name])
    return timings


def _run(command: Command, scratch: Path, timings: Timings) -> str:
    """Run a command once and return why it failed, if it did."""
    arguments = [str(argument) for argument in command.arguments]
    output = subprocess.PIPE if command.says_seconds else subprocess.DEVNULL
    with (scratch / "stderr").open("w+", encoding="utf-8") as errors:
        start = perf_counter()
        process = subprocess.Popen(arguments, stdout=output, stderr=errors, cwd=scratch, env=environment())
        said = _read(process.stdout) if process.stdout else ""
        _, status, usage = os.wait4(process.pid, 0)  # Popen's own wait would not tell the memory
        seconds = perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            errors.seek(0)
            *_, last = ["", *errors.read().splitlines()]
            return f"exit code {process.returncode}, {last}"
    timings.seconds.append(seconds)
    timings.peak_mb = max(timings.peak_mb, usage.ru_maxrss / 1024)
    return _note_said(command, said, timings) if command.says_seconds else ""


def _read(pipe: IO[bytes]) -> str:
    with pipe:
        return pipe.read().decode()


def _note_said(command: Command, said: str, timings: Timings) -> str:
    seconds, count = said.split()
    timings.inside.append(float(seconds))
    return "" if int(count) == command.count else f"read {count} plans, not {command.count}"


def environment() -> dict[str, str]:
    """The environment of a measured process: without what would change Python or what ``ducha`` reads."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "DUCHA"))}
