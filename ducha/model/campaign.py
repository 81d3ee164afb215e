"""A campaign (行动): the document, the unit register, the supervision plan and the house settings."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from ducha.deadlines import Reading, read
from ducha.model.papers import NoticeKind, Paper, RankingRules
from ducha.model.values import Count, Day, Flag, Id, Month, Names, PeriodName, Record, Text, Year, short_form


class Document(Record):
    """The document that orders the campaign (文件)."""

    title: Text | None = Field(None, description="文件名称，没有文号的填写")
    number: Text | None = Field(None, description="文号，查不到的不填")
    issuer: Text | None = Field(None, description="印发机关，查不到的不填")
    issued: Day | None = Field(None, description="印发日期，查不到的不填")

    @property
    def name(self) -> str | None:
        """How papers cite it: its number, else its title; None where neither is known."""
        return self.number or (f"《{self.title}》" if self.title else None)


class Liaison(Record):
    """Whom to call at a unit (联络员); for the office alone, never in a bulletin."""

    name: Text = Field(description="姓名")
    phone: Text | None = Field(None, description="电话")

    @property
    def text(self) -> str:
        """The name, and the telephone number where it is known."""
        return f"{self.name}，{self.phone}" if self.phone else self.name


class Unit(Record):
    """A unit that can answer for something (单位)."""

    name: Text = Field(description="规范名称")
    aliases: Names = Field((), description="文件中的其他写法")
    category: Text = Field(description="类别，如部门、乡镇、园区")
    liaison: Annotated[Liaison, short_form("name")] | None = Field(
        None, description="联络员，可只写姓名；只供本单位联系，不印入通报"
    )


class UnitGroup(Record):
    """A collective name (集合单位), charged and listed under its own name; open if it lists no members."""

    name: Text = Field(description="集合单位名称")
    aliases: Names = Field((), description="文件中的其他写法")
    category: Text = Field(description="类别")
    members: Names = Field((), description="成员单位，文件没有列明的可不填")
    sourced: Text | None = Field(None, description="成员名单的来源，不出自文件的须注明，如sample")


class Member(Record):
    """A member of a supervision group, by office (成员)."""

    role: Text = Field(description="职务或单位")


class SupervisionGroup(Record):
    """A joint supervision group (联合督导组) and the plans it covers."""

    id: Count = Field(description="组号")
    leader: Text = Field(description="组长")
    members: tuple[Member, ...] = Field((), description="成员")
    plans: Names = Field((), description="重点督查的方案编号")


class Method(Record):
    """A kind of supervision the document orders (督查方法) and how often."""

    id: Id = Field(description="编号")
    title: Text = Field(description="名称")
    every: Text = Field(description="周期，照抄文件用语，如每月、每两个月、随时")
    at_least: Count | None = Field(None, description="每个周期不少于几次")
    kind: Literal["inspection", "bulletin"] = Field(
        "inspection", description="按什么计次：inspection督查，bulletin所报时间相符的通报"
    )
    strength: Text | None = Field(None, description="要求的强度，如原则上")
    by: Names = Field((), description="由哪些单位进行或印发，行动的office自己的不填；没有做到的计在它们名下")
    note: Text | None = Field(None, description="说明")


class Cause(Record):
    """Why matters are not settled, as this office sorts them (原因)."""

    id: Id = Field(description="代码，如land")
    title: Text = Field(description="名称，如用地、资金")


class Supervision(Record):
    """The supervision plan (督查工作方案)."""

    groups: tuple[SupervisionGroup, ...] = Field((), description="联合督导组")
    methods: tuple[Method, ...] = Field((), description="督查方法")


class Circulation(Record):
    """How this office sends out its bulletins (通报的印发): house settings that no document states."""

    name: Text | None = Field(None, description="报头；不填即行动名称加“督查通报”")
    addressees: Text = Field("各有关单位", description="主送单位")
    copies: Names = Field((), description="抄送单位")
    signatures: Names = Field(("拟稿", "核稿", "签发"), description="文末的签署栏")
    first: Month | None = Field(None, description="第1期通报所报的月份，以后每月一期；不填则期号空着")
    worst_cases: Count = Field(5, ge=1, description="正文最多列几项逾期最久的事项，全部清单见附件")
    send_by: Count | None = Field(None, ge=1, le=28, description="每期通报于次月几日前印发；不填则到次月底")
    reply_by: Count | None = Field(None, ge=1, le=28, description="到期未完成的单位于次月几日前答复；不填则日期空着")
    check_within: Count = Field(
        5,
        le=60,
        description="期满（没有期满的，数据截止日）后几天内核对数据：各单位在这以前反馈数据核对单，其间提出和处理的异议计入本期；0即不留时间",
    )
    checked: tuple[PeriodName, ...] = Field((), description="哪几期的数据已送各单位核对，写法同综述的键")
    week: Paper = Field(default_factory=Paper, description="每周的通报")
    quarter: Paper = Field(default_factory=Paper, description="每季度的通报")
    half: Paper = Field(default_factory=Paper, description="每半年的通报")
    year: Paper = Field(default_factory=Paper, description="年度的通报")


class NoticeStyle(Record):
    """How this office numbers its notices (催办单、督办通知单): house settings that no document states."""

    remind: Text = Field("催办", description="催办单编号的字头，编号写成催办〔2013〕3号这样")
    supervise: Text = Field("督办", description="督办通知单编号的字头")
    reply_days: Count | None = Field(None, ge=1, le=60, description="要求几天内答复，从发出之日起算；不填则日期空着")

    def mark(self, kind: NoticeKind, year: int, number: int) -> str:
        """Return a notice's number as it is printed: 催办〔2013〕3号."""
        return f"{self.remind if kind == 'remind' else self.supervise}〔{year}〕{number}号"


class Campaign(Record):
    """What all plans of a directory share."""

    title: Text = Field(description="行动名称")
    year: Year = Field(description="没有写年份的时限按哪一年理解")
    year_basis: Text | None = Field(None, description="文件没有写明年份时，year的依据")
    assume_year: Flag = Field(
        False, description="年份被隐去的时限（如xx年5月底前）是否按year理解；是则各处都注明为推定"
    )
    document: Document = Field(description="印发行动方案的文件")
    office: Text = Field(description="负责督查、接收报送、印发通报的单位")
    start: Day = Field(description="行动开始日期")
    end: Day = Field(description="行动结束日期")
    as_of: Day | None = Field(None, description="已结束或示例行动的固定参照日")
    sample: Flag = Field(False, description="进展是否为示例数据；是则各处都注明")
    due_soon_days: Count = Field(15, description="提前几天算即将到期（本单位的设定，不出自文件）")
    move_to_workday: Flag = Field(False, description="时限逢休息日是否顺延到下一个工作日；文件没有规定的不顺延")
    verify_by: Day | None = Field(None, description="印发前已到期且未报进展的事项，核实到哪一天为止")
    units: tuple[Unit, ...] = Field((), description="单位名册")
    unit_groups: tuple[UnitGroup, ...] = Field((), description="集合单位")
    causes: tuple[Cause, ...] = Field((), description="交办事项未办结原因的分类（本单位的设定，不出自文件）")
    notices: NoticeStyle = Field(
        default_factory=NoticeStyle, description="催办单和督办通知单（本单位的设定，不出自文件）"
    )
    supervision: Supervision = Field(default_factory=Supervision, description="督查工作方案")
    bulletin: Circulation = Field(default_factory=Circulation, description="通报的印发（本单位的设定，不出自文件）")
    ranking: RankingRules = Field(default_factory=RankingRules, description="单位排名（本单位的设定，不出自文件）")

    def readings(self, phrase: str) -> tuple[Reading, ...]:
        """Read a date phrase of this campaign: by its base year, its day of issue, its first and last day for 全程."""
        return read(
            phrase,
            year=self.year,
            campaign=(self.start, self.end),
            issued=self.document.issued,
            assume_year=self.assume_year,
        )

    def read(self, phrase: str) -> Reading:
        """Read a phrase that names one time; of several the first, as ``ducha check`` has refused it."""
        return self.readings(phrase)[0]

    def days(self, phrases: Iterable[str | None]) -> tuple[date, ...]:
        """Return each last day on time that phrases for one limit can mean, a phrase with two readings both."""
        readings = [self.read(phrase) for phrase in phrases if phrase]
        return tuple(day for reading in readings for day in (reading.strict_end, reading.end) if day)

    def moved(self, day: date) -> date:
        """Return the last day on time of what ends on a day: where the campaign asks for it, the next working day."""
        if not self.move_to_workday:
            return day
        from ducha.deadlines.workdays import next_workday  # which hardly any campaign asks for

        return next_workday(day)
