"""One value of a shipped plan made wrong is one problem, at that value, that says what to write instead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, get_args

import pytest

from ducha.advice.keys import field_at
from ducha.model import Plan, Target
from ducha.problems import Path as DataPath
from ducha.problems import Problem
from ducha.store.head import Head
from ducha.store.outcome import read_plan
from ducha.store.syntax.careful import Place, find_places
from ducha.store.syntax.faults import Mark
from ducha.store.syntax.recovery import careful_data
from ducha.store.syntax.text import lines_of
from tests.conftest import ROOT

PLANS = sorted((ROOT / "plans").glob("[01]*.yaml"))
EACH = 1
"""values of one kind that are tried where only a few mutants are asked for"""
MANY = 8
"""values of one kind that are tried in each plan where many mutants are"""
_TRIED = Counter[str]()
"""how many of each kind have been, in all plans"""


class Change(NamedTuple):
    """Other words in the place of some."""

    mark: Mark
    words: str
    code: str


def _changes(text: str) -> Iterator[tuple[str, Change]]:
    """Yield every change with the kind of value it changes: ``milestones.done.day``."""
    for path, place in find_places(text).items():
        if not path:
            continue
        kind = ".".join(step for step in path if isinstance(step, str))
        if isinstance(path[-1], str) and path[:1] != ("narratives",):
            yield f"{kind} as a key", Change(place.key, f"{path[-1]}x", "DC201")
        value = _value(text, path)
        if isinstance(value, str) and place.value.length:
            code, words = _wrong_words(path, value)
            yield f"{kind} {code}", Change(place.value, words, code)
            if isinstance(path[-1], str) and _ends_its_line(text, place.value):
                yield f"{kind} in an open quotation", Change(place.value, f'"{value}', "DC103")
                yield f"{kind} after a full-width colon", _full_width(place)


def _ends_its_line(text: str, mark: Mark) -> bool:
    return len(text.split("\n")[mark.line - 1]) == mark.column - 1 + mark.length


def _full_width(place: Place) -> Change:
    """The colon and the blank behind a key as an input method leaves them."""
    mark = Mark(place.key.line, place.key.column + place.key.length, 2)
    return Change(mark, "：", "DC107")


def _value(text: str, path: DataPath) -> Any:
    data = _data(text)
    for step in path:
        data = data[step]
    return data


@cache
def _data(text: str) -> Any:
    return careful_data(text).data


_UNITS = ("lead", "responsible", "support", "who", "to", "by", "through", "each")
_WRONG = {
    **dict.fromkeys(("due", "since", "until", "when"), ("DC401", "入冬前")),
    **dict.fromkeys(("strength", "measure", "pace", "qualifier", "complete", "apart"), ("DC207", "也许")),
    "every": ("DC401", "偶尔"),
    "period": ("DC205", "上一期"),
    "phase": ("DC304", "nowhere"),
    "indicator": ("DC305", "nothing"),
    "base": ("DC203", "[2012年]"),
    "code": ("DC607", "DC999"),
    **dict.fromkeys(("done", "begun"), ("DC205", "2013-02-30")),
    "id": ("DC208", "土地"),
}
"""key → the code that tells of some words it cannot have"""
_WRONG_KINDS = {
    date: ("DC205", "2013-02-30"),
    Decimal: ("DC206", "八百"),
    Target: ("DC206", "八百"),
    int: ("DC206", "八"),
}


def _wrong_words(path: DataPath, value: str) -> tuple[str, str]:
    """Return words that a value cannot have, and the code that says so."""
    keys = [step for step in path if isinstance(step, str)]
    field = field_at(Plan, path) if path[0] != "narratives" else None
    for kind in _annotations(field.annotation) if field else ():
        if kind in _WRONG_KINDS:
            return _WRONG_KINDS[kind]
    if keys[-1] in _UNITS and not {"extensions", "stopped", "reports"} & set(keys):
        return "DC302", f"{value}据点"
    return _WRONG.get(keys[-1], ("DC203", "{a: 甲}"))


def _annotations(annotation: Any) -> Iterator[Any]:
    yield annotation
    for part in get_args(annotation):
        yield from _annotations(part)


def _changed(text: str, change: Change) -> str:
    lines = text.split("\n")
    line, at = lines[change.mark.line - 1], change.mark.column - 1
    lines[change.mark.line - 1] = line[:at] + change.words + line[at + change.mark.length :]
    return "\n".join(lines)


@cache
def _head() -> Head:
    return Head(ROOT / "plans" / "campaign.yaml", date(2013, 7, 1))


def _problems(path: Path) -> Counter[tuple[str, str]]:
    return Counter((problem.code, problem.message) for problem in _read(path))


def _read(path: Path) -> tuple[Problem, ...]:
    return read_plan(_head(), lambda plan, where: None, path).problems


@pytest.mark.parametrize("plan", PLANS, ids=lambda path: path.stem)
def test_one_wrong_value_is_one_problem_there(plan: Path, tmp_path: Path, pytestconfig: pytest.Config) -> None:
    text = plan.read_text(encoding="utf-8")
    assert len(lines_of(text)) == text.count("\n") + 1
    before = _problems(plan)
    is_full = pytestconfig.getoption("mutants") >= 10_000
    each, tried = (MANY, Counter[str]()) if is_full else (EACH, _TRIED)
    for kind, change in _changes(text):
        tried[kind] += 1
        if tried[kind] > each:
            continue
        path = tmp_path / plan.name
        path.write_text(_changed(text, change), encoding="utf-8")
        new = [problem for problem in _read(path) if (problem.code, problem.message) not in before]
        told = [(problem.code, problem.line, problem.column, problem.message) for problem in new]
        assert [one[:3] for one in told] == [(change.code, *change.mark[:2])], (kind, change, told)
        assert new[0].hint, (kind, change)
    assert len(tried) > 20
