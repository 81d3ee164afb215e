"""Names that any file system can hold."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_UNFIT = re.compile(r'[\\/:*?"<>|]')
"""what Windows does not take in a name, and the separators of every system"""
_LONGEST = 200
"""bytes of a name in UTF-8; ext4 and most others hold 255"""


def file_names(wanted: Iterable[str], suffix: str) -> tuple[str, ...]:
    """Return a file's name for each text, in order: like it, fit for any system, and no two the same there.

    Systems that do not tell upper from lower case, or composed from decomposed letters, are among them.
    """
    taken: set[str] = set()
    names = []
    for text in wanted:
        stem, number = _fit(text), 1
        while (name := stem + (f"-{number}" if number > 1 else "") + suffix).casefold() in taken:
            number += 1
        taken.add(name.casefold())
        names.append(name)
    return tuple(names)


def _fit(text: str) -> str:
    composed = unicodedata.normalize("NFC", text)
    printable = "".join("_" if unicodedata.category(one)[0] == "C" else one for one in _UNFIT.sub("_", composed))
    cut = printable.encode()[:_LONGEST].decode(errors="ignore")
    return cut.strip(" .") or "_"
