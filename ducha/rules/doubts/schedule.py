"""Phases lie in the campaign, and a duty has a day by which it is late."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ducha.deadlines import Kind, Reading
from ducha.model import Campaign, Duty, Exemption, Plan
from ducha.model.owed import bounds
from ducha.problems import Path, Problem
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


def question_bounds(campaign: Campaign, plan: Plan) -> Iterator[Problem]:
    """Yield a problem for every duty or exemption that begins or ends outside the campaign."""
    for index, duty in enumerate(plan.duties):
        yield from _bounds(campaign, ("duties", index), duty)
        for at, exemption in enumerate(duty.exempt):
            yield from _bounds(campaign, ("duties", index, "exempt", at), exemption)


def _bounds(campaign: Campaign, path: Path, record: Duty | Exemption) -> Iterator[Problem]:
    first, last = bounds(campaign, record.since, record.until, date.min, date.max)
    if last < first:
        return  # which is a problem already
    for key, phrase in (("since", record.since), ("until", record.until)):
        reading = campaign.read(phrase) if phrase else None
        if reading and reading.kind is not Kind.PERIOD and lies_outside(campaign, _bound(reading, key)):
            yield Problem("DC407", f"“{phrase}”不在行动期内", span_hint(campaign), (*path, key))


def _bound(reading: Reading, key: str) -> date | None:
    return reading.end if key == "until" else reading.start or reading.end


def question_duties(campaign: Campaign, plan: Plan) -> Iterator[Problem]:
    """Yield a note for every duty whose cadence names no day."""
    for index, duty in enumerate(plan.duties):
        is_recurrent = campaign.read(duty.every).kind is Kind.RECURRENCE
        if is_recurrent and not _NAMES_A_DAY.search(duty.every):
            hint = "问清截止日，写成每月25日前；文件没有写的，按期末计"
            yield Problem("DC408", f"“{duty.every}”没有截止日", hint, ("duties", index, "every"))
