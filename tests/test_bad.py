"""Every bad file says inside itself what is wrong with it and where; `check` finds exactly that.

``tests/bad/`` holds one fixture a file (put beside the sound campaign of ``standard/``, in the place of its plan, or
of ``supervision.yaml`` if its name ends so) or a directory (what it lacks comes from there). The expectation is in
the first lines: ``# 应报 DC301 12:9 另见 8:9、09-land.yaml:2:5``, one line a problem; a file without one expects
nothing. ``另见`` names the further places of the same problem.
"""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from ducha.problems import Problem, Severity
from ducha.store import check
from tests.catalogue import BAD, STANDARD, name_of, told_of

CODES = {
    **dict.fromkeys(("DC101", "DC102", "DC103", "DC104", "DC105", "DC106", "DC107"), "error"),
    **dict.fromkeys((f"DC2{number:02}" for number in range(1, 11)), "error"),
    **dict.fromkeys(("DC301", "DC302", "DC304", "DC305", "DC310", "DC401", "DC402", "DC412", "DC413"), "error"),
    **dict.fromkeys(("DC501", "DC502", "DC510", "DC511", "DC512", "DC607", "DC720", "DC721"), "error"),
    **dict.fromkeys((f"DC7{number:02}" for number in range(1, 8)), "error"),
    **dict.fromkeys(("DC730", "DC731", "DC732"), "error"),
    **dict.fromkeys(
        ("DC211", "DC303", "DC306", "DC307", "DC308", "DC403", "DC404", "DC407", "DC409", "DC411", "DC414"), "warning"
    ),
    **dict.fromkeys((f"DC5{number}" for number in range(20, 28)), "error"),
    **dict.fromkeys((f"DC5{number:02}" for number in (*range(3, 10), *range(13, 17), *range(28, 34), 36)), "warning"),
    **dict.fromkeys(("DC601", "DC602", "DC603", "DC604", "DC605", "DC606"), "warning"),
    **dict.fromkeys(("DC608", "DC609", "DC610", "DC611", "DC708", "DC709", "DC710"), "warning"),
    **dict.fromkeys(("DC722", "DC723", "DC724", "DC733", "DC734"), "warning"),
    **dict.fromkeys(("DC309", "DC405", "DC406", "DC408", "DC410", "DC534", "DC535", "DC711", "DC735"), "note"),
}
"""code → how much it matters"""

FIXTURES = sorted(path for path in BAD.iterdir() if path != STANDARD)
LARGEST = 64 * 1024

_ENCODINGS = ("utf-8", "gbk", "utf-16-le", "utf-16-be")
_MARK = b"|".join(re.escape("应报".encode(encoding)) for encoding in _ENCODINGS)
_EXPECTATION = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?# (?:"
    + _MARK
    + rb") (DC\d{3}) (\d+):(\d+)(?: \xe5\x8f\xa6\xe8\xa7\x81 (.+))?"
)
_PLACE = re.compile(r"(?:(?P<file>[^:]+):)?(?P<line>\d+):(?P<column>\d+)")


class Place(NamedTuple):
    """Where in which file."""

    file: str
    line: int | None
    column: int | None


class Finding(NamedTuple):
    """What a problem is compared by."""

    place: Place
    code: str
    related: tuple[Place, ...]


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda path: path.stem)
def test_exactly_what_is_wrong_is_found(fixture: Path) -> None:
    told = told_of(fixture)
    assert sorted(map(_found, told.checked)) == _expected(fixture)
    errors = [_found(problem) for problem in told.checked if problem.severity is Severity.ERROR]
    reported = [problem for problem in told.reported if problem.severity is Severity.ERROR]
    assert list(map(_found, reported)) == errors, "a report finds other errors"
    _say_in_chinese_what_to_do(told.checked, fixture)


def _say_in_chinese_what_to_do(problems: Iterable[Problem], fixture: Path) -> None:
    files = [fixture] if fixture.is_file() else _files(fixture)
    written = "".join(path.read_bytes().decode("utf-8", "replace") for path in [*files, *_files(STANDARD)])
    for problem in problems:
        assert problem.severity == CODES[problem.code]
        for text in (problem.message, problem.hint):
            assert re.search(r"[\u4e00-\u9fff]", text), f"no Chinese: {text!r}"
            assert text == text.strip()
            assert not set("\t\r\n") & set(text), f"not one line: {text!r}"
            assert "{" in written or not set("{}") & set(text), f"a brace left from formatting: {text!r}"
            english = re.search(r"[A-Za-z']+(?: [A-Za-z']+){2,}", text)
            assert english is None or english.group() in written, f"English: {text!r}"


def test_the_standard_campaign_is_sound(tmp_path: Path) -> None:
    shutil.copytree(STANDARD, tmp_path, dirs_exist_ok=True)
    assert check(tmp_path).problems == ()


def test_there_are_enough_fixtures_and_none_is_large() -> None:
    assert len(FIXTURES) >= 400
    assert [path.name for path in _files(BAD) if path.stat().st_size > LARGEST] == []


def test_every_code_has_two_fixtures() -> None:
    fixtures = _fixtures_by_code()
    assert [code for code in CODES if fixtures[code] < 2] == []


def test_no_fixture_expects_a_code_that_does_not_exist() -> None:
    assert _fixtures_by_code().keys() <= CODES.keys()


def _files(directory: Path) -> list[Path]:
    return [path for path in directory.rglob("*") if path.is_file()]


def _found(problem: Problem) -> Finding:
    related = sorted(Place(Path(place.file).name, place.line, place.column) for place in problem.related)
    return Finding(Place(Path(problem.file).name, problem.line, problem.column), problem.code, tuple(related))


@cache
def _expected(fixture: Path) -> list[Finding]:
    """What a fixture expects; a file in a folder of it speaks for the folder, which has no text of its own."""
    if fixture.is_file():
        return sorted(_read(fixture, name_of(fixture)))
    return sorted(finding for path in _files(fixture) for finding in _read(path, path.relative_to(fixture).parts[0]))


def _read(path: Path, name: str) -> list[Finding]:
    findings = []
    for line in path.read_bytes().replace(b"\0", b"").replace(b"\r\n", b"\n").split(b"\n"):
        if not (found := _EXPECTATION.fullmatch(line)):
            break
        code, row, column = (found[group].decode() for group in (1, 2, 3))
        others = found[4].decode().split("、") if found[4] else []
        related = tuple(sorted(_place(other, name) for other in others))
        findings.append(Finding(Place(name, int(row), int(column)), code, related))
    return findings


def _place(text: str, name: str) -> Place:
    found = _PLACE.fullmatch(text)
    assert found, text
    return Place(found["file"] or name, int(found["line"]), int(found["column"]))


@cache
def _fixtures_by_code() -> Counter[str]:
    return Counter(code for fixture in FIXTURES for code in {finding.code for finding in _expected(fixture)})
