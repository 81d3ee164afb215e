"""Problems as lines a person can act on."""

from __future__ import annotations

from collections.abc import Sequence

from ducha.problems import Problem, Severity

_SEVERITIES = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.NOTE: "提示"}


def problem_line(problem: Problem) -> str:
    """``plans/08-land.yaml:12:5: 错误DC302：…（…）``."""
    place = ":".join(str(part) for part in (problem.file, problem.line, problem.column) if part)
    hint = f"（{problem.hint}）" if problem.hint else ""
    return f"{place}: {_SEVERITIES[problem.severity]}{problem.code}：{problem.message}{hint}"


def summary_line(problems: Sequence[Problem], files: int) -> str:
    """How many files were checked and what was found."""
    if not problems:
        return f"检查了{files}个文件，没有问题。"
    counts = (
        f"{word}{count}个"
        for severity, word in _SEVERITIES.items()
        if (count := sum(problem.severity is severity for problem in problems))
    )
    return f"检查了{files}个文件：{'，'.join(counts)}。"


def left_out_note(files: Sequence[str]) -> list[str]:
    """The paragraph that names the plans which are not in the figures, if there are any."""
    if not files:
        return []
    return ["未计入以上数字的方案文件（内容有误，请用ducha check查看）：" + "、".join(files)]
