"""The strict reader of YAML: what stays text, what is refused and where."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from yaml import YAMLError

from ducha.store.syntax.careful import Place, find_places
from ducha.store.syntax.faults import Fault, Mark
from ducha.store.syntax.quick import DEEPEST, Irregular, quick_data
from ducha.store.syntax.recovery import careful_data
from ducha.store.syntax.yamltext import NOTHING, parse
from tests.conftest import ROOT


def data_of(text: str) -> object:
    data, faults, *_ = parse(text)
    assert faults == ()
    return data


def only_fault(text: str) -> Fault:
    (fault,) = parse(text).faults
    return fault


@pytest.mark.parametrize(
    "scalar", ["no", "on", "yes", "010", "007", "12:30", "1_000", "1e3", "2026-02-30", "=", "true", "0x1F"]
)
def test_every_scalar_stays_text(scalar: str) -> None:
    assert data_of(f"a: {scalar}") == {"a": scalar}


@pytest.mark.parametrize("nothing", ["", "~", "null"])
def test_nothing_is_none_unless_quoted(nothing: str) -> None:
    assert data_of(f"a: {nothing}") == {"a": None}
    assert data_of(f'a: "{nothing}"') == {"a": nothing}


def test_shapes() -> None:
    assert data_of("a: {b: [x, {c: d}]}\ne:\n  - f\n  - [g]\n") == {"a": {"b": ["x", {"c": "d"}]}, "e": ["f", ["g"]]}
    assert data_of("--- # 注释\na: 1\n...\n") == {"a": "1"}
    assert data_of("a: 1\r\nb: 2\r\n") == {"a": "1", "b": "2"}
    assert data_of("只有一句话") == "只有一句话"


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("", "DC103", 1, 1),
        ("# 只有注释\n", "DC103", 1, 1),
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
        ("a: [1, 2\n", "DC103", 1, 4),
        ("a:\n\tb: 1\n", "DC103", 2, 1),
        ("标题：x\nb: 1\n", "DC107", 1, 3),
        ("a: 1\x00\n", "DC103", 1, 5),
        ("a: \ud800\n", "DC103", 1, 4),
        ("[" * 100_000, "DC105", 1, DEEPEST + 2),
        ("{a: " * 30_000, "DC105", 1, 4 * DEEPEST + 5),
        ("- " * 30_000, "DC105", 1, 2 * DEEPEST + 3),
    ],
)
def test_what_a_plan_may_not_hold_is_refused_with_its_place(text: str, code: str, line: int, column: int) -> None:
    fault = only_fault(text)
    assert (fault.code, *fault.mark[:2]) == (code, line, column), fault.message
    assert fault.hint


def test_what_can_be_left_out_hides_nothing_else() -> None:
    data, faults, *_ = parse("a: &x 1\nb: *x\nc: [1, !t 2]\nd: 3\nd: {e: 4}\nf: 5\n<<: {g: 6}\n---\nh: 7\n")
    assert data == {"c": ["1", None], "d": "3", "f": "5"}
    assert [(fault.code, *fault.mark[:2], fault.path) for fault in faults] == [
        ("DC105", 1, 4, ("a",)),
        ("DC105", 2, 4, ("b",)),
        ("DC105", 3, 8, ("c", 1)),
        ("DC104", 5, 1, ("d",)),
        ("DC105", 7, 1, ("<<",)),
        ("DC105", 8, 1, ()),
    ]
    assert faults[3].also == (Mark(4, 1, 1),)


def test_what_came_before_the_end_of_reading_is_told_too() -> None:
    data, faults, *_ = parse("a: 1\na: 2\nb:\n\tc: 1\n")
    assert data is NOTHING
    assert [fault.code for fault in faults] == ["DC104", "DC103"]


def test_a_slip_of_one_line_does_not_end_the_reading() -> None:
    text = "a: x: y\nb\nc: [1, 2\nd: 4\n- e: 5\n"
    data, faults, readable, lost, _ = parse("a: x: y\nb 1\nc: [1, 2\nd: @4\ne: 5\nf：6\ng:\n  - {h: 1: 2}\n")
    assert data == {"a": "", "b": "", "c": "", "d": "", "e": "5", "f": "", "g": [""]}
    assert [(fault.code, fault.mark.line) for fault in faults] == [
        ("DC103", 1),
        ("DC103", 2),
        ("DC103", 3),
        ("DC103", 4),
        ("DC107", 6),
        ("DC103", 8),
    ]
    assert lost == {1, 2, 3, 4, 6, 8}
    assert readable.count("\n") == 8
    assert parse(text)[0] is NOTHING  # a list in the middle of keys is no slip of one line


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("标题：x\nb: 1\n", "半角"),
        ("id:\u3000a\nb: 1\n", "空格"),
        ("a: {b: 1，c: 2}\n", "半角的“,”"),
        ("a: [甲，乙】\n", "半角的“]”"),
        ("a:\n\tb: 1\n", "空格"),
        ("a: 1\na: 2\n", "第1行"),
        ("a: [1\n", "]"),
        ("a: 1\nb:2\nc: 3\n", "写成“b: 2”"),
        ("a: 督查: 第二批\n", '"督查: 第二批"'),
        ("a: {b: 督查: 第二批}\n", '"督查: 第二批"'),
        ("a: 1\n  b: 2\n", "左边对齐"),
        ("x:\n  - a: 1\n - b: 2\n", "左边对齐"),
        ("a:\n  -b: 1\n  - c: 1\n", "“- ”"),
        ("a: @张三\n", "引号"),
        ("a: **重点**\n", "引号"),
        ("a: [重点]工作\n", "引号"),
        ('a: "x\n', "引号"),
        ('a: "C:\\x"\n', "单引号"),
    ],
)
def test_the_hint_says_what_to_write(text: str, words: str) -> None:
    assert words in only_fault(text).hint


def test_a_bomb_of_aliases_does_not_expand() -> None:
    bomb = "a: &a [x]\n" + "".join(f"{c}: &{c} [*{p}, *{p}]\n" for p, c in zip("abcdefgh", "bcdefghi", strict=True))
    data, faults, *_ = parse(bomb)
    assert data == {}
    assert len(faults) == 9


def test_places_of_keys_values_and_entries() -> None:
    places = find_places("a: 1\n名称:\n  - {x: y}\n  - zz\n")
    assert places[()] == Place(Mark(1, 1), Mark(1, 1))
    assert places[("a",)] == Place(Mark(1, 4), Mark(1, 1))
    assert places[("名称",)] == Place(Mark(3, 3), Mark(2, 1, 2))
    assert places[("名称", 0)] == Place(Mark(3, 5), Mark(3, 5))
    assert places[("名称", 0, "x")] == Place(Mark(3, 9), Mark(3, 6))
    assert places[("名称", 1)].value == Mark(4, 5, 2)


@given(st.text(max_size=200))
def test_any_text_is_data_or_a_fault(text: str) -> None:
    data, faults, *_ = parse(text)
    assert data is not NOTHING or faults
    assert all(fault.mark.line >= 1 and fault.mark.column >= 1 for fault in faults)


@pytest.mark.parametrize("path", sorted((ROOT / "plans").glob("*.yaml")), ids=lambda path: path.stem)
def test_the_quick_reader_and_the_careful_one_agree(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert (quick_data(text), ()) == careful_data(text)[:2]


_PIECES = ["a", "b: 1", ": ", "- ", "\n", "\n  ", "[", "]", "{", "}", ", ", "&x ", "*x", "!t ", "!!str ", "'", '"', "~"]
_PIECES += ["null", "# c", "---", "...", "? ", "| ", "> ", "%YAML 1.2\n", "<<: ", "中"]


@given(st.lists(st.sampled_from(_PIECES), max_size=14).map("".join))
def test_whatever_the_quick_reader_takes_the_careful_one_takes_too(text: str) -> None:
    try:
        data = quick_data(text)
    except (Irregular, YAMLError):
        return
    assert (data, ()) == careful_data(text)[:2]
