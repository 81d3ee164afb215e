"""An id that was refused is not advised to become another's."""

from __future__ import annotations

from typing import Any

import pytest

from ducha.model.records import Records
from ducha.store.records import validate

TAKEN = "；换一个没有用过的，或删去重复的一处"


def issue(name: str) -> dict[str, Any]:
    """A sound matter but for its id."""
    return {"id": name, "title": "甲", "source": "public", "found": "2013-05-20", "due": "2013-06-20", "lead": "甲镇"}


@pytest.mark.parametrize(
    ("ids", "hints"),
    [
        (["A"], ["写成a"]),
        (["A", "A"], ["写成a", f"写成a也与issues第1项重复{TAKEN}"]),
        (["A", "a"], [f"写成a也与issues第2项重复{TAKEN}"]),
        (["〔2013〕1号", "2013年1号"], ["写成2013-1", f"写成2013-1也与issues第1项重复{TAKEN}"]),
        (["甲", "乙"], ["用小写字母、数字和连字符起名，如land或quota-1415"] * 2),
    ],
)
def test_an_id_that_another_entry_has(ids: list[str], hints: list[str]) -> None:
    found = validate(Records, {"issues": [issue(name) for name in ids]})
    assert [problem.hint for problem in found.problems] == hints


def test_an_id_of_something_that_is_no_entry_is_put_right_alone() -> None:
    found = validate(Records, {"issues": [issue("A"), "a", {"title": "乙"}]})
    assert "写成a" in [problem.hint for problem in found.problems]
