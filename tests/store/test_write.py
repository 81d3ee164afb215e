"""A file is written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ducha.problems import DuchaError
from ducha.store import write_whole


def test_utf8_with_plain_line_ends(tmp_path: Path) -> None:
    write_whole(tmp_path / "通报.md", "一\n二\n")
    assert (tmp_path / "通报.md").read_bytes() == "一\n二\n".encode()


def test_an_existing_file_is_replaced_and_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("旧")
    path.chmod(0o640)
    write_whole(path, "新")
    assert path.read_text(encoding="utf-8") == "新"
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_new_file_gets_the_usual_permissions(tmp_path: Path) -> None:
    mask = os.umask(0o027)
    try:
        write_whole(tmp_path / "a.md", "新")
    finally:
        os.umask(mask)
    assert (tmp_path / "a.md").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("target", [".", "missing/a.md"])
def test_a_target_that_cannot_be_written(tmp_path: Path, target: str) -> None:
    with pytest.raises(DuchaError):
        write_whole(tmp_path / target, "新")
    assert list(tmp_path.iterdir()) == []


def test_a_source_of_the_text_is_never_overwritten(tmp_path: Path) -> None:
    plan = tmp_path / "08-land.yaml"
    plan.write_text("旧", encoding="utf-8")
    link = tmp_path / "link.md"
    link.symlink_to(plan)
    for path in (plan, link):
        with pytest.raises(DuchaError, match="不能覆盖"):
            write_whole(path, "新", [plan])
    assert plan.read_text(encoding="utf-8") == "旧"


def test_a_link_stays_a_link_and_a_pipe_is_refused(tmp_path: Path) -> None:
    (tmp_path / "link.md").symlink_to(tmp_path / "real.md")
    write_whole(tmp_path / "link.md", "新")
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_text(encoding="utf-8") == "新"
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(DuchaError, match="不是普通文件"):
        write_whole(tmp_path / "pipe", "新")


def test_a_name_that_is_too_long(tmp_path: Path) -> None:
    with pytest.raises(DuchaError, match="名称太长"):
        write_whole(tmp_path / ("长" * 300), "新")


def test_a_failure_half_way_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.md"
    path.write_text("旧", encoding="utf-8")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(DuchaError, match="写不了"):
        write_whole(path, "新")
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.md"]
    assert path.read_text(encoding="utf-8") == "旧"


def test_a_read_only_file_is_not_replaced(tmp_path: Path) -> None:
    """In a folder that can be written to it could be; whoever made it read-only did not want that."""
    path = tmp_path / "通报.md"
    path.write_text("旧", encoding="utf-8")
    path.chmod(0o444)
    with pytest.raises(DuchaError, match=r"通报\.md”是只读的，没有写入$"):
        write_whole(path, "新")
    assert path.read_text(encoding="utf-8") == "旧"
    assert [one.name for one in tmp_path.iterdir()] == ["通报.md"]
