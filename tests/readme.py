"""The generated parts of README.md and its two long tables in docs/: ``python -m tests.readme`` rewrites them."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory
from typing import Any, get_args

from ducha.assess import State, assess, longest_late_first, on_day
from ducha.cli.app import main
from ducha.model import Campaign, Plan
from ducha.model.project import ProjectLedger
from ducha.model.records import Records
from ducha.model.values import Record
from ducha.render.pages.status import status_page
from ducha.render.plain import render_plain
from ducha.store import load_plans
from tests.conftest import ROOT, TODAY
from tests.template_object import template_reference

README = ROOT / "README.md"


def status_excerpt() -> str:
    """The plan table of ``ducha status``, and the first rows of what is late."""
    loaded = load_plans(ROOT / "plans")
    assert loaded.campaign
    reference = on_day(loaded.campaign, None, TODAY)
    assessment = assess(loaded.campaign, loaded.results, reference, records=loaded.records)
    listed = longest_late_first(assessment.select([State.OVERDUE]))
    *above, late = render_plain(status_page(assessment, listed, "到期未完成的事项")).split("\n\n")
    rows = "\n".join(late.splitlines()[:7])
    return "```text\n" + "\n\n".join([*above, rows]) + "\n…\n```"


def show_excerpt() -> str:
    """What ``ducha show`` says of one late item."""
    return f"```text\n{_printed('show', 'approval/item-cleanup')}```"


def returns_excerpt() -> str:
    """What became of one duty's returns."""
    _, _, _, matrix, *_ = _printed("returns", "--duty", "agriculture/monthly-form").split("\n\n")
    *rows, _ = matrix.splitlines()[2:]
    shown = "\n".join([*matrix.splitlines()[:2], *rows[:2], *rows[6:7], *rows[9:]])
    return f"```text\n{shown}\n```"


def issues_excerpt() -> str:
    """The head and the first matters of ``ducha issues``."""
    *_, counts, table, _ = _printed("issues").split("\n\n")
    return "```text\n" + counts + "\n\n" + "\n".join(table.splitlines()[:5]) + "\n…\n```"


def inspections_excerpt() -> str:
    """What was required of the office, and what it held."""
    _, methods, owed, *_ = _printed("inspections").split("\n\n")
    return f"```text\n{methods}\n\n{owed}\n```"


def indicators_excerpt() -> str:
    """Some figures of one plan, its total beside its units, and the first and last of these."""
    _, figures, _, *blocks = _printed("indicators", "--month", "6", "--plan", "demolition").split("\n\n")
    county = next(block for block in blocks if block.startswith("“全县拆除违建”"))
    units = next(block for block in blocks if block.startswith("控违拆违整治")).splitlines()
    shown = "\n".join([*units[:4], "…", *units[-4:]])
    return f"```text\n{figures}\n\n{county}\n\n{shown}\n```"


def due_excerpt() -> str:
    """What one unit is to be called about."""
    return f"```text\n{_printed('due', '--unit', '县监察局').partition(chr(10) * 2)[2]}```"


def projects_excerpt() -> str:
    """The counts and sums of one plan's projects."""
    page = _printed("projects", "--plans", str(ROOT / "tests" / "campaigns" / "zhuzhou-2015"))
    _, said, classes, *_ = page.split("\n\n")
    return f"```text\n{said}\n\n{classes}\n```"


def _printed(*arguments: str) -> str:
    stream = io.StringIO()
    with redirect_stdout(stream):
        main([*arguments, *([] if "--plans" in arguments else ["--plans", str(ROOT / "plans")])])
    return stream.getvalue().replace(f"{ROOT}/", "")


_MISTAKES = """\
id: land
number: 8
title: 资源要素保障专项行动方案
milestones:
  - id: quota
    title: 上报用地指标
    due: 2月30日前
    lead: 国土局、建设局
    strength: 力争
    done: 2013/6/18
"""


def check_excerpt() -> str:
    """What ``ducha check`` says of a plan with mistakes."""
    with TemporaryDirectory() as directory:
        copytree(ROOT / "tests" / "bad" / "standard", directory, dirs_exist_ok=True)
        Path(directory, "plan.yaml").unlink()
        Path(directory, "08-land.yaml").write_text(_MISTAKES, encoding="utf-8")
        stream = io.StringIO()
        with redirect_stdout(stream):
            main(["check", "--plans", directory])
        return f"```text\n{stream.getvalue().replace(directory, 'plans')}```"


def format_page() -> str:
    """A table for each kind of record, in the order in which a reader meets them."""
    kinds: dict[type[Record], None] = {}
    for top in (Campaign, Plan, ProjectLedger, Records):
        kinds.update(dict.fromkeys(_kinds(top)))
    tables = "\n\n".join(_table(kind) for kind in kinds)
    return f"# The files, key by key\n\n{_GENERATED}\n\n{tables}\n"


def templates_page() -> str:
    """What templates are given, and the filters."""
    return f"# What templates are given\n\n{_GENERATED}\n\n{template_reference()}\n"


_GENERATED = "<!-- made by python -m tests.readme; not to be edited -->"

PAGES: dict[Path, Callable[[], str]] = {
    ROOT / "docs" / "format.md": format_page,
    ROOT / "docs" / "templates.md": templates_page,
}


BLOCKS: dict[str, Callable[[], str]] = {
    "status": status_excerpt,
    "show": show_excerpt,
    "returns": returns_excerpt,
    "indicators": indicators_excerpt,
    "due": due_excerpt,
    "projects": projects_excerpt,
    "issues": issues_excerpt,
    "inspections": inspections_excerpt,
    "check": check_excerpt,
}


def rewritten(text: str) -> str:
    """Return the README with its generated parts made anew."""
    for name, make in BLOCKS.items():
        pattern = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
        found = pattern.search(text)
        assert found, name
        text = text[: found.end(1)] + make() + "\n" + text[found.start(2) :]
    return text


def _kinds(kind: type[Record]) -> Iterator[type[Record]]:
    yield kind
    for field in kind.model_fields.values():
        for inner in _records_in(field.annotation):
            yield from _kinds(inner)


def _records_in(annotation: Any) -> Iterator[type[Record]]:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for part in get_args(annotation):
        yield from _records_in(part)


def _table(kind: type[Record]) -> str:
    purpose = (kind.__doc__ or "").strip().splitlines()[0]
    lines = [f"**{kind.__name__}** — {purpose}", "", "| key | | meaning |", "| :--- | :---: | :--- |"]
    for name, field in kind.model_fields.items():
        required = "必填" if field.is_required() else ""
        lines.append(f"| `{name}` | {required} | {field.description} |")
    return "\n".join(lines)


if __name__ == "__main__":
    README.write_text(rewritten(README.read_text(encoding="utf-8")), encoding="utf-8")
    for page, make in PAGES.items():
        page.write_text(make(), encoding="utf-8")
