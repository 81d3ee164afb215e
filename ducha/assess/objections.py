"""What units object to (核对异议), as known when a report is made."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ducha.assess.frame import Frame
from ducha.model import Objection, Register


def known_objections(frame: Frame, objections: Iterable[Objection]) -> tuple[Objection, ...]:
    """Return those raised in time for the report, oldest first, as known then: what was settled later is open.

    Units stand under their registered names.
    """
    until = frame.checked_until
    known = sorted((one for one in objections if one.day <= until), key=lambda one: one.day)
    return tuple(_as_known(frame.register, one, until) for one in known)


def _as_known(register: Register, objection: Objection, until: date) -> Objection:
    settled = None if objection.is_open(until) else objection.settled
    return objection.model_copy(update={"by": register.resolve(objection.by) or objection.by, "settled": settled})
