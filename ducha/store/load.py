"""A directory to a campaign: find, read, validate, apply the rules, place every problem, and pass each plan on.

A plan is dropped as soon as its report has taken what it needs, so that memory does not grow with the number
of plans, and results small enough to be sent from a second process.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from ducha.model import Campaign, Plan, Register
from ducha.problems import Path as DataPath
from ducha.problems import Problem, has_errors
from ducha.rules import Identity, check_campaign, check_group_plans, check_plan, find_clashes, identify
from ducha.store.file import File, located
from ducha.store.find import Found, find
from ducha.store.halves import map_files

_T = TypeVar("_T")

Where = Callable[[DataPath], str]
"""path in a plan → ``file:line``"""

Work = Callable[[Plan, Where], _T | None]
"""what a report takes from each sound plan, None for nothing"""


class Loaded(NamedTuple, Generic[_T]):
    """What a report took of the sound plans, and every problem of every file."""

    campaign: Campaign | None
    results: tuple[_T, ...]
    """what was taken, in the plans' order"""
    identities: tuple[Identity, ...]
    """of every sound plan"""
    left_out: tuple[str, ...]
    """titles and file names of the plans that no report can use, because their file has an error"""
    problems: tuple[Problem, ...]
    read: int
    """how many files were looked at"""


class CampaignFiles:
    """A campaign's directory whose ``campaign.yaml`` has been read, and whose plans have not yet.

    Raises DuchaError if the directory is missing or holds no campaign.
    """

    def __init__(self, directory: Path) -> None:
        self._found = find(directory)
        self._head = File(self._found.campaign, Campaign)
        campaign, wrong = self._head.record, frozenset(self._head.wrong_keys)
        self._known = _Head(campaign, Register(campaign) if campaign else None, wrong)
        if campaign:
            self._head.add(check_campaign(campaign))

    @property
    def campaign(self) -> Campaign | None:
        """The campaign, None if its file has an error."""
        return self._head.record if self._head.is_sound else None

    @property
    def paths(self) -> tuple[Path, ...]:
        """The files of the campaign, which no result may overwrite."""
        return self._found.campaign, *self._found.plans

    def load(self, work: Work[_T]) -> Loaded[_T]:
        """Read every plan and return what ``work`` makes of the sound ones."""
        with _no_collecting():
            outcomes = map_files(partial(_outcome, self._known, work), self._found.plans)
        return _gathered(self._found, self._head, _without_clashes(outcomes))


def check(directory: Path) -> Loaded[None]:
    """Read a campaign's directory for its problems alone."""
    return CampaignFiles(directory).load(lambda plan, where: None)


def load_plans(directory: Path) -> Loaded[Plan]:
    """Read a campaign's directory and keep every plan whole."""
    return CampaignFiles(directory).load(lambda plan, where: plan)


class _Outcome(NamedTuple, Generic[_T]):
    """What one plan file came to."""

    file: str
    identity: Identity | None
    problems: tuple[Problem, ...]
    result: _T | None

    @property
    def is_sound(self) -> bool:
        return self.identity is not None and not has_errors(self.problems)

    @property
    def name(self) -> str:
        """The file by its plan's title, as far as that can be read."""
        name = Path(self.file).name
        return f"《{self.identity.title}》（{name}）" if self.identity else name


def _outcome(head: _Head, work: Work[_T], path: Path) -> _Outcome[_T]:
    file = File(path, Plan)
    plan = file.record
    if plan is None:
        return _Outcome(file.name, None, tuple(file.problems), None)
    if head.campaign and head.register:
        wrong = head.wrong | file.wrong_keys
        found = check_plan(head.campaign, head.register, plan)
        file.add(problem for problem in found if not _FOLLOWS.get(problem.code, frozenset()) & wrong)
    result = work(plan, file.where) if file.is_sound else None
    return _Outcome(file.name, identify(plan), tuple(file.problems), result)


class _Head(NamedTuple):
    """What reading a plan takes of ``campaign.yaml``, as far as that could be read."""

    campaign: Campaign | None
    register: Register | None
    wrong: frozenset[str | int]
    """its top-level keys under which something is wrong"""


_FOLLOWS = {
    "DC302": frozenset(("units", "unit_groups")),
    "DC304": frozenset(("phases",)),
    "DC305": frozenset(("indicators",)),
}
"""code of a rule → top-level keys that, when something under them is wrong, may be all that is wrong"""


def _without_clashes(outcomes: Sequence[_Outcome[_T]]) -> list[_Outcome[_T]]:
    """Add what is wrong between files; each such file is read again, to find the place."""
    readable = [at for at, outcome in enumerate(outcomes) if outcome.identity]
    identities = [outcome.identity for outcome in outcomes if outcome.identity]
    placed = list(outcomes)
    for index, problem in find_clashes(identities):
        at = readable[index]
        (found,) = located(Path(placed[at].file), [problem])
        placed[at] = placed[at]._replace(problems=(*placed[at].problems, found))
    return placed


def _gathered(found: Found, head: File[Campaign], outcomes: Sequence[_Outcome[_T]]) -> Loaded[_T]:
    if head.record and all(outcome.identity for outcome in outcomes):
        head.add(check_group_plans(head.record, [outcome.identity.id for outcome in outcomes if outcome.identity]))
    sound = sorted((o for o in outcomes if head.is_sound and o.is_sound), key=_number)
    problems = [*found.problems, *head.problems, *(problem for outcome in outcomes for problem in outcome.problems)]
    return Loaded(
        campaign=head.record if head.is_sound else None,
        results=tuple(outcome.result for outcome in sound if outcome.result is not None),
        identities=tuple(outcome.identity for outcome in sound if outcome.identity),
        left_out=(
            *(outcome.name for outcome in outcomes if not outcome.is_sound),
            *(Path(problem.file).name for problem in found.problems),
        ),
        problems=tuple(sorted(problems, key=lambda p: (p.file, p.line or 0, p.column or 0, p.code))),
        read=1 + len(outcomes) + len(found.problems),
    )


def _number(outcome: _Outcome[_T]) -> int:
    return outcome.identity.number if outcome.identity else 0


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Hold the garbage collector back: it would go through all that is read, again and again, for nothing."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
