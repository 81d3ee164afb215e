"""Work on many files in two processes, where there are enough of them to be worth a second one."""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

_T = TypeVar("_T")

ENOUGH = 60
"""files from which a second process saves more than it costs"""


def map_files(work: Callable[[Path], _T], paths: Sequence[Path]) -> list[_T]:
    """Return the work's result for each file, in order; the same whether one process did it or two.

    The second process is a fork that works on the second half and sends its results through a pipe, so
    results must be small and picklable. If it fails in any way the first process does that half as well,
    and meets whatever was wrong there itself.
    """
    if len(paths) < ENOUGH or (os.cpu_count() or 1) < 2 or not hasattr(os, "fork"):
        return [work(path) for path in paths]
    middle = len(paths) // 2
    child, pipe = _start(work, paths[middle:])
    try:
        first = [work(path) for path in paths[:middle]]
        second: list[_T] | None = _received(pipe)
    finally:
        os.close(pipe)  # a child that is still writing ends on it
        _, status = os.waitpid(child, 0)
    if status or second is None:
        second = [work(path) for path in paths[middle:]]
    return first + second


def _start(work: Callable[[Path], _T], paths: Sequence[Path]) -> tuple[int, int]:
    reading, writing = os.pipe()
    child = os.fork()
    if child:
        os.close(writing)
        return child, reading
    try:
        os.close(reading)
        with open(writing, "wb") as stream:
            pickle.dump([work(path) for path in paths], stream, pickle.HIGHEST_PROTOCOL)
        os._exit(0)
    finally:  # whatever happened: the first process finds out
        os._exit(1)


def _received(pipe: int) -> list[_T] | None:
    with open(pipe, "rb", closefd=False) as stream:
        try:
            result: list[_T] = pickle.load(stream)
        except (EOFError, pickle.UnpicklingError):
            return None
    return result
