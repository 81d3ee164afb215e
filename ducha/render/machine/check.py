"""``ducha check`` as JSON."""

from __future__ import annotations

from collections.abc import Sequence

from ducha.problems import Problem
from ducha.render.machine.shared import dumped, problem_json
from ducha.render.problems import Ignored


def check_json(problems: Sequence[Problem], ignored: Sequence[Ignored]) -> str:
    """Return ``ducha check`` as JSON."""
    counts = dict.fromkeys(("error", "warning", "note"), 0)
    for problem in problems:
        counts[problem.severity] += 1
    return dumped(
        command="check",
        problems=[problem_json(problem) for problem in problems],
        ignored=[dict(zip(("file", "code", "reason", "count"), one, strict=True)) for one in ignored],
        counts=counts,
    )
