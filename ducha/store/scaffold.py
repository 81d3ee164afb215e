"""Where a new plan goes: the campaign it joins, and which ids and numbers are taken there."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from ducha.model import Campaign, Plan
from ducha.store.file import File
from ducha.store.find import CAMPAIGN, find

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

    A plan that cannot be read has the id and the number of its file's name. Raises DuchaError if the directory
    holds no campaign.
    """
    if not os.path.exists(directory / CAMPAIGN):
        find(directory)
    head = File(directory / CAMPAIGN, Campaign)
    plans: dict[str, str] = {}
    numbers = [0]
    for path in plan_files(directory):
        record = File(path, Plan).record
        named = _NUMBERED.fullmatch(path.stem)
        plans[record.id if record else named[2] if named else path.stem] = path.name
        numbers += [record.number] if record else []
        numbers += [int(named[1])] if named else []
    return Neighbours(head.record if head.is_sound else None, plans, max(numbers) + 1)


def plan_files(directory: Path) -> list[Path]:
    """Return the files of a directory that are plans if it is a campaign's; none of one that is not there."""
    if not os.path.isdir(directory):
        return []
    return sorted(path for path in directory.glob("[!.]*.yaml") if path.name != CAMPAIGN)
