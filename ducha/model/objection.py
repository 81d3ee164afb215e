"""What units object to in what is to be printed (核对异议), and how that was settled."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from ducha.model.values import Day, Record, Text


class Settlement(Record):
    """How an objection was settled (异议的处理)."""

    day: Day = Field(description="处理的日期")
    text: Text = Field(description="处理结果")


class Objection(Record):
    """What a unit says is wrong in what is to be printed of something (核对异议)."""

    day: Day = Field(description="提出异议的日期")
    by: Text = Field(description="提出异议的单位")
    text: Text = Field(description="异议内容")
    settled: Settlement | None = Field(None, description="处理情况，还没有处理的不填")

    def is_open(self, until: date) -> bool:
        """Whether it was raised by a day, and not settled by then."""
        return self.day <= until and not (self.settled and self.settled.day <= until)
