"""The reader against a second person's list, made from the specification and from real documents without seeing it.

Where the two differ the list says so: what is a sentence rather than a phrase is ``refused``; the rest is ``taken
otherwise``, as a start without an end may be called open, or a whole year a day.
"""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path
from typing import NamedTuple

from ducha.deadlines import Kind, Reading, read


class Case(NamedTuple):
    """A phrase as it was read by the second person: kind, start, end, strict end and rule of each reading."""

    phrase: str
    year: int
    issued: date | None
    differs: str
    readings: tuple[tuple[str, ...], ...]


def _cases() -> list[Case]:
    lines = (Path(__file__).parent / "second.tsv").read_text(encoding="utf-8").splitlines()
    cases: dict[tuple[str, str, str], Case] = {}
    for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
        issued = date.fromisoformat(row["issued"]) if row["issued"] else None
        empty = Case(row["phrase"], int(row["year"]), issued, row["differs"], ())
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
    same = [case for case in CASES if not case.differs]
    assert len(same) > 530
    for case in same:
        found = _read(case)
        if case.readings[0][0] == Kind.UNRESOLVABLE:
            assert [reading.kind for reading in found] == [Kind.UNRESOLVABLE], case.phrase
        else:
            assert tuple(map(_told, found)) == case.readings, case.phrase


def test_where_they_differ_no_day_is_another() -> None:
    """A refusal says why; what is taken otherwise ends on the same day, or has no end in either list."""
    for case in (case for case in CASES if case.differs):
        found = _read(case)
        if case.differs == "refused":
            assert [reading.kind for reading in found] == [Kind.UNRESOLVABLE], case.phrase
            assert found[0].note, case.phrase
        else:
            ends = {str(reading.end) for reading in found if reading.end}
            assert ends <= {end for _, _, end, _, _ in case.readings} | {f"{case.year}-12-31"}, case.phrase
