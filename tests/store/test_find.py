"""Which files make a campaign, however many there are."""

from __future__ import annotations

from pathlib import Path

from ducha.store.find import find
from tests.effort import calls


def directory(path: Path, plans: int) -> Path:
    path.mkdir()
    (path / "campaign.yaml").touch()
    for number in range(plans):
        (path / f"{number:03}-x.yaml").touch()
        (path / f"{number:03}-x.projects.csv").touch()
    return path


def test_each_plan_has_the_ledgers_of_its_name(tmp_path: Path) -> None:
    (directory(tmp_path / "some", 3) / "001-x.projects.yaml").touch()
    found = find(tmp_path / "some")
    assert {plan.name: [ledger.name for ledger in of] for plan, of in found.ledgers.items()} == {
        "000-x.yaml": ["000-x.projects.csv"],
        "001-x.yaml": ["001-x.projects.csv", "001-x.projects.yaml"],
        "002-x.yaml": ["002-x.projects.csv"],
    }


def test_twice_the_plans_with_ledgers_are_twice_the_work(tmp_path: Path) -> None:
    few, many = directory(tmp_path / "few", 100), directory(tmp_path / "many", 200)
    find(few)
    assert calls(lambda: find(many)) < 2.5 * calls(lambda: find(few))
