"""The papers of the shipped campaign, byte for byte; ``pytest --update-golden`` rewrites them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import ROOT, Run

GOLDEN = Path(__file__).parent / "golden"
PAPERS = {
    **{f"bulletin-2013-{month:02}": ("bulletin", "--month", month) for month in (5, 6)},
    "verify-2013-06-science": ("verify", "县科技局", "--month", 6),
    "verify-2013-06-township": ("verify", "新林乡", "--month", 6),
    "verify-2013-06-office": ("verify", "县府办", "--month", 6),
}
"""name of a file → the command that prints it"""


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_is_what_it_was(run: Run, name: str, request: pytest.FixtureRequest) -> None:
    text = run(*PAPERS[name], "--plans", ROOT / "plans").out
    path = GOLDEN / f"{name}.md"
    if request.config.getoption("--update-golden"):
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text


def test_no_golden_file_is_left_over() -> None:
    assert sorted(path.stem for path in GOLDEN.iterdir()) == sorted(PAPERS)
