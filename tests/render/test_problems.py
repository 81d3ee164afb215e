"""Problems as lines: the caret under the value whatever stands before it, and annotations that nothing breaks."""

from __future__ import annotations

import pytest

from ducha.problems import Problem, Spot
from ducha.render.excerpt import excerpt
from ducha.render.github import github_lines
from ducha.render.page import width
from ducha.render.problems import problem_block, problem_line


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("    lead: 国土据", "国土据"),
        ("  - {title: 新增（一）用地, lead: 国土据}", "国土据"),
        ("\tlead:\t国土据", "国土据"),
        ("lead: a\u0301bc x", "x"),
        ("lead: " + "督" * 300 + "、国土据", "国土据"),
        ("国土据" + "督" * 300, "国土据"),
        ("lead: \x07国土据", "国土据"),
    ],
)
def test_the_caret_stands_under_the_value(source: str, value: str) -> None:
    shown, carets = excerpt(Spot("f", 1, source.index(value) + 1, len(value), source))
    before = shown[: shown.index(value)]
    assert carets == " " * width(before) + "^" * width(value)
    assert width(shown) < 220


def test_a_place_behind_the_line_has_a_caret_too() -> None:
    assert excerpt(Spot("f", 1, 4, 1, "id:")) == ("id:", "   ^")


PROBLEM = Problem(
    "DC301",
    "编号“a”重复，占100%",
    "换一个",
    spot=Spot("方案:,%.yaml", 12, 9, 1, "  - {id: a}"),
    related=(Spot("方案:,%.yaml", 8, 9, 1, "  - {id: a}"),),
)


def test_a_block_shows_every_place() -> None:
    assert problem_block(PROBLEM) == (
        "方案:,%.yaml:12:9: 错误DC301：编号“a”重复，占100%\n"
        "  12 |   - {id: a}\n"
        "     |         ^\n"
        "    --> 方案:,%.yaml:8:9\n"
        "   8 |   - {id: a}\n"
        "     |         ^\n"
        "     = 换一个"
    )
    assert problem_line(PROBLEM) == "方案:,%.yaml:12:9: 错误DC301：编号“a”重复，占100%（换一个）"


def test_an_annotation_is_one_line_whatever_is_in_it() -> None:
    assert github_lines([PROBLEM, PROBLEM._replace(code="DC404", message="甲\n乙\r", hint="", related=())]) == (
        "::error file=方案%3A%2C%25.yaml,line=12,col=9,endColumn=10,title=DC301"
        "::编号“a”重复，占100%25（换一个）；另见方案:,%25.yaml:8:9\n"
        "::warning file=方案%3A%2C%25.yaml,line=12,col=9,endColumn=10,title=DC404::甲%0A乙%0D\n"
    )
