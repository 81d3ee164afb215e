"""Units of money, and which units are percentages."""

from __future__ import annotations

from decimal import Decimal

PERCENT = ("%", "％", "百分比")
"""units in which a share is told"""

_YUAN = {"元": 1, "千元": 1000, "万元": 10_000, "百万元": 1_000_000, "亿元": 100_000_000}


def conversion(given: str, wanted: str) -> Decimal | None:
    """Return by what an amount in one unit is multiplied to be in another, None where nobody can say."""
    if given == wanted:
        return Decimal(1)
    if given in _YUAN and wanted in _YUAN:
        return Decimal(_YUAN[given]) / Decimal(_YUAN[wanted])
    return None
