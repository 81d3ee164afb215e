"""What units owe again and again (报送、定期任务), and what of it came in (一期报送)."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from ducha.model.objection import Objection
from ducha.model.values import Day, Days, Flag, Id, Names, PeriodName, Record, Text


class Exemption(Record):
    """A unit that does not owe a duty, always or for some time (免报)."""

    unit: Text = Field(description="单位")
    since: Text | None = Field(None, description="从何时起，一直免报的不填")
    until: Text | None = Field(None, description="到何时止，一直免报的不填")
    reason: Text = Field(description="免报的理由")


class Return(Record):
    """What units sent for one period of a duty, on one day (一期报送)."""

    period: PeriodName = Field(description="所报的是哪一期，如2013-06、2013-Q2、2013-H1、2013、2013-W26")
    day: Day = Field(description="收到的日期")
    by: Names = Field(min_length=1, description="哪些单位的；写集合单位即它的每个成员")
    through: Text | None = Field(None, description="由谁代报，如牵头单位；自己报的不填")
    zero: Flag = Field(False, description="是否零报告")
    corrected: Days = Field((), description="其后更正的日期")
    note: Text | None = Field(None, description="说明")


class ReturnObjection(Objection):
    """What a unit says is wrong in what is to be printed of its return for one period (一期报送的核对异议)."""

    period: PeriodName = Field(description="所异议的是哪一期，写法同returns的period")


class Duty(Record):
    """What units owe again and again (定期任务)."""

    id: Id = Field(description="编号，在本方案内唯一")
    title: Text = Field(description="简短名称")
    section: Text | None = Field(None, description="文件章节号")
    who: Names = Field((), description="由谁承担；集合单位由它的每个成员分别承担")
    to: Names = Field((), description="报送给谁，文件没写的不填")
    every: Text = Field(description="周期，照抄文件用语，如每月25日前、每季末、月、季度和年度、不定期")
    covers: Literal["current", "previous"] | None = Field(
        None, description="每期报的是哪一期：current当期，previous上一期；不填则按周期的用语（次月5日前即报上一期）"
    )
    since: Text | None = Field(None, description="从何时起，不填即从文件印发之日起")
    until: Text | None = Field(None, description="到何时止，不填即到本方案或行动结束")
    form: Text | None = Field(None, description="报送形式，如纸质版加盖公章")
    zero: Flag = Field(False, description="文件是否规定没有情况也要零报告")
    exempt: tuple[Exemption, ...] = Field((), description="免报的单位")
    returns: tuple[Return, ...] = Field((), description="收到的报送")
    objections: tuple[ReturnObjection, ...] = Field(
        (), description="各单位核对报送情况时提出的异议；处理以前不列、不评价"
    )
    note: Text | None = Field(None, description="说明")
