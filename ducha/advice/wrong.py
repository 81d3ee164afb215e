"""A value that a model refused, as advice sees it."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from ducha.advice.keys import field_at, meaning
from ducha.model.values import Record
from ducha.problems import KEY, Path

_DAY = re.compile(r"(?:19|20|21)\d{2}-\d{2}-\d{2}", re.ASCII)
_SHOWN = 30
"""characters of a value that a message quotes"""


class Wrong(NamedTuple):
    """One value that a model refused."""

    kind: type[Record]
    """of the whole file"""
    path: Path
    value: Any
    context: dict[str, Any]
    parent: Any
    """the data that holds the value"""
    data: Any
    """of the whole file"""

    @property
    def name(self) -> str:
        """The value's key, or its place in the list of that key."""
        steps = [step for step in self.path if step != KEY]
        if not steps:
            return "文件"
        if isinstance(steps[-1], int):
            return f"{steps[-2]}第{steps[-1] + 1}项"
        return f"{steps[-1]}"

    @property
    def quoted(self) -> str:
        """The value between quotation marks, or the key of one that is no text."""
        if not isinstance(self.value, str):
            return f"“{self.name}”"
        return f"“{self.value if len(self.value) <= _SHOWN else self.value[:_SHOWN] + '…'}”"

    @property
    def text(self) -> str:
        """The value as text, empty if it is none."""
        return self.value if isinstance(self.value, str) else ""

    @property
    def year(self) -> int | None:
        """The year of the days beside the value, or beside what it is part of; None where there are none or several."""
        for depth in range(len(self.path) - 1, -1, -1):
            holder = value_at(self.data, self.path[:depth])
            days = [value for value in holder.values() if isinstance(value, str)] if isinstance(holder, dict) else []
            if years := {day[:4] for day in days if _DAY.fullmatch(day)}:
                return int(years.pop()) if len(years) == 1 else None
        return None

    @property
    def explained(self) -> str:
        """The key with what it means: ``title（简短名称）``."""
        field = field_at(self.kind, self.path) if self.path else None
        return f"“{self.name}”" + (f"（{meaning(field)}）" if field else "")


def value_at(data: Any, path: Path) -> Any:
    """Return what stands at a path of some data, None where nothing does."""
    for step in path:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return None
    return data
