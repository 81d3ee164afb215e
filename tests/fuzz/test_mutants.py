"""However a file is damaged, every command ends in a result, and every problem has a place in the file."""

from __future__ import annotations

import pytest

from tests.fuzz.commands import complaints_of_commands
from tests.fuzz.ground import Ground
from tests.fuzz.guard import hang_guard
from tests.fuzz.judge import judge
from tests.fuzz.mutants import mutant

_TWICE_EVERY = 4
"""of so many mutants, one is checked a second time, which must tell the same"""
_COMMANDS_EVERY = 10
"""of so many mutants, the whole program is run on one"""


def test_every_mutant_ends_in_problems_with_places(batch: range, ground: Ground) -> None:
    failures = []
    for seed in batch:
        damaged = mutant(seed)
        ground.lay(damaged.name, damaged.data)
        with hang_guard(damaged):
            found = judge(ground.directory, again=seed % _TWICE_EVERY == 0).complaints
            if seed % _COMMANDS_EVERY == 0:
                found += complaints_of_commands(ground.directory, seed // _COMMANDS_EVERY)
        if found:
            failures.append("\n".join([*found, str(damaged)]))
    if failures:
        pytest.fail(f"{len(failures)} of {len(batch)} mutants\n\n" + "\n\n".join(failures[:3]), pytrace=False)
