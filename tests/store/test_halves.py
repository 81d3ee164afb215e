"""Two processes do what one does."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path
from typing import Any

import pytest

from ducha.store import halves
from ducha.store.halves import map_files

PATHS = [Path(str(number)) for number in range(halves.ENOUGH + 1)]


@pytest.fixture(autouse=True)
def _two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)


def test_results_come_in_the_order_of_the_files() -> None:
    assert map_files(str, PATHS) == [str(path) for path in PATHS]


def test_the_second_half_is_done_elsewhere() -> None:
    processes = map_files(lambda path: os.getpid(), PATHS)
    assert processes[0] == os.getpid()
    assert len(set(processes)) == 2
    assert processes == sorted(processes, key=processes.index)


def test_few_files_are_not_worth_it() -> None:
    assert set(map_files(lambda path: os.getpid(), PATHS[:-2])) == {os.getpid()}


def test_more_than_a_pipe_holds() -> None:
    assert map_files(lambda path: "督查" * 10_000, PATHS) == ["督查" * 10_000] * len(PATHS)


def elsewhere(action: Any) -> Any:
    """Work that does something else in the second process."""
    here = os.getpid()

    def work(path: Path) -> str:
        if os.getpid() != here:
            return action()  # type: ignore[no-any-return]
        return path.name

    return work


def fail() -> None:
    raise RuntimeError


@pytest.mark.parametrize("action", [fail, lambda: os._exit(0), lambda: os.kill(os.getpid(), 9), lambda: lambda: 0])
def test_what_the_second_process_cannot_do_the_first_does(action: Any, capfd: pytest.CaptureFixture[str]) -> None:
    assert map_files(elsewhere(action), PATHS) == [path.name for path in PATHS]
    assert capfd.readouterr() == ("", "")


def test_what_fails_in_the_first_process_ends_the_second() -> None:
    def work(path: Path) -> str:
        if path.name == "3":
            raise KeyError(path)
        return "督查" * 10_000

    with pytest.raises(KeyError):
        map_files(work, PATHS)
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, 0)


def refuse(*_: object) -> None:
    raise OSError


@pytest.mark.parametrize("call", ["fork", "pipe"])
def test_a_second_process_that_the_system_refuses_is_done_without(call: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, call, refuse)
    assert map_files(lambda path: os.getpid(), PATHS) == [os.getpid()] * len(PATHS)


def test_a_child_that_the_system_buries_itself() -> None:
    usual = signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    try:
        assert map_files(str, PATHS) == [str(path) for path in PATHS]
    finally:
        signal.signal(signal.SIGCHLD, usual)


def test_a_failure_does_not_wait_for_the_other_half() -> None:
    here = os.getpid()

    def work(path: Path) -> None:
        if os.getpid() != here:
            time.sleep(60)
        raise KeyError(path)

    start = time.monotonic()
    with pytest.raises(KeyError):
        map_files(work, PATHS)
    assert time.monotonic() - start < 30
