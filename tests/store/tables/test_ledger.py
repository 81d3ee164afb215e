"""A project ledger belongs to the plan of its name, is no plan itself, and reaches every report with its plan."""

from __future__ import annotations

from pathlib import Path

import pytest

from ducha.model import Plan
from ducha.problems import LEDGER
from ducha.store import CampaignFiles, Where, halves, load_plans
from ducha.store.find import find
from ducha.store.scaffold import look_round
from tests.conftest import PLAN_YAML

CSV = "编号,名称,开工\n12,滨江路,2013-05-20\n12-3,南门桥,\n"
YAML = "projects:\n  - {id: 12, title: 滨江路, stages: {started: 2013-05-20}}\n  - {id: 12-3, title: 南门桥}\n"


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def titles(plan: Plan, where: Where) -> tuple[list[str], str]:
    assert plan.ledger
    return [one.title for one in plan.ledger.projects], where((LEDGER, "projects", 1))


@pytest.mark.parametrize(("ending", "text"), [("csv", CSV), ("yaml", YAML)])
def test_a_plan_comes_with_its_ledger(county: Path, ending: str, text: str) -> None:
    path = write(county / f"08-land.projects.{ending}", text)
    files = CampaignFiles(county)
    loaded = files.load(titles)
    assert loaded.results == ((["滨江路", "南门桥"], f"{path}:3"),)
    assert (loaded.read, loaded.left_out, loaded.problems) == (3, (), ())
    assert path in files.paths


def test_a_ledger_is_no_plan(county: Path) -> None:
    write(county / "08-land.projects.yaml", YAML)
    assert [path.name for path in find(county).plans] == ["08-land.yaml"]
    assert look_round(county).plans == {"land": "08-land.yaml"}


def test_plans_without_a_ledger_have_none(county: Path) -> None:
    write(county / "09-other.yaml", PLAN_YAML.replace("land", "other").replace("8", "9"))
    write(county / "09-other.projects.csv", CSV)
    assert [plan.ledger is not None for plan in load_plans(county).results] == [False, True]


def test_a_plan_may_be_called_projects(county: Path) -> None:
    write(county / "09-projects.yaml", PLAN_YAML.replace("land", "projects").replace("8", "9"))
    write(county / "09-projects.projects.csv", CSV)
    loaded = load_plans(county)
    assert loaded.problems == ()
    assert [plan.id for plan in loaded.results if plan.ledger] == ["projects"]


def test_a_broken_ledger_keeps_its_plan_out_and_both_files_are_told_of(county: Path) -> None:
    write(county / "08-land.yaml", PLAN_YAML + "extra: 1\n")
    write(county / "08-land.projects.csv", CSV.replace("2013-05-20", "5月20日"))
    loaded = load_plans(county)
    assert [(Path(one.file).name, one.code) for one in loaded.problems] == [
        ("08-land.projects.csv", "DC205"),
        ("08-land.yaml", "DC201"),
    ]
    assert loaded.left_out == ("《资源要素保障专项行动方案》（08-land.yaml）",)
    write(county / "08-land.yaml", "只有一句话")
    assert [one.code for one in load_plans(county).problems] == ["DC205", "DC203"]


def test_a_second_process_brings_the_same(county: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(10, 14):
        write(county / f"{number}-x.yaml", PLAN_YAML.replace("land", f"x{number}").replace("8", str(number)))
        write(county / f"{number}-x.projects.csv", CSV)
    one = load_plans(county)
    monkeypatch.setattr(halves, "ENOUGH", 2)
    assert load_plans(county) == one
