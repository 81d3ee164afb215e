"""The day on which a figure reached what was asked: at once, while it stays, or when its day had passed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from ducha.assess.amounts import Series, Value
from ducha.assess.figures.reaching import Bar, reached_on, value_on
from ducha.model import Target

DUE = date(2013, 6, 30)


def series(*values: tuple[str, str]) -> Series:
    return tuple(Value(date.fromisoformat(f"2013-{day}"), Decimal(value)) for day, value in values)


def bar(node: str | None = None, **target: Any) -> Bar:
    return Bar(Target.model_validate(target), None if node is None else Decimal(node))


@pytest.mark.parametrize(
    ("asked", "values", "reached"),
    [
        (bar(at_least="5"), [("05-01", "4"), ("05-02", "5"), ("05-03", "6")], "2013-05-02"),
        (bar(at_least="5"), [("05-02", "5"), ("05-03", "4")], "2013-05-02"),
        (bar(at_least="5"), [], None),
        (bar(more_than="5"), [("05-02", "5"), ("05-03", "6")], "2013-05-03"),
        (bar("3", at_least="5"), [("05-02", "3")], "2013-05-02"),
        (bar(equal="5"), [("05-01", "5"), ("05-02", "6"), ("05-03", "5"), ("05-04", "5")], "2013-05-03"),
        (bar(equal="5"), [("05-01", "5"), ("05-02", "6")], None),
        (bar("3", equal="5"), [("05-01", "4")], "2013-05-01"),
    ],
)
def test_what_only_has_to_come_up(asked: Bar, values: list[tuple[str, str]], reached: str | None) -> None:
    found = reached_on(asked, series(*values), DUE, date(2013, 5, 10), waits=False)
    assert (found and str(found)) == reached


@pytest.mark.parametrize(
    ("asked", "values", "holds"),
    [
        (bar(at_most="5"), [("06-01", "9"), ("06-30", "5")], True),
        (bar(at_most="5"), [("06-01", "5"), ("06-30", "6")], False),
        (bar(at_most="5"), [("06-30", "6"), ("07-01", "5")], False),
        (bar(at_most="5"), [("07-01", "5")], False),
        (bar("7", at_most="5"), [("06-01", "7")], True),
        (bar(between=["5", "6"]), [("06-01", "6")], True),
        (bar("4", between=["5", "6"]), [("06-01", "4")], True),
        (bar(rank_within="3"), [("06-01", "3")], True),
    ],
)
def test_what_waits_for_its_day(asked: Bar, values: list[tuple[str, str]], holds: bool) -> None:
    known = series(*values)
    assert reached_on(asked, known, DUE, DUE, waits=True) is None
    assert reached_on(asked, known, None, date(2014, 1, 1), waits=True) is None
    assert reached_on(asked, known, DUE, date(2013, 7, 2), waits=True) == (DUE if holds else None)


def test_what_is_settled_waits_for_nothing() -> None:
    (first,) = series(("03-01", "1"))
    settled = first._replace(settled=Decimal(30))
    assert reached_on(bar(at_least="23"), (settled,), DUE, date(2013, 4, 1), waits=True) == date(2013, 3, 1)
    assert reached_on(bar(at_least="31"), (settled,), DUE, date(2013, 4, 1), waits=True) is None


@pytest.mark.parametrize(
    ("reference", "waits", "value"),
    [("2013-06-30", True, "2"), ("2013-07-01", True, "1"), ("2013-07-01", False, "2")],
)
def test_by_which_value_it_is_judged(reference: str, waits: bool, value: str) -> None:
    """Records of July are not known on 30 June; here they are, so that the day itself makes the difference."""
    known = series(("06-30", "1"), ("07-01", "2"))
    found = value_on(known, DUE, date.fromisoformat(reference), waits=waits)
    assert found
    assert str(found.value) == value
    assert value_on((), DUE, DUE, waits=waits) is None
