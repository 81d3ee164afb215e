"""A target: which way it is held, and what reaches it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from ducha.model import Target


def target(**keys: Any) -> Target:
    return Target.model_validate(keys)


@pytest.mark.parametrize(
    ("keys", "rises", "most", "below", "at", "above"),
    [
        ({"at_least": "5"}, True, None, False, True, True),
        ({"more_than": "5"}, True, None, False, False, True),
        ({"at_most": "5"}, False, "5", True, True, False),
        ({"equal": "5"}, True, "5", False, True, False),
        ({"between": ["5", "6"]}, False, "6", False, True, True),
        ({"rank_within": "5"}, False, "5", True, True, False),
        ({"floor": "5", "stretch": "8"}, True, None, False, True, True),
        ({"floor": "5", "stretch": "3"}, False, "5", True, True, False),
    ],
)
def test_every_way(keys: dict[str, Any], rises: bool, most: str | None, below: bool, at: bool, above: bool) -> None:
    made = target(**keys)
    assert (made.rises, made.most) == (rises, None if most is None else Decimal(most))
    assert [made.is_met(Decimal(value)) for value in ("4", "5", "6")] == [below, at, above]


@pytest.mark.parametrize(
    ("keys", "unit", "is_place"),
    [
        ({"rank_within": "3"}, "件", True),
        ({"floor": "4", "stretch": "3"}, "名", True),
        ({"floor": "4", "stretch": "3"}, "位", True),
        ({"floor": "60", "stretch": "50"}, "件", False),
        ({"floor": "50", "stretch": "60"}, "名", False),
        ({"equal": "10"}, "名", False),
    ],
)
def test_a_place_or_a_number_of_people(keys: dict[str, Any], unit: str, is_place: bool) -> None:
    """保四争三 is of places; 聘请监察专员10名 are people, and 控制在60件以内、力争50件 is a ceiling."""
    assert target(**keys).is_place(unit) is is_place


@pytest.mark.parametrize(
    ("keys", "number", "expected"),
    [
        ({"at_least": "5"}, "8", {"at_least": "8"}),
        ({"more_than": "5"}, "8", {"more_than": "8"}),
        ({"at_most": "5"}, "8", {"at_most": "8"}),
        ({"equal": "5"}, "8", {"equal": "8"}),
    ],
)
def test_a_quota_changes_the_number_and_not_the_demand(
    keys: dict[str, Any], number: str, expected: dict[str, Any]
) -> None:
    made = target(**keys)
    assert made.is_one_number
    assert made.with_number(Decimal(number)) == target(**expected)


@pytest.mark.parametrize("keys", [{"between": ["1", "2"]}, {"rank_within": "3"}, {"floor": "1", "stretch": "2"}])
def test_what_is_no_single_number(keys: dict[str, Any]) -> None:
    assert not target(**keys).is_one_number


@pytest.mark.parametrize(
    ("keys", "stretched"), [({"floor": "4", "stretch": "3"}, "3"), ({"floor": "3", "stretch": "4"}, "4")]
)
def test_the_upper_level(keys: dict[str, Any], stretched: str) -> None:
    made = target(**keys)
    assert made.is_stretched(Decimal(stretched))
    assert not made.is_stretched(made.value)
    assert not target(at_least="1").is_stretched(Decimal(9))


@pytest.mark.parametrize(
    "keys",
    [{}, {"floor": "3"}, {"at_least": "1", "at_most": "2"}, {"floor": "3", "stretch": "3"}, {"between": ["2", "1"]}],
)
def test_what_is_no_target(keys: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        target(**keys)
