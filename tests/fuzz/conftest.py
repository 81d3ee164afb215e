"""How many mutants there are, how large the extremes, and the directory they are laid into."""

from __future__ import annotations

import pytest

from tests.fuzz.extremes import extremes
from tests.fuzz.ground import Ground

BATCH = 100
FULL = 10_000
"""mutants from which the extremes are as large as they come; an ordinary run makes do with much less"""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    wanted = metafunc.config.getoption("--mutants")
    if "batch" in metafunc.fixturenames:
        starts = range(0, wanted, BATCH)
        metafunc.parametrize("batch", [range(start, min(start + BATCH, wanted)) for start in starts], ids=str)
    if "extreme" in metafunc.fixturenames:
        known = extremes(many=50_000 if wanted >= FULL else 200)
        metafunc.parametrize("extreme", known.values(), ids=known)


@pytest.fixture(scope="session")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    """One directory for every damaged file."""
    return Ground(tmp_path_factory.mktemp("fuzz"))
