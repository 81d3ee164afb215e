"""``ducha check``: every problem of every file, in one run."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ducha.cli import clock, options, streams
from ducha.problems import Problem, Severity

if TYPE_CHECKING:
    from ducha.store import Loaded

Shape = Annotated[str, typer.Option("--format", metavar="格式", help="text、json（供程序读取）或github（标注改动）。")]
Strict = Annotated[bool, typer.Option("--strict", help="有警告也算不通过。")]
Notes = Annotated[bool, typer.Option("--notes", help="也列出提示：文件本身如此、值得知道的情况。")]


def check(
    shape: Shape = "text",
    strict: Strict = False,
    notes: Notes = False,
    plans: options.Plans = Path("plans"),
) -> int:
    """检查全部文件，一次列出所有问题；代码的含义用ducha explain查看。"""
    from ducha import store

    wanted = options.parse_format(shape, ("text", "json", "github"))
    loaded = store.check(plans, clock.today(), notes=notes or wanted == "json")
    listed = [problem for problem in loaded.problems if notes or problem.severity is not Severity.NOTE]
    if wanted == "json":
        from ducha.render.machine.check import check_json

        streams.emit(check_json(loaded.problems, loaded.ignored))
    elif wanted == "github":
        from ducha.render.github import github_lines

        streams.emit(github_lines(listed))
    else:
        _show(loaded, listed, strict)
    failing = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
    return 1 if any(problem.severity in failing for problem in loaded.problems) else 0


def _show(loaded: Loaded[None], listed: Sequence[Problem], strict: bool) -> None:
    from ducha.render.problems import ignored_line, problem_block, summary_line

    if streams.is_terminal() and listed:
        from ducha.render.terminal import print_problems

        print_problems(listed, sys.stdout)
    else:
        streams.emit("".join(problem_block(problem) + "\n\n" for problem in listed))
    last = [ignored_line(ignored) for ignored in loaded.ignored]
    last.append(summary_line(loaded.problems, loaded.read, strict=strict))
    if len(listed) < len(loaded.problems):
        last.append("提示是文件本身如此、值得知道的情况，加--notes列出。")
    streams.emit("\n".join(last) + "\n")
