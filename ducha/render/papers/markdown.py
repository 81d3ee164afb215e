"""Bulletins, and sheets to be checked, through their templates: Markdown, the same bytes for the same data.

Templates run sandboxed and strictly: an unknown name is a fault with its place, never an empty gap. All text
from data is escaped, so that a unit's words cannot become headings or tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import jinja2
from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from jinja2.runtime import Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing
from markupsafe import Markup

import ducha
from ducha.assess.bulletin.bulletin import Bulletin
from ducha.assess.units.paper import NoticePaper
from ducha.assess.verify.sheet import Sheet
from ducha.model.values import Record
from ducha.problems import TemplateFault
from ducha.render.papers.escape import escape
from ducha.render.papers.faults import refuse
from ducha.render.papers.filters import FILTERS
from ducha.render.papers.templates import NOTICE, SHEET, locate
from ducha.render.words import values as words

_BLANK_LINES = re.compile(r"\n{3,}")


Given = Mapping[str, Any]
"""what a template is given: name → value"""


def render_bulletin(bulletin: Bulletin, template: str, directory: Path) -> str:
    """Render a bulletin through a template given by name or path.

    A name is looked for in the campaign's ``templates/``, then among the packaged ones. Raises DuchaError if
    there is none of that name, TemplateFault with ``template:line`` if it is broken.
    """
    (text,) = render([{"bulletin": bulletin}], bulletin.campaign.sample, *locate(template, directory))
    return text


def render_sheets(bulletin: Bulletin, sheets: Iterable[Sheet], directory: Path) -> tuple[str, ...]:
    """Render sheets on a bulletin through the template ``verify``; raises as ``render_bulletin`` does."""
    papers = [{"bulletin": bulletin, "sheet": sheet} for sheet in sheets]
    return render(papers, bulletin.campaign.sample, *locate(SHEET, directory))


def render_notices(notices: Sequence[NoticePaper], directory: Path) -> tuple[str, ...]:
    """Render notices through the template ``notice``; raises as ``render_bulletin`` does."""
    sample = any(notice.campaign.sample for notice in notices)
    return render([{"notice": notice} for notice in notices], sample, *locate(NOTICE, directory))


def render(papers: Sequence[Given], sample: bool, name: str, folders: Sequence[Path]) -> tuple[str, ...]:
    """Render papers of one kind through the template that stands under a name in the first of some folders.

    ``sample`` says that their data are illustrative, which each paper then says.
    """
    environment = _environment(folders, tuple(papers[0]) if papers else ())
    return tuple(_rendered(environment, paper, sample, name, folders) for paper in papers)


def _rendered(environment: Environment, paper: Given, sample: bool, name: str, folders: Sequence[Path]) -> str:
    try:
        text = environment.get_template(name).render(paper)
    except Exception as fault:  # a user's template may raise anything at all
        refuse(fault, name, folders)
    if sample and words.SAMPLE not in text:
        text = f"**【{words.SAMPLE}】**\n\n{text}"  # whatever the template says or leaves out
    return _BLANK_LINES.sub("\n\n", text).strip("\n") + "\n"


def find_faults(trials: Iterable[tuple[Given, Sequence[str]]], sample: bool, folders: Sequence[Path]) -> Iterator[str]:
    """Yield what is wrong with templates, by what each is tried on and their names: a line a fault."""
    environments: dict[tuple[str, ...], Environment] = {}
    for paper, names in trials:
        given = tuple(paper)
        environment = environments.get(given) or environments.setdefault(given, _environment(folders, given))
        for name in names:
            try:
                _rendered(environment, paper, sample, name, folders)
            except TemplateFault as fault:
                yield str(fault)


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
    del environment.globals["lipsum"], environment.filters["random"]  # the same files, the same bytes
    environment.filters.update(FILTERS)
    environment.globals.update(SAMPLE=words.SAMPLE, FOR_LEADERS_PAPER=words.FOR_LEADERS_PAPER, REASONS=words.REASONS)
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
