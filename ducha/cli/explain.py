"""``ducha explain``: what a code of ``ducha check`` means, with examples."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Annotated

import typer

_SEPARATORS = re.compile(r"[、，,;；\s]+")
_LOOK_ALIKE = str.maketrans("OIL", "011")


def explain(
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[代码]…", help="问题代码，可写几个；不写则列出全部代码。")
    ] = None,
) -> int:
    """check所列的问题代码是什么意思，为什么要查，怎样改。

    如explain DC302，也可写成dc302、302；几个代码用空格隔开。
    """
    from ducha.cli.output import show_page
    from ducha.render.pages.explain import code_list, explanation
    from ducha.store.catalogue import codes, read_entry

    known = codes()
    if names:
        codes_named = [one for name in names for one in _SEPARATORS.split(name) if one]
        chosen = dict.fromkeys(_find(name, known) for name in codes_named or names)
        show_page(explanation(map(read_entry, chosen)))
    else:
        show_page(code_list(map(read_entry, known)))
    return 0


def _find(name: str, known: Sequence[str]) -> str:
    """Return the code that is meant: ``DC101``, ``dc101`` or ``101``."""
    text = unicodedata.normalize("NFKC", name).strip().upper()
    code = f"DC{text}" if text.isdecimal() else text
    if code not in known:
        from ducha.cli.session import unknown

        meant = code.translate(_LOOK_ALIKE)
        raise unknown("问题代码", name, [meant] if meant in known else known)
    return code
