"""Write a file whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from ducha.problems import DuchaError, system_reason

_NAMED = 20
"""files that a refusal names"""


def write_whole(path: Path, text: str, inputs: Iterable[Path] = ()) -> None:
    """Write UTF-8 text beside the target, then put it in its place; a link's target is replaced, not the link.

    Raises DuchaError if that fails, if the target is read-only, or one of the ``inputs`` the text was made from.
    """
    try:
        target = _target(path, inputs)
        handle, beside = tempfile.mkstemp(dir=target.parent, prefix=".ducha-")
    except OSError as fault:
        raise DuchaError(f"“{path}”写不了：{system_reason(fault)}") from None
    try:
        with open(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
        os.chmod(beside, _mode(target))
        os.replace(beside, target)
    except OSError as fault:
        os.unlink(beside)
        raise DuchaError(f"“{path}”写不了：{system_reason(fault)}") from None


def write_new(files: Mapping[Path, str]) -> None:
    """Write files that do not exist yet, with the folders they need: all of them or none.

    Raises DuchaError naming those that exist, or why one cannot be written.
    """
    refuse_existing(files)
    made: list[Path] = []
    try:
        for path, text in files.items():
            made += _make_folders(path.parent)
            write_whole(path, text)
            made.append(path)
    except BaseException:
        for path in reversed(made):
            with suppress(OSError):
                path.rmdir() if path.is_dir() else path.unlink()
        raise


def refuse_existing(files: Iterable[Path]) -> None:
    """Raise DuchaError naming those files that are there already, if any is."""
    if existing := [str(path) for path in files if os.path.lexists(path)]:
        few = "、".join(existing[:_NAMED]) + (f"等{len(existing)}个" if len(existing) > _NAMED else "")
        raise DuchaError(f"以下文件已经存在，没有写入任何文件：{few}")


def _make_folders(folder: Path) -> list[Path]:
    """Make a folder and those above it that are missing; return the ones made."""
    missing = [one for one in (folder, *folder.parents) if not os.path.lexists(one)]
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise DuchaError(f"目录“{folder}”建不了：{system_reason(fault)}") from None
    return missing[::-1]


def _target(path: Path, inputs: Iterable[Path]) -> Path:
    target = Path(os.path.realpath(path))
    if os.path.isdir(target):
        raise DuchaError(f"“{path}”是目录；-o要写文件名")
    if os.path.exists(target) and not os.path.isfile(target):
        raise DuchaError(f"“{path}”不是普通文件；-o要写文件名")
    if target.exists() and not (target.stat().st_mode & 0o222 and os.access(target, os.W_OK)):
        raise DuchaError(f"“{path}”是只读的，没有写入")
    if any(target == Path(os.path.realpath(source)) for source in inputs):
        raise DuchaError(f"“{path}”是方案或模板文件，不能覆盖；-o换一个文件名")
    return target


def _mode(path: Path) -> int:
    """The permissions the file has, or what a new file would get."""
    try:
        return path.stat().st_mode & 0o777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
