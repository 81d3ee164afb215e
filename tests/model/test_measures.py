"""Units of measure: multiples of one another, and what is a rate."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ducha.model.measures import is_percent, is_points, ratio


@pytest.mark.parametrize(
    ("unit", "other", "many"),
    [
        ("亩", "亩", "1"),
        ("平方米", "万平方米", "0.0001"),
        ("万平方米", "平方米", "10000"),
        ("亿元", "万元", "10000"),
        ("百万元", "万元", "100"),
        ("十万亩", "亩", "100000"),
        ("千克", "克", "1000"),
        ("%", "%", "1"),
        ("百分点", "百分点", "1"),
        ("百分点", "分点", None),
        ("亩", "个", None),
        ("亿元", "万美元", None),
        ("万", "亿", None),
    ],
)
def test_how_many_of_one_another_holds(unit: str, other: str, many: str | None) -> None:
    assert ratio(unit, other) == (None if many is None else Decimal(many))


def test_percent_and_points_are_two_things() -> None:
    units = ("%", "％", "百分点", "个百分点", "亩")
    assert [is_percent(unit) for unit in units] == [True, True, False, False, False]
    assert [is_points(unit) for unit in units] == [False, False, True, True, False]
