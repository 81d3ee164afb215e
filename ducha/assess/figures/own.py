"""One unit's own figures among those of its groups."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ducha.assess.figures.indicators import IndicatorStanding
from ducha.assess.figures.members import MemberStanding


class OwnFigure(NamedTuple):
    """A unit's own figure of an indicator that holds for each member of a group to which it belongs."""

    indicator: IndicatorStanding
    member: MemberStanding


def own_figures(indicators: Iterable[IndicatorStanding], unit: str) -> Iterator[OwnFigure]:
    """Yield a unit's own figures of some indicators, whoever answers for these."""
    for indicator in indicators:
        yield from (OwnFigure(indicator, member) for member in indicator.ranked if member.unit == unit)
