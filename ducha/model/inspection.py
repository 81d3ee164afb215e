"""What the supervision office looked at itself (督查)."""

from __future__ import annotations

from pydantic import Field

from ducha.model.values import Count, Day, Flag, Id, Names, Record, Text


class Inspection(Record):
    """One visit, meeting or look at papers (一次督查)."""

    id: Id = Field(description="编号，各次督查不重复")
    method: Text = Field(description="督查方法的编号，如joint、onsite、meeting")
    day: Day = Field(description="督查的日期；连续几天的写第一天")
    until: Day | None = Field(None, description="连续几天的，最后一天")
    group: Count | None = Field(None, description="由哪个督导组进行，写组号；不是督导组的不填")
    by: Names = Field((), description="由哪些单位进行，督导组进行的可不填")
    about: Names = Field((), description="督查了哪些方案或事项，写编号，如land、land/transfer；不针对具体方案的不填")
    units: Names = Field((), description="到了哪些单位")
    announced: Flag = Field(True, description="是否事先通知；暗访、随机抽查写false")
    ways: Names = Field((), description="督查的方式，照实填写，如听取汇报、查阅资料、实地查看")
    found: Text | None = Field(None, description="督查中了解的情况；要整改的问题另写issues")
