"""The JSON Schema says what the records say, of a file as an editor reads it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from pydantic import ValidationError

from ducha.model.schema import KINDS, schema_text
from ducha.model.values import Record
from tests.conftest import ROOT

PLANS = ROOT / "plans"
BAD = ROOT / "tests" / "bad"
SCHEMAS: dict[str, dict[str, Any]] = {name: json.loads(schema_text(name)) for name in KINDS}
CHINESE = re.compile("[\u4e00-\u9fff]")

UNSEEN = {
    "DC204-ledger-without-projects": "a schema lets a list be empty, as ducha's records do",
    "DC205-day-of-an-actual": "a schema knows no calendar",
    "DC205-end-of-the-campaign": "a schema knows no calendar",
    "DC205-no-such-day": "a schema knows no calendar",
    "DC206-exponent": "an editor sees the number, not how it was written",
    "DC208-block-of-text": "editors see the line end after the id, but Python's $ overlooks it",
    "DC210-between-reversed": "a schema compares no two values",
    "DC210-floor-is-the-stretch": "a schema compares no two values",
}
"""fixtures that a schema cannot refuse → why"""


class EditorLoader(yaml.SafeLoader):
    """What an editor makes of a file: YAML 1.2 core, in which ``no`` is text and 2013 a number."""


class PlainLoader(yaml.SafeLoader):
    """What ducha makes of it: text, and None where nothing stands."""


_NULL = ("null", r"null|Null|NULL|~|", "nN~")
_CORE = (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    (
        "float",
        r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)",
        "-+.0123456789",
    ),
)
for loader, rules in ((EditorLoader, (_NULL, *_CORE)), (PlainLoader, (_NULL,))):
    loader.yaml_implicit_resolvers = {}
    for name, pattern, first in rules:
        for characters in [*first, ""] if name == "null" else first:
            loader.add_implicit_resolver(f"tag:yaml.org,2002:{name}", re.compile(f"^(?:{pattern})$"), [characters])
EditorLoader.add_constructor(
    "tag:yaml.org,2002:int", lambda loader, node: int(node.value, 0 if node.value[:2] in ("0x", "0o") else 10)
)


def complaints(schema: dict[str, Any], text: str) -> list[str]:
    """What an editor says of a text."""
    return [error.message for error in Draft202012Validator(schema).iter_errors(yaml.load(text, EditorLoader))]


def schema_of(path: Path) -> dict[str, Any]:
    """The schema of a file of that name."""
    return SCHEMAS.get(path.name.split(".")[-2], SCHEMAS["plan"])


@pytest.mark.parametrize("name", KINDS)
def test_the_committed_copy_is_fresh(name: str) -> None:
    path = PLANS / f"{name}.schema.json"
    command = f"python -m ducha schema {name} -o plans/{name}.schema.json"
    assert path.read_text(encoding="utf-8") == schema_text(name), f"run: {command}"


@pytest.mark.parametrize("name", KINDS)
def test_it_is_a_schema(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name])
    assert SCHEMAS[name]["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("name", KINDS)
def test_every_record_and_key_is_explained_in_chinese(name: str) -> None:
    for record in (SCHEMAS[name], *SCHEMAS[name]["$defs"].values()):
        assert record["additionalProperties"] is False
        for said in (record, *record["properties"].values()):
            assert CHINESE.search(said["title"]), said
            assert CHINESE.search(said["description"]), said
            assert len(said["title"]) < 25, said


def test_a_word_of_several_is_explained() -> None:
    for record in (record for schema in SCHEMAS.values() for record in schema["$defs"].values()):
        for said in record["properties"].values():
            for word in said.get("enum", ()):
                assert word in said["description"]


@pytest.mark.parametrize("path", sorted(PLANS.glob("*.yaml")), ids=lambda path: path.stem)
def test_it_takes_every_shipped_file(path: Path) -> None:
    assert complaints(schema_of(path), path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "fixture",
    sorted(path for path in BAD.glob("DC2*") if path.is_file() or any(path.glob("*.yaml"))),
    ids=lambda path: path.stem,
)
def test_it_refuses_what_check_calls_wrong(fixture: Path) -> None:
    files = sorted(fixture.glob("*.yaml")) if fixture.is_dir() else [fixture]
    found = [told for file in files for told in complaints(schema_of(file), file.read_text(encoding="utf-8"))]
    assert bool(found) != (fixture.stem in UNSEEN), found


VALUES = re.split(
    r"\s{2,}",
    """文字  land  inspection  remind  Land_2  must  力争  左右  cumulative  months  each 月  2000亩
    2,000  "8"  no  三  DC404  0  1  8  28  29  010  2013  2213  100000  1000000  15.7  -3  -3.25  true  false  "true"
    2013-06-30  2013-6-30  20130630  1813-06-30  2013-06  2013-13  6月底前  ''  ' '
    []  [县建设局]  [8, land]  [null]  ['']  [[]]  [[县建设局]]  [1]  [1, 2]  [1, 2, 3]  [一, 二]  {}  [{}]  {x: 1}
    [2013-06]  [2013-06, 2013-13]  {2013-06: 文}  {2013-6: 文}  {2013-06: null}
    {day: 2013-06-30}  {day: 昨天}  {day: 2013-06-30, proof: 文}  {day: 2013-06-30, by: 县政府, reason: 换届}
    [{day: 2013-05-30, to: 2013-06-20, by: 县政府, reason: 换届}]
    [{day: 2013-05-30, to: 6月, by: 县政府, reason: 换届}]
    {at_least: 1}  {at_least: 1, at_most: 2}  {floor: 1}  {floor: 2, stretch: 1}  {floor: 1, stretch: 2, equal: 1}
    {between: [1, 2]}  {between: [1]}  {between: 1}  {indicator: land}  {indicator: land, complete: yes}
    {number: 文, issuer: 甲县, issued: 2013-05-08}  {number: 文, issuer: 甲县, issued: 5月8日}
    [{role: 甲}]  [{role: []}]  [{id: 12-3, title: 甲}]  [{id: 12 3, title: 甲}]  [leader, officer]
    {stage: started, kind: 续建}  {started: 2013-06-30}  {total: 97, classes: [{title: 续建, count: 35}]}""",
)
"""Right for some keys and wrong for others."""


def kinds(kind: type[Record] = Record) -> Iterator[type[Record]]:
    for inner in kind.__subclasses__():
        yield inner
        yield from kinds(inner)


def described() -> dict[type[Record], Draft202012Validator]:
    """Every record that a file may hold, with its schema."""
    found = {KINDS[name]: Draft202012Validator(schema) for name, schema in SCHEMAS.items()}
    for kind in kinds():
        for schema in SCHEMAS.values():
            if kind.__name__ in schema["$defs"]:
                reference = {"$ref": f"#/$defs/{kind.__name__}", "$defs": schema["$defs"]}
                found[kind] = Draft202012Validator(reference)
    return found


DESCRIBED = described()

Document = dict[str, str]
"""a record of a file: its keys, and their values as they are written"""


@cache
def read(loader: Any, text: str) -> Any:
    return yaml.load(text, loader)


def seen(document: Document, loader: Any) -> dict[str, Any]:
    return {key: read(loader, value) for key, value in document.items()}


def wrong_keys(kind: type[Record], document: Document) -> set[str]:
    """The keys that the model complains of, "" for the whole record."""
    try:
        kind.model_validate(seen(document, PlainLoader))
    except ValidationError as fault:
        return {str((*error["loc"], "")[0]) for error in fault.errors()}
    return set()


def verdicts(kind: type[Record], document: Document) -> tuple[bool, bool]:
    """Whether the model takes a record, and whether the schema does."""
    return not wrong_keys(kind, document), DESCRIBED[kind].is_valid(seen(document, EditorLoader))


def smallest(kind: type[Record]) -> Document:
    """The keys that a record must have, each with the first value that suits."""
    needed = [key for key, field in kind.model_fields.items() if field.is_required()]
    return {key: next(value for value in VALUES if key not in wrong_keys(kind, {key: value})) for key in needed}


def documents(kind: type[Record]) -> Iterator[Document]:
    """Each key with each value, each needed key left out, and a key nobody knows."""
    least = smallest(kind)
    yield least
    yield {**least, "nosuch": "1"}
    for key in least:
        yield {other: value for other, value in least.items() if other != key}
    for key in kind.model_fields:
        yield from ({**least, key: value} for value in VALUES)


@pytest.mark.parametrize("kind", DESCRIBED, ids=lambda kind: kind.__name__)
def test_it_agrees_with_the_records(kind: type[Record]) -> None:
    """But for ``true`` as text, which wants quotation marks: else editors would propose it for every text."""
    judged = [(document, *verdicts(kind, document)) for document in documents(kind)]
    assert {model for _, model, _ in judged} == {True, False}
    differing = [document for document, model, schema in judged if model != schema]
    assert [document for document in differing if {"true", "false"}.isdisjoint(document.values())] == []


def test_a_key_without_a_value_is_left_out() -> None:
    for kind in DESCRIBED:
        for key in kind.model_fields:
            assert not verdicts(kind, {**smallest(kind), key: "null"})[1], (kind, key)


@pytest.mark.parametrize(
    ("kind", "key", "value", "is_right"),
    [
        ("Completion", "day", "2013-02-30", False),
        ("Target", "at_least", "1e3", False),
        ("Circulation", "worst_cases", "15.", False),
        ("Completion", "proof", "true", True),
    ],
)
def test_where_it_cannot_agree(kind: str, key: str, value: str, is_right: bool) -> None:
    """A schema knows no calendar, and sees a number only after it was read."""
    (record,) = (one for one in DESCRIBED if one.__name__ == kind)
    assert verdicts(record, {**smallest(record), key: value}) == (is_right, not is_right)
