"""Every date phrase of a plan can be read, as the kind of time its field takes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ducha.deadlines import Kind
from ducha.model import Campaign, Plan
from ducha.problems import Path, Problem
from ducha.rules.walk import items_of

LIMITS = frozenset((Kind.DAY, Kind.WINDOW, Kind.PERIOD, Kind.OPEN))
STRETCHES = frozenset((Kind.DAY, Kind.WINDOW, Kind.PERIOD))
CADENCES = frozenset((Kind.RECURRENCE, Kind.OPEN))

_EXPECTED = {
    LIMITS: "时限写成6月底前、10月、年底或2013-06-30",
    STRETCHES: "起止时间写成2-3月、4—12月、10月起或全程",
    CADENCES: "周期写成每月25日前、每季末、每半年或不定期",
}


def check_dates(campaign: Campaign, plan: Plan) -> Iterator[Problem]:
    """Yield a problem for every phrase that cannot be read or is of the wrong kind."""
    for path, phrase, kinds in _phrases(plan):
        reading = campaign.read(phrase)
        if reading.kind in kinds:
            continue
        from ducha.advice.days import advise_phrase  # which nobody needs whose dates are right

        reason = reading.note if reading.kind is Kind.UNRESOLVABLE else _not_here(reading.kind, kinds)
        hint = advise_phrase(phrase) or _bare(campaign, phrase, kinds) or _EXPECTED[kinds]
        if reading.kind is Kind.RECURRENCE and kinds is LIMITS:
            hint += "；定期要做的事写到duties"
        yield Problem("DC401", f"“{phrase}”：{reason}", hint, path)


def _not_here(kind: Kind, kinds: frozenset[Kind]) -> str:
    what = {Kind.RECURRENCE: "这是周期", Kind.OPEN: "没有起止的日子"}.get(kind, "这是一个时间")
    return f"{what}，不是" + ("周期" if kinds is CADENCES else "时限" if kinds is LIMITS else "起止时间")


def _bare(campaign: Campaign, phrase: str, kinds: frozenset[Kind]) -> str | None:
    """The phrase without quotation marks, stops and what is to be done by then, if that can be read."""
    bare = re.sub(r"[（(].*[）)]$", "", phrase.strip("“”\"'。，,；;、 ")).removesuffix("完成")
    return f"写成{bare}" if bare != phrase and campaign.read(bare).kind in kinds else None


def check_campaign_dates(campaign: Campaign) -> Iterator[Problem]:
    """Yield a problem for a campaign that ends before it starts and for an unreadable cadence of supervision."""
    if campaign.end < campaign.start:
        message = f"行动结束日期{campaign.end}早于开始日期{campaign.start}"
        yield Problem("DC402", message, "改正其一", ("end",), (("start",),))
    for index, method in enumerate(campaign.supervision.methods):
        if campaign.read(method.every).kind not in CADENCES:
            path = ("supervision", "methods", index, "every")
            yield Problem("DC401", f"“{method.every}”：不是这里要的时间", _EXPECTED[CADENCES], path)


def _phrases(plan: Plan) -> Iterator[tuple[Path, str, frozenset[Kind]]]:
    for index, phase in enumerate(plan.phases):
        yield ("phases", index, "when"), phase.when, STRETCHES
    yield from _limits(plan)
    for index, duty in enumerate(plan.duties):
        yield ("duties", index, "every"), duty.every, CADENCES
        for key, phrase in (("since", duty.since), ("until", duty.until)):
            if phrase:
                yield ("duties", index, key), phrase, STRETCHES


def _limits(plan: Plan) -> Iterator[tuple[Path, str, frozenset[Kind]]]:
    for path, item in items_of(plan):
        yield from _due(path, item.due)
        for at, restatement in enumerate(item.restates):
            yield from _due((*path, "restates", at), restatement.due)
    for index, indicator in enumerate(plan.indicators):
        for at, checkpoint in enumerate(indicator.checkpoints):
            yield from _due(("indicators", index, "checkpoints", at), checkpoint.due)


def _due(path: Path, phrase: str | None) -> Iterator[tuple[Path, str, frozenset[Kind]]]:
    if phrase:
        yield (*path, "due"), phrase, LIMITS
