"""``ducha when``: phrases as arguments or lines, in words and in JSON; whatever is written, no traceback."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ducha.deadlines import read
from ducha.render.page import width
from ducha.render.pages.when import as_json, as_text, rule_words
from tests.conftest import ROOT, TODAY, Run
from tests.phrases import cases


class _Input:
    """Standard input of some bytes."""

    def __init__(self, written: bytes) -> None:
        self.buffer = io.BytesIO(written)


def lines(run: Run, *arguments: object) -> list[str]:
    return run("when", *arguments).out.splitlines()


def told(run: Run, *arguments: object) -> list[Any]:
    parsed: list[Any] = json.loads(run("when", *arguments, "--format", "json").out)
    return parsed


def test_a_day_a_window_and_a_cadence_in_words(run: Run) -> None:
    assert lines(run, "6月底前", "3—4月", "每月25日前", "--year", "2013") == [
        "6月底前    → 2013-06-30（含当日）",
        "3—4月      → 2013-03-01至2013-04-30",
        "每月25日前 → 每月25日；接下来是2013-01-25、2013-02-25、2013-03-25",
    ]


def test_two_readings_are_explained(run: Run) -> None:
    first, second = lines(run, "7月份前", "--year", "2013")
    assert first == "7月份前 → 2013-06-30或2013-07-31（两种理解）"
    assert second.startswith(" " * 10 + "到2013-06-30为止肯定按期")


def test_several_readings_stand_under_each_other(run: Run) -> None:
    shown = [line for line in lines(run, "月、季度和年度", "--year", "2013") if "→" in line]
    assert [line.index("→") for line in shown] == [8, 15, 15]
    assert len({width(line.partition("→")[0]) for line in shown}) == 1


def test_what_cannot_be_read_has_its_reason_and_exit_code_1(run: Run) -> None:
    ran = run("when", "6月底前", "入冬前", "--year", "2013")
    assert (ran.code, ran.err) == (1, "")
    assert "入冬前  → 读不出：“入冬前”不是日子，写成实有的日期" in ran.out
    assert run("when", "6月底前").code == 0


def test_the_json_of_a_phrase(run: Run) -> None:
    assert told(run, "7月份前", "--year", "2013") == [
        {
            "phrase": "7月份前",
            "readings": [
                {
                    "kind": "day",
                    "start": None,
                    "end": "2013-07-31",
                    "strict_end": "2013-06-30",
                    "rrule": None,
                    "assumed": [],
                    "note": "",
                }
            ],
        }
    ]
    assert [len(entry["readings"]) for entry in told(run, "月、季度和年度", "4月份、8月份", "每月")] == [3, 2, 1]
    assert "6月底前" in run("when", "6月底前", "--format", "json").out


def test_without_a_year_this_one_is_assumed_where_it_matters(run: Run) -> None:
    (dayless, dated, named, unread) = told(run, "每月25日前", "6月底前", "2013年6月底", "入冬前")
    assert dated["readings"][0]["assumed"] == ["year"]
    assert dated["readings"][0]["end"] == f"{TODAY.year}-06-30"
    assert [entry["readings"][0]["assumed"] for entry in (dayless, named, unread)] == [[], [], []]
    assert told(run, "6月底前", "--year", "2013")[0]["readings"][0]["assumed"] == []
    mixed = told(run, "2013年6月底、明年3月底")[0]["readings"]
    assert [reading["assumed"] for reading in mixed] == [[], ["year"]]
    assert f"没有写年份，按{TODAY.year}年计" in run("when", "6月底前").out


def test_a_masked_year_and_a_day_of_issue(run: Run) -> None:
    assert run("when", "xx年5月底", "--year", "2011").code == 1
    (entry,) = told(run, "xx年5月底", "--year", "2011", "--assume-year")
    assert (entry["readings"][0]["end"], entry["readings"][0]["assumed"]) == ("2011-05-31", ["year"])
    assert run("when", "10个工作日内").code == 1
    (entry,) = told(run, "10个工作日内", "--issued", "2013-09-18")
    assert entry["readings"][0]["end"] == "2013-10-09"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_lines_of_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch, encoding: str) -> None:
    monkeypatch.setattr(sys, "stdin", _Input("6月底前\r\n\r\n  每季末\n".encode(encoding)))
    assert [entry["phrase"] for entry in told(run, "年底", "-", "--year", "2013")] == ["年底", "6月底前", "每季末"]


@pytest.mark.parametrize(
    "arguments",
    [[], ["--year", "13", "年底"], ["--issued", "5月8日", "年底"], ["--format", "yaml", "年底"], ["--years", "2013"]],
)
def test_wrong_usage_is_exit_code_2_with_one_line(run: Run, arguments: list[str]) -> None:
    ran = run("when", *arguments)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)


def test_an_empty_standard_input_is_wrong_usage(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", _Input(b"\n \n"))
    assert run("when", "-").code == 2
    monkeypatch.setattr(sys, "stdin", None)
    assert run("when", "-").code == 2


@pytest.mark.parametrize("phrase", ["", " ", "\x1b[31m6月", "6月\n底", "\ud800", "前" * 300, "\u202e6月底", "9999年底"])
@pytest.mark.parametrize("form", ["text", "json"])
def test_any_phrase_has_an_answer(run: Run, phrase: str, form: str) -> None:
    ran = run("when", "--format", form, "--", phrase)
    assert ran.code in (0, 1)
    assert ran.err == ""
    assert "\x1b" not in ran.out


@settings(max_examples=60)
@given(st.text(max_size=20))
def test_any_text_can_be_told(phrase: str) -> None:
    readings = read(phrase, year=2013)
    assert json.loads(as_json([(phrase, readings)]))
    block = as_text([(phrase, readings)], TODAY).split("\n")
    assert block[-1] == ""
    assert all(line.isprintable() for line in block)


def test_every_rule_of_the_table_has_words() -> None:
    rules = {reading.rrule for case in cases() for reading in read(case.phrase, year=2013)}
    words = {rule: rule_words(rule) for rule in rules if rule}
    assert len(set(words.values())) == len(words)
    for rule, said in words.items():
        assert [reading.rrule for reading in read(said, year=2013)] == [rule], said
    assert words["FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1"] == "每年3、6、9、12月最后一天"
    assert words["FREQ=WEEKLY;BYDAY=SA;BYHOUR=11;BYMINUTE=30"] == "每周六11:30前"


def test_its_help_reads_in_chinese(run: Run) -> None:
    out = run("when", "--help").out
    assert "用法：ducha when [选项] [短语…]" in out
    assert "--assume-year" in out


def test_it_loads_nothing_that_it_does_not_need() -> None:
    script = (
        "import sys; from ducha.cli.app import main; main(['when', '6月底前', '每月25日前', '入冬前']);"
        "sys.exit(any(name in sys.modules for name in ('pydantic', 'yaml', 'jinja2', 'ducha.deadlines.holidays')))"
    )
    ran = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, timeout=60, check=False)
    assert ran.returncode == 0, ran.stderr.decode()
