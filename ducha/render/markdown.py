"""A bulletin through its template: Markdown text, the same bytes for the same data.

Templates run sandboxed and strictly: an unknown name is a fault with its place, never an empty gap. All text
from data is escaped, so that a unit's words cannot become headings or tables.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, NoReturn

from jinja2 import FileSystemLoader, StrictUndefined, TemplateNotFound, TemplateSyntaxError
from jinja2.runtime import Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing
from markupsafe import Markup

import ducha
from ducha.assess import Bulletin
from ducha.problems import DuchaError, TemplateFault, system_reason
from ducha.render import words
from ducha.render.escape import escape

SUFFIX = ".md.j2"

_FILTERS = (
    "against_bar",
    "against_node",
    "amount",
    "chinese",
    "compared",
    "day",
    "growth",
    "points",
    "progress",
    "rate",
    "reached",
    "share",
    "target",
    "units",
)
"""functions of ``words`` that templates may use"""

_BLANK_LINES = re.compile(r"\n{3,}")


def render_bulletin(bulletin: Bulletin, template: str, directory: Path) -> str:
    """Render a bulletin through a template given by name or path.

    A name is looked for in the campaign's ``templates/``, then among the packaged ones. Raises DuchaError if
    there is none of that name, TemplateFault with ``template:line`` if it is broken.
    """
    name, folders = _locate(template, directory)
    environment = _environment(folders)
    try:
        text = environment.get_template(name).render(bulletin=bulletin)
    except Exception as fault:  # a user's template may raise anything at all
        _fail(fault, name)
    if bulletin.campaign.sample and words.SAMPLE not in text:
        text = f"**【{words.SAMPLE}】**\n\n{text}"  # whatever the template says or leaves out
    return _BLANK_LINES.sub("\n\n", text).strip("\n") + "\n"


def packaged_templates() -> Path:
    """Where ducha's own templates are: in the package if installed, else beside it in a checkout."""
    package = Path(ducha.__file__).parent
    inside = package / "templates"
    return inside if inside.is_dir() else package.parent / "templates"


def _locate(template: str, directory: Path) -> tuple[str, list[Path]]:
    own = [directory / "templates", packaged_templates()]
    path = Path(template)
    if path.suffix == ".j2" or len(path.parts) > 1:
        if not _is_file(path):
            raise DuchaError(f"没有模板文件“{template}”")
        return path.name, [path.parent, *own]
    name = template + SUFFIX
    if not any(_is_file(folder / name) for folder in own):
        known = sorted({file.name.removesuffix(SUFFIX) for folder in own for file in folder.glob(f"*{SUFFIX}")})
        raise DuchaError(f"没有模板“{template}”；现有模板：{'、'.join(known)}")
    return name, own


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name no file can have
        return False


def _environment(folders: list[Path]) -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(folders),
        undefined=_Unknown,
        autoescape=True,  # keeps what macros return from being escaped twice; _finalize does the escaping
        finalize=_finalize,
        trim_blocks=True,
        keep_trailing_newline=True,
        lstrip_blocks=True,
    )
    environment.filters.update({name: getattr(words, name) for name in _FILTERS})
    environment.globals.update(SAMPLE=words.SAMPLE, REASONS=words.REASONS)
    return environment


def _finalize(value: Any) -> Any:
    if isinstance(value, Undefined) or hasattr(value, "__html__"):
        return value
    return Markup(escape(str(value)))


class _Unknown(StrictUndefined):
    """An unknown name, whose message lists the names that exist beside it."""

    @property
    def _undefined_message(self) -> str:
        known = ["bulletin"] if self._undefined_obj is missing else _names_of(self._undefined_obj)
        return f"没有“{self._undefined_name}”；可用的名称：{'、'.join(known)}"


def _names_of(owner: Any) -> list[str]:
    """The names a template may ask of an object: its fields and properties, not its methods."""
    public = (name for name in dir(owner) if not name.startswith(("_", "model_")))
    return [name for name in public if not callable(getattr(owner, name))]


def _fail(fault: Exception, name: str) -> NoReturn:
    if isinstance(fault, TemplateNotFound):
        raise TemplateFault(f"模板{name}引用的模板“{fault.name}”不存在") from None
    if isinstance(fault, TemplateSyntaxError):
        raise TemplateFault(f"模板{fault.name or name}:{fault.lineno}：写法有误（{fault.message}）") from None
    if isinstance(fault, OSError):
        raise TemplateFault(f"模板{name}读不了：{system_reason(fault)}") from None
    if isinstance(fault, UnicodeDecodeError):
        raise TemplateFault(f"模板{name}不是UTF-8编码；请用编辑器另存为UTF-8") from None
    raise TemplateFault(f"模板{_line_of(fault, name)}：{fault}") from None


def _line_of(fault: Exception, name: str) -> str:
    """The innermost ``template:line`` of the traceback, which Jinja maps to the template's own lines."""
    place = name
    trace = fault.__traceback__
    while trace:
        if "__jinja_template__" in trace.tb_frame.f_globals or trace.tb_frame.f_code.co_filename.endswith(".j2"):
            place = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place
