"""YAML text to plain data, strictly: every scalar stays text, and nothing a plan has no use for is taken.

libyaml's events are read in one pass into dicts, lists, text and None (an empty or ``null`` value). Duplicate
keys, anchors, aliases, tags, second documents and deep nesting are refused with their place, so that no file
can expand, crash the parser's C stack, or mean something else than it says (``no``, ``010`` and ``12:30``
stay text). Places are collected only when asked for, and only a text with a fault in it is read with care.
"""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

from yaml import YAMLError

from ducha.store.syntax.faults import Fault
from ducha.store.syntax.quick import Irregular, quick_data

if TYPE_CHECKING:
    from ducha.store.syntax.careful import Places

_UNSEEN = re.compile("[\x85\u2028\u2029\ufeff]")
"""what ends a line or stands nowhere without anybody seeing it"""

MARKERS = ("<" * 7, "|" * 7, "=" * 7, ">" * 7)
"""what git leaves at the beginning of lines where two versions are in conflict"""

NOTHING: Any = object()
"""the data of a text that could not be read to its end"""


class Parsed(NamedTuple):
    """A text's data and what in it a plan may not hold; such values are left out of the data."""

    data: Any
    faults: tuple[Fault, ...] = ()
    readable: str = ""
    """the text without what could not be read, if anything could not"""
    lost: frozenset[int] = frozenset()
    """the lines of which something was left out, from 1"""
    places: Places | None = None
    """where everything stands, if that has been found by the way"""


def parse(text: str) -> Parsed:
    """Return the text's data, NOTHING if it has a fault after which no more can be read."""
    if not _UNSEEN.search(text) and not any(marker in text for marker in MARKERS):
        with suppress(Irregular, YAMLError, UnicodeEncodeError):
            return Parsed(quick_data(text))
    from ducha.store.syntax.recovery import careful_data

    return careful_data(text)
