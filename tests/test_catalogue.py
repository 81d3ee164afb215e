"""The catalogue is complete and true: its examples have the problem they are given for, and no other."""

from __future__ import annotations

import re

import pytest

from ducha.catalogue import Entry
from ducha.problems import SEVERITIES, Severity
from ducha.store.catalogue import codes, read_entry
from tests.catalogue import PAGE, PLAN, base_plan, page, problems_of

ENTRIES = [read_entry(code) for code in codes()]
SHOWN = [entry for entry in ENTRIES if not entry.prose]

_HAN = "[\u4e00-\u9fff]"
HALF_WIDTH = re.compile(rf"{_HAN}[,;:()!?]|[,;:()!?]{_HAN}")
IGNORE = re.compile("“(ignore: .*?)”")
IGNORABLE = [entry for entry in ENTRIES if IGNORE.search(entry.note)]


def by_code(entry: Entry) -> str:
    return entry.code


def test_every_code_has_an_entry() -> None:
    assert {entry.code for entry in ENTRIES} == SEVERITIES.keys()
    assert [entry.code for entry in ENTRIES] == list(codes())


@pytest.mark.parametrize("entry", SHOWN, ids=by_code)
def test_a_wrong_example_has_this_problem_alone(entry: Entry) -> None:
    assert [problem.code for problem in problems_of(entry, entry.bad)] == [entry.code]


@pytest.mark.parametrize("entry", SHOWN, ids=by_code)
def test_a_right_example_has_no_problem_at_all(entry: Entry) -> None:
    assert problems_of(entry, entry.good) == ()


@pytest.mark.parametrize("entry", IGNORABLE, ids=by_code)
def test_what_a_note_offers_to_ignore_is_ignored(entry: Entry) -> None:
    (line,) = IGNORE.findall(entry.note)
    is_plan = entry.file == "plan"
    example, plan = (f"{entry.bad}{line}\n", PLAN) if is_plan else (entry.bad, f"{base_plan(entry)}{line}\n")
    assert problems_of(entry, example, plan) == ()


def test_every_warning_and_note_in_a_plan_may_be_ignored() -> None:
    others = {entry.code for entry in ENTRIES if entry.severity is not Severity.ERROR} - {e.code for e in IGNORABLE}
    assert others == {
        "DC303",
        "DC308",
        "DC409",
        "DC411",
        "DC414",
        "DC506",
        "DC528",
        "DC529",
        "DC530",
        "DC535",
        "DC608",
        "DC708",
        "DC709",
        "DC710",
        "DC711",
        "DC722",
        "DC723",
        "DC724",
    }  # in campaign.yaml or in the office's own records, which ignore nothing, or to be put right


def test_its_prose_is_whole_sentences_in_full_width() -> None:
    for entry in ENTRIES:
        sentences = [entry.meaning, entry.why, *filter(None, [entry.note])]
        sentences += [entry.bad, entry.good] if entry.prose else []
        for text in sentences:
            assert text.endswith("。"), entry.code
        assert entry.title, entry.code
        for text in (entry.title, *sentences):
            assert not HALF_WIDTH.search(text), entry.code
        assert not entry.title.endswith("。"), entry.code
        assert entry.title not in entry.meaning, entry.code


def test_its_examples_differ_and_are_short() -> None:
    for entry in SHOWN:
        assert entry.bad != entry.good, entry.code
        for example in (entry.bad, entry.good):
            assert 1 <= len(example.strip().splitlines()) <= 12, entry.code


def test_the_page_is_fresh() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run: python -m tests.catalogue"


def test_the_page_names_no_place_of_this_machine() -> None:
    assert "/tmp" not in PAGE.read_text(encoding="utf-8")
