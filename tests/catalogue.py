"""The page of the codes, docs/errors.md: ``python -m tests.catalogue`` rewrites it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Iterator
from contextlib import chdir
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from ducha.catalogue import Entry
from ducha.problems import Problem
from ducha.render.pages.explain import example_label, severity_word
from ducha.render.papers.escape import escape
from ducha.render.problems import problem_block
from ducha.store import check, load_plans
from ducha.store.catalogue import codes, read_entry
from ducha.store.find import is_ledger
from tests.conftest import ROOT

PAGE = ROOT / "docs" / "errors.md"
BAD = ROOT / "tests" / "bad"
STANDARD = BAD / "standard"

CAMPAIGN, SUPERVISION = "campaign.yaml", "supervision.yaml"

PLAN = """\
id: land
number: 8
title: 资源要素保障专项行动方案
lead: 国土局
"""
"""what an example of a plan is completed with"""

LEDGER_PLAN = f"""\
{PLAN}projects:
  total: 3
  classes: [{{title: 新开工, count: 1, roles: [service]}}, {{title: 续建, count: 2}}]
"""
"""the plan beside an example of a project ledger"""
_GROUPS = """\
supervision:
  groups:
    - {id: 1, leader: 张三, plans: [land]}
    - {id: 2, leader: 李四, plans: [approval]}
  methods:
    - {id: joint, title: 联合督查, every: 每月, at_least: 1}
"""
_RECORDS = """\
inspections:
  - {id: joint-0517, method: joint, day: 2013-05-17, group: 1, about: [land]}
"""
"""what an example of the office's own records is completed with"""

_SECOND = "id: approval\nnumber: 9\ntitle: 行政审批提速增效专项行动方案\nlead: 发改局\n"
"""a plan that the other group covers"""

_INTRODUCTION = """\
# 问题代码

`ducha check`列出的每个问题都有一个代码。下面逐个说明它的含义、为什么要查、怎样改。
在屏幕上看其中一个，用`ducha explain DC302`。

- **错误**：有内容读不出来，或者分不清。改正前，这个方案不计入进度和通报；错在`campaign.yaml`的，出不了任何报告；
  错在`supervision.yaml`的，督查记录不计入。
- **警告**：读得出来，但多半不是本意。报告照出，`ducha check --strict`算不通过。
- **提示**：文件本身的特点，印发通报前应当知道；用`ducha check --notes`列出。

核实无误的警告和提示，可以在方案里写明理由不再列出：`ignore: [{code: DC404, reason: 文件定在次年}]`。
错误不能忽略，督查记录里的警告也不能。

例子只写有关的几行，其余照常。

<!-- 本页由python -m tests.catalogue生成，不要直接修改。 -->"""


def page() -> str:
    """The whole page, from the catalogue and from what is really printed."""
    entries = [read_entry(code) for code in codes()]
    sections = (block for entry in entries for block in _section(entry))
    return "\n\n".join([_INTRODUCTION, _contents(entries), *sections]) + "\n"


def base_plan(entry: Entry) -> str:
    """Return the plan that an example completes or stands beside."""
    return LEDGER_PLAN if entry.file == "projects" else PLAN


@cache
def problems_of(entry: Entry, example: str, plan: str = "") -> tuple[Problem, ...]:
    """Return what is wrong with an example, in a campaign with nothing else wrong."""
    files = {CAMPAIGN: (STANDARD / CAMPAIGN).read_text(encoding="utf-8"), "08-land.yaml": plan or base_plan(entry)}
    if entry.file == "supervision":
        files |= {CAMPAIGN: completed(_GROUPS, files[CAMPAIGN]), SUPERVISION: _RECORDS, "09-approval.yaml": _SECOND}
    if entry.file == "projects":
        files["08-land.projects.csv"] = example
    else:
        name = "08-land.yaml" if entry.file == "plan" else f"{entry.file}.yaml"
        files[name] = completed(example, files[name])
    with TemporaryDirectory() as folder:
        for file, text in files.items():
            (Path(folder) / file).write_text(text, encoding="utf-8")
        with chdir(folder):  # so that the page names no directory of this machine
            return check(Path()).problems


def completed(example: str, whole: str) -> str:
    """Add the top-level keys that an example lacks, below it; one that begins with ``id:`` is whole itself."""
    if example.startswith("id:"):
        return example
    present = re.findall(r"^(\w+):", example, re.MULTILINE)
    parts = re.findall(r"^(\w+)(:.*\n(?:[ #\n].*\n?)*)", whole, re.MULTILINE)
    return example + "".join(key + rest for key, rest in parts if key not in present)


class Told(NamedTuple):
    """What is told of a campaign."""

    checked: tuple[Problem, ...]
    """by a check"""
    reported: tuple[Problem, ...]
    """by a report"""


@cache
def told_of(fixture: Path) -> Told:
    """Return what is told of a fixture of ``tests/bad``: a plan or records, or a directory with what differs."""
    with TemporaryDirectory() as folder:
        _build(fixture, Path(folder))
        with chdir(folder):
            return Told(check(Path()).problems, load_plans(Path()).problems)


def name_of(fixture: Path) -> str:
    """Return the name under which a fixture of a single file stands in its campaign."""
    return SUPERVISION if fixture.name.endswith(f".{SUPERVISION}") else "plan.yaml"


def _build(fixture: Path, directory: Path) -> None:
    if fixture.is_dir():
        shutil.copytree(fixture, directory, dirs_exist_ok=True)
    else:
        shutil.copyfile(fixture, directory / name_of(fixture))
    present = {path.name for path in directory.glob("*.yaml") if path.is_file() and not is_ledger(path)}
    if CAMPAIGN not in present:
        shutil.copyfile(STANDARD / CAMPAIGN, directory / CAMPAIGN)
    if not present - {CAMPAIGN, SUPERVISION}:
        shutil.copyfile(STANDARD / "plan.yaml", directory / "plan.yaml")


def _contents(entries: Iterable[Entry]) -> str:
    rows = (f"| [{e.code}](#{_anchor(e)}) | {severity_word(e)} | {e.title} |" for e in entries)
    return "\n".join(["| 代码 | 程度 | 名称 |", "| :--- | :--- | :--- |", *rows])


def _heading(entry: Entry) -> str:
    return f"{entry.code} {entry.title}"


def _anchor(entry: Entry) -> str:
    """What GitHub makes of the heading."""
    return _heading(entry).lower().replace(" ", "-")


def _section(entry: Entry) -> Iterator[str]:
    yield f"## {_heading(entry)}"
    yield f"**{severity_word(entry)}**：{escape(entry.meaning)}"
    yield f"**为什么**：{escape(entry.why)}"
    yield from _example(entry, "错误", entry.bad)
    if not entry.prose:
        yield f"检查时列出：\n\n{_printed(problems_of(entry, entry.bad))}"
    yield from _example(entry, "正确", entry.good)
    if entry.note:
        yield f"**说明**：{escape(entry.note)}"
    yield from _more(entry.code)


def _example(entry: Entry, quality: str, example: str) -> Iterator[str]:
    label = f"**{example_label(entry, quality)}**："
    form = "csv" if entry.file == "projects" else "yaml"
    yield label + escape(example) if entry.prose else f"{label}\n\n```{form}\n{example}```"


def _more(code: str) -> Iterator[str]:
    """Everything else that is found wrong in a test, folded away."""
    found = [problem for fixture in sorted(BAD.glob(f"{code}-*")) for problem in told_of(fixture).checked]
    if found:
        yield "<details><summary>更多例子</summary>"
        yield _printed(found)
        yield "</details>"


def _printed(problems: Iterable[Problem]) -> str:
    blocks = dict.fromkeys(problem_block(problem) for problem in problems)
    return "```text\n" + "\n\n".join(blocks) + "\n```"


if __name__ == "__main__":
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page(), encoding="utf-8")
