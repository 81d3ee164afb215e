"""What is handed over with a limit of its own (问题、交办事项), from handing over to closing."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from ducha.model.item import Answerable, Extension
from ducha.model.objection import Objection
from ducha.model.values import Day, Flag, Id, Record, Text

IssueSource = Literal["inspection", "instruction", "decision", "proposal", "upper", "public"]
"""督查发现, 领导批示, 会议议定, 建议提案, 上级交办, 群众反映"""


class Urging(Record):
    """A reminder of something that is not finished (催办)."""

    day: Day = Field(description="催办的日期")
    by: Text | None = Field(None, description="由谁催办，本单位的不填")
    text: Text | None = Field(None, description="催办的方式和内容，如电话催办")


class Feedback(Record):
    """What a unit reports on a matter handed over to it (反馈)."""

    day: Day = Field(description="收到反馈的日期")
    text: Text = Field(description="办理情况")
    by: Text | None = Field(None, description="反馈的单位，只有一个承办单位的可不填")
    finished: Flag = Field(False, description="承办单位是否称已经办结；是则待核实后销号")
    cause: Text | None = Field(None, description="承办单位反映的未办结原因")


class Closing(Record):
    """The office's finding that a matter is settled (销号); nobody else can close one."""

    day: Day = Field(description="销号的日期")
    by: Text | None = Field(None, description="由谁销号，本单位的不填")
    finished: Day | None = Field(
        None,
        description=(
            "实际办结的日期，不填即承办单位最后一次称办结的日期；"
            "没有称办结的，或者称办结以后又被催办、又反馈尚未办结的，即销号日期"
        ),
    )
    proof: Text | None = Field(None, description="销号的依据")


class Recheck(Record):
    """A look back at a matter that was closed (复查、回头看)."""

    day: Day = Field(description="复查的日期")
    passed: Flag = Field(description="是否没有反弹；有反弹的写false，并重开")
    by: Text | None = Field(None, description="由谁复查，本单位的不填")
    text: Text | None = Field(None, description="复查的情况")


class Reopening(Record):
    """A closed matter is taken up again under its number, with a new limit (重开)."""

    day: Day = Field(description="重开的日期")
    due: Day = Field(description="新的办结时限")
    reason: Text = Field(description="重开的原因")
    by: Text | None = Field(None, description="由谁重开，本单位的不填")


class Issue(Answerable):
    """A matter handed over, urged and closed one by one (交办事项)."""

    id: Id = Field(description="编号，各交办事项不重复；销号后重开的仍用原编号")
    title: Text = Field(description="简短名称")
    text: Text | None = Field(None, description="交办的内容和要求")
    about: Text | None = Field(None, description="所涉方案或事项的编号，如land、land/transfer")
    source: IssueSource = Field(
        description=(
            "来源：inspection督查发现，instruction领导批示，decision会议议定，"
            "proposal建议提案，upper上级交办，public群众反映"
        )
    )
    inspection: Text | None = Field(None, description="督查发现的，是哪一次督查，写它的编号")
    reference: Text | None = Field(
        None, description="来文的编号，如批示件、会议纪要、提案的编号；批示件的只印入供领导参阅的版本"
    )
    by: Text | None = Field(None, description="由谁交办，本单位交办的不填；销号也由它负责")
    found: Day = Field(description="发现或收到的日期")
    assigned: Day | None = Field(None, description="交办的日期，发现当天交办的不填")
    due: Day = Field(description="办结的时限")
    cause: Text | None = Field(None, description="原因的代码，见campaign.yaml的causes")
    extensions: tuple[Extension, ...] = Field((), description="历次延期")
    urgings: tuple[Urging, ...] = Field((), description="历次催办")
    feedback: tuple[Feedback, ...] = Field((), description="历次反馈")
    closings: tuple[Closing, ...] = Field((), description="历次销号")
    rechecks: tuple[Recheck, ...] = Field((), description="历次复查")
    reopenings: tuple[Reopening, ...] = Field((), description="历次重开")
    objections: tuple[Objection, ...] = Field((), description="核对异议，没有处理以前不列入通报")
    needs_decision: Text | None = Field(None, description="需要领导协调、决定的事项")
    note: Text | None = Field(None, description="说明")

    @property
    def handed_over(self) -> date:
        """The day it was handed over: that on which it was found, unless another is given."""
        return self.assigned or self.found
