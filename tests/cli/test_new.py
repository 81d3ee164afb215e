"""``ducha new``: files that are right from the start, and the README's way of a new county."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from textwrap import dedent

import pytest

from ducha.cli import clock
from ducha.store import load_plans
from tests.cli.test_app import ENGLISH
from tests.conftest import Run
from tests.model.test_schema import SCHEMAS, complaints
from tests.readme import README

EXAMPLE = re.compile(r"^( *)#(?! \S)", re.MULTILINE)
"""the sign before an example; an explanation has one blank after it"""

BLOCK = re.compile(r"^( *)#[^ ].*\n(?:\1#  .*\n)*", re.MULTILINE)
"""an example, with the lines that belong to its first"""


def with_examples(text: str) -> Iterator[str]:
    """A scaffold with all its examples in force, and with each alone."""
    yield EXAMPLE.sub(r"\1", text)
    for block in BLOCK.finditer(text):
        yield text[: block.start()] + EXAMPLE.sub(r"\1", block[0]) + text[block.end() :]


@pytest.fixture
def county(tmp_path: Path, run: Run) -> Path:
    """A campaign as it was just written."""
    assert run("new", "campaign", tmp_path / "county").code == 0
    return tmp_path / "county"


def test_a_campaign_is_right_at_once(run: Run, tmp_path: Path) -> None:
    directory = tmp_path / "a" / "county"
    ran = run("new", "campaign", directory, "--title", "攻坚克难行动", "--year", "2025")
    assert ran.code == 0
    names = sorted(path.name for path in directory.iterdir())
    schemas = [f"{name}.schema.json" for name in ("campaign", "plan", "projects", "supervision")]
    assert names == sorted(["01-projects.yaml", "campaign.yaml", *schemas])
    assert all(str(directory / name) in ran.out for name in names)
    assert run("check", "--strict", "--notes", "--plans", directory).out == "检查了2个文件，没有问题。\n"
    campaign = load_plans(directory).campaign
    assert campaign
    assert (campaign.title, campaign.year) == ("攻坚克难行动", 2025)
    assert (campaign.start, campaign.end) == (date(2025, 1, 1), date(2025, 12, 31))
    assert run("bulletin", "--month", "6", "--plans", directory).code == 0


def test_what_was_assumed_is_said(run: Run, tmp_path: Path) -> None:
    out = run("new", "campaign", tmp_path / "a").out
    assert "年份（按今年填为2026）" in out
    assert "行动名称" in out
    assert "某" in out
    out = run("new", "campaign", tmp_path / "b", "--title", "行动", "--year", "2026").out
    assert "按今年" not in out
    assert "行动名称" not in out


@pytest.mark.parametrize("today", [date(2026, 1, 1), date(2026, 2, 28), date(2028, 2, 29), date(2026, 12, 31)])
def test_a_campaign_is_right_on_any_day(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, today: date) -> None:
    monkeypatch.setattr(clock, "today", lambda: today)
    assert run("new", "campaign", tmp_path / "county").code == 0
    every_example_in_force(run, tmp_path / "county")


def every_example_in_force(run: Run, directory: Path) -> None:
    for path in directory.glob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(next(with_examples(text)), encoding="utf-8")
    ran = run("check", "--strict", "--plans", directory)
    assert ran.code == 0, ran.out


@pytest.mark.parametrize("name", ["campaign", "01-projects"])
def test_every_example_is_right_where_it_stands(run: Run, county: Path, name: str) -> None:
    path = county / f"{name}.yaml"
    text = path.read_text(encoding="utf-8")
    variants = list(with_examples(text))
    assert len(variants) > 6
    for changed in variants:
        path.write_text(changed, encoding="utf-8")
        ran = run("check", "--strict", "--plans", county)
        assert ran.code == 0, ran.out
        assert complaints(SCHEMAS["campaign" if name == "campaign" else "plan"], changed) == []


def test_all_that_a_plan_may_hold_is_shown(county: Path) -> None:
    every_kind = next(with_examples((county / "01-projects.yaml").read_text(encoding="utf-8")))
    keys = set(re.findall(r"([a-z_]+):", every_kind))
    assert keys >= {"leaders", "phases", "reports", "extensions", "done", "stopped", "checkpoints", "actuals", "duties"}
    assert keys >= {"narratives", "strength", "measure", "unit", "target"}


def test_a_plan_takes_the_next_number(run: Run, county: Path) -> None:
    (county / "07-broken.yaml").write_text("number: [\n", encoding="utf-8")
    (county / "zz.yaml").write_text("id: water\nnumber: 9\ntitle: 治水专项行动方案\n", encoding="utf-8")
    ran = run("new", "plan", "food-safety", "--title", "食品安全专项行动方案", "--plans", county)
    assert ran.code == 0
    assert str(county / "10-food-safety.yaml") in ran.out
    (county / "07-broken.yaml").unlink()
    plan = next(plan for plan in load_plans(county).results if plan.id == "food-safety")
    assert (plan.number, plan.title) == (10, "食品安全专项行动方案")


def test_a_plan_may_be_the_first(run: Run, county: Path) -> None:
    (county / "01-projects.yaml").unlink()
    assert run("new", "plan", "8-roads", "--plans", county).code == 0
    assert run("check", "--strict", "--plans", county).code == 0
    assert load_plans(county).results[0].number == 1


@pytest.mark.parametrize(
    ("start", "end", "as_of"),
    [("2026-09-01", "2027-06-15", ""), ("2013-02-01", "2014-01-31", "2013-07-01"), ("2027-01-01", "2027-12-31", "")],
)
def test_a_plan_keeps_within_its_campaign(run: Run, county: Path, start: str, end: str, as_of: str) -> None:
    """Of a campaign that has not begun nothing can be told, so there the examples stay examples."""
    path = county / "campaign.yaml"
    text = re.sub(r"^start: \S+", f"start: {start}", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    text = re.sub(r"^end: \S+", f"end: {end}", text, flags=re.MULTILINE)
    text = re.sub(r"^year: \S+", f"year: {start[:4]}", text, flags=re.MULTILINE)
    text = re.sub(r"^  issued: \S+", f"  issued: {start}", text, flags=re.MULTILINE)
    path.write_text(text + (f"as_of: {as_of}\n" if as_of else ""), encoding="utf-8")
    (county / "01-projects.yaml").unlink()
    assert run("new", "plan", "roads", "--plans", county).code == 0
    assert run("check", "--strict", "--plans", county).code == 0
    if start < "2027":
        plan = county / "01-roads.yaml"
        plan.write_text(next(with_examples(plan.read_text(encoding="utf-8"))), encoding="utf-8")
        ran = run("check", "--strict", "--plans", county)
        assert ran.code == 0, ran.out


def test_a_group_is_told_of_its_plan(run: Run, county: Path) -> None:
    path = county / "campaign.yaml"
    path.write_text(next(with_examples(path.read_text(encoding="utf-8"))), encoding="utf-8")
    ran = run("new", "plan", "roads", "--plans", county)
    assert "supervision" in ran.out
    assert "plans中加上roads" in ran.out
    checked = run("check", "--plans", county)
    assert (checked.code, checked.out.count("DC307")) == (0, 1)
    text = path.read_text(encoding="utf-8").replace("plans: [projects]", "plans: [projects, roads]")
    path.write_text(text, encoding="utf-8")
    assert run("check", "--strict", "--plans", county).code == 0


def test_editors_are_pointed_to_a_schema_that_is_there(run: Run, county: Path) -> None:
    pointer = "# yaml-language-server: $schema=plan.schema.json\n"
    assert (county / "01-projects.yaml").read_text(encoding="utf-8").startswith(pointer)
    (county / "plan.schema.json").unlink()
    assert run("new", "plan", "roads", "--plans", county).code == 0
    assert pointer not in (county / "02-roads.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "title", ["甲: 乙", "“五水共治” #1", 'a"b\\c', "null", "- 一", "{甲}", "3·15 行动", "*号", "否"]
)
def test_a_title_stays_as_it_was_given(run: Run, tmp_path: Path, title: str) -> None:
    directory = tmp_path / "county"
    assert run("new", "campaign", directory, "--title", title).code == 0
    assert run("new", "plan", "roads", "--title", title, "--plans", directory).code == 0
    loaded = load_plans(directory)
    assert loaded.campaign
    assert (loaded.campaign.title, loaded.results[1].title) == (title, title)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Food_Safety", "写成food-safety"),
        ("食品", "用小写字母、数字和连字符"),
        ("-x", "写成x"),
        ("", "用小写字母、数字和连字符"),
        ("projects", "已用于01-projects.yaml；换一个，如projects-2"),
        ("../x", "写成x"),
        ("x" * 300, "名称太长"),
    ],
)
def test_an_id_that_cannot_be(run: Run, county: Path, name: str, said: str) -> None:
    before = sorted(county.iterdir())
    ran = run("new", "plan", "--plans", county, "--", name)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert ran.err.count("\n") == 1
    assert sorted(county.iterdir()) == before


def test_nothing_is_overwritten(run: Run, county: Path, tmp_path: Path) -> None:
    before = {path: path.read_bytes() for path in county.iterdir()}
    assert "已有行动" in run("new", "campaign", county).err
    assert {path: path.read_bytes() for path in county.iterdir()} == before
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "plan.schema.json").write_text("{}", encoding="utf-8")
    assert "已经存在" in run("new", "campaign", tmp_path / "other").err
    assert [path.name for path in (tmp_path / "other").iterdir()] == ["plan.schema.json"]


def test_where_nothing_can_be_put(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    (tmp_path / "strange").mkdir()
    (tmp_path / "strange" / "compose.yaml").write_text("services: {}\n", encoding="utf-8")
    for arguments in (
        ["campaign", tmp_path / "file"],
        ["campaign", tmp_path / "strange"],
        ["campaign", tmp_path / ("x" * 300)],
        ["campaign", tmp_path / "c", "--year", "26"],
        ["campaign", tmp_path / "c", "--title", " "],
        ["campaign", tmp_path / "c", "--title", "甲\n乙"],
        ["plan", "roads", "--plans", tmp_path / "nowhere"],
        ["plan", "roads", "--plans", tmp_path / "file"],
        ["plan", "roads", "--plans", tmp_path / "strange"],
        ["plan", "roads", "--plans", tmp_path / ("x" * 300)],
    ):
        ran = run("new", *arguments)
        assert (ran.code, ran.out) == (2, ""), arguments
        assert ran.err.count("\n") == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "strange"]


def test_a_broken_campaign_takes_no_plan(run: Run, county: Path) -> None:
    (county / "campaign.yaml").write_text("title: [\n", encoding="utf-8")
    ran = run("new", "plan", "roads", "--plans", county)
    assert (ran.code, ran.out) == (1, "")
    assert "campaign.yaml有误" in ran.err


@pytest.mark.parametrize("arguments", [["new"], ["new", "--help"], ["new", "campaign", "-h"], ["new", "plan", "-h"]])
def test_help_reads_in_chinese(run: Run, arguments: list[str]) -> None:
    out = run(*arguments).out
    assert "用法：" in out
    assert not ENGLISH.search(out)


def steps(section: str) -> Iterator[tuple[str, str, str]]:
    """What the README's section has a reader do: (``sh`` or ``yaml``, the file last named, the text)."""
    for found in re.finditer(r"^ *```(sh|yaml)\n(.*?)^ *```", section, re.MULTILINE | re.DOTALL):
        named = re.findall(r"`([\w/.-]+\.yaml)`", section[: found.start()])
        yield found[1], named[-1] if named else "", dedent(found[2])


def edited(text: str, lines: list[str]) -> str:
    """A file with some lines changed: a key's line takes the place of the key's line, a new entry follows its list."""
    result, at = text.splitlines(), -1
    for line in lines:
        found = re.match(r" *(?:- )?\w+:", line)
        key = found[0] if found else line
        same = [n for n, old in enumerate(result) if n > at and old.replace("#", "").startswith(key)]
        if not same:
            result.insert(at + 1, line)
        elif line != key:
            result[same[0]] = line
        at = same[0] if same else at + 1
    return "\n".join(result) + "\n"


def test_the_way_of_a_new_county(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = re.search(r"<!-- new-county -->(.*?)<!-- /new-county -->", README.read_text(encoding="utf-8"), re.DOTALL)
    assert found
    monkeypatch.chdir(tmp_path)
    for kind, file, text in steps(found[1]):
        if kind == "yaml":
            path = Path(file)
            path.write_text(edited(path.read_text(encoding="utf-8"), text.splitlines()), encoding="utf-8")
            continue
        for command in text.splitlines():
            program, *arguments = shlex.split(command)
            if program == "rm":
                Path(*arguments).unlink()
            else:
                ran = run(*arguments)
                assert (program, ran.code) == ("ducha", 0), ran
    bulletin = Path("通报.md").read_text(encoding="utf-8")
    for words in (
        "甲政发〔2026〕5号",
        "攻坚克难行动",
        "食品安全",
        "完成食品小作坊排查",
        "10月份",
    ):
        assert words in bulletin, words
    assert "重点项目" not in bulletin
    assert run("check", "--strict", "--plans", "county").code == 0
