"""Which templates there are: the packaged ones, each of which a campaign may replace by a file of its own.

A template is known by its path under ``templates/`` without ``.md.j2``: ``bulletin``, ``parts/overall``.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import ducha
from ducha.deadlines.cycles import Cycle
from ducha.problems import DuchaError, system_reason

SUFFIX = ".md.j2"

FORMS = {
    Cycle.WEEK: "weekly",
    Cycle.MONTH: "bulletin",
    Cycle.QUARTER: "quarterly",
    Cycle.HALF: "halfyear",
    Cycle.YEAR: "annual",
}
"""period → the paper on it, where no other is asked for"""

SHEET = "verify"
"""the template that is given a sheet beside the bulletin"""

NOTICE = "notice"
"""the template that is given a notice and nothing else"""

_COMMENT = re.compile(r"\{#-?\s*(.*?)\s*-?#\}")


class Template(NamedTuple):
    """A template that a report would use."""

    name: str
    path: Path
    is_own: bool
    """whether it is the campaign's, in place of (or beside) the packaged ones"""

    @property
    def is_part(self) -> bool:
        """Whether it is a piece of others."""
        return "/" in self.name


def folders(directory: Path) -> tuple[Path, Path]:
    """Where a campaign's templates are looked for, the first that has one winning: its own, then the packaged."""
    return directory / "templates", packaged_templates()


def packaged_templates() -> Path:
    """Where ducha's own templates are: in the package if installed, else beside it in a checkout."""
    package = Path(ducha.__file__).parent
    inside = package / "templates"
    return inside if inside.is_dir() else package.parent / "templates"


def find_templates(directory: Path) -> tuple[Template, ...]:
    """Return the templates that a campaign's reports would use, whole papers first."""
    own, packaged = folders(directory)
    found = {name: Template(name, path, False) for name, path in _files(packaged)}
    found.update({name: Template(name, path, True) for name, path in _files(own)})
    return tuple(sorted(found.values(), key=lambda template: (template.is_part, template.name)))


def find_template(name: str, directory: Path) -> Template:
    """Return the template of a name; raises DuchaError naming those that exist."""
    templates = find_templates(directory)
    for template in templates:
        if template.name == name:
            return template
    raise DuchaError(f"没有模板“{name}”；现有模板：{'、'.join(template.name for template in templates)}")


def source(template: Template) -> str:
    """Return a template's text; raises DuchaError where it cannot be read."""
    try:
        return template.path.read_text(encoding="utf-8")
    except OSError as fault:
        raise DuchaError(f"模板“{template.path}”读不了：{system_reason(fault)}") from None
    except UnicodeDecodeError:
        raise DuchaError(f"模板“{template.path}”不是UTF-8编码；请用编辑器另存为UTF-8") from None


def purpose(template: Template) -> str:
    """Return what a template says of itself: its first comment; of one that cannot be read, why not."""
    try:
        found = _COMMENT.match(source(template))
    except DuchaError as fault:
        return str(fault)
    return found[1] if found else ""


def locate(template: str, directory: Path) -> tuple[str, list[Path]]:
    """Return the file name of a template given by name or path, and the folders to look in.

    Raises DuchaError if there is none.
    """
    path = Path(template)
    if path.suffix == ".j2":
        if not os.path.isfile(path):
            raise DuchaError(f"没有模板文件“{template}”")
        return path.name, [path.parent, *folders(directory)]
    return find_template(template, directory).name + SUFFIX, list(folders(directory))


def templates_at(path: Path, directory: Path) -> tuple[list[str], list[Path]]:
    """Return the file names of the templates at a path, and the folders to look in.

    The path is a folder of templates or one that has it as ``templates``, a template, or a part in the ``parts`` of
    such a folder, or these. Raises DuchaError if there is none.
    """
    if os.path.isdir(path):
        root = _root(path)
        searched = [root, *folders(directory)]
        names = (f"{name}{SUFFIX}" for name, file in _files(root) if file.is_relative_to(path))
        return _with_whole(sorted(names), searched), searched
    if not os.path.isfile(path):
        raise DuchaError(f"没有模板文件“{path}”")
    if path.suffix != ".j2":
        raise DuchaError(f"“{path}”不是模板；模板的文件名以{SUFFIX}结尾")
    root = path.parent.parent if path.parent.name == "parts" else path.parent
    searched = [root, *folders(directory)]
    return _with_whole([path.relative_to(root).as_posix()], searched), searched


def _root(folder: Path) -> Path:
    """The folder by which templates are named: itself, the one over ``parts``, or the ``templates`` within."""
    if not (found := _files(folder)):
        raise DuchaError(f"目录“{folder}”里没有模板（*{SUFFIX}）")
    if folder.name == "parts":
        return folder.parent
    for root in (folder, folder / "templates"):
        if any(path.parent in (root, root / "parts") for _, path in found):
            return root
    within = min(path.parent.parent if path.parent.name == "parts" else path.parent for _, path in found)
    raise DuchaError(f"“{folder}”不是放模板的目录；模板在“{within}”里，写这个目录")


def form_cycle(name: str) -> Cycle:
    """Return on which periods a template is tried, by its file name: those its paper is on, else months."""
    return next((cycle for cycle, form in FORMS.items() if name == form + SUFFIX), Cycle.MONTH)


def _with_whole(names: list[str], searched: Iterable[Path]) -> list[str]:
    """Add the papers that parts belong to, since what a part lacks is missed only there."""
    parts = {name for name in names if "/" in name}
    forms = (form + SUFFIX for form in (*FORMS.values(), SHEET, NOTICE))
    return names + [form for form in forms if form not in names and parts & _used_by(form, list(searched))]


def _used_by(name: str, searched: Sequence[Path]) -> set[str]:
    """The templates that one is put together from, itself among them."""
    used, left = set(), [name]
    while left:
        one = left.pop()
        if one not in used:
            used.add(one)
            left += _USED.findall(_text_of(one, searched))
    return used


def _text_of(name: str, searched: Iterable[Path]) -> str:
    """The text of the template that would be used, nothing where it cannot be read: trying it will say so."""
    for folder in searched:
        if os.path.isfile(folder / name):
            with suppress(OSError):
                return (folder / name).read_text(encoding="utf-8", errors="replace")
    return ""


_USED = re.compile(r"""\{%-?\s*(?:include|import|from|extends)\s+["']([^"']+)["']""")


def _files(folder: Path) -> list[tuple[str, Path]]:
    if not os.path.isdir(folder):
        return []
    return [(path.relative_to(folder).as_posix().removesuffix(SUFFIX), path) for path in folder.rglob(f"*{SUFFIX}")]
