"""What a document says of a plan's projects together, and which figures are taken from their ledger."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from ducha.model.stages import Stage
from ducha.model.values import Count, Flag, Names, Record, Text

RequiredRole = Literal["leader", "service", "officer"]


class ProjectClass(Record):
    """A class of projects that the document names (类别), with how many it says there are."""

    title: Text = Field(description="类别名称")
    count: Count | None = Field(None, description="文件所列的项目个数，文件没写的不填")
    items: Count | None = Field(None, description="文件所列的子项个数，文件没写的不填")
    section: Text | None = Field(None, description="文件章节号")
    apart: Flag = Field(False, description="是否另列：不在total和items之内，如另有的前期项目")
    roles: tuple[RequiredRole, ...] = Field(
        (), description="文件要求每个都有的：leader县级领导，service服务责任单位，officer项目特派员"
    )


class ListedProjects(Record):
    """What the document says of the plan's projects (文件所列项目): shown beside the ledger, never forced on it."""

    total: Count | None = Field(None, description="文件所列的项目总数，文件没写的不填")
    items: Count | None = Field(None, description="文件所列的子项总数，文件没写的不填")
    section: Text | None = Field(None, description="文件章节号")
    classes: tuple[ProjectClass, ...] = Field((), description="文件所列的类别；列了的，台账里的类别只能是其中之一")
    note: Text | None = Field(None, description="说明")

    def added(self, key: Literal["count", "items"]) -> int | None:
        """What the classes within the total add up to, None where the document gives no such numbers."""
        known = [number for one in self.classes if not one.apart and (number := getattr(one, key)) is not None]
        return sum(known) if known else None


class FromLedger(Record):
    """Which figure of the project ledger an indicator has (取自项目台账): a count in a stage, or money invested."""

    stage: Stage | None = Field(
        None,
        description="数达到这一阶段的个数：preliminary前期，started开工，continued续建，completed竣工，operating投产",
    )
    sum: Literal["invested"] | None = Field(None, description="合计金额：invested完成投资；单位是%的，除以年度计划投资")
    kind: Names = Field((), description="哪些类别，不填即全部")
    count: Literal["projects", "items"] = Field(
        "projects", description="数的是什么：projects项目，items子项（没有子项的项目计1个）"
    )
