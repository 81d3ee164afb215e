"""Damage to a file's lines, keys and values, as people, editors and git do it."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from tests.fuzz.hostile import CHARACTERS, FULL_WIDTH, LINES, LONG, VALUES
from tests.fuzz.sources import foreign_line

_KEY = re.compile(r"^( *(?:- )?(?:\{)?)(\w+)(:.*)$", re.DOTALL)
_VALUE = re.compile(r"^( *(?:- )?\w+: )(.*)$", re.DOTALL)
_HALF_WIDTH = {full: half for half, full in FULL_WIDTH.items()}

Lines = list[str]


def swap_lines(lines: Lines, random: Random) -> None:
    """Let two lines change places."""
    one, other = _at(lines, random), _at(lines, random)
    lines[one], lines[other] = lines[other], lines[one]


def delete_line(lines: Lines, random: Random) -> None:
    """Take a line out."""
    del lines[_at(lines, random)]


def repeat_line(lines: Lines, random: Random) -> None:
    """Write a line somewhere else as well."""
    lines.insert(_at(lines, random), random.choice(lines))


def join_lines(lines: Lines, random: Random) -> None:
    """Forget a line's end."""
    at = _at(lines, random)
    lines[at : at + 2] = ["".join(lines[at : at + 2])]


def break_line(lines: Lines, random: Random) -> None:
    """Break a line in the middle."""
    at = _at(lines, random)
    cut = random.randint(0, len(lines[at]))
    lines[at : at + 1] = [lines[at][:cut], lines[at][cut:]]


def indent(lines: Lines, random: Random) -> None:
    """Indent lines otherwise, with what looks like spaces."""
    start = _at(lines, random)
    blank = random.choice(("", " ", "  ", "   ", "\t", "\u3000", "\xa0"))
    for at in range(start, min(len(lines), start + random.randint(1, 3))):
        lines[at] = blank + (lines[at] if random.random() < 0.5 else lines[at].lstrip())


def rename_key(lines: Lines, random: Random) -> None:
    """Give a line the key of another one, or a misspelt, very long or missing one."""
    at = _some(lines, _KEY, random)
    other = _KEY.match(lines[_some(lines, _KEY, random)])
    names = ["", "dew", "牵头单位", "ID", "<<", "? id", "lead support", "k" * 200, other.group(2) if other else "x"]
    name = random.choice(names) if random.random() < 0.98 else "k" * LONG
    lines[at] = _KEY.sub(lambda match: match.group(1) + name + match.group(3), lines[at])


def delete_key(lines: Lines, random: Random) -> None:
    """Keep only the value."""
    at = _some(lines, _KEY, random)
    lines[at] = _KEY.sub(lambda match: match.group(1) + match.group(3), lines[at])


def replace_value(lines: Lines, random: Random) -> None:
    """Write a hostile value, or another line's."""
    at = _some(lines, _VALUE, random)
    other = _VALUE.match(lines[_some(lines, _VALUE, random)])
    value = other.group(2) if other and random.random() < 0.2 else random.choice(VALUES)
    lines[at] = _VALUE.sub(lambda match: match.group(1) + value, lines[at])


def insert_hostile_line(lines: Lines, random: Random) -> None:
    """Write a line that no plan has, indented as one that it has."""
    at = _at(lines, random)
    margin = lines[at][: len(lines[at]) - len(lines[at].lstrip())] if random.random() < 0.5 else ""
    lines.insert(at, margin + random.choice(LINES))


def splice(lines: Lines, random: Random) -> None:
    """Write some lines of other plans."""
    at = _at(lines, random)
    lines[at:at] = [foreign_line(random) for _ in range(random.randint(1, 4))]


def conflict(lines: Lines, random: Random) -> None:
    """Leave what git writes when two people changed the same lines."""
    start = _at(lines, random)
    ours = lines[start : start + random.randint(1, 4)]
    markers = ["<<<<<<< HEAD", *ours, "=======", *ours[::-1], ">>>>>>> 报送"]
    lines[start : start + len(ours)] = markers[: random.choice((len(markers), len(markers) - 1))]


def insert_character(lines: Lines, random: Random) -> None:
    """Write a character where it does not belong."""
    at = _at(lines, random)
    cut = random.randint(0, len(lines[at]))
    lines[at] = lines[at][:cut] + random.choice(CHARACTERS) + lines[at][cut:]


def delete_character(lines: Lines, random: Random) -> None:
    """Forget a bracket, a quote, a colon or any other character."""
    at = _at(lines, random)
    if found := [cut for cut, mark in enumerate(lines[at]) if mark in "[]{}'\":,-" or random.random() < 0.1]:
        cut = random.choice(found)
        lines[at] = lines[at][:cut] + lines[at][cut + 1 :]


def change_width(lines: Lines, random: Random) -> None:
    """Write punctuation with the input method on, or off, in one line or in all."""
    table = random.choice((FULL_WIDTH, _HALF_WIDTH))
    mark = random.choice(list(table))
    for at in range(len(lines)) if random.random() < 0.1 else [_at(lines, random)]:
        lines[at] = lines[at].replace(mark, table[mark], random.choice((1, -1)))


def end_otherwise(lines: Lines, random: Random) -> None:
    """End one line, or every line, as another system does."""
    end = random.choice(("\r", "\r\n", "\x85", "\u2028", "\u2029"))
    at = _at(lines, random)
    first, last = (0, len(lines)) if random.random() < 0.3 else (at, at + 2)
    lines[first:last] = [end.join(lines[first:last])]


def _at(lines: Lines, random: Random) -> int:
    return random.randrange(len(lines))


def _some(lines: Lines, pattern: re.Pattern[str], random: Random) -> int:
    """Where a line is that matches, or any line."""
    found = [at for at, line in enumerate(lines) if pattern.match(line)]
    return random.choice(found) if found else _at(lines, random)


LINEWISE: tuple[Callable[[Lines, Random], None], ...] = (
    *(swap_lines, delete_line, repeat_line, join_lines, break_line, indent, rename_key, delete_key, replace_value),
    *(insert_hostile_line, splice, conflict, insert_character, delete_character, change_width, end_otherwise),
)
