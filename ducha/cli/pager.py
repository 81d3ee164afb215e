"""Long results a screen at a time, in the user's own pager, as git does it; nothing is lost if that fails.

``pydoc.pager`` and Rich's, which is the same, ask a shell, the locale's encoding and ``MANPAGER``, and lose the text
where the pager does not exist.
"""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import sys

from ducha.cli import streams
from ducha.problems import system_reason

_VARIABLES = ("DUCHA_PAGER", "PAGER")
_SETTINGS = {"LESS": "FRX", "LESSCHARSET": "utf-8"}
"""for less, unless the user has others: leave short texts on the screen, show colours and Chinese"""


def page(text: str) -> None:
    """Show text in the pager, or on the terminal itself if there is no pager or it fails."""
    command = _command()
    fault = _feed(command, text) if command else None
    if fault or not command:
        streams.emit(text)
    if fault:
        streams.complain(f"ducha：分页程序“{command}”{fault}，已改为直接显示")


def _command() -> str:
    """The first of the variables that is set, where an empty one means no pager, else less if there is one."""
    for name in _VARIABLES:
        if name in os.environ:
            return os.environ[name].strip()
    return "less -R" if shutil.which("less") else ""


def _feed(command: str, text: str) -> str | None:
    """Run the pager on the text, in UTF-8; return what went wrong, if anything.

    Ctrl-C belongs to the pager meanwhile, and a pager that ends on it has not failed.
    """
    interrupts: list[int] = []
    usual = signal.signal(signal.SIGINT, lambda number, _: interrupts.append(number))
    sys.stdout.flush()
    try:
        ended = subprocess.run(
            shlex.split(command),
            input=text.encode("utf-8", "backslashreplace"),
            env=_SETTINGS | os.environ,
            check=False,
        )
    except ValueError:
        return "的引号不成对"
    except OSError as fault:
        return f"启动不了：{system_reason(fault)}"
    finally:
        signal.signal(signal.SIGINT, usual)
    return f"以退出码{ended.returncode}结束" if ended.returncode and not interrupts else None
