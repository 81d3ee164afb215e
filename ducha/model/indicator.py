"""Numeric targets (指标), their dated checkpoints (节点目标) and what has been reached."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field, model_validator

from ducha.model.item import Item, Limit
from ducha.model.listed import FromLedger
from ducha.model.values import Day, Flag, Id, Number, Qualifier, Record, Text, refused, short_form


class Target(Record):
    """What is to be reached, written one way only; a bare number means at least that much."""

    at_least: Number | None = Field(None, description="不少于")
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
        return self

    @property
    def rises(self) -> bool:
        """Whether the figure grows towards the target, so that a first value that reaches it settles it."""
        return not (self.is_rank or self.at_most is not None or self.between)

    @property
    def is_rank(self) -> bool:
        """Whether the figure is a place, of which the lower is the better: 前3名, 保四争三."""
        is_struggle = self.floor is not None and self.stretch is not None and self.stretch < self.floor
        return is_struggle or self.rank_within is not None

    @property
    def value(self) -> Decimal:
        """The number a figure is held against: of a range the lower end, of two levels the floor."""
        low = self.between[0] if self.between else None
        written = (self.at_least, self.at_most, self.equal, self.rank_within, self.floor, low)
        return next(number for number in written if number is not None)

    def is_met(self, value: Decimal) -> bool:
        """Whether a final value reaches the target."""
        if self.between:
            return self.between[0] <= value <= self.between[1]
        if self.equal is not None:
            return value == self.equal
        return value >= self.value if self.rises else value <= self.value


class Checkpoint(Limit):
    """A value to be reached on the way."""

    due: Text = Field(description="节点时限，写法同时限")
    value: Number = Field(description="到时应达到的数值")
    qualifier: Qualifier | None = Field(None, description="数值的限定语：左右、近、以上、至少")


class Actual(Record):
    """A figure that was reported: the running total, the increment or the level, as ``measure`` says."""

    day: Day = Field(description="数据日期")
    value: Number = Field(description="数值")
    by: Text | None = Field(None, description="逐单位考核的指标：哪个单位的数值")
    basis: Text | None = Field(None, description="口径，如统计口径、部门口径")
    reason: Text | None = Field(None, description="累计数比上一次低的原因")


class PartOf(Record):
    """This figure is a part of another one of the same plan."""

    indicator: Id = Field(description="总量指标的编号")
    complete: Flag = Field(False, description="各部分相加是否等于总量")


class Indicator(Item):
    """A number to reach by a day, with dated checkpoints and reported figures."""

    unit: Text = Field(description="计量单位")
    target: Annotated[Target, short_form("at_least")] = Field(description="目标，只写数字即为不少于")
    qualifier: Qualifier | None = Field(None, description="目标的限定语：左右、近、以上、至少")
    checkpoints: tuple[Checkpoint, ...] = Field((), description="中间各节点目标，不含最终目标")
    measure: Literal["cumulative", "increment", "point"] = Field(
        "cumulative", description="数值性质：cumulative累计数，increment当期新增数，point时点数或比率"
    )
    each: Text | None = Field(None, description="逐单位考核：目标对该集合单位的每个成员都适用")
    part_of: PartOf | None = Field(None, description="是哪个总量指标的组成部分")
    pace: Literal["nodes", "months", "none"] = Field(
        "nodes", description="进度要求：nodes按节点目标，months按序时进度，none不要求"
    )
    actuals: tuple[Actual, ...] = Field((), description="历次数值")
    projects: FromLedger | None = Field(None, description="数值取自本方案的项目台账，写了就不写actuals")
