"""One process at a time: a file beside the one that is changed says that somebody is at it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ducha.problems import DuchaError, system_reason


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Keep every other process that asks first from changing a file meanwhile; works on shared folders too.

    Raises DuchaError at once if another is at it: whatever waited here would find the file changed.
    """
    lock = path.with_name(f".{path.name}.lock")
    try:
        os.close(os.open(lock, os.O_CREAT | os.O_EXCL))
    except FileExistsError:
        raise DuchaError(
            f"有人正在登记，没有写入，请稍后重新运行；确知没有人在登记的（如上次中途断电），先删去“{lock}”"
        ) from None
    except OSError as fault:
        raise DuchaError(f"“{lock}”写不了：{system_reason(fault)}") from None
    try:
        yield
    finally:
        with suppress(FileNotFoundError):
            os.unlink(lock)
