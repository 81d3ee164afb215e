"""The published table: every form reads as it says, and the page made from it is fresh."""

from __future__ import annotations

from collections import Counter

import pytest

from ducha.deadlines import Kind
from tests.phrases import PAGE, cases, page, read_case, shown

CASES = list(cases())


@pytest.mark.parametrize("family", dict.fromkeys(case.family for case in CASES))
def test_it_reads_as_published(family: str) -> None:
    found, published = {}, {}
    for case in (case for case in CASES if case.family == family):
        readings = read_case(case.phrase)
        notes = dict.fromkeys(reading.note for reading in readings if reading.note)
        found[case.phrase] = (" + ".join(map(shown, readings)), "；".join(notes))
        published[case.phrase] = (case.shown, case.note)
    assert found == published


def test_the_table_is_long_and_names_each_phrase_once() -> None:
    assert len(CASES) >= 200
    assert max(Counter(case.phrase for case in CASES).values()) == 1


def test_what_cannot_be_read_says_why() -> None:
    assert all(case.note for case in CASES if case.shown == "?")
    for case in CASES:
        for reading in read_case(case.phrase):
            assert (reading.kind is Kind.RECURRENCE) == bool(reading.rrule)
            assert reading.kind is not Kind.UNRESOLVABLE or (reading.start, reading.end) == (None, None)


def test_the_page_is_fresh() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run: python -m tests.phrases"
