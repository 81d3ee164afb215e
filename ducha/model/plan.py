"""A special-action plan (专项行动方案): one YAML file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field, PrivateAttr

from ducha.model.duty import Duty
from ducha.model.indicator import Indicator
from ducha.model.item import Answerable, Milestone
from ducha.model.listed import ListedProjects
from ducha.model.values import Count, Id, Names, PeriodName, Record, Text

if TYPE_CHECKING:
    from ducha.model.project import ProjectLedger


class Leader(Record):
    """A head of the plan's action group (专项行动组组长); shown by office outside leaders' briefs."""

    name: Text = Field(description="姓名")
    title: Text = Field(description="职务")


class Phase(Record):
    """A named window of the plan (阶段); phases may overlap and leave gaps."""

    id: Id = Field(description="编号，在本方案内唯一")
    title: Text = Field(description="阶段名称")
    section: Text | None = Field(None, description="文件章节号")
    when: Text = Field(description="起止时间，照抄文件用语，如2-3月、全程")


class Ignored(Record):
    """A kind of warning or note that this plan's keepers know of and accept (不再提示)."""

    code: Text = Field(description="警告或提示的代码，如DC404")
    reason: Text = Field(description="不再提示的理由")


class Plan(Answerable):
    """One special action: tasks, targets, phases, standing duties, and who leads it."""

    id: Id = Field(description="方案编号，在整个行动内唯一")
    number: Count = Field(description="在文件中的序号，也是各处排序的依据")
    title: Text = Field(description="方案名称")
    office: Text | None = Field(None, description="本方案的办公室：接收报送、印发通报，与行动的不同时填写")
    when: Text | None = Field(None, description="本方案的起止时间，照抄文件用语，与行动的不同时填写")
    leaders: tuple[Leader, ...] = Field((), description="专项行动组组长，文件没写的不填")
    deputies: Names = Field((), description="专项行动组副组长（按职务）")
    phases: tuple[Phase, ...] = Field((), description="阶段")
    milestones: tuple[Milestone, ...] = Field((), description="节点任务")
    indicators: tuple[Indicator, ...] = Field((), description="指标")
    duties: tuple[Duty, ...] = Field((), description="定期任务")
    projects: ListedProjects = Field(default_factory=ListedProjects, description="文件所列的项目；逐个的情况在台账里")
    narratives: dict[PeriodName, Text] = Field(
        default_factory=dict,
        description="各期的综述，印在该期通报里；键为月份2013-06、季度2013-Q2、半年2013-H1、年度2013或周2013-W26",
    )
    ignore: tuple[Ignored, ...] = Field((), description="不再提示的警告或提示；错误不能不提示")

    _ledger: ProjectLedger | None = PrivateAttr(default=None)

    @property
    def ledger(self) -> ProjectLedger | None:
        """The project ledger beside the plan's file, None where there is none."""
        return self._ledger

    def with_ledger(self, ledger: ProjectLedger) -> Plan:
        """Return the plan with its project ledger."""
        plan = self.model_copy()
        plan._ledger = ledger
        return plan

    @property
    def short_title(self) -> str:
        """The title without 专项行动方案 or 实施方案, as tables show it."""
        return self.title.removesuffix("方案").removesuffix("实施").removesuffix("专项行动") or self.title
