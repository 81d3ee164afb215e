"""Only one process at a time changes a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from ducha.problems import DuchaError
from ducha.store.lock import locked


def test_whoever_comes_second_is_told_so_and_how_to_go_on(tmp_path: Path) -> None:
    path = tmp_path / "supervision.yaml"
    with locked(path):
        with pytest.raises(DuchaError, match=r"有人正在登记.*先删去“.*/\.supervision\.yaml\.lock”"), locked(path):
            pytest.fail("both are at it")
        with locked(tmp_path / "other.yaml"):
            pass
    with locked(path):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_failure_leaves_it_open_to_the_next(tmp_path: Path) -> None:
    path = tmp_path / "supervision.yaml"
    with pytest.raises(ValueError, match="middle"), locked(path):
        raise ValueError("in the middle")
    with locked(path):
        (tmp_path / ".supervision.yaml.lock").unlink()  # somebody took it for a forgotten one
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(DuchaError, match="写不了"), locked(tmp_path / "missing" / "supervision.yaml"):
        pytest.fail("nothing to lock")
