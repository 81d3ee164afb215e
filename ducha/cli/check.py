"""``ducha check``: every problem of every file, in one run."""

from __future__ import annotations

from pathlib import Path

from ducha.cli import options, streams


def check(
    shape: options.Format = "text",
    plans: options.Plans = Path("plans"),
) -> int:
    """检查全部文件，一次列出所有问题。"""
    from ducha import store
    from ducha.problems import has_errors
    from ducha.render.machine import check_json
    from ducha.render.problems import problem_line, summary_line

    wanted = options.parse_format(shape)
    loaded = store.check(plans)
    if wanted == "json":
        streams.emit(check_json(loaded.problems))
    else:
        lines = [problem_line(problem) for problem in loaded.problems]
        streams.emit("\n".join([*lines, summary_line(loaded.problems, loaded.read)]) + "\n")
    return 1 if has_errors(loaded.problems) else 0
