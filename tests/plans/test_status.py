"""``ducha status`` of the shipped campaign on terminals of the usual widths: aligned, folded, nothing cut."""

from __future__ import annotations

import io
import re
from datetime import date

import pytest

from ducha.assess import State, assess, longest_late_first, on_day
from ducha.render.page import Page, Table, width
from ducha.render.pages.status import status_page
from ducha.render.terminal import print_page
from ducha.store import load_plans
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def page() -> Page:
    loaded = load_plans(ROOT / "plans")
    assert loaded.campaign
    assessment = assess(loaded.campaign, loaded.results, on_day(loaded.campaign, None, date(2026, 1, 1)))
    return status_page(assessment, longest_late_first(assessment.select(list(State))), "全部事项")


@pytest.mark.parametrize("cells", [80, 100, 120])
def test_every_line_fits_and_every_table_is_aligned(page: Page, cells: int) -> None:
    for block in page:
        stream = io.StringIO()
        print_page([block], stream, cells)
        lines = stream.getvalue().splitlines()
        assert max(width(line) for line in lines) <= cells
        if isinstance(block, Table):
            assert len({width(line) for line in lines[1:]}) == 1


@pytest.mark.parametrize("cells", [80, 100, 120])
def test_no_letter_is_lost(page: Page, cells: int) -> None:
    for block in page:
        if isinstance(block, Table):
            stream = io.StringIO()
            print_page([block], stream, cells)
            shown = sorted(re.sub(r"[\s─]", "", stream.getvalue()))
            cells_text = "".join(cell for row in block.rows for cell in row)
            headers = "".join(column.header for column in block.columns)
            assert shown == sorted(re.sub(r"\s", "", block.title + headers + cells_text))
