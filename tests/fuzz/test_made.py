"""Whatever hypothesis makes up under a plan's own keys, and whatever it writes, is read or told of."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis.strategies import SearchStrategy

from tests.fuzz import made
from tests.fuzz.ground import PLAN, Ground
from tests.fuzz.guard import hang_guard
from tests.fuzz.judge import judge

_SHARE = 40
"""one example for so many mutants"""


@pytest.mark.parametrize(
    ("name", "files"),
    [
        (PLAN, made.plans),
        ("campaign.yaml", made.campaigns),
        ("supervision.yaml", made.records),
        (PLAN, made.texts),
    ],
    ids=["plans", "campaigns", "records", "texts"],
)
def test_anything_ends_in_problems_with_places(
    name: str, files: SearchStrategy[bytes], ground: Ground, pytestconfig: pytest.Config
) -> None:
    examples = max(1, pytestconfig.getoption("--mutants") // _SHARE)

    @settings(max_examples=examples, derandomize=True, database=None)
    @given(data=files)
    def holds(data: bytes) -> None:
        ground.lay(name, data)
        with hang_guard(data):
            assert judge(ground.directory).complaints == []

    holds()
