"""The strict reader of YAML: what stays text, what is refused and where."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from yaml import YAMLError

from ducha.store.quick import DEEPEST, Irregular, quick_data
from ducha.store.yamltext import Place, YamlFault, _Builder, parse, parse_places
from tests.conftest import ROOT


@pytest.mark.parametrize(
    "scalar", ["no", "on", "yes", "010", "007", "12:30", "1_000", "1e3", "2026-02-30", "=", "true", "0x1F"]
)
def test_every_scalar_stays_text(scalar: str) -> None:
    assert parse(f"a: {scalar}") == {"a": scalar}


@pytest.mark.parametrize("nothing", ["", "~", "null"])
def test_nothing_is_none_unless_quoted(nothing: str) -> None:
    assert parse(f"a: {nothing}") == {"a": None}
    assert parse(f'a: "{nothing}"') == {"a": nothing}


def test_shapes() -> None:
    assert parse("a: {b: [x, {c: d}]}\ne:\n  - f\n  - [g]\n") == {"a": {"b": ["x", {"c": "d"}]}, "e": ["f", ["g"]]}
    assert parse("--- # 注释\na: 1\n...\n") == {"a": "1"}
    assert parse("a: 1\r\nb: 2\r\n") == {"a": "1", "b": "2"}
    assert parse("只有一句话") == "只有一句话"


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("", "DC103", 1, 1),
        ("# 只有注释\n", "DC103", 2, 1),
        ("a: 1\nb: 2\na: 3\n", "DC104", 3, 1),
        ("x: {a: 1, a: 2}\n", "DC104", 1, 11),
        ("a: &x 1\n", "DC105", 1, 4),
        ("a: *b\n", "DC105", 1, 4),
        ("a: !!python/object/apply:os.system [ls]\n", "DC105", 1, 4),
        ("a: !!int 1\n", "DC105", 1, 4),
        ("a: 1\n---\nb: 2\n", "DC105", 2, 1),
        ("? [a]\n: 1\n", "DC103", 1, 3),
        ("a: 督查: 第二批\n", "DC103", 1, 6),
        ("a: @张三\n", "DC103", 1, 4),
        ("a: [1, 2\n", "DC103", 2, 1),
        ("a:\n\tb: 1\n", "DC103", 2, 1),
        ("标题：x\nb: 1\n", "DC103", 2, 2),
        ("a: 1\x00\n", "DC103", 1, 5),
        ("a: \ud800\n", "DC103", 1, 4),
        ("[" * 100_000, "DC105", 1, DEEPEST + 2),
        ("{a: " * 30_000, "DC105", 1, 4 * DEEPEST + 5),
        ("- " * 30_000, "DC105", 1, 2 * DEEPEST + 3),
    ],
)
def test_what_a_plan_may_not_hold_is_refused_with_its_place(text: str, code: str, line: int, column: int) -> None:
    for read in (parse, parse_places):
        with pytest.raises(YamlFault) as caught:
            read(text)
        fault = caught.value
        assert (fault.code, fault.line, fault.column) == (code, line, column), fault.message
        assert fault.hint


@pytest.mark.parametrize(
    ("text", "words"),
    [("标题：x\nb: 1\n", "半角"), ("a:\n\tb: 1\n", "制表符"), ("a: 1\na: 2\n", "第1行"), ("a: [1\n", "括号")],
)
def test_the_hint_says_what_to_write(text: str, words: str) -> None:
    with pytest.raises(YamlFault) as caught:
        parse(text)
    assert words in caught.value.hint


def test_a_bomb_of_aliases_does_not_expand() -> None:
    bomb = "a: &a [x]\n" + "".join(f"{c}: &{c} [*{p}, *{p}]\n" for p, c in zip("abcdefgh", "bcdefghi", strict=True))
    with pytest.raises(YamlFault, match="锚点"):
        parse(bomb)


def test_places_of_keys_values_and_entries() -> None:
    places = parse_places("a: 1\n名称:\n  - {x: y}\n  - z\n")
    assert places[()] == Place((1, 1), (1, 1))
    assert places[("a",)] == Place((1, 4), (1, 1))
    assert places[("名称",)] == Place((3, 3), (2, 1))
    assert places[("名称", 0)] == Place((3, 5), (3, 5))
    assert places[("名称", 0, "x")] == Place((3, 9), (3, 6))
    assert places[("名称", 1)].value == (4, 5)


@given(st.text(max_size=200))
def test_any_text_is_data_or_a_fault(text: str) -> None:
    try:
        parse(text)
    except YamlFault as refused:
        fault = refused
    else:
        return
    assert fault.line >= 1
    assert fault.column >= 1


@pytest.mark.parametrize("path", sorted((ROOT / "plans").glob("*.yaml")), ids=lambda path: path.stem)
def test_the_quick_reader_and_the_careful_one_agree(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert quick_data(text) == _Builder(text, None).build() == _Builder(text, {}).build()


_PIECES = ["a", "b: 1", ": ", "- ", "\n", "\n  ", "[", "]", "{", "}", ", ", "&x ", "*x", "!t ", "!!str ", "'", '"', "~"]
_PIECES += ["null", "# c", "---", "...", "? ", "| ", "> ", "%YAML 1.2\n", "<<: ", "中"]


@given(st.lists(st.sampled_from(_PIECES), max_size=14).map("".join))
def test_whatever_the_quick_reader_takes_the_careful_one_takes_too(text: str) -> None:
    try:
        data = quick_data(text)
    except (Irregular, YAMLError):
        return
    assert data == _Builder(text, None).build()
