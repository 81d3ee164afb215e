"""The list of obligations: chosen columns, order, CSV for spreadsheets, Markdown for papers, files."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from ducha.assess import State
from ducha.render.pages.listing import COLUMNS
from ducha.store import halves
from tests.conftest import PLAN_YAML, ROOT, Run

PLANS = ROOT / "plans"

MORE = """\
  - {id: formula, title: "=1+1", due: 5月底, done: 2013-05-20}
  - {id: first, title: 最早到期, due: 5月底, responsible: [县府办]}
  - {id: nobody, title: 没有时限, reports: [{day: 2013-06-01, text: "-已启动", cause: "甲,乙"}]}
"""


@pytest.fixture
def land(county: Path) -> Path:
    (county / "08-land.yaml").write_text(PLAN_YAML + MORE, encoding="utf-8")
    return county


def rows(text: str) -> list[dict[str, str]]:
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def titles(run: Run, land: Path, *options: str) -> list[str]:
    out = run("status", "--format", "csv", "--columns", "title", *options, "--plans", land).out
    return [row["事项"] for row in rows(out)]


def test_csv_has_every_obligation_with_iso_days_and_says_whether_it_is_a_sample(run: Run, land: Path) -> None:
    found = rows(run("status", "--format", "csv", "--plans", land).out)
    late = next(row for row in found if row["编号"] == "land/quota")
    assert late["状态"] == "到期未完成"
    assert (late["现时限"], late["逾期天数"], late["牵头单位"]) == ("2013-06-30", "1", "县国土资源局")
    assert (late["文件时限"], late["类别"], late["完成日期"], late["示例"]) == ("6月底前", "任务", "", "否")
    shipped = rows(run("status", "--format", "csv", "--plans", PLANS).out)
    assert len(shipped) == 274
    assert {row["示例"] for row in shipped} == {"示例数据，非实际进展"}


def test_rows_of_sample_data_say_so_whatever_columns_were_chosen(run: Run) -> None:
    found = rows(run("status", "--format", "csv", "--columns", "title,state", "--plans", PLANS).out)
    assert {row["示例"] for row in found} == {"示例数据，非实际进展"}
    assert list(found[0]) == ["事项", "状态", "示例"]


def test_no_cell_is_taken_for_a_formula(run: Run, land: Path) -> None:
    found = {row["编号"]: row for row in rows(run("status", "--format", "csv", "--plans", land).out)}
    assert found["land/formula"]["事项"] == "'=1+1"
    assert (found["land/nobody"]["最近进展"], found["land/nobody"]["原因"]) == ("'-已启动", "甲,乙")


def test_csv_lines_end_as_the_standard_says(run: Run, land: Path) -> None:
    out = run("status", "--format", "csv", "--plans", land).out
    assert out.count("\r\n") == out.count("\n") == 5


@pytest.mark.parametrize(
    ("options", "order"),
    [
        ([], ["'=1+1", "最早到期", "上报指标", "没有时限"]),
        (["--sort", "late"], ["最早到期", "上报指标", "'=1+1", "没有时限"]),
        (["--sort", "due"], ["'=1+1", "最早到期", "上报指标", "没有时限"]),
        (["--sort", "unit"], ["上报指标", "最早到期", "'=1+1", "没有时限"]),
        (["--sort", "state"], ["'=1+1", "没有时限", "最早到期", "上报指标"]),
        (["--state", "overdue", "--sort", "plan"], ["最早到期", "上报指标"]),
        (["--state", "undated"], ["没有时限"]),
    ],
)
def test_the_order_and_the_rows(run: Run, land: Path, options: list[str], order: list[str]) -> None:
    assert titles(run, land, *options) == order


@pytest.mark.parametrize("columns", ["title,due,units", "事项，现时限、单位", " 事项 , due , 单位 "])
def test_columns_by_either_name_in_the_order_given(run: Run, land: Path, columns: str) -> None:
    out = run("status", "--columns", columns, "--plans", land).out
    assert "事项       现时限  单位\n最早到期  5月31日  县府办\n上报指标  6月30日  县国土资源局\n" in out


def test_every_column_can_be_shown(run: Run) -> None:
    everything = ",".join(column.key for column in COLUMNS)
    states = [part for state in State for part in ("--state", state.value)]
    out = run("status", "--columns", everything, *states, "--plans", PLANS).out
    heading, *found = out.split("\n\n")[3].splitlines()
    assert heading.endswith("（274项）（示例数据，非实际进展）")
    assert found[0].split() == [column.header for column in COLUMNS]
    assert len(found) == 275
    assert "None" not in out


def test_markdown_is_the_same_page(run: Run, land: Path) -> None:
    out = run("status", "--format", "md", "--columns", "title,due", "--plans", land).out
    assert out.startswith("三项行动督查进度（测政发〔2013〕1号）\\\n参照日：2013年7月1日")
    assert "**到期未完成的事项（2项）**\n\n| 事项 | 现时限 |\n| :--- | ---: |\n| 最早到期 | 5月31日 |\n" in out
    assert "| 合计 | 4 | 1 | 0 | 2 |" in out


@pytest.mark.parametrize("shape", ["text", "md", "csv", "json"])
def test_a_result_is_written_to_a_file_whole(run: Run, land: Path, shape: str) -> None:
    shown = run("status", "--format", shape, "--plans", land).out
    ran = run("status", "--format", shape, "--plans", land, "-o", land / "结果")
    assert (ran.code, ran.out) == (0, "")
    assert (land / "结果").read_bytes() == shown.encode()
    assert run("status", "--format", shape, "--plans", land, "-o", land / "08-land.yaml").code == 2


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--sort", "size"], "late、due、plan、unit、state"),
        (["--columns", "title,nosuch"], "没有列“nosuch”；可用：late（逾期天数）、"),
        (["--format", "xlsx"], "写text、md、csv、json之一"),
    ],
)
def test_what_is_not_there_is_exit_2(run: Run, land: Path, options: list[str], said: str) -> None:
    ran = run("status", *options, "--plans", land)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert ran.err.count("\n") == 1


COMMANDS = [
    ["status"],
    ["status", "--format", "json"],
    ["status", "--format", "csv"],
    ["bulletin", "--month", "6"],
    ["show", "land-150"],
    ["show", "land-150/quota"],
    ["show", "国土局"],
    ["check"],
]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_two_processes_say_what_one_says(
    run: Run, county: Path, command: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(100, 170):
        text = PLAN_YAML.replace("id: land", f"id: land-{number}").replace("number: 8", f"number: {number}")
        (county / f"{number}.yaml").write_text(text, encoding="utf-8")
    (county / "170.yaml").write_text("id: x\n", encoding="utf-8")
    both = run(*command, "--plans", county)
    monkeypatch.setattr(halves, "ENOUGH", 10_000)
    assert run(*command, "--plans", county) == both


def test_what_comes_from_the_second_process_is_what_came_through_the_pipe(
    run: Run, county: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    received: list[list[object] | None] = []

    def receive(pipe: int) -> list[object] | None:
        received.append(usual(pipe))
        return received[-1]

    usual: Callable[[int], list[object] | None] = halves._received
    monkeypatch.setattr(halves, "_received", receive)
    for number in range(100, 170):
        text = PLAN_YAML.replace("id: land", f"id: land-{number}").replace("number: 8", f"number: {number}")
        (county / f"{number}.yaml").write_text(text, encoding="utf-8")
    for command in COMMANDS:
        run(*command, "--plans", county)
    assert len(received) == len(COMMANDS)
    assert None not in received
