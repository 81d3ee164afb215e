"""``campaign.yaml``: what every plan of the directory is read against."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from ducha.model import Campaign, Register
from ducha.problems import CAMPAIGN, Problem, Severity
from ducha.problems import Path as DataPath
from ducha.rules import check_campaign
from ducha.store.file import File

Others = Mapping[str, File[Any]]
"""mark at the beginning of a path that a rule rests on → the file that it is in"""


class Head:
    """The campaign's own file, and what reading a plan takes of it."""

    def __init__(
        self, path: Path, today: date | None, *, notes: bool = True, named: frozenset[str] | None = None
    ) -> None:
        self.file = File(path, Campaign)
        self.named = named
        """what the office's own records name of the plans, None where it keeps none"""
        self.campaign = self.file.record
        self.register = Register(self.campaign) if self.campaign else None
        self.today = today
        """given where doubts are asked for"""
        self._notes = notes
        if self.campaign:
            self.file.add(self.independent(check_campaign(self.campaign)))
        if self.campaign and today:
            from ducha.rules.doubts import question_campaign

            self.file.doubt_form()
            self.file.add(self.independent(question_campaign(self.campaign)))

    def lists(self, problem: Problem) -> bool:
        """Whether a problem will be looked at: notes are only counted if nobody wants them."""
        return self._notes or problem.severity is not Severity.NOTE

    @property
    def is_dated(self) -> bool:
        """Whether the days that plans are judged by can be trusted."""
        judging: tuple[DataPath, ...] = (("year",), ("document", "issued"), ("start",), ("end",))
        is_known = not any(self.file.replaces(path) for path in judging)
        return is_known and all(problem.code != "DC409" for problem in self.file.problems)

    def independent(
        self, problems: Iterable[Problem], file: File[Any] | None = None, others: Others | None = None
    ) -> Iterator[Problem]:
        """Leave out what may only follow from something that is wrong here, in the file itself or in its ``others``."""
        own = file or self.file
        known = {CAMPAIGN: self.file, **(others or {})}
        for problem in problems:
            if not (own.replaces(problem.path) or any(_spoils(one, problem, own, known) for one in problem.rests_on)):
                yield problem


def _spoils(path: DataPath, problem: Problem, own: File[Any], others: Others) -> bool:
    mark = str(path[0]) if path else ""
    file, path = (others[mark], path[1:]) if mark in others else (own, path)
    return file.record is None or file.spoils(path, problem.severity)
