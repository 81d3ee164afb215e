"""What is wrong between files, and what their own ``ignore`` keeps out: asked once every plan has been read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from ducha.problems import Problem, Severity, may_be_ignored
from ducha.rules import find_clashes
from ducha.store.head import Head
from ducha.store.outcome import Ignoring, Outcome
from ducha.store.syntax.placed import Placed
from ducha.store.syntax.text import read_text

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
        is_settled = _settled(head.file.problems)
        judged = [_without_ignored(outcome, is_settled=is_settled) for outcome in judged]
    return judged


def _add_clashes(outcomes: list[Outcome[_T]]) -> None:
    readable = [at for at, outcome in enumerate(outcomes) if outcome.identity]
    files: dict[int, Placed] = {}
    for clash in find_clashes([outcome.identity for outcome in outcomes if outcome.identity]):
        earlier, later = readable[clash.earlier], readable[clash.later]
        for at in (earlier, later):
            files[at] = files.get(at) or _read(outcomes[at])
            outcomes[at] = outcomes[at]._replace(clashes=True)
        there = files[earlier].locate(clash.problem)
        _add(outcomes, later, files[later].locate(clash.problem)._replace(related=(there.spot,)))


def _add_coverage(head: Head, outcomes: list[Outcome[_T]], *, are_all: bool) -> None:
    if head.campaign is None or head.file.spoils(("supervision",), Severity.WARNING):
        return
    from ducha.rules.doubts.coverage import question_coverage

    readable = [at for at, outcome in enumerate(outcomes) if outcome.identity]
    found = question_coverage(head.campaign, [outcome.identity.id for outcome in outcomes if outcome.identity])
    for index, problem in found:
        if index is not None:
            if outcomes[readable[index]].ignore is not None:  # else it may be what is to be ignored
                _add(outcomes, readable[index], _read(outcomes[readable[index]]).locate(problem))
        elif problem.code != "DC303" or are_all:  # a plan that could not be read may be the one that is meant
            head.file.add([problem])


def _add(outcomes: list[Outcome[_T]], at: int, problem: Problem) -> None:
    outcomes[at] = outcomes[at]._replace(problems=(*outcomes[at].problems, problem))


def _read(outcome: Outcome[_T]) -> Placed:
    """Read a file again for its places alone: the paths that are asked for here are the same in record and text."""
    from ducha.store.syntax.recovery import careful_data

    found = read_text(Path(outcome.file))
    text = "" if isinstance(found, Problem) else found
    placed = Placed(outcome.file, text)
    placed.known = careful_data(text).places
    return placed


def _without_ignored(outcome: Outcome[_T], *, is_settled: bool) -> Outcome[_T]:
    """Take out what the plan ignores, and, where nothing else is to be settled first, doubt what it ignores in vain."""
    if not outcome.ignore:
        return outcome
    reasons = {one.code: one.reason for one in outcome.ignore if may_be_ignored(one.code)}
    counts = Counter(problem.code for problem in outcome.problems if problem.code in reasons)
    kept = [problem for problem in outcome.problems if problem.code not in reasons]
    if is_settled and _settled(kept) and (idle := list(_idle(outcome, counts))):
        file = _read(outcome)
        kept += (file.locate(problem) for problem in idle)
    ignored = (Ignoring(outcome.file, code, reason, counts[code]) for code, reason in reasons.items() if counts[code])
    return outcome._replace(problems=tuple(kept), ignored=tuple(ignored))


_UNSETTLED = frozenset(("DC211", "DC303", "DC308"))
"""no errors, and yet they keep back what a plan may want to be ignored"""


def _settled(problems: Iterable[Problem]) -> bool:
    return not any(problem.code in _UNSETTLED or problem.severity is Severity.ERROR for problem in problems)


def _idle(outcome: Outcome[_T], counts: Counter[str]) -> Iterator[Problem]:
    seen: set[str] = set()
    for at, one in enumerate(outcome.ignore or ()):
        if may_be_ignored(one.code) and (not counts[one.code] or one.code in seen):
            yield Problem("DC608", f"本方案没有要忽略的{one.code}", "删去这一项", ("ignore", at, "code"))
        seen.add(one.code)
