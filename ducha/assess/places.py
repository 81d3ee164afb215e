"""Places (名次): equals share one, and the next place counts them all."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import TypeVar

_Key = TypeVar("_Key", Decimal, tuple[Fraction, int, int])


def places_by(keys: Mapping[str, _Key], *, most_first: bool = False) -> dict[str, int]:
    """Return name → its place, the least key first or the most, as given where equal."""
    names = sorted(keys, key=lambda name: keys[name], reverse=most_first)
    ordered = [keys[name] for name in names]
    return {name: ordered.index(keys[name]) + 1 for name in names}
