"""Where a new plan goes: the campaign it joins, and which ids and numbers are taken there."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from ducha.model import Campaign, Plan
from ducha.model.values import LARGEST_COUNT
from ducha.problems import DuchaError
from ducha.store.file import File
from ducha.store.find import CAMPAIGN, SUPERVISION, find, is_ledger

_NUMBERED = re.compile(r"(\d{1,6})-(.+)", re.ASCII)


class Neighbours(NamedTuple):
    """What is in a campaign's directory already."""

    campaign: Campaign | None
    """None if its file has an error"""
    plans: Mapping[str, str]
    """id → name of the file"""
    next_number: int


def look_round(directory: Path) -> Neighbours:
    """Read a campaign's directory, in which there may be no plan yet, and plans that cannot be read.

    A plan whose id or number cannot be read has that of its file's name. Raises DuchaError if the directory holds
    no campaign, or if no number is left.
    """
    if not os.path.exists(directory / CAMPAIGN):
        find(directory)
    head = File(directory / CAMPAIGN, Campaign)
    plans: dict[str, str] = {}
    numbers = [0]
    for path in plan_files(directory):
        file = File(path, Plan)
        record = file.record
        named = _NUMBERED.fullmatch(path.stem)
        if record and not file.replaces(("id",)):
            plans[record.id] = path.name
        else:
            plans[named[2] if named else path.stem] = path.name
        numbers += [record.number] if record and not file.replaces(("number",)) else []
        numbers += [int(named[1])] if named else []
    if max(numbers) >= LARGEST_COUNT:
        raise DuchaError(f"最后一个方案的序号是{max(numbers)}，不能再往后排；先改小它")
    return Neighbours(head.record if head.is_sound else None, plans, max(numbers) + 1)


def plan_files(directory: Path) -> list[Path]:
    """Return the files of a directory that are plans if it is a campaign's; none of one that is not there."""
    if not os.path.isdir(directory):
        return []
    found = directory.glob("[!.]*.yaml")
    return sorted(path for path in found if path.name not in (CAMPAIGN, SUPERVISION) and not is_ledger(path))
