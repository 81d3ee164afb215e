"""Every date phrase of a campaign can be read, as the kind of time its field takes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ducha.deadlines import Kind, Reading
from ducha.deadlines.reading import HIDDEN
from ducha.model import Campaign, Duty, Exemption, Milestone, Plan
from ducha.problems import Path, Problem
from ducha.rules.walk import items_of

_SHOWN = 30
"""characters of a phrase that a message quotes"""


class Takes(NamedTuple):
    """What a field takes: some kinds of time, one or several of them in a phrase."""

    name: str
    kinds: frozenset[Kind]
    example: str
    several: bool = False
    needs_end: bool = False
    if_several: str = "分成几项，每项一个时间"

    def accepts(self, readings: Sequence[Reading]) -> bool:
        """Whether a phrase that reads so can stand there."""
        if len(readings) > 1 and not self.several:
            return False
        if self.needs_end and not all(reading.end for reading in readings):
            return False
        return all(reading.kind in self.kinds for reading in readings) and (len(readings) == 1 or self._apart(readings))

    def _apart(self, readings: Sequence[Reading]) -> bool:
        """Whether several limits have each a last day of its own, and only that; cadences need not."""
        ends = {reading.end for reading in readings}
        is_cadence = Kind.RECURRENCE in self.kinds
        return is_cadence or (
            None not in ends and len(ends) == len(readings) and not any(r.strict_end for r in readings)
        )


_TIMES = frozenset((Kind.DAY, Kind.WINDOW, Kind.PERIOD))

WINDOWS = Takes("时限", _TIMES | {Kind.OPEN}, "时限写成6月底前、10月、年底或2013-06-30", several=True)
LIMIT = WINDOWS._replace(several=False)
VALUE = LIMIT._replace(if_several="最后一个写在due，前面的写成checkpoints")
STRETCH = Takes("起止时间", _TIMES, "起止时间写成2-3月、4—12月、10月起或全程", if_several="写成一段起止时间")
END = STRETCH._replace(name="截止时间", example="写成12月底或2013-12-31；一直有效的不写", needs_end=True)
CADENCE = Takes(
    "周期", frozenset((Kind.RECURRENCE, Kind.OPEN)), "周期写成每月25日前、每季末、每半年或不定期", several=True
)


class _Written(NamedTuple):
    """A phrase, where it stands, and what its field takes."""

    path: Path
    phrase: str
    takes: Takes


def check_dates(campaign: Campaign, plan: Plan) -> Iterator[Problem]:
    """Yield a problem for every phrase that cannot be read or is of the wrong kind."""
    yield from _problems(campaign, _phrases(plan))


def check_campaign_dates(campaign: Campaign) -> Iterator[Problem]:
    """Yield a problem for a campaign that ends before it starts and for an unreadable cadence of supervision."""
    if campaign.end < campaign.start:
        message = f"行动结束日期{campaign.end}早于开始日期{campaign.start}"
        yield Problem("DC402", message, "改正其一", ("end",), (("start",),))
    methods = enumerate(campaign.supervision.methods)
    cadences = (_Written(("supervision", "methods", at, "every"), method.every, CADENCE) for at, method in methods)
    yield from _problems(campaign, cadences)


def _problems(campaign: Campaign, written: Iterable[_Written]) -> Iterator[Problem]:
    for path, phrase, takes in written:
        readings = campaign.readings(phrase)
        if takes.accepts(readings):
            continue
        yield Problem("DC401", *_told(campaign, phrase, readings, takes), path)


def _told(campaign: Campaign, phrase: str, readings: Sequence[Reading], takes: Takes) -> tuple[str, str]:
    """What is wrong with a phrase, and what to write instead."""
    from ducha.advice.days import advise_phrase  # which nobody needs whose dates are right

    shown = phrase if len(phrase) <= _SHOWN else phrase[:_SHOWN] + "…"
    wrong = next((reading for reading in readings if reading.kind not in takes.kinds), None)
    if wrong is None and takes.several:
        return f"“{shown}”的几个时段分不开", "每个时段写明不同的截止日子，没有两种读法，或分成几项"
    if wrong is None and len(readings) > 1:
        return f"“{shown}”写了{len(readings)}个时间，这里只能有一个", takes.if_several
    if wrong is None:
        return f"“{shown}”没有写到何时止", takes.example
    reason = wrong.note if wrong.kind is Kind.UNRESOLVABLE else _not_here(wrong.kind, takes)
    hint = advise_phrase(phrase) or _bare(campaign, phrase, takes) or takes.example
    if wrong.kind is Kind.RECURRENCE and takes.name == LIMIT.name:
        hint += "；定期要做的事写到duties"
    if takes is CADENCE and any(reading.kind is Kind.RECURRENCE for reading in readings):
        hint = "这里只写周期；起止的时间写到since、until"
    if HIDDEN in reason and not campaign.assume_year:
        hint += "；要按行动的年份推定的，在campaign.yaml写assume_year: true"
    return f"“{shown}”：{reason}", hint


def _not_here(kind: Kind, takes: Takes) -> str:
    what = {Kind.RECURRENCE: "这是周期", Kind.OPEN: "没有起止的日子"}.get(kind, "这是一个时间")
    return f"{what}，不是{takes.name}"


def _bare(campaign: Campaign, phrase: str, takes: Takes) -> str | None:
    """The phrase without quotation marks, stops and what is to be done by then, if that can be read."""
    bare = re.sub(r"[（(].*[）)]$", "", phrase.strip("“”\"'。，,；;、 ")).removesuffix("完成")
    return f"写成{bare}" if bare != phrase and campaign.read(bare).kind in takes.kinds else None


def _phrases(plan: Plan) -> Iterator[_Written]:
    if plan.when:
        yield _Written(("when",), plan.when, STRETCH)
    for index, phase in enumerate(plan.phases):
        yield _Written(("phases", index, "when"), phase.when, STRETCH)
    yield from _limits(plan)
    for index, duty in enumerate(plan.duties):
        path: Path = ("duties", index)
        yield _Written((*path, "every"), duty.every, CADENCE)
        yield from _bounds(path, duty)
        for at, exemption in enumerate(duty.exempt):
            yield from _bounds((*path, "exempt", at), exemption)


def _bounds(path: Path, record: Duty | Exemption) -> Iterator[_Written]:
    for key, phrase, takes in (("since", record.since, STRETCH), ("until", record.until, END)):
        if phrase:
            yield _Written((*path, key), phrase, takes)


def _limits(plan: Plan) -> Iterator[_Written]:
    for path, item in items_of(plan):
        takes = WINDOWS if isinstance(item, Milestone) else VALUE
        yield from _due(path, item.due, takes)
        for at, restatement in enumerate(item.restates):
            yield from _due((*path, "restates", at), restatement.due, takes)
    for index, indicator in enumerate(plan.indicators):
        for at, checkpoint in enumerate(indicator.checkpoints):
            yield from _due(("indicators", index, "checkpoints", at), checkpoint.due, VALUE)


def _due(path: Path, phrase: str | None, takes: Takes) -> Iterator[_Written]:
    if phrase:
        yield _Written((*path, "due"), phrase, takes)
