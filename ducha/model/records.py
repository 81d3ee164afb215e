"""What the supervision office itself did (督查记录): the file ``supervision.yaml``."""

from __future__ import annotations

from itertools import chain

from pydantic import Field

from ducha.model.inspection import Inspection
from ducha.model.issue import Issue
from ducha.model.papers import NoticeKind
from ducha.model.values import Count, Day, Names, PeriodName, Record, Text


class IssuedBulletin(Record):
    """A bulletin that was sent out (已印发的通报)."""

    period: PeriodName = Field(description="所报的是哪一期，如2013-06、2013-W26、2013-Q2")
    number: Count | None = Field(None, ge=1, description="第几期")
    day: Day = Field(description="印发的日期")


class Notice(Record):
    """A paper sent to one unit (催办单、督办通知单)."""

    number: Count = Field(ge=1, description="编号，同一种类同一年里不重复，作废的也不再用")
    kind: NoticeKind = Field(description="种类：remind催办单，supervise督办通知单")
    day: Day = Field(description="发出的日期")
    unit: Text = Field(description="发给哪个单位")
    items: Names = Field((), description="所列事项的编号")
    reply_by: Day | None = Field(None, description="要求答复的日期")
    replied: Day | None = Field(None, description="收到答复的日期")
    void: Text | None = Field(None, description="作废的原因；作废的编号不再用")


class Records(Record):
    """What the supervision office did: inspections, matters handed over, papers sent."""

    inspections: tuple[Inspection, ...] = Field((), description="历次督查")
    issues: tuple[Issue, ...] = Field((), description="交办事项")
    bulletins: tuple[IssuedBulletin, ...] = Field((), description="已印发的通报")
    notices: tuple[Notice, ...] = Field((), description="已发出的催办单和督办通知单")

    @property
    def named(self) -> frozenset[str]:
        """What they name of the plans: ids of plans and items, without what an item's ``@`` adds."""
        about = (name for one in self.inspections for name in one.about)
        issues = (one.about for one in self.issues if one.about)
        items = (name for one in self.notices for name in one.items)
        return frozenset(name.partition("@")[0] for name in chain(about, issues, items))
