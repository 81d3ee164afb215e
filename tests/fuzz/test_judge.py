"""The judge would notice: places that are not there, words that are missing; and a seed is always the same file."""

from __future__ import annotations

from hashlib import sha256

import pytest

from ducha.problems import Problem, Spot
from tests.fuzz.bytewise import BYTEWISE
from tests.fuzz.judge import wrong_with
from tests.fuzz.lines import lines_of, wrong_with_spot
from tests.fuzz.linewise import LINEWISE
from tests.fuzz.mutants import mutant

FILES = {"a.yaml": (0, b"\xef\xbb\xbfid: a\r\nlead: \xe7\x9d\xa3\rx\n")}


def test_lines_are_those_of_an_editor() -> None:
    assert lines_of(FILES["a.yaml"][1]) == ["id: a", "lead: 督", "x", ""]


@pytest.mark.parametrize(
    ("spot", "wrong"),
    [
        (Spot("a.yaml", 4, 1), ""),
        (Spot("a.yaml", 2, 7, 1, "lead: 督"), ""),
        (Spot("a.yaml", 2, 8), ""),
        (Spot("a.yaml", 5, 1), "no line 5, the last is 4"),
        (Spot("a.yaml", 0, 1), "no line 0, the last is 4"),
        (Spot("a.yaml", 2, 9), "no column 9, the line has 7"),
        (Spot("a.yaml", 2, 7, 2), "2 characters from column 7, the line has 7"),
        (Spot("a.yaml", 2, 7, 1, "lead: 查"), "the line is not 'lead: 查'"),
    ],
)
def test_a_place_that_is_not_there_is_noticed(spot: Spot, wrong: str) -> None:
    assert wrong_with_spot(spot, lines_of(FILES["a.yaml"][1])) == wrong


@pytest.mark.parametrize(
    "problem",
    [
        Problem("DC101", "错", "", spot=Spot("a.yaml")),
        Problem("DC101", "", "改", spot=Spot("a.yaml")),
        Problem("DC999", "错", "改", spot=Spot("a.yaml")),
        Problem("DC101", "错", "改", spot=Spot("b.yaml")),
        Problem("DC101", "错", "改", spot=Spot("a.yaml"), related=(Spot("a.yaml", 9),)),
    ],
    ids=["hint", "message", "code", "file", "related"],
)
def test_a_problem_that_lacks_something_is_noticed(problem: Problem) -> None:
    assert len(list(wrong_with([problem], FILES))) == 1


def test_a_seed_is_always_the_same_file() -> None:
    digest = sha256(b"".join(mutant(seed).data for seed in range(50))).hexdigest()
    assert digest == sha256(b"".join(mutant(seed).data for seed in range(50))).hexdigest()
    assert len({mutant(seed).data for seed in range(50)}) > 45


def test_every_kind_of_damage_is_done() -> None:
    done = {kind for seed in range(500) for kind in mutant(seed).kinds}
    assert done == {change.__name__ for change in (*BYTEWISE, *LINEWISE)}
