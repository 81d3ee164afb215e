"""Problems as an official reads them: place, message, the line with a caret under the value, what to write instead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ducha.problems import Problem, Severity, Spot

WORDS = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.NOTE: "提示"}


_NARROWEST = 20
"""cells that an excerpt takes in any case"""

Ignored = tuple[str, str, str, int]
"""file, code, reason and how many were kept out"""


class Line(NamedTuple):
    """A line of a problem and what it is, for those who colour it."""

    text: str
    role: str
    """head, source, caret or hint"""


def problem_line(problem: Problem) -> str:
    """``plans/08-land.yaml:12:5: 错误DC302：…（…）``, all in one line."""
    hint = f"（{problem.hint}）" if problem.hint else ""
    return f"{_place(problem.spot)}: {_title(problem)}{hint}"


def problem_block(problem: Problem) -> str:
    """The same in several lines, with the lines of the file that it is about."""
    return "\n".join(line.text for line in problem_lines(problem))


def problem_lines(problem: Problem, cells: int | None = None) -> Iterator[Line]:
    """Yield the lines of a problem's block, its excerpts no wider than some ``cells``."""
    yield Line(f"{_place(problem.spot)}: {_title(problem)}", "head")
    from ducha.render.excerpt import ROOM, excerpt  # which a report never shows

    spots = [problem.spot, *problem.related]
    margin = max(len(str(spot.line)) for spot in spots) + 2
    for number, spot in enumerate(spots):
        if number:
            yield Line(f"{'':{margin}}--> {_place(spot)}", "source")
        if spot.source.strip():
            source, caret = excerpt(spot, max(_NARROWEST, cells - margin - 3) if cells else ROOM)
            yield Line(f"{spot.line:>{margin}} | {source}", "source")
            yield Line(f"{'':{margin}} | {caret}", "caret")
    if problem.hint:
        yield Line(f"{'':{margin}} = {problem.hint}", "hint")


def summary_line(problems: Sequence[Problem], files: int, *, strict: bool = False) -> str:
    """How many files were checked and what was found; ``strict`` says that a warning is a failure."""
    counts = [(word, sum(problem.severity is severity for problem in problems)) for severity, word in WORDS.items()]
    counted = "，".join(f"{word}{count}个" for word, count in counts if count)
    severities = {problem.severity for problem in problems}
    verdict = "有警告，按--strict不通过。" if strict and Severity.WARNING in severities - {Severity.ERROR} else ""
    return f"检查了{files}个文件" + (f"：{counted}。" if counted else "，没有问题。") + verdict


def left_out_note(files: Sequence[str]) -> list[str]:
    """The paragraph that names what is not in the figures, if there are any."""
    if not files:
        return []
    return ["未计入以上数字的文件（内容有误，请用ducha check查看）：" + "、".join(files)]


def ignored_line(ignored: Ignored) -> str:
    """What a plan keeps out of its problems, and why."""
    file, code, reason, count = ignored
    return f"{file}: 按方案的ignore不提示{code}，{count}处（理由：{reason}）"


def _title(problem: Problem) -> str:
    return f"{WORDS[problem.severity]}{problem.code}：{problem.message}"


def _place(spot: Spot) -> str:
    file = "".join(character if character >= " " and character != "\x7f" else "?" for character in spot.file)
    return f"{file}:{spot.line}:{spot.column}"
