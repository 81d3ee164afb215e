"""One plan file, read against its campaign: its problems, and what a report took of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from ducha.model import Ignored, Plan
from ducha.problems import ANY, Problem, has_errors
from ducha.problems import Path as DataPath
from ducha.rules import Identity, check_plan, identify
from ducha.store.file import File
from ducha.store.head import Head

_T = TypeVar("_T")

Where = Callable[[DataPath], str]
"""path in a plan → ``file:line``"""

Work = Callable[[Plan, Where], _T | None]
"""what a report takes from each sound plan, None for nothing"""


class Ignoring(NamedTuple):
    """What a plan keeps out of its problems, and why."""

    file: str
    code: str
    reason: str
    times: int


class Outcome(NamedTuple, Generic[_T]):
    """What one plan file came to; small enough to be sent from a second process."""

    file: str
    identity: Identity | None = None
    problems: tuple[Problem, ...] = ()
    result: _T | None = None
    ignore: tuple[Ignored, ...] | None = ()
    """what the plan wants to be ignored, None if that is not known"""
    ignored: tuple[Ignoring, ...] = ()
    """what has been"""
    clashes: bool = False
    """its id or number is another plan's too, so that nobody can say which is meant"""

    @property
    def is_sound(self) -> bool:
        """Whether a report may use the plan."""
        return self.identity is not None and not self.clashes and not has_errors(self.problems)

    @property
    def name(self) -> str:
        """The file by its plan's title, as far as that can be read."""
        name = Path(self.file).name
        return f"《{self.identity.title}》（{name}）" if self.identity else name


def read_plan(head: Head, work: Work[_T], path: Path) -> Outcome[_T]:
    """Read a plan file, apply the rules, and let ``work`` take what it needs of a sound plan."""
    file = File(path, Plan)
    plan = file.record
    if plan is None:
        return Outcome(file.name, problems=tuple(file.problems))
    if head.campaign and head.register:
        file.add(head.independent(check_plan(head.campaign, head.register, plan), file))
        if head.today and head.is_dated and not file.spoils(("ignore",)):  # else it may be what is to be ignored
            from ducha.rules.doubts import question_plan

            file.doubt_blanks()
            latest = head.campaign.as_of or head.today
            doubts = list(head.independent(question_plan(head.campaign, head.register, plan, latest), file))
            file.add(doubt for doubt in doubts if head.lists(doubt))
            file.count(doubt for doubt in doubts if not head.lists(doubt))
    result = work(plan, file.where) if file.is_sound else None
    ignore = None if file.spoils(("ignore",)) else plan.ignore
    return Outcome(file.name, _identity(head, file, plan), tuple(file.problems), result, ignore)


def _identity(head: Head, file: File[Plan], plan: Plan) -> Identity | None:
    """What the plan is told from others by, None if that is not known."""
    if file.replaces(("id",)) or file.replaces(("number",)):
        return None
    lists = ("milestones", "indicators", "duties")
    identity = identify(plan, with_items=head.wants_items and not any(file.spoils((key, ANY, "id")) for key in lists))
    return identity._replace(title=Path(file.name).name) if file.replaces(("title",)) else identity
