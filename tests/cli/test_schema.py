"""``ducha schema``: the format of the files, for editors."""

from __future__ import annotations

from pathlib import Path

import pytest

from ducha.model.schema import KINDS, schema_text
from tests.cli.test_app import ENGLISH
from tests.conftest import Run


def test_a_plan_is_the_default(run: Run) -> None:
    assert run("schema").out == run("schema", "plan").out == schema_text("plan")


@pytest.mark.parametrize("name", KINDS)
def test_it_is_written_to_a_file(run: Run, tmp_path: Path, name: str) -> None:
    path = tmp_path / "x.json"
    for _ in range(2):
        ran = run("schema", name, "-o", path)
        assert (ran.code, ran.out, path.read_text(encoding="utf-8")) == (0, "", schema_text(name))


def test_a_plan_is_never_overwritten(run: Run, county: Path) -> None:
    path = county / "08-land.yaml"
    before = path.read_bytes()
    ran = run("schema", "-o", path)
    assert (ran.code, ran.out, path.read_bytes()) == (2, "", before)
    assert ".json" in ran.err


def test_there_are_three(run: Run) -> None:
    ran = run("schema", "unit")
    assert (ran.code, ran.out, ran.err) == (2, "", "ducha：没有“unit”的格式；写plan、campaign、supervision或projects\n")
    assert not ENGLISH.search(run("schema", "-h").out)
