"""The lines of a file, however it is encoded, and whether a place is one of theirs."""

from __future__ import annotations

import codecs

from ducha.problems import Spot


def lines_of(data: bytes) -> list[str]:
    """The lines of a file as an editor counts them, without its byte-order mark and without their ends."""
    text = data.removeprefix(codecs.BOM_UTF8).decode("utf-8", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def wrong_with_spot(spot: Spot, lines: list[str]) -> str:
    """What is wrong with a place, counted from 1; a line's end is the place after its last character."""
    if not 1 <= spot.line <= len(lines):
        return f"no line {spot.line}, the last is {len(lines)}"
    line = lines[spot.line - 1]
    if not 1 <= spot.column <= len(line) + 1:
        return f"no column {spot.column}, the line has {len(line)}"
    if not 1 <= spot.length <= max(1, len(line) + 1 - spot.column):
        return f"{spot.length} characters from column {spot.column}, the line has {len(line)}"
    return "" if spot.source in ("", line) else f"the line is not {spot.source!r:.200}"
