"""Who objected to what is said of something, and how that was settled, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from ducha.assess import Assessment, Obligation, State
from ducha.assess.figures.growth import source_of
from ducha.assess.figures.series import parts_of
from ducha.assess.reference import checked_until
from ducha.model import Indicator, Objection, Plan, Register, ReturnObjection
from ducha.problems import Path
from ducha.render.words.duties import period
from ducha.render.words.values import bare, day, quoted


def told_objections(
    assessment: Assessment, objections: Sequence[Objection], owner: Path, source: Callable[[Path], str]
) -> Iterator[str]:
    """Yield a sentence for each objection, oldest first: where it stands, what it says, and what became of it by then.

    ``owner`` leads to the record that they are in, ``source`` from a path to ``file:line``.
    """
    until = checked_until(assessment.campaign, assessment.reference)
    register = Register(assessment.campaign)
    for at, one in sorted(enumerate(objections), key=lambda entry: entry[1].day):
        of = f"对{period(one.period)}所报" if isinstance(one, ReturnObjection) else ""
        said = f"{day(one.day)}{register.resolve(one.by)}{of}提出异议：{bare(one.text)}"
        yield f"{source((*owner, 'objections', at))}：{said}{_outcome(one, until)}。"


def _outcome(objection: Objection, until: date) -> str:
    settled = objection.settled
    if objection.day > until:
        return f"；在核对截止日{day(until)}以后，不计"
    if settled is None:
        return "；还没有处理"
    late = f"，在核对截止日{day(until)}以后，仍按没有处理" if settled.day > until else ""
    return f"；{day(settled.day)}处理：{bare(settled.text)}{late}"


def shared_dispute(assessment: Assessment, plan: Plan, obligation: Obligation, item: Indicator) -> Iterator[str]:
    """Yield what of an indicator is in dispute besides itself: single members' figures, parts, amounts of a growth."""
    standings = {indicator.id: indicator for indicator in assessment.indicators}
    if members := standings[f"{plan.id}/{item.id}"].disputed_members:
        yield f"{'、'.join(members)}只对自己的数据有异议，其余成员的照列。"
    if obligation.state is State.DISPUTED and all(one.settled for one in obligation.objections):
        source = source_of(plan, item)
        if source is not item and standings[f"{plan.id}/{source.id}"].is_disputed:
            yield f"数额取自{quoted(source.title)}，它的数据正在核对，增长的数也不列。"
        parts = [part.title for part in parts_of(plan, item) if standings[f"{plan.id}/{part.id}"].is_contested]
        if parts:
            yield f"组成部分{''.join(map(quoted, parts))}的数据正在核对，相加的数也不列。"
