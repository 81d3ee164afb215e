"""Only what is no error may be ignored."""

from __future__ import annotations

from collections.abc import Iterator

from ducha.model import Plan
from ducha.problems import SEVERITIES, Problem, may_be_ignored


def check_ignoring(plan: Plan) -> Iterator[Problem]:
    """Yield a problem for every ignored code that does not exist or is an error's."""
    for at, one in enumerate(plan.ignore):
        path = ("ignore", at, "code")
        if one.code not in SEVERITIES:
            meant = f"DC{one.code.upper().removeprefix('DC')}"
            hint = f"写成{meant}" if meant in SEVERITIES else "照check列出的代码写，如DC404"
            yield Problem("DC607", f"没有代码“{one.code}”", hint, path)
        elif not may_be_ignored(one.code):
            yield Problem("DC607", f"{one.code}不能忽略", "改正问题本身，删去这一项", path)
