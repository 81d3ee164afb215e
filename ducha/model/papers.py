"""What papers are called: house settings that no document states, among them how units are ranked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from ducha.model.values import Count, Names, PeriodName, Record, Text, short_form

NoticeKind = Literal["remind", "supervise"]

NOTICES: Mapping[NoticeKind, str] = {"remind": "催办单", "supervise": "督办通知单"}
"""kind of a notice → what it is called"""


class Paper(Record):
    """What the papers on weeks, quarters, half-years or years (各期通报) are called, and who sends them to whom."""

    name: Text | None = Field(None, description="报头，如政务督查；不填即用bulletin的")
    office: Text | None = Field(None, description="印发单位，与行动的office不同时填写")
    subject: Text | None = Field(None, description="标题里所报时间之后的文字，如工作进展的通报")
    first: PeriodName | None = Field(
        None, description="第1期所报的周（2013-W26）、季度（2013-Q2）、半年（2013-H1）或年度（2013），以后每期加一"
    )
    addressees: Text | None = Field(None, description="主送单位，不填即用bulletin的")
    copies: Names = Field((), description="抄送单位，不填即用bulletin的")


class RankingClass(Record):
    """Units that are ranked among themselves (排名类别); to be written as a category alone."""

    name: Text = Field(description="类别的名称，如县级部门")
    categories: Names = Field((), description="包括单位名册里的哪些类别；不填即与名称相同的一类")
    by: Literal["tasks", "returns"] = Field(
        "tasks", description="先比什么：tasks应完成事项的按期完成率，returns定期报送的按时报送率"
    )
    low: Count | None = Field(None, ge=1, description="最后几名算靠后，与ranking的low不同时填写")

    @property
    def held(self) -> tuple[str, ...]:
        """The categories of the register whose units are in it."""
        return self.categories or (self.name,)


class RankingRules(Record):
    """How units are ranked (排名)."""

    classes: tuple[Annotated[RankingClass, short_form("name")], ...] = Field(
        (), description="分哪几类排名，可只写单位名册里的类别；不填即每个类别各为一类"
    )
    low: Count | None = Field(None, ge=1, description="每类最后几名算靠后；文件没有写几名，不填则不称谁靠后")
    summoned_by: Text | None = Field(None, description="连续2次靠后的由谁约谈，照抄文件")
