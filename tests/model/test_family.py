"""Projects and their sub-items: 101个项目，124个子项 are counted each their own way, and no money twice."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ducha.model.family import families
from ducha.model.project import Stages
from tests.conftest import make_ledger


def found(*projects: dict[str, Any]) -> list[tuple[str, list[str]]]:
    return [(one.project.id, [item.id for _, item in one.items]) for one in families(make_ledger(*projects))]


def test_sub_items_stand_with_their_project_wherever_they_are_written() -> None:
    projects = [{"id": "2-1", "part_of": "2"}, {"id": "1"}, {"id": "2"}, {"id": "2-2", "part_of": "2"}]
    assert found(*projects) == [("1", []), ("2", ["2-1", "2-2"])]


def test_a_project_without_sub_items_counts_as_one() -> None:
    alone, parted = families(make_ledger({"id": "1"}, {"id": "2"}, {"id": "2-1", "part_of": "2"}))
    assert [one.id for _, one in alone.parts] == ["1"]
    assert [one.id for _, one in parted.parts] == ["2-1"]


def test_a_sub_item_of_nothing_stands_for_itself() -> None:
    assert found({"id": "1"}, {"id": "9-1", "part_of": "9"}) == [("1", []), ("9-1", [])]


@pytest.mark.parametrize(
    ("own", "items", "kind"),
    [
        (None, ["续建", "续建"], "续建"),
        (None, ["续建", "新建"], None),
        ("新建", ["续建", "续建"], "新建"),
        ("新建", [None, "续建"], "新建"),
        (None, [], None),
    ],
)
def test_the_class_of_a_project(own: str | None, items: list[str | None], kind: str | None) -> None:
    parts = [{"id": f"1-{at}", "part_of": "1", "kind": one} for at, one in enumerate(items)]
    (family,) = families(make_ledger({"id": "1", "kind": own}, *parts))
    assert family.kind == kind


@pytest.mark.parametrize(
    ("own", "items", "bearers"),
    [
        ({"planned": "300"}, [{}, {}], ["1"]),
        ({"planned": "300"}, [{"planned": "100"}, {}], ["1-0", "1-1"]),
        ({}, [{"invested": [{"day": "2013-06-30", "value": "3"}]}, {}], ["1-0", "1-1"]),
        ({}, [{}], ["1"]),
    ],
)
def test_whose_money_counts(own: dict[str, Any], items: list[dict[str, Any]], bearers: list[str]) -> None:
    parts = [{"id": f"1-{at}", "part_of": "1", **one} for at, one in enumerate(items)]
    (family,) = families(make_ledger({"id": "1", **own}, *parts))
    assert [one.id for _, one in family.bearers] == bearers


@pytest.mark.parametrize(
    ("stages", "stage", "day"),
    [
        ({}, "started", None),
        ({"preliminary": "2013-02-01"}, "started", None),
        ({"preliminary": "2013-02-01"}, "preliminary", "2013-02-01"),
        ({"started": "2013-05-20"}, "preliminary", "2013-05-20"),
        ({"continued": "2013-03-01"}, "started", "2013-03-01"),
        ({"started": "2012-05-20", "continued": "2013-03-01"}, "started", "2012-05-20"),
        ({"operating": "2013-06-20"}, "completed", "2013-06-20"),
        ({"completed": "2013-06-20"}, "operating", None),
    ],
)
def test_who_is_further_has_been_there(stages: dict[str, str], stage: Any, day: str | None) -> None:
    assert Stages.model_validate(stages).reached(stage) == (date.fromisoformat(day) if day else None)


STOP = {"day": "2013-06-10", "by": "县政府", "reason": "选址调整"}


@pytest.mark.parametrize(
    ("first", "second", "started", "completed"),
    [
        ({"started": "2013-03-01"}, {}, "2013-03-01", None),
        ({"started": "2013-03-01"}, {"started": "2013-02-20"}, "2013-02-20", None),
        ({"completed": "2013-06-01"}, {"completed": "2013-06-20"}, "2013-06-01", "2013-06-20"),
        ({"completed": "2013-06-01"}, {"started": "2013-02-20"}, "2013-02-20", None),
        ({}, {}, None, None),
    ],
)
def test_a_project_begins_with_the_first_of_its_sub_items_and_ends_with_the_last(
    first: dict[str, str], second: dict[str, str], started: str | None, completed: str | None
) -> None:
    items = [{"id": "1-1", "part_of": "1", "stages": first}, {"id": "1-2", "part_of": "1", "stages": second}]
    (family,) = families(make_ledger({"id": "1"}, *items))
    days = [family.reached("started"), family.reached("completed")]
    assert [day and day.isoformat() for day in days] == [started, completed]


def test_a_sub_item_that_was_stopped_holds_nothing_up() -> None:
    done = {"id": "1-1", "part_of": "1", "stages": {"completed": "2013-06-01"}}
    stopped = {"id": "1-2", "part_of": "1", "stopped": STOP}
    (family,) = families(make_ledger({"id": "1"}, done, stopped))
    assert family.reached("completed") == date(2013, 6, 10)
    (family,) = families(make_ledger({"id": "1"}, stopped))
    assert family.reached("completed") is None


def test_what_the_project_itself_says_comes_first() -> None:
    item = {"id": "1-1", "part_of": "1", "stages": {"completed": "2013-06-01"}}
    (family,) = families(make_ledger({"id": "1", "stages": {"completed": "2013-06-25"}}, item))
    assert family.reached("completed") == date(2013, 6, 25)
