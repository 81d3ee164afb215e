"""What ``ducha template check`` tries templates on: every paper that the campaign's own data can make."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from ducha.assess import Reference, assess, on_day, on_period_before
from ducha.assess.bulletin.bulletin import Bulletin, compose_bulletin
from ducha.assess.units.calls import find_calls
from ducha.assess.units.notices import compose_notices
from ducha.assess.verify.checking import compose_sheets
from ducha.cli import clock
from ducha.deadlines.cycles import Cycle, period_at
from ducha.model import Campaign, Plan, Register
from ducha.model.papers import NOTICES
from ducha.render.papers.templates import NOTICE, SHEET, SUFFIX
from ducha.store import Loaded

Trial = tuple[dict[str, Any], Sequence[str]]
"""what a template is given, and the names of those that are tried on it"""


def trials_on(
    campaign: Campaign, loaded: Loaded[Plan], names: Sequence[str], cycle: Cycle, known: Iterable[Reference]
) -> Iterator[Trial]:
    """Yield the trials of some templates on the periods of one length, circulated and for leaders.

    A part is given all that any paper on a period is given.
    """
    sheet = [name for name in names if name == SHEET + SUFFIX]
    parts = [name for name in names if "/" in name]
    papers = [name for name in names if name not in (*sheet, *parts, NOTICE + SUFFIX)]
    for bulletin in _bulletins(campaign, loaded, cycle, known):
        for for_leaders in (False, True):
            yield {"bulletin": bulletin._replace(for_leaders=for_leaders)}, papers
        sheets = compose_sheets(bulletin, campaign, Register(campaign).addressees) if sheet or parts else ()
        for at, one in enumerate(sheets):
            yield {"bulletin": bulletin, "sheet": one}, sheet if at else [*sheet, *parts]


def notice_trials(campaign: Campaign, loaded: Loaded[Plan], names: Sequence[str]) -> Iterator[Trial]:
    """Yield the trials of the template of notices, if it is among some: on whatever each unit would be sent now."""
    if NOTICE + SUFFIX not in names:
        return
    reference = on_day(campaign, None, clock.today())
    assessment = assess(campaign, loaded.results, reference, records=loaded.records)
    calls = find_calls(assessment, campaign.due_soon_days)
    for kind in NOTICES:
        for notice in compose_notices(assessment, Register(campaign).addressees, calls, kind):
            yield {"notice": notice}, [NOTICE + SUFFIX]
            yield {"notice": notice._replace(number=1)}, [NOTICE + SUFFIX]


def _bulletins(
    campaign: Campaign, loaded: Loaded[Plan], cycle: Cycle, known: Iterable[Reference]
) -> Iterator[Bulletin]:
    """Yield the bulletin on each known period of a length, one after another, and one with nothing to tell."""
    for at in known:
        before = on_period_before(campaign, at)
        yield compose_bulletin(assess(campaign, loaded.results, at, before=before, records=loaded.records))
    period = period_at(cycle, campaign.start)
    nothing = Reference(period.following.first, "period", period.last, period)
    yield compose_bulletin(assess(campaign, (), nothing), ["09-x.yaml"])
