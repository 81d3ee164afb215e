"""What is known of a figure: its values by day, and, of a checkpoint, what it asks beside what is there."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from ducha.assess.rates import Portion
from ducha.model import Target


class Growth(NamedTuple):
    """How an amount compares with an earlier one."""

    amount: Decimal
    """what is there now"""
    base: Decimal
    """what it is compared with"""
    unit: str
    """of both"""
    is_same_period: bool
    """whether that is the same period of the year before, not the base of the whole"""
    told: Decimal
    """as it is printed: a share with one decimal, and with more only where one would hide that a bar is not reached"""


class Value(NamedTuple):
    """The value that stood on a day: the total so far, the level, or the growth."""

    day: date
    value: Decimal
    basis: str | None = None
    """口径, None where nobody said"""
    same_period: Decimal | None = None
    """上年同期数 of the total so far"""
    growth: Growth | None = None
    """of a growth that was worked out: from what"""
    settled: Decimal | None = None
    """of a growth: what no later figure can take away any more, since the amount only rises"""
    portion: Portion | None = None
    """of a share that was worked out from a project ledger: what was divided by what"""

    @property
    def told(self) -> Decimal:
        """The value as it is printed."""
        return self.growth.told if self.growth else self.value


class Amount(NamedTuple):
    """The figure that a growth is worked out from, whether it can be compared or not."""

    last: Value
    unit: str


Series = tuple[Value, ...]
"""oldest first"""


class Members(NamedTuple):
    """How far a figure that holds for every member of a group is reached: counts of units.

    ``total`` is None where the group's members are not listed; a figure in dispute is neither reported nor reached.
    """

    total: int | None
    reported: int
    reached: int
    is_final: bool = True
    """whether ``reached`` is for good; of a ceiling or a range whose day has not passed it is how they are now"""
    disputed: int = 0
    """whose figures are in dispute"""


class Figure(NamedTuple):
    """What a checkpoint asks and what is there: the bar, the figure it is judged by, the unit."""

    expected: Decimal
    """the bar"""
    qualifier: str | None
    """左右, 近, 以上 or 至少, as the document words the bar"""
    actual: Value | None
    """the figure it is judged by: the latest, but of what is judged on its day the last by then"""
    unit: str
    target: Target
    """the indicator's, which says which way the bar is held"""
    is_final: bool
    """whether the bar is the target itself, not a node on the way"""
    members: Members | None
    """counts, where it holds for each member of a group"""
    amount: Amount | None = None
    """of a growth: the latest amount"""
    waits: bool = False
    """whether it is judged only when its day has passed, by what stands then"""

    @property
    def is_rank(self) -> bool:
        """Whether it is a place."""
        return self.target.is_place(self.unit)
