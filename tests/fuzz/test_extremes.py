"""What is meant to break a reader of YAML is told of like any other mistake, and in time."""

from __future__ import annotations

from tests.fuzz.extremes import Extreme
from tests.fuzz.ground import Ground
from tests.fuzz.guard import hang_guard
from tests.fuzz.judge import judge


def test_it_is_told_of_with_its_place(extreme: Extreme, ground: Ground) -> None:
    path = ground.lay(extreme.name, extreme.data)
    with hang_guard(extreme.code):
        verdict = judge(ground.directory)
    assert verdict.complaints == []
    codes = [problem.code for problem in verdict.problems if problem.file == str(path)]
    assert codes.count(extreme.code) >= extreme.least, codes[:9]
