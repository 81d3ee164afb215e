"""The reader against a second person's list, made from the specification and from real documents without seeing it.

Where the two differ the list has our reading beside theirs: whole sentences are refused (?), and some things are
called otherwise, as a start without an end may be called open, or a whole year a day.
"""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path
from typing import NamedTuple

from ducha.deadlines import Kind, Reading, read
from tests.phrases import shown


class Case(NamedTuple):
    """A phrase as it was read by the second person: kind, start, end, strict end and rule of each reading."""

    phrase: str
    year: int
    issued: date | None
    ours: str
    readings: tuple[tuple[str, ...], ...]


def _cases() -> list[Case]:
    lines = (Path(__file__).parent / "second.tsv").read_text(encoding="utf-8").splitlines()
    cases: dict[tuple[str, str, str], Case] = {}
    for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
        issued = date.fromisoformat(row["issued"]) if row["issued"] else None
        empty = Case(row["phrase"], int(row["year"]), issued, row["ours"], ())
        case = cases.get(key := (row["phrase"], row["year"], row["issued"]), empty)
        reading = tuple(row[name] for name in ("kind", "start", "end", "strict_end", "rrule"))
        cases[key] = case._replace(readings=(*case.readings, reading))
    return list(cases.values())


CASES = _cases()


def _read(case: Case) -> tuple[Reading, ...]:
    span = date(case.year, 1, 1), date(case.year, 12, 31)
    return read(case.phrase, year=case.year, issued=case.issued, campaign=span)


def _told(reading: Reading) -> tuple[str, ...]:
    start = None if reading.kind is Kind.DAY else reading.start
    return reading.kind, *(str(value or "") for value in (start, reading.end, reading.strict_end, reading.rrule))


def test_both_read_the_same() -> None:
    same = [case for case in CASES if not case.ours]
    assert len(same) > 530
    for case in same:
        found = _read(case)
        if case.readings[0][0] == Kind.UNRESOLVABLE:
            assert [reading.kind for reading in found] == [Kind.UNRESOLVABLE], case.phrase
        else:
            assert tuple(map(_told, found)) == case.readings, case.phrase


def test_where_they_differ_it_is_as_it_was_judged() -> None:
    different = [case for case in CASES if case.ours]
    assert {case.phrase: " + ".join(map(shown, _read(case))) for case in different} == {
        case.phrase: case.ours for case in different
    }
    for case in different:
        assert all(reading.note for reading in _read(case) if reading.kind is Kind.UNRESOLVABLE), case.phrase
