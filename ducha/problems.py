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

CAMPAIGN = "[campaign]"
"""at the beginning of a path that a rule rests on: it is one of ``campaign.yaml``, not of the plan"""

PLAN = "[plan]"
"""the same where the rule is about a project ledger: it is a path of its plan"""

LEDGER = "[ledger]"
"""the same where the rule is about a plan: it is a path of its project ledger"""

ANY = "[any]"
"""in a path that a rule rests on: whichever entry of the list"""


class Severity(StrEnum):
    """How much a problem matters."""

    ERROR = "error"
    """keeps its plan out of every report"""
    WARNING = "warning"
    """is suspicious; it fails a strict check only"""
    NOTE = "note"
    """is how the document is, and good to know"""


_CODES = {
    Severity.ERROR: """
        DC101 DC102 DC103 DC104 DC105 DC106 DC107
        DC201 DC202 DC203 DC204 DC205 DC206 DC207 DC208 DC209 DC210
        DC301 DC302 DC304 DC305 DC310 DC401 DC402 DC412 DC413 DC501 DC502 DC510 DC511 DC512
        DC520 DC521 DC522 DC523 DC524 DC525 DC526 DC527 DC607
        DC701 DC702 DC703 DC704 DC705 DC706 DC707 DC720 DC721 DC730 DC731 DC732
    """,
    Severity.WARNING: """
        DC211 DC303 DC306 DC307 DC308 DC403 DC404 DC407 DC409 DC411 DC414 DC503 DC504 DC505 DC506 DC507 DC508 DC509
        DC513 DC514 DC515 DC516 DC528 DC529 DC530 DC531 DC532 DC533 DC536
        DC601 DC602 DC603 DC604 DC605 DC606 DC608 DC609 DC610 DC611
        DC708 DC709 DC710 DC722 DC723 DC724 DC733 DC734
    """,
    Severity.NOTE: "DC309 DC405 DC406 DC408 DC410 DC534 DC535 DC711 DC735",
}

SEVERITIES = {code: severity for severity, codes in _CODES.items() for code in codes.split()}
"""code → how much it matters.

1: file and YAML, 2: keys and values, 3: names, 4: dates, 5: figures, 6: progress, 7: supervision.
"""


def may_be_ignored(code: str) -> bool:
    """Whether a plan may keep a kind of problem out of its list: no error, and not the idle ignoring itself."""
    return SEVERITIES.get(code, Severity.ERROR) is not Severity.ERROR and code != "DC608"


class Spot(NamedTuple):
    """A place in a file: ``line`` and ``column`` count from 1, columns and ``length`` in characters."""

    file: str
    """as the user gave it"""
    line: int = 1
    column: int = 1
    length: int = 1
    source: str = ""
    """the text of the line, without its end"""


class Problem(NamedTuple):
    """One thing that is wrong with one value of one file, and what to write instead.

    A rule gives paths; the store, which knows the text, adds the spots.
    """

    code: str
    message: str
    hint: str = ""
    path: Path = ()
    also: tuple[Path, ...] = ()
    """what else it is about: the place where an id was used before"""
    rests_on: tuple[Path, ...] = ()
    """what it was judged by; if something is wrong there, that may be all that is wrong"""
    spot: Spot = Spot("")
    related: tuple[Spot, ...] = ()
    """the spots of ``also``"""

    @property
    def severity(self) -> Severity:
        """How much it matters."""
        return SEVERITIES[self.code]

    @property
    def file(self) -> str:
        """The file it is in, as the user gave it."""
        return self.spot.file

    @property
    def line(self) -> int:
        """Its line, from 1."""
        return self.spot.line

    @property
    def column(self) -> int:
        """Its column, from 1, in characters."""
        return self.spot.column


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
    errno.EEXIST: "已有同名的文件",
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
