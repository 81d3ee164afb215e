"""The visible numbers of rows, there and back."""

from __future__ import annotations

import pytest

from ducha.model.rows import find_row, row_number
from ducha.problems import Path
from tests.conftest import make_plan

PLAN = make_plan(
    milestones=[{"id": name, "title": name} for name in ("a", "b")],
    indicators=[{"id": "area", "title": "面积", "unit": "亩", "target": "9", "due": "12月底"}],
    duties=[{"id": "form", "title": "报表", "who": "国土局", "every": "每月"}],
)


@pytest.mark.parametrize(
    ("place", "number", "name"),
    [
        (("milestones", 1), "8-02", "b"),
        (("indicators", 0, "checkpoints", 3), "8-指01", "area"),
        (("duties", 0), "8-定01", "form"),
    ],
)
def test_a_number_leads_back_to_what_it_was_made_of(place: Path, number: str, name: str) -> None:
    assert row_number(PLAN.number, place) == number
    assert find_row(PLAN, number) == name


def test_a_number_may_be_written_without_its_nought() -> None:
    assert find_row(PLAN, "8-2") == "b"


@pytest.mark.parametrize("number", ["8-03", "8-00", "9-01", "8-指02", "8", "8-", "8-1-1", "2013-002", "land/a"])
def test_what_nothing_of_the_plan_has(number: str) -> None:
    assert find_row(PLAN, number) is None
