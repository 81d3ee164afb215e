"""What is wrong with the content (a value) and what stops the program (an exception).

Wrong content never raises: every stage returns its values and its ``Problem``s, so one run reports
all of them. Only a program that cannot go on raises ``DuchaError``, which the command line turns into
one line of Chinese and an exit code.
"""

from __future__ import annotations

import errno
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

Path = tuple[str | int, ...]
"""Keys and positions from the top of a file to a value: ``("milestones", 3, "due")``."""

KEY = "[key]"
"""at the end of a path: not the value but its key, as pydantic writes it"""


class Severity(StrEnum):
    """How much a problem matters: an ``ERROR`` keeps its plan out of every report."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Problem(NamedTuple):
    """One thing that is wrong with one value of one file.

    ``file`` names the file as the user gave it; ``line`` and ``column`` count from 1, columns in
    characters, and are None until the store has located ``path`` in the file's text.
    """

    code: str
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR
    file: str = ""
    path: Path = ()
    line: int | None = None
    column: int | None = None


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any problem keeps its plan out of reports."""
    return any(problem.severity is Severity.ERROR for problem in problems)


class DuchaError(Exception):
    """The program cannot go on; the text is one Chinese line for the user."""

    exit_code = 2


class TemplateFault(DuchaError):
    """A template is broken; the text names ``template:line`` and the names that exist."""

    exit_code = 1


_REASONS = {
    errno.ENOENT: "没有这个文件或目录",
    errno.ENOTDIR: "路径中有一段是文件，不是目录",
    errno.EISDIR: "这是目录，不是文件",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "所在磁盘只读",
    errno.ENOSPC: "磁盘已满",
    errno.ENAMETOOLONG: "名称太长",
    errno.ELOOP: "符号链接循环",
}


def system_reason(fault: OSError) -> str:
    """Return why the system refused something, in Chinese."""
    return _REASONS.get(fault.errno or 0, f"系统错误{fault.errno}")
