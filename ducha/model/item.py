"""What can be late in a plan: tasks with or without a date (节点任务) and what became of them."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from ducha.model.objection import Objection
from ducha.model.values import Day, Days, Id, Names, Record, Strength, Text, short_form


class Extension(Record):
    """One approved change of a limit (延期); the first limit stays visible beside it."""

    day: Day = Field(description="批准延期的日期")
    to: Day = Field(description="延期后的时限")
    by: Text = Field(description="批准单位")
    reason: Text = Field(description="延期原因")


class Confirmation(Record):
    """Which of two readings of a limit holds, settled by somebody (时限确认)."""

    day: Day = Field(description="确认的日期")
    due: Day = Field(description="确认的时限")
    by: Text = Field(description="确认单位")
    document: Text | None = Field(None, description="确认所依据的文件")


class Report(Record):
    """What a unit said about an item on a day (进展情况)."""

    day: Day = Field(description="收到进展情况的日期")
    text: Text = Field(description="进展情况")
    by: Text | None = Field(None, description="报送单位")
    cause: Text | None = Field(None, description="单位反映的未完成原因")


class Completion(Record):
    """When an item was finished; a completion always has its day."""

    day: Day = Field(description="完成日期")
    proof: Text | None = Field(None, description="完成依据")


class Stop(Record):
    """An approved cancellation or suspension (经批准取消/暂缓)."""

    day: Day = Field(description="批准的日期")
    by: Text = Field(description="批准单位")
    reason: Text = Field(description="取消或暂缓的原因")


class Restatement(Record):
    """The same obligation said elsewhere in the document; it is counted once."""

    section: Text = Field(description="另一处的章节号")
    due: Text | None = Field(None, description="另一处写的时限，与本处不同时填写")


class Limit(Record):
    """When something is due, in the words of the document, and how that changed."""

    due: Text | None = Field(None, description="时限，照抄文件用语（如5月底前）或写年-月-日；没有时限的不填")
    due_text: Text | None = Field(None, description="时限写成年-月-日时，文件的原用语")
    extensions: tuple[Extension, ...] = Field((), description="历次延期")
    confirmed: Confirmation | None = Field(None, description="时限有两种理解时的确认结果")

    def words(self) -> str | None:
        """The limit in the document's own words, None where it names none."""
        return self.due_text or self.due


class Answerable(Record):
    """Who answers for something: lateness is charged to the lead, else to all responsible together."""

    lead: Names = Field((), description="牵头单位")
    responsible: Names = Field((), description="责任单位")
    support: Names = Field((), description="配合单位")


class Item(Limit, Answerable):
    """What milestones and indicators share."""

    id: Id = Field(description="编号，在本方案内唯一，小写字母、数字和连字符")
    title: Text = Field(description="简短名称")
    section: Text | None = Field(None, description="文件章节号，如二（一）1")
    phase: Id | None = Field(None, description="所属阶段的编号")
    strength: Strength = Field("must", description="要求的强度：strive力争，ensure确保，must必须或一般要求")
    restates: tuple[Restatement, ...] = Field((), description="文件别处对同一事项的表述，只计一次")
    reports: tuple[Report, ...] = Field((), description="历次进展情况")
    stopped: Stop | None = Field(None, description="经批准取消或暂缓")
    objections: tuple[Objection, ...] = Field((), description="各单位核对数据时提出的异议；处理以前不列、不评价")
    note: Text | None = Field(None, description="说明")


class Milestone(Item):
    """A task, dated or not (节点任务)."""

    begun: Day | None = Field(None, description="开始的日期，时限写明起止的任务填写")
    done: Annotated[Completion, short_form("day")] | None = Field(None, description="完成情况，可只写日期")
    done_days: Days = Field((), description="时限有几个时段的（如4月份、8月份），各时段完成的日期")

    def finished(self, until: date) -> date | None:
        """The day it was finished, None if that is not recorded by ``until``."""
        return self.done.day if self.done and self.done.day <= until else None
