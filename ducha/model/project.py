"""A project (项目) of a plan, as its ledger (台账) holds it: planned, invested, how far it is, who answers for it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from pydantic import Field

from ducha.model.item import Answerable, Stop
from ducha.model.stages import STAGES, Stage
from ducha.model.values import Amount, Day, Names, ProjectId, Record, Text


class Stages(Record):
    """The days on which a project entered its stages (建设阶段); none for what is not known."""

    preliminary: Day | None = Field(None, description="前期：前期工作开始的日期")
    started: Day | None = Field(None, description="开工：开工的日期，可在行动开始以前")
    continued: Day | None = Field(None, description="续建：上年结转的项目本年复工或继续施工的日期")
    completed: Day | None = Field(None, description="竣工：竣工的日期")
    operating: Day | None = Field(None, description="投产：投产或投用的日期")

    def entered(self) -> Iterator[tuple[Stage, date]]:
        """Yield each stage that has a day, in their order."""
        for stage in STAGES:
            if day := getattr(self, stage):
                yield stage, day

    def reached(self, stage: Stage) -> date | None:
        """The day on which a project had come at least so far: who has finished has begun."""
        order = list(STAGES)
        return min((day for one, day in self.entered() if order.index(one) >= order.index(stage)), default=None)


class Invested(Record):
    """What had been invested by a day (完成投资), from the beginning of the year."""

    day: Day = Field(description="截至日期")
    value: Amount = Field(description="当年累计完成投资")
    reason: Text | None = Field(None, description="比上一次少的原因")


class Situation(Record):
    """How far the work is, in words (形象进度)."""

    day: Day = Field(description="截至日期")
    text: Text = Field(description="形象进度")


class Project(Answerable):
    """A project (项目), or a part of one that is counted for itself (子项)."""

    id: ProjectId = Field(description="编号，照本单位的写法，如12、12-3，在本台账内唯一")
    title: Text = Field(description="名称")
    part_of: ProjectId | None = Field(None, description="所属项目的编号，只有子项填写")
    kind: Text | None = Field(None, description="类别，照方案所列，如新开工、续建；子项不填即同所属项目")
    sector: Text | None = Field(None, description="行业")
    place: Text | None = Field(None, description="所在地")
    planned: Amount | None = Field(None, description="年度计划投资")
    total: Amount | None = Field(None, description="总投资")
    stages: Stages = Field(default_factory=Stages, description="进入各建设阶段的日期")
    invested: tuple[Invested, ...] = Field((), description="历次完成投资")
    progress: tuple[Situation, ...] = Field((), description="历次形象进度")
    leader: Names = Field((), description="县级领导的姓名，只供领导参阅，不印入通报")
    service: Names = Field((), description="服务责任单位")
    officer: Names = Field((), description="项目特派员的姓名，不印入通报")
    roles: dict[Text, Annotated[Names, Field(min_length=1)]] = Field(
        default_factory=dict, description="其他角色，如项目协办员，不印入通报"
    )
    stopped: Stop | None = Field(None, description="经批准取消或暂缓（停缓建）")
    note: Text | None = Field(None, description="备注")


class ProjectLedger(Record):
    """The project ledger of a plan (项目台账): a file beside it, ``01-x.projects.csv`` or ``01-x.projects.yaml``."""

    unit: Text = Field("万元", description="金额的计量单位")
    projects: tuple[Project, ...] = Field((), description="项目和子项，一个一项")
