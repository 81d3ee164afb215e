"""Work on many files in two processes, where there are enough of them to be worth a second one."""

from __future__ import annotations

import os
import pickle
import signal
from collections.abc import Callable, Sequence
from contextlib import suppress
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
    started = _start(work, paths[middle:])
    if started is None:
        return [work(path) for path in paths]
    child, pipe = started
    try:
        first = [work(path) for path in paths[:middle]]
        second: list[_T] | None = _received(pipe)
    except BaseException:
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        raise
    finally:
        os.close(pipe)
        is_whole = _ended_well(child)
    return first + (second if is_whole and second is not None else [work(path) for path in paths[middle:]])


def _start(work: Callable[[Path], _T], paths: Sequence[Path]) -> tuple[int, int] | None:
    """Start the second process and return its id and the pipe to read from, None where the system refuses it."""
    try:
        reading, writing = os.pipe()
    except OSError:
        return None
    try:
        child = os.fork()
    except OSError:
        os.close(reading)
        os.close(writing)
        return None
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
        except Exception:  # cut off anywhere, it may be taken for anything
            return None
    return result


def _ended_well(child: int) -> bool:
    try:
        return os.waitpid(child, 0)[1] == 0
    except ChildProcessError:  # the system itself has buried it: what came through the pipe is whole or is not
        return True
