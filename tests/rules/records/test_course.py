"""The days of a matter: each at its edge and one day beyond, and one wrong day told of once."""

from __future__ import annotations

from typing import Any

import pytest

from tests.rules.records.office import errors, make_records

Entry = dict[str, Any]


def closed(*days: str, **more: str) -> list[Entry]:
    """Closings on some days of 2013."""
    return [{"day": f"2013-{day}", **{key: f"2013-{value}" for key, value in more.items()}} for day in days]


def reopened(*days: str) -> list[Entry]:
    """Reopenings on some days, with a limit far off."""
    return [{"day": f"2013-{day}", "due": "2013-12-31", "reason": "反弹"} for day in days]


def rechecked(*days: str) -> list[Entry]:
    """Looks back on some days."""
    return [{"day": f"2013-{day}", "passed": "true"} for day in days]


def urged(*days: str) -> list[Entry]:
    """Reminders on some days."""
    return [{"day": f"2013-{day}"} for day in days]


def wrong(**keys: Any) -> list[tuple[str | int, ...]]:
    """The places of the wrong days of an issue that was found on 20 May and is due on 20 June."""
    found = errors(make_records(keys))
    assert {code for code, _ in found} <= {"DC704"}
    return [path[2:] for _, path in found]


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({"assigned": "2013-05-20"}, []),
        ({"assigned": "2013-05-19"}, [("assigned",)]),
        ({"assigned": "2013-06-20"}, []),
        ({"assigned": "2013-06-21"}, [("due",)]),
        ({"due": "2013-05-20"}, []),
        ({"due": "2013-05-19"}, [("due",)]),
        ({"closings": closed("05-20")}, []),
        ({"closings": closed("05-19")}, [("closings", 0, "day")]),
        ({"assigned": "2013-05-22", "closings": closed("05-21")}, [("closings", 0, "day")]),
        ({"closings": closed("06-10", finished="06-10")}, []),
        ({"closings": closed("06-10", finished="06-11")}, [("closings", 0, "finished")]),
        ({"closings": closed("06-10", finished="05-20")}, []),
        ({"closings": closed("06-10", finished="05-19")}, [("closings", 0, "finished")]),
        ({"assigned": "2013-05-22", "closings": closed("06-10", finished="05-21")}, []),
    ],
)
def test_the_first_round(keys: Entry, expected: list[Any]) -> None:
    assert wrong(**keys) == expected


@pytest.mark.parametrize(
    ("closings", "reopenings", "expected"),
    [
        (closed("06-10", "06-20"), reopened("06-10"), []),
        (closed("06-10", "06-20"), reopened("06-20"), []),
        (closed("06-20", "06-10"), reopened("06-15"), []),
        (closed("06-10", "06-20"), [], [("closings", 1, "day")]),
        (closed("06-10", "06-20", "06-25"), reopened("06-15"), [("closings", 2, "day")]),
        (closed("06-10", "06-20", "06-25"), reopened("06-22"), [("closings", 1, "day")]),
        (closed("06-10", "06-10", "06-10"), reopened("06-10"), [("closings", 2, "day")]),
        (closed("06-10"), reopened("06-09"), [("reopenings", 0, "day")]),
        ([], reopened("06-09"), [("reopenings", 0, "day")]),
        (closed("06-10"), reopened("06-10", "06-11"), [("reopenings", 1, "day")]),
        (closed("06-10"), reopened("06-09", "06-11"), [("reopenings", 0, "day")]),
    ],
)
def test_closings_and_reopenings_take_turns(
    closings: list[Entry], reopenings: list[Entry], expected: list[Any]
) -> None:
    assert wrong(closings=closings, reopenings=reopenings) == expected


@pytest.mark.parametrize(
    ("day", "is_right"),
    [
        ("05-19", False),
        ("05-20", True),
        ("06-10", True),
        ("06-11", False),
        ("06-14", False),
        ("06-15", True),
        ("06-20", True),
        ("06-21", False),
    ],
)
@pytest.mark.parametrize("key", ["urgings", "feedback", "extensions"])
def test_nothing_is_done_to_what_is_not_open(key: str, day: str, is_right: bool) -> None:
    more = {"feedback": {"text": "已办"}, "extensions": {"to": "2013-12-31", "by": "县政府", "reason": "雨"}}
    entry = {"day": f"2013-{day}", **more.get(key, {})}
    found = wrong(closings=closed("06-10", "06-20"), reopenings=reopened("06-15"), **{key: [entry]})
    assert found == ([] if is_right else [(key, 0, "day")])


@pytest.mark.parametrize(
    ("day", "is_right"),
    [("06-09", False), ("06-10", True), ("06-15", True), ("06-16", False), ("06-20", True), ("06-30", True)],
)
def test_only_what_is_closed_is_looked_back_at(day: str, is_right: bool) -> None:
    found = wrong(closings=closed("06-10", "06-20"), reopenings=reopened("06-15"), rechecks=rechecked(day))
    assert found == ([] if is_right else [("rechecks", 0, "day")])


def test_what_was_never_closed_is_told_of_once() -> None:
    assert wrong(rechecks=rechecked("06-16", "06-09")) == [("rechecks", 1, "day")]
    assert wrong(rechecks=rechecked("06-09"), reopenings=reopened("06-10")) == [("reopenings", 0, "day")]


def test_the_limit_of_a_reopening() -> None:
    again = {"day": "2013-06-15", "reason": "反弹"}
    assert wrong(closings=closed("06-10"), reopenings=[{**again, "due": "2013-06-15"}]) == []
    assert wrong(closings=closed("06-10"), reopenings=[{**again, "due": "2013-06-14"}]) == [("reopenings", 0, "due")]


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        ({"found": "2031-05-20", "closings": closed("06-10"), "urgings": urged("06-01")}, ("found",)),
        ({"assigned": "2013-07-21", "closings": closed("06-10"), "urgings": urged("06-01")}, ("assigned",)),
        ({"closings": closed("04-10"), "urgings": urged("06-01", "06-05")}, ("closings", 0, "day")),
        (
            {"closings": [{"day": "2031-06-10"}], "reopenings": reopened("06-15"), "rechecks": rechecked("06-14")},
            ("closings", 0, "day"),
        ),
        (
            {"closings": closed("06-10", "06-20"), "reopenings": reopened("07-15"), "urgings": urged("06-18")},
            ("reopenings", 0, "day"),
        ),
        ({"closings": closed("06-10"), "urgings": urged("06-11", "06-12", "06-13")}, ("closings", 0, "day")),
    ],
)
def test_one_wrong_day_is_told_of_once_and_where_it_stands(keys: Entry, place: tuple[str | int, ...]) -> None:
    assert wrong(**keys) == [place]
