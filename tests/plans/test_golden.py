"""The bulletins of the shipped campaign, byte for byte; ``pytest --update-golden`` rewrites them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import ROOT, Run

GOLDEN = Path(__file__).parent / "golden"
MONTHS = (5, 6)


@pytest.mark.parametrize("month", MONTHS)
def test_a_bulletin_is_what_it_was(run: Run, month: int, request: pytest.FixtureRequest) -> None:
    text = run("bulletin", "--month", month, "--plans", ROOT / "plans").out
    path = GOLDEN / f"bulletin-2013-{month:02}.md"
    if request.config.getoption("--update-golden"):
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text


def test_no_golden_file_is_left_over() -> None:
    assert sorted(path.name for path in GOLDEN.iterdir()) == [f"bulletin-2013-{month:02}.md" for month in MONTHS]
