"""Phases lie in the campaign, and a duty has a day by which it is late."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ducha.deadlines import Kind
from ducha.model import Campaign, Plan
from ducha.problems import Problem
from ducha.rules.doubts.span import lies_outside, span_hint

_NAMES_A_DAY = re.compile(r"[底末日号前]|每[天日周]|日报")


def question_phases(campaign: Campaign, plan: Plan) -> Iterator[Problem]:
    """Yield a problem for every phase that begins or ends outside the campaign."""
    for index, phase in enumerate(plan.phases):
        reading = campaign.read(phase.when)
        if reading.kind is Kind.PERIOD:
            continue
        if any(lies_outside(campaign, day) for day in (reading.start, reading.end)):
            message = f"阶段“{phase.when}”超出行动期"
            yield Problem("DC407", message, span_hint(campaign), ("phases", index, "when"))


def question_duties(campaign: Campaign, plan: Plan) -> Iterator[Problem]:
    """Yield a note for every duty whose cadence names no day."""
    for index, duty in enumerate(plan.duties):
        is_recurrent = campaign.read(duty.every).kind is Kind.RECURRENCE
        if is_recurrent and not _NAMES_A_DAY.search(duty.every):
            hint = "问清截止日，写成每月25日前；文件没有写的，按期末计"
            yield Problem("DC408", f"“{duty.every}”没有截止日", hint, ("duties", index, "every"))
