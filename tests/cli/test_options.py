"""What may be written for ``-o``: the name of a file, or of a folder where a command writes several."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Run

FOLDERS = (("notice", "国土局"), ("verify", "--all", "--month", "6"))


@pytest.mark.parametrize("command", [("status",), ("bulletin", "--month", "6"), ("schema", "plan"), *FOLDERS])
@pytest.mark.parametrize("name", ["", " "])
def test_no_name_is_not_the_folder_one_is_in(
    run: Run, county: Path, command: tuple[str, ...], name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(county)
    before = sorted(county.iterdir())
    where = () if command[0] == "schema" else ("--plans", county)
    ran = run(*command, "-o", name, *where)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"ducha：-o没有写{'目录' if command in FOLDERS else '文件'}名\n"
    assert sorted(county.iterdir()) == before


@pytest.mark.parametrize("command", FOLDERS)
def test_the_name_of_a_file_is_no_folder_s(run: Run, county: Path, tmp_path: Path, command: tuple[str, ...]) -> None:
    paper = tmp_path / "通报.md"
    ran = run(*command, "-o", paper, "--plans", county)
    assert (ran.code, ran.out) == (2, "")
    assert f"-o“{paper}”像是文件名；这里要写目录，如-o {tmp_path / '通报'}" in ran.err
    assert not paper.exists()
    assert not (county / "supervision.yaml").exists()
    paper.mkdir()
    assert run(*command, "-o", paper, "--plans", county).code == 0


def test_a_folder_may_be_called_after_a_day(run: Run, county: Path, tmp_path: Path) -> None:
    assert run("verify", "--all", "--month", "6", "-o", tmp_path / "核对2013.6", "--plans", county).code == 0
