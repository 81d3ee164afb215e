"""A directory to a campaign: find, read, validate, apply the rules, place every problem, and pass each plan on.

A plan is dropped as soon as its report has taken what it needs, so that memory does not grow with the number
of plans, and results small enough to be sent from a second process.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from ducha.model import Campaign, Plan
from ducha.problems import Problem
from ducha.rules import Identity
from ducha.store.find import SUPERVISION, Found, find
from ducha.store.halves import map_files
from ducha.store.head import Head
from ducha.store.outcome import Ignoring, Outcome, Work, read_plan
from ducha.store.together import judge_together

if TYPE_CHECKING:
    from ducha.model.records import Records
    from ducha.store.file import File

_T = TypeVar("_T")


class Loaded(NamedTuple, Generic[_T]):
    """What a report took of the sound plans, and every problem of every file."""

    campaign: Campaign | None
    records: Records | None
    """what the office itself did, None where it keeps no records or their file has an error"""
    records_left_out: bool
    """whether their file has an error"""
    records_text: str | None
    """what their file held when it was read, without a byte-order mark; None where there is none"""
    results: tuple[_T, ...]
    """what was taken, in the plans' order"""
    identities: tuple[Identity, ...]
    """of every sound plan"""
    left_out: tuple[str, ...]
    """titles and file names of the plans that no report can use, because their file has an error"""
    problems: tuple[Problem, ...]
    """sorted by file, line and column"""
    ignored: tuple[Ignoring, ...]
    """what the plans' own ``ignore`` has kept out of the problems"""
    read: int
    """how many files were looked at"""

    @property
    def titles(self) -> dict[str, str]:
        """Id of an item → its title, of the sound plans of a campaign with records."""
        return {
            f"{plan.id}/{name}": item.title for plan in self.identities for name, item in (plan.items or {}).items()
        }

    @property
    def not_counted(self) -> tuple[str, ...]:
        """All that is not in a report's figures: the plans left out, and the office's own records if they are."""
        return (*self.left_out, *([f"督查记录（{SUPERVISION}）"] if self.records_left_out else []))


class CampaignFiles:
    """A campaign's directory whose ``campaign.yaml`` has been read, and whose plans have not yet.

    With ``today``, the last day a record can have, it also asks what is suspicious or worth a note; notes have no
    place if they are not wanted.
    Raises DuchaError if the directory is missing or holds no campaign.
    """

    def __init__(self, directory: Path, today: date | None = None, *, notes: bool = True) -> None:
        self._found = find(directory)
        self._records = _read(self._found.supervision)
        named = self._records.record.named if self._records and self._records.record else frozenset()
        self._head = Head(self._found.campaign, today, notes=notes, named=named if self._records else None)

    @property
    def campaign(self) -> Campaign | None:
        """The campaign, None if its file has an error."""
        return self._head.file.record if self._head.file.is_sound else None

    @property
    def paths(self) -> tuple[Path, ...]:
        """The files of the campaign, which no result may overwrite."""
        ledgers = (ledger for found in self._found.ledgers.values() for ledger in found)
        return (*filter(None, (self._found.campaign, self._found.supervision)), *self._found.plans, *ledgers)

    @property
    def supervision(self) -> Path:
        """The file of the office's own records, whether it is there or not."""
        return self._found.campaign.with_name(SUPERVISION)

    def load(self, work: Work[_T]) -> Loaded[_T]:
        """Read every plan and return what ``work`` makes of the sound ones."""
        with _no_collecting():
            outcomes = map_files(partial(read_plan, self._head, work, ledgers=self._found.ledgers), self._found.plans)
        judged = judge_together(self._head, outcomes, are_all=not self._found.unread_plans)
        if self._records:
            from ducha.store.supervision import judge_records

            judge_records(self._head, self._records, judged, are_all=not self._found.unread_plans)
        return _gathered(self._found, self._head, judged, self._records)


def _read(supervision: Path | None) -> File[Records] | None:
    if supervision is None:
        return None
    from ducha.model.records import Records  # which many a campaign has none of
    from ducha.store.file import File

    return File(supervision, Records)


def check(directory: Path, today: date = date.max, *, notes: bool = True) -> Loaded[None]:
    """Read a campaign's directory for its problems alone, doubts among them; ``notes`` to be placed or only counted."""
    return CampaignFiles(directory, today, notes=notes).load(lambda plan, where: None)


def load_plans(directory: Path) -> Loaded[Plan]:
    """Read a campaign's directory and keep every plan whole."""
    return CampaignFiles(directory).load(lambda plan, where: plan)


def _gathered(found: Found, head: Head, outcomes: Sequence[Outcome[_T]], records: File[Records] | None) -> Loaded[_T]:
    sound = sorted((o for o in outcomes if head.file.is_sound and o.is_sound), key=_number)
    problems = [*found.problems, *head.file.problems, *(problem for o in outcomes for problem in o.problems)]
    problems += records.problems if records else ()
    return Loaded(
        campaign=head.file.record if head.file.is_sound else None,
        records=records.record if records and records.is_sound and head.file.is_sound else None,
        records_left_out=found.misses_records or bool(records and not records.is_sound),
        records_text=records.text if records else None,
        results=tuple(outcome.result for outcome in sound if outcome.result is not None),
        identities=tuple(outcome.identity for outcome in sound if outcome.identity),
        left_out=(
            *(outcome.name for outcome in outcomes if not outcome.is_sound),
            *found.unread,
        ),
        problems=tuple(sorted(problems, key=lambda p: (p.file, p.line, p.column, p.code, p.path))),
        ignored=tuple(ignored for outcome in outcomes for ignored in outcome.ignored),
        read=1 + (records is not None) + len(outcomes) + sum(map(len, found.ledgers.values())) + len(found.problems),
    )


def _number(outcome: Outcome[_T]) -> int:
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
