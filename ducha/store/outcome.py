"""One plan file, read against its campaign: its problems, and what a report took of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from ducha.model import Campaign, Ignored, Plan, Register
from ducha.problems import ANY, LEDGER, PLAN, Problem, has_errors
from ducha.problems import Path as DataPath
from ducha.rules import Identity, check_plan, identify
from ducha.store.file import File
from ducha.store.head import Head

if TYPE_CHECKING:
    from ducha.model.project import ProjectLedger
    from ducha.rules.records.nameable import Nameable

_T = TypeVar("_T")

Where = Callable[[DataPath], str]
"""path in a plan → ``file:line``; after ``LEDGER``, a path in its project ledger"""

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


def read_plan(
    head: Head, work: Work[_T], path: Path, ledgers: Mapping[Path, Sequence[Path]] = MappingProxyType({})
) -> Outcome[_T]:
    """Read a plan file and its project ledger, apply the rules, and let ``work`` take what it needs of a sound plan."""
    file, ledger = File(path, Plan), _ledger(ledgers.get(path, ()))
    files: list[File[Any]] = [file, ledger] if ledger else [file]
    plan = file.record
    if plan is None:
        return Outcome(file.name, problems=tuple(problem for one in files for problem in one.problems))
    if ledger and ledger.record:
        plan = plan.with_ledger(ledger.record)
    if head.campaign and head.register:
        _judge(head, head.campaign, head.register, plan, file, ledger)
    result = work(plan, _where(file, ledger)) if all(one.is_sound for one in files) else None
    ignore = None if file.spoils(("ignore",)) else plan.ignore
    problems = tuple(problem for one in files for problem in one.problems)
    return Outcome(file.name, _identity(head, file, plan), problems, result, ignore)


def _ledger(paths: Sequence[Path]) -> File[ProjectLedger] | None:
    if not paths:
        return None
    from ducha.store.tables.ledger import read_ledger  # which most plans have none of

    return read_ledger(paths)


def _where(file: File[Plan], ledger: File[ProjectLedger] | None) -> Where:
    """Where something stands: in the plan, or, if its path begins so, in the ledger."""
    if ledger is None:
        return file.where
    return lambda path: ledger.where(path[1:]) if path[:1] == (LEDGER,) else file.where(path)


def _judge(
    head: Head, campaign: Campaign, register: Register, plan: Plan, file: File[Plan], ledger: File[ProjectLedger] | None
) -> None:
    """Add what the rules find, in the plan's file and in its ledger's; doubts where they are asked for."""
    beside = {LEDGER: ledger} if ledger else {}
    file.add(head.independent(check_plan(campaign, register, plan), file, beside))
    if ledger and plan.ledger:
        from ducha.rules.projects import check_ledger

        ledger.add(head.independent(check_ledger(register, plan, plan.ledger), ledger, {PLAN: file}))
    if head.today and head.is_dated and not file.spoils(("ignore",)):  # else it may be what is to be ignored
        from ducha.rules.doubts import question_plan

        latest = campaign.as_of or head.today
        file.doubt_form()
        _doubt(head, file, head.independent(question_plan(campaign, register, plan, latest), file, beside))
        if ledger and plan.ledger:
            from ducha.rules.doubts.projects import question_ledger

            ledger.doubt_form()
            doubts = question_ledger(campaign, plan, plan.ledger, latest)
            _doubt(head, ledger, head.independent(doubts, ledger, {PLAN: file}))


def _doubt(head: Head, file: File[Any], found: Iterable[Problem]) -> None:
    doubts = list(found)
    file.add(doubt for doubt in doubts if head.lists(doubt))
    file.count(doubt for doubt in doubts if not head.lists(doubt))


def _identity(head: Head, file: File[Plan], plan: Plan) -> Identity | None:
    """What the plan is told from others by, None if that is not known."""
    if file.replaces(("id",)) or file.replaces(("number",)):
        return None
    identity = identify(plan, _items(head, file, plan))
    return identity._replace(title=Path(file.name).name) if file.replaces(("title",)) else identity


def _items(head: Head, file: File[Plan], plan: Plan) -> Mapping[str, Nameable] | None:
    """What the office's own records may name, of a wrong item only that it is there; None if even that is not known."""
    lists = ("milestones", "indicators", "duties")
    if head.named is None or head.campaign is None or head.register is None:
        return None
    if any(file.spoils((key, ANY, "id")) for key in lists):
        return None
    from ducha.rules.records.nameable import nameables  # which a campaign without such records never needs

    above = ("when", "lead", "responsible", "support")
    is_sound = head.file.is_sound and all(file.is_sound_at((key,)) for key in above)
    return nameables(head.campaign, head.register, plan, head.named, lambda path: is_sound and file.is_sound_at(path))
