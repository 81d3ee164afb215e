"""What units object to (核对异议), as known when a report is made."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ducha.model import Objection, Register


def known_objections(register: Register, objections: Iterable[Objection], until: date) -> tuple[Objection, ...]:
    """Return those raised by a day, oldest first, as known then: what was settled later is open.

    Units stand under their registered names.
    """
    known = sorted((one for one in objections if one.day <= until), key=lambda one: one.day)
    return tuple(_as_known(register, one, until) for one in known)


def _as_known(register: Register, objection: Objection, until: date) -> Objection:
    settled = None if objection.is_open(until) else objection.settled
    return objection.model_copy(update={"by": register.resolve(objection.by) or objection.by, "settled": settled})
