"""Bulletins, and sheets to be checked, through their templates: Markdown, the same bytes for the same data.

Templates run sandboxed and strictly: an unknown name is a fault with its place, never an empty gap. All text
from data is escaped, so that a unit's words cannot become headings or tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

import jinja2
from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from jinja2.runtime import Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing
from markupsafe import Markup

import ducha
from ducha.assess.bulletin import Bulletin
from ducha.assess.sheet import Sheet
from ducha.model.values import Record
from ducha.problems import TemplateFault
from ducha.render import words
from ducha.render.escape import escape
from ducha.render.faults import refuse
from ducha.render.filters import FILTERS
from ducha.render.templates import SHEET, SUFFIX, locate

_BLANK_LINES = re.compile(r"\n{3,}")


class Paper(NamedTuple):
    """What a template is given, under these names: a bulletin, and for a sheet to be checked that as well."""

    bulletin: Bulletin
    sheet: Sheet | None = None

    @property
    def given(self) -> dict[str, Any]:
        """Name → value."""
        return {"bulletin": self.bulletin} | ({"sheet": self.sheet} if self.sheet else {})


def render_bulletin(bulletin: Bulletin, template: str, directory: Path) -> str:
    """Render a bulletin through a template given by name or path.

    A name is looked for in the campaign's ``templates/``, then among the packaged ones. Raises DuchaError if
    there is none of that name, TemplateFault with ``template:line`` if it is broken.
    """
    (text,) = render([Paper(bulletin)], *locate(template, directory))
    return text


def render_sheets(bulletin: Bulletin, sheets: Iterable[Sheet], directory: Path) -> tuple[str, ...]:
    """Render sheets on a bulletin through the template ``verify``; raises as ``render_bulletin`` does."""
    return render([Paper(bulletin, sheet) for sheet in sheets], *locate(SHEET, directory))


def render(papers: Sequence[Paper], name: str, folders: Sequence[Path]) -> tuple[str, ...]:
    """Render papers of one kind through the template that stands under a name in the first of some folders."""
    environment = _environment(folders, tuple(papers[0].given) if papers else ())
    return tuple(_rendered(environment, paper, name, folders) for paper in papers)


def _rendered(environment: Environment, paper: Paper, name: str, folders: Sequence[Path]) -> str:
    try:
        text = environment.get_template(name).render(paper.given)
    except Exception as fault:  # a user's template may raise anything at all
        refuse(fault, name, folders)
    if paper.bulletin.campaign.sample and words.SAMPLE not in text:
        text = f"**【{words.SAMPLE}】**\n\n{text}"  # whatever the template says or leaves out
    return _BLANK_LINES.sub("\n\n", text).strip("\n") + "\n"


def find_faults(
    tried: Sequence[tuple[Bulletin, Sequence[Sheet]]], names: Iterable[str], folders: Sequence[Path]
) -> list[str]:
    """Return what is wrong with templates, tried on some bulletins and their sheets: one line a fault, none twice."""
    faults: dict[str, None] = {}
    for name in names:
        papers = [paper for bulletin, sheets in tried for paper in _papers(name, bulletin, sheets)]
        environment = _environment(folders, tuple(papers[0].given))
        for paper in papers:
            try:
                _rendered(environment, paper, name, folders)
            except TemplateFault as fault:
                faults[str(fault)] = None
    return list(faults)


def _papers(name: str, bulletin: Bulletin, sheets: Sequence[Sheet]) -> list[Paper]:
    """What a template is tried on: the sheet's own on every sheet, a part on all that any paper is given."""
    if name == f"{SHEET}{SUFFIX}":
        return [Paper(bulletin, sheet) for sheet in sheets]
    return [Paper(bulletin, sheets[0] if "/" in name else None)]


class _Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, in which records and values have fields and no methods."""

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        if isinstance(obj, (tuple, Record)):
            return not (attr.startswith(("_", "model_")) or callable(value))
        return super().is_safe_attribute(obj, attr, value)


class _Cache(FileSystemBytecodeCache):
    """Jinja's own cache of compiled templates, in a temporary folder that only the user can write.

    It spares a bulletin half of its time; to be without it changes no result.
    """

    def load_bytecode(self, bucket: Bucket) -> None:
        try:
            super().load_bytecode(bucket)
        except Exception:  # a damaged file is as good as none
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            super().dump_bytecode(bucket)


def _cache() -> _Cache | None:
    try:
        return _Cache(pattern=f"__ducha_{ducha.__version__}_{jinja2.__version__}_%s.cache")
    except (OSError, RuntimeError):  # nowhere to keep anything
        return None


def _environment(folders: Sequence[Path], given: tuple[str, ...]) -> Environment:
    environment = _Sandbox(
        bytecode_cache=_cache(),
        loader=FileSystemLoader(folders, encoding="utf-8-sig"),
        undefined=type("_UnknownHere", (_Unknown,), {"given": given}),
        autoescape=True,  # keeps what macros return from being escaped twice; _finalize does the escaping
        finalize=_finalize,
        trim_blocks=True,
        keep_trailing_newline=True,
        lstrip_blocks=True,
    )
    environment.filters.update(FILTERS)
    environment.globals.update(SAMPLE=words.SAMPLE, REASONS=words.REASONS)
    return environment


def _finalize(value: Any) -> Any:
    if isinstance(value, Undefined) or hasattr(value, "__html__"):
        return value
    return Markup(escape(str(value)))


class _Unknown(StrictUndefined):
    """An unknown name, whose message lists the names that exist beside it, or that the template is ``given``."""

    given: tuple[str, ...] = ()

    @property
    def _undefined_message(self) -> str:
        known = self.given if self._undefined_obj is missing else _names_of(self._undefined_obj)
        from ducha.advice.names import find_nearest

        near = find_nearest(str(self._undefined_name), tuple(known))
        suggestion = f"你是否想写{near}；" if near else ""
        return f"没有“{self._undefined_name}”；{suggestion}可用的名称：{'、'.join(known)}"


def _names_of(owner: Any) -> list[str]:
    """The names a template may ask of an object: its fields and properties, not its methods."""
    public = (name for name in dir(owner) if not name.startswith(("_", "model_")))
    return [name for name in public if not callable(getattr(owner, name))]
