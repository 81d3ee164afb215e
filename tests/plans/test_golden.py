"""The papers of the shipped campaigns, byte for byte; ``pytest --update-golden`` rewrites them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import ROOT, printed

GOLDEN = Path(__file__).parent / "golden"
PLANS = ROOT / "plans"
CAMPAIGNS = ROOT / "tests" / "campaigns"

PAPERS = {
    "bulletin-2013-05.md": ("bulletin", "--month", "5", "--plans", PLANS),
    "bulletin-2013-06.md": ("bulletin", "--month", "6", "--plans", PLANS),
    "weekly-2013-W26.md": ("bulletin", "--week", "26", "--plans", PLANS),
    "quarterly-2013-Q2.md": ("bulletin", "--quarter", "2", "--plans", PLANS),
    "halfyear-2013-H1.md": ("bulletin", "--half", "1", "--plans", PLANS),
    "annual-2013.md": ("bulletin", "--year", "2013", "--plans", PLANS),
    "sanzhua-weekly-2011-W39.md": ("bulletin", "--week", "39", "--plans", CAMPAIGNS / "sanzhua-liangcu"),
    "zhuzhou-quarterly-2015-Q2.md": (
        *("bulletin", "--quarter", "2", "--plan", "projects"),
        *("--plans", CAMPAIGNS / "zhuzhou-2015"),
    ),
    "verify-2013-06-science.md": ("verify", "县科技局", "--month", "6", "--plans", PLANS),
    "verify-2013-06-township.md": ("verify", "新林乡", "--month", "6", "--plans", PLANS),
    "verify-2013-06-office.md": ("verify", "县府办", "--month", "6", "--plans", PLANS),
    "notice-remind.md": ("notice", "县科技局", "--plans", PLANS),
    "notice-supervise.md": ("notice", "县监察局", "--kind", "supervise", "--plans", PLANS),
    "notice-township.md": ("notice", "巧英乡", "--plans", PLANS),
}
"""file → the command that prints it"""


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_is_what_it_was(name: str, request: pytest.FixtureRequest) -> None:
    text, path = printed(*PAPERS[name]), GOLDEN / name
    if request.config.getoption("--update-golden"):
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text


def test_no_golden_file_is_left_over() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == PAPERS.keys()
