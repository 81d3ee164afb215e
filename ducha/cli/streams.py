"""stdout and stderr made safe for Chinese: UTF-8 where piped, no crash on a GBK terminal."""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper

from ducha.problems import DuchaError, system_reason


def prepare() -> None:
    """Set both streams so that any text can be written.

    Piped output is UTF-8 with ``\\n`` line ends on every system, the same bytes everywhere; a terminal keeps
    its own encoding, and a character that it lacks becomes ``?``.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            if stream.isatty():
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def is_terminal() -> bool:
    """Whether results go to a person's terminal."""
    return sys.stdout is not None and sys.stdout.isatty()


def complain(text: str) -> None:
    """Write one message to stderr, if there is one."""
    if sys.stderr is not None:
        print(text, file=sys.stderr)


def emit(text: str) -> None:
    """Write a result to stdout; a reader that has closed the pipe has seen enough."""
    if sys.stdout is None:
        raise DuchaError("没有可写的标准输出")
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as fault:  # nothing more may reach stdout, or Python's own last flush would fail too
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(fault, BrokenPipeError):
            raise DuchaError(f"输出写不了：{system_reason(fault)}") from None
