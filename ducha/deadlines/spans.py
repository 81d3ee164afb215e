"""First and last days of the units of time that documents name."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from functools import lru_cache
from typing import NamedTuple


class Span(NamedTuple):
    """A first and a last day, both included."""

    first: date
    last: date

    @property
    def is_of_months(self) -> bool:
        """Whether it is one whole month or several, not part of one."""
        return self.first.day == 1 and self.last == month_end(self.last.year, self.last.month)


@lru_cache(maxsize=1024)
def month_end(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year, month, monthrange(year, month)[1])


@lru_cache(maxsize=1024)
def months(year: int, first: int, last: int) -> Span:
    """Return the span of some months of one year: a quarter is ``months(2013, 4, 6)``."""
    return Span(date(year, first, 1), month_end(year, last))


def months_later(day: date, number: int) -> date:
    """Return the corresponding day some months later, or the last of a month that has none (《民法典》第202条)."""
    years, month = divmod(day.month - 1 + number, 12)
    last = month_end(day.year + years, month + 1)
    return last.replace(day=min(day.day, last.day))


MONTH_PARTS = {
    "上旬": (1, 10),
    "中旬": (11, 20),
    "下旬": (21, 31),
    "上中旬": (1, 20),
    "中下旬": (11, 31),
    "上半月": (1, 15),
    "下半月": (16, 31),
    "初": (1, 10),
    "中": (11, 20),
    "底": (31, 31),
    "末": (31, 31),
}
"""part of a month → its first and last day; 31 is the last day of any month"""


def month_part(year: int, month: int, part: str) -> Span:
    """Return the span of a part of a month: 上旬 and 初 are the days 1 to 10, 底 and 末 the last day alone."""
    last = month_end(year, month)
    first_day, last_day = (min(day, last.day) for day in MONTH_PARTS[part])
    return Span(date(year, month, first_day), date(year, month, last_day))
