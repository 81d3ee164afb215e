"""What is to be reached (目标): a number and how it is held against a figure."""

from __future__ import annotations

from decimal import Decimal

from pydantic import Field, model_validator

from ducha.model.values import Number, Record, refused

_PLACES = ("名", "位", "名次", "位次")
"""units of a figure that is a place"""


class Target(Record):
    """What is to be reached, written one way only; a bare number means at least that much."""

    at_least: Number | None = Field(None, description="不少于")
    more_than: Number | None = Field(None, description="超过，恰为此数不算达到")
    at_most: Number | None = Field(None, description="不超过")
    equal: Number | None = Field(None, description="等于")
    between: tuple[Number, Number] | None = Field(None, description="介于两数之间（含两端）")
    rank_within: Number | None = Field(None, description="名次在前几名以内")
    floor: Number | None = Field(None, description="保底目标，与stretch同时写")
    stretch: Number | None = Field(None, description="力争目标，与floor同时写")

    @model_validator(mode="after")
    def _one_way(self) -> Target:
        written = {key for key in type(self).model_fields if getattr(self, key) is not None}
        if written != {"floor", "stretch"} and (len(written) != 1 or written & {"floor", "stretch"}):
            raise refused("target")
        if self.between and self.between[0] > self.between[1]:
            raise refused("between")
        if self.floor is not None and self.floor == self.stretch:
            raise refused("levels")
        return self

    @property
    def rises(self) -> bool:
        """Whether the figure grows towards the target."""
        return not (self.falls or self.between)

    @property
    def falls(self) -> bool:
        """Whether the lower is the better: a ceiling, a place, or a floor with a stretch below it (保四争三)."""
        is_struggle = self.floor is not None and self.stretch is not None and self.stretch < self.floor
        return is_struggle or self.at_most is not None or self.rank_within is not None

    @property
    def value(self) -> Decimal:
        """The number a figure is held against: of a range the lower end, of two levels the floor."""
        low = self.between[0] if self.between else None
        written = (self.at_least, self.more_than, self.at_most, self.equal, self.rank_within, self.floor, low)
        return next(number for number in written if number is not None)

    @property
    def most(self) -> Decimal | None:
        """The number that a figure may not go over: a ceiling, the upper end of a range, an exact number."""
        if self.between:
            return self.between[1]
        return self.value if self.falls or self.equal is not None else None

    def is_place(self, unit: str) -> bool:
        """Whether a figure in this unit is a place: 前3名, and of two levels that fall those in 名 or 位."""
        return self.rank_within is not None or (self.floor is not None and self.falls and unit in _PLACES)

    def is_met(self, value: Decimal) -> bool:
        """Whether a final value reaches the target, of two levels the floor."""
        if self.between:
            return self.between[0] <= value <= self.between[1]
        if self.equal is not None:
            return value == self.equal
        if self.more_than is not None:
            return value > self.more_than
        return value <= self.value if self.falls else value >= self.value

    def is_stretched(self, value: Decimal) -> bool:
        """Whether a value reaches the upper of two levels (力争); false where there is none."""
        if self.stretch is None:
            return False
        return value <= self.stretch if self.falls else value >= self.stretch

    @property
    def is_one_number(self) -> bool:
        """Whether it is a single number of something that can be shared out: no range, no place, no two levels."""
        return not (self.between or self.rank_within is not None or self.floor is not None)

    def with_number(self, number: Decimal) -> Target:
        """Return the same demand with another number, of one that ``is_one_number``."""
        (way,) = (key for key in type(self).model_fields if getattr(self, key) is not None)
        return self.model_copy(update={way: number})
