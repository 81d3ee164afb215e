"""What of a unit the weekly paper (督查周报) says: it is brief, and so is the sheet on which that is checked."""

from __future__ import annotations

from ducha.assess.bulletin.bulletin import Bulletin
from ducha.assess.states import State
from ducha.assess.verify.sheet import Sheet
from ducha.deadlines.cycles import Cycle


def is_weekly(bulletin: Bulletin) -> bool:
    """Whether the form for its period is the weekly one.

    三抓两促 二（一）: each week a paper on progress names those that missed a dated point; it has no annexes.
    """
    return bulletin.period.cycle is Cycle.WEEK


def as_weekly(sheet: Sheet, bulletin: Bulletin) -> Sheet:
    """Return a sheet with only what the weekly paper prints: no figures, places or supervision, nothing unjudged.

    Of returns it names those that came late or not at all, of matters those past their limit or at it next week.
    """
    matters = bulletin.matters
    told = {one.id for one in (*matters.late, *matters.due_next)} if matters else set()
    return sheet._replace(
        named_late=None,
        indicators=(),
        places=(),
        unjudged=(),
        returns=tuple(entry for entry in sheet.returns if entry.one.state in (State.OVERDUE, State.DONE_LATE)),
        returns_ahead=(),
        issues=tuple(one for one in sheet.issues if one.id in told),
        supervision=(),
    )
