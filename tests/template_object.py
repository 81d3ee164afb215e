"""The page of the README that tells what a template is given, made from the types themselves."""

from __future__ import annotations

import ast
import inspect
import textwrap
import types
from collections.abc import Iterator
from typing import Any, Union, get_args, get_origin, get_type_hints

from ducha.assess.bulletin.bulletin import Bulletin
from ducha.assess.obligations import SortKey
from ducha.assess.projects.ledger import LedgerStanding
from ducha.assess.supervision import issues
from ducha.assess.supervision import overview as supervision
from ducha.assess.units.paper import NoticePaper
from ducha.assess.verify.sheet import Sheet
from ducha.model import issue, records
from ducha.model.values import Record
from ducha.problems import Path
from ducha.render.papers.filters import FILTERS

_LATE = {**vars(issues), **vars(supervision), **vars(records), **vars(issue), "LedgerStanding": LedgerStanding}
"""names that the product itself only imports where a campaign keeps records, or a plan a project ledger"""

_INNER = (Path, SortKey)
"""types of no use to a template: where in a file a thing stands, what it is sorted by"""


def template_reference() -> str:
    """A table for each type that can be reached from ``bulletin``, ``sheet`` and ``notice``, then the filters."""
    kinds: dict[type, None] = {}
    for top in (Bulletin, Sheet, NoticePaper):
        _collect(top, kinds)
    tables = [_table(kind) for kind in kinds]
    filters = ["| filter | result |", "| :--- | :--- |"]
    filters += [f"| `{name}` | {_first_line(word.__doc__)} |" for name, word in FILTERS.items()]
    return "\n\n".join(
        [*tables, "**Filters** — how values are worded: `{{ o.due.present | day }}`.", "\n".join(filters)]
    )


def _collect(kind: type, kinds: dict[type, None]) -> None:
    if kind in kinds:
        return
    kinds[kind] = None
    for _, annotation, _ in _members(kind):
        for inner in _named_tuples(annotation):
            _collect(inner, kinds)


def _table(kind: type) -> str:
    lines = [
        f"**{kind.__name__}** — {_first_line(kind.__doc__)}",
        "",
        "| name | type | meaning |",
        "| :--- | :--- | :--- |",
    ]
    lines += [f"| `{name}` | {_type_name(annotation)} | {meaning} |" for name, annotation, meaning in _members(kind)]
    return "\n".join(lines)


def _members(kind: type) -> Iterator[tuple[str, Any, str]]:
    """Name, type and meaning of each field and property."""
    said = _field_docs(kind)
    for name, annotation in get_type_hints(kind, localns=_LATE).items():
        if annotation not in _INNER:
            yield name, annotation, said.get(name, "")
    for name, member in vars(kind).items():
        if isinstance(member, property) and not name.startswith("_"):
            annotation = get_type_hints(member.fget, localns=_LATE)["return"]
            if annotation not in _INNER:
                yield name, annotation, _first_line(member.__doc__)


def _field_docs(kind: type) -> dict[str, str]:
    """The string that stands below a field in the source."""
    body = ast.parse(textwrap.dedent(inspect.getsource(kind))).body[0]
    assert isinstance(body, ast.ClassDef)
    said = {}
    for field, after in zip(body.body, body.body[1:], strict=False):
        if isinstance(field, ast.AnnAssign) and isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant):
            assert isinstance(field.target, ast.Name)
            said[field.target.id] = " ".join(str(after.value.value).split())
    return said


def _named_tuples(annotation: Any) -> Iterator[type]:
    if isinstance(annotation, type) and issubclass(annotation, tuple) and hasattr(annotation, "_fields"):
        yield annotation
    for part in get_args(annotation):
        yield from _named_tuples(part)


def _type_name(annotation: Any) -> str:
    if annotation is None or annotation is types.NoneType:
        return "none"
    if isinstance(annotation, types.UnionType) or get_origin(annotation) is Union:
        return " or ".join(_type_name(part) for part in get_args(annotation))
    parts = [_type_name(part) for part in get_args(annotation) if part is not Ellipsis]
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return f"{annotation.__name__} (as in the files)"
    name = str(getattr(annotation, "__name__", annotation))
    if name == "Literal":
        return " · ".join(f"`{part}`" for part in get_args(annotation))
    if name in ("tuple", "frozenset") and parts:
        return "list of " + ", ".join(dict.fromkeys(parts))
    return f"{' → '.join(parts)}" if name == "Mapping" else {"str": "text", "int": "number"}.get(name, name)


def _first_line(text: str | None) -> str:
    return (text or "").strip().split("\n\n")[0].replace("\n", " ").replace("    ", "").replace("|", "\\|")
