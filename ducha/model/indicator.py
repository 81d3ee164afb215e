"""Numeric targets (指标), their dated checkpoints (节点目标) and what has been reached."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from ducha.model.item import Item, Limit
from ducha.model.listed import FromLedger
from ducha.model.measures import is_percent
from ducha.model.target import Target
from ducha.model.values import Day, Flag, Id, Number, Qualifier, Record, Text, short_form


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
    same_period: Number | None = Field(None, description="上年同期数，有增幅指标用到的填写")
    reason: Text | None = Field(None, description="累计数比上一次低的原因")


class PartOf(Record):
    """This figure is a part of another one of the same plan."""

    indicator: Id = Field(description="总量指标的编号")
    complete: Flag = Field(False, description="各部分相加是否等于总量")


class Quota(Record):
    """What one member of a group has to do in the place of the common target (分解任务)."""

    unit: Text = Field(description="成员单位")
    value: Number = Field(description="该单位的年度任务，没有任务的填0")


class Base(Record):
    """What a growth is measured from (增长的基数)."""

    what: Text = Field(description="与什么相比，如2014年固定资产投资；历次数值本身就是增幅的，只写这一项")
    value: Number | None = Field(None, description="基数，如上年全年数；写了基数，历次数值就填数额，增幅由程序算出")
    unit: Text | None = Field(None, description="基数和数额的计量单位，与value同时写")
    of: Id | None = Field(None, description="数额取自本方案哪个指标的历次数值；不填则填在本指标里")


class Indicator(Item):
    """A number to reach by a day, with dated checkpoints and reported figures."""

    unit: Text = Field(description="计量单位")
    target: Annotated[Target, short_form("at_least")] = Field(description="目标，只写数字即为不少于")
    qualifier: Qualifier | None = Field(None, description="目标的限定语：左右、近、以上、至少")
    checkpoints: tuple[Checkpoint, ...] = Field((), description="中间各节点目标，不含最终目标")
    measure: Literal["cumulative", "increment", "point"] = Field(
        "cumulative",
        description="数值性质：cumulative累计数，increment当期新增数，point时点数或比率；取自台账的百分比即为point",
    )
    each: Text | None = Field(None, description="逐单位考核：目标对该集合单位的每个成员都适用")
    quotas: tuple[Quota, ...] = Field((), description="逐单位考核时另有任务的成员；没有列出的按target")
    base: Annotated[Base, short_form("what")] | None = Field(
        None, description="增长的基数：目标是比什么增长多少；历次数值就是增幅的可只写与什么相比"
    )
    part_of: PartOf | None = Field(None, description="是哪个总量指标的组成部分")
    pace: Literal["nodes", "months", "none"] = Field(
        "nodes", description="进度要求：nodes按节点目标，months没有节点时按序时进度，none不要求"
    )
    actuals: tuple[Actual, ...] = Field((), description="历次数值")
    projects: FromLedger | None = Field(None, description="数值取自本方案的项目台账，写了就不写actuals")

    @property
    def is_rank(self) -> bool:
        """Whether its figure is a place."""
        return self.target.is_place(self.unit)

    @property
    def is_level(self) -> bool:
        """Whether each figure it is judged by stands for itself, so that none are added: a rate, a place, a growth."""
        return self.measure == "point" or self.is_rank or self.base is not None or self.is_share

    @property
    def is_share(self) -> bool:
        """Whether its figures are shares of the project ledger (开工率), which are never added, whatever is written."""
        return self.projects is not None and is_percent(self.unit)

    @property
    def has_amounts(self) -> bool:
        """Whether its own figures are running totals or increments, and not levels, places or growths."""
        is_growth = self.base is not None and self.base.value is None and self.base.of is None
        return self.measure != "point" and not self.is_rank and not is_growth and not self.is_share

    @property
    def can_be_paced(self) -> bool:
        """Whether it can be asked to keep pace with the months: an amount that grows towards its target."""
        return self.target.rises and not self.is_level

    @property
    def is_relative(self) -> bool:
        """Whether its growth is in percent of the base (比上年增长23%), not in the base's own unit."""
        return is_percent(self.unit)
