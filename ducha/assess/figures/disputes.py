"""What units object to (核对异议): of what is in dispute nothing is judged or told until that is settled."""

from __future__ import annotations

from datetime import date

from ducha.assess.figures.series import parts_of
from ducha.assess.frame import Frame
from ducha.model import Indicator, Item, Objection


def is_disputed(frame: Frame, item: Item) -> bool:
    """Whether a unit's objection to an item is open.

    A member that objects to an indicator which holds for each of its group objects to its own figure alone.
    """
    if not item.objections or _is_stopped(frame, item):
        return False
    of_one = disputed_members(frame, item) if isinstance(item, Indicator) else ()
    return any(one.is_open(frame.checked_until) and _known(frame, one) not in of_one for one in item.objections)


def disputed_members(frame: Frame, indicator: Indicator, until: date | None = None) -> tuple[str, ...]:
    """Return the listed members whose own figures are in dispute on a day: that of the report, else an earlier one."""
    if not (indicator.each and indicator.objections) or _is_stopped(frame, indicator):
        return ()
    group = frame.register.group(indicator.each)
    members = frame.register.known(group.members) if group else ()
    objecting = {_known(frame, one) for one in indicator.objections if one.is_open(until or frame.checked_until)}
    return tuple(unit for unit in members if unit in objecting)


def is_untold(frame: Frame, indicator: Indicator) -> bool:
    """Whether no figure of an indicator can be told: it is in dispute, or what it is worked out from is.

    That is the amounts that a growth is worked out from, and the parts of a total that nobody reports itself.
    """
    return is_disputed(frame, indicator) or any(_is_contested(frame, one) for one in _sources(frame, indicator))


def _sources(frame: Frame, indicator: Indicator) -> tuple[Indicator, ...]:
    if indicator.base and indicator.base.of:
        from ducha.assess.figures.growth import source_of  # which few indicators need

        return (source_of(frame.plan, indicator),)
    return _summed_parts(frame, indicator)


def _summed_parts(frame: Frame, total: Indicator) -> tuple[Indicator, ...]:
    """The parts whose sum is the figure of a total."""
    is_reported = bool(total.projects) or any(actual.day <= frame.until for actual in total.actuals)
    return () if total.each or is_reported else parts_of(frame.plan, total)


def _is_contested(frame: Frame, part: Indicator) -> bool:
    """Whether anything that a part adds to a sum is in dispute, be it the figure of one member."""
    if is_disputed(frame, part) or disputed_members(frame, part):
        return True
    return any(_is_contested(frame, one) for one in _summed_parts(frame, part))


def _is_stopped(frame: Frame, item: Item) -> bool:
    return item.stopped is not None and item.stopped.day <= frame.until


def _known(frame: Frame, objection: Objection) -> str:
    return frame.register.resolve(objection.by) or objection.by
