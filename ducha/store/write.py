"""Write a file whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from ducha.problems import DuchaError


def write_whole(path: Path, text: str) -> None:
    """Write UTF-8 text beside the target, then put it in its place; raises DuchaError if that fails."""
    if path.is_dir():
        raise DuchaError(f"“{path}”是目录；-o要写文件名")
    try:
        handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as fault:
        raise DuchaError(f"“{path}”写不了：{fault.strerror}") from None
    try:
        with open(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
        os.chmod(beside, _mode(path))
        os.replace(beside, path)
    except OSError as fault:
        os.unlink(beside)
        raise DuchaError(f"“{path}”写不了：{fault.strerror}") from None


def _mode(path: Path) -> int:
    """The permissions the file has, or what a new file would get."""
    try:
        return path.stat().st_mode & 0o777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
