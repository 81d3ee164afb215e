"""What is wrong between files, and what their own ``ignore`` keeps out: asked once every plan has been read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from ducha.model import Plan
from ducha.problems import SEVERITIES, Problem, Severity, has_errors
from ducha.rules import find_clashes
from ducha.store.file import File
from ducha.store.head import Head
from ducha.store.outcome import Ignoring, Outcome

_T = TypeVar("_T")


def judge_together(head: Head, outcomes: Sequence[Outcome[_T]], *, are_all: bool) -> list[Outcome[_T]]:
    """Add what is wrong between files; a file that needs it is read again, to find the place.

    ``are_all``: whether every file of the directory is among them.
    """
    judged = list(outcomes)
    _add_clashes(judged)
    if head.campaign and head.today:
        are_known = all(outcome.identity and not outcome.clashes for outcome in judged)
        _add_coverage(head, judged, are_all=are_all and are_known)
        judged = [_without_ignored(outcome) for outcome in judged]
    return judged


def _add_clashes(outcomes: list[Outcome[_T]]) -> None:
    readable = [at for at, outcome in enumerate(outcomes) if outcome.identity]
    for clash in find_clashes([outcome.identity for outcome in outcomes if outcome.identity]):
        earlier, later = readable[clash.earlier], readable[clash.later]
        there = _located(outcomes[earlier], clash.problem)
        problem = _located(outcomes[later], clash.problem)
        _add(outcomes, later, problem._replace(related=(there.spot,)))
        for at in (earlier, later):
            outcomes[at] = outcomes[at]._replace(clashes=True)


def _add_coverage(head: Head, outcomes: list[Outcome[_T]], *, are_all: bool) -> None:
    if head.campaign is None or head.file.spoils(("supervision",)):
        return
    from ducha.rules.doubts.coverage import question_coverage

    readable = [at for at, outcome in enumerate(outcomes) if outcome.identity]
    found = question_coverage(head.campaign, [outcome.identity.id for outcome in outcomes if outcome.identity])
    for index, problem in found:
        if index is not None:
            _add(outcomes, readable[index], _located(outcomes[readable[index]], problem))
        elif problem.code != "DC303" or are_all:  # a plan that could not be read may be the one that is meant
            head.file.add([problem])


def _add(outcomes: list[Outcome[_T]], at: int, *problems: Problem) -> None:
    outcomes[at] = outcomes[at]._replace(problems=(*outcomes[at].problems, *problems))


def _located(outcome: Outcome[_T], problem: Problem) -> Problem:
    return File(Path(outcome.file), Plan).locate(problem)


def _without_ignored(outcome: Outcome[_T]) -> Outcome[_T]:
    """Take out what the plan ignores, and add what is odd about its ignoring."""
    reasons = {one.code: one.reason for one in outcome.ignore if SEVERITIES.get(one.code, "error") != Severity.ERROR}
    counts = Counter(problem.code for problem in outcome.problems if problem.code in reasons)
    kept = [problem for problem in outcome.problems if problem.code not in reasons]
    if not has_errors(kept):  # which may keep back what is to be ignored
        kept += (_located(outcome, problem) for problem in _idle(outcome, counts))
    ignored = (Ignoring(outcome.file, code, reason, counts[code]) for code, reason in reasons.items() if counts[code])
    return outcome._replace(problems=tuple(kept), ignored=tuple(ignored))


def _idle(outcome: Outcome[_T], counts: Counter[str]) -> Iterator[Problem]:
    for at, one in enumerate(outcome.ignore):
        known = SEVERITIES.get(one.code, Severity.ERROR) is not Severity.ERROR
        if known and (not counts[one.code] or one.code in {before.code for before in outcome.ignore[:at]}):
            hint = "删去这一项"
            yield Problem("DC608", f"本方案没有要忽略的{one.code}", hint, ("ignore", at, "code"))
