"""The day on which a figure reached what was asked of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from itertools import takewhile
from typing import NamedTuple

from ducha.assess.amounts import Series, Value
from ducha.model import Target


class Bar(NamedTuple):
    """What is asked: the target itself, or a value on the way to it."""

    target: Target
    node: Decimal | None = None
    """the value on the way, None of the target itself"""

    def is_met(self, value: Decimal) -> bool:
        """Whether a value reaches it."""
        if self.node is None:
            return self.target.is_met(value)
        return value <= self.node if self.target.falls else value >= self.node


def reached_on(bar: Bar, series: Series, due: date | None, reference: date, *, waits: bool) -> date | None:
    """Return the day on which a bar was reached, None if it was not by the reference day.

    A figure that only has to come up to the bar reaches it with the first value that does. One that must be met
    exactly has to stay there: the last values count. One that ``waits`` (a ceiling, a place, a range, the growth
    over a year) is judged when its day has passed, by the last value that stood then, unless it is settled before.
    """
    if waits:
        settled = _first(value for value in series if value.settled is not None and bar.is_met(value.settled))
        return settled or _standing(bar, series, due, reference)
    if bar.target.equal is not None and bar.node is None:
        kept = list(takewhile(lambda value: bar.is_met(value.value), reversed(series)))
        return _first(reversed(kept))
    return _first(value for value in series if bar.is_met(value.value))


def value_on(series: Series, due: date | None, reference: date, *, waits: bool) -> Value | None:
    """Return the value by which something is judged: the last, or of what ``waits`` the last that was in time."""
    in_time = [value for value in series if not (waits and due and due < reference) or value.day <= due]
    return in_time[-1] if in_time else None


def _first(values: Iterable[Value]) -> date | None:
    return next((value.day for value in values), None)


def _standing(bar: Bar, series: Series, due: date | None, reference: date) -> date | None:
    if due is None or due >= reference:
        return None
    value = value_on(series, due, reference, waits=True)
    return due if value and bar.is_met(value.value) else None
