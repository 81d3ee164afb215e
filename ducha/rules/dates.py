"""Every date phrase of a plan can be read, as the kind of time its field takes."""

from __future__ import annotations

from collections.abc import Iterator

from ducha.deadlines import Kind
from ducha.model import Campaign, Plan
from ducha.problems import Path, Problem
from ducha.rules.walk import items_of

LIMITS = frozenset((Kind.DAY, Kind.WINDOW, Kind.PERIOD, Kind.OPEN))
STRETCHES = frozenset((Kind.DAY, Kind.WINDOW, Kind.PERIOD))
CADENCES = frozenset((Kind.RECURRENCE, Kind.OPEN))

_EXPECTED = {
    LIMITS: "时限写成6月底前、10月、年底或2013-06-30；定期要做的事写到duties",
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

        reason = reading.note if reading.kind is Kind.UNRESOLVABLE else "不是这里要的时间"
        yield Problem("DC401", f"“{phrase}”：{reason}", advise_phrase(phrase) or _EXPECTED[kinds], path)


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
