"""The nearest kin: doorstop, which keeps one YAML file an item in git, on as many items as a campaign has."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.benchmarks.timing import environment

CHECK = ("-F", "-W", "-S", "-C")
"""read and check, but write nothing back and look at no reviews, suspect links or child links"""

_ITEM = """\
active: true
derived: false
header: ''
level: 1.1.{number}
links: []
normative: true
ref: ''
reviewed: null
section: {section}
due: {due}
lead: {lead}
text: |
  {title}
"""


def read_obligations(ducha: Path, plans: Path) -> list[dict[str, Any]]:
    """What ``ducha status`` counts, as its JSON tells it."""
    told = _run(ducha, "status", "--plans", plans, "--format", "json")
    obligations: list[dict[str, Any]] = json.loads(told.stdout)["obligations"]
    return obligations


def write_items(obligations: Sequence[dict[str, Any]], repository: Path) -> None:
    """Write the same obligations as a doorstop document in a new git repository."""
    document = repository / "items"
    document.mkdir(parents=True)
    subprocess.run(["git", "init", "-q", str(repository)], check=True)
    settings = "settings:\n  digits: 4\n  itemformat: yaml\n  prefix: REQ\n  sep: ''\n"
    (document / ".doorstop.yml").write_text(settings, encoding="utf-8")
    for number, obligation in enumerate(obligations, start=1):
        words = {"section": obligation["section"], "due": obligation["due_text"], "lead": obligation["lead"]}
        quoted = {key: json.dumps(value, ensure_ascii=False) for key, value in words.items()}
        text = _ITEM.format(number=number, title=obligation["title"], **quoted)
        (document / f"REQ{number:04}.yml").write_text(text, encoding="utf-8")


def count_items_read(doorstop: Path, repository: Path) -> int:
    """How many item files a check reads, as its own log says."""
    told = _run(doorstop, *CHECK, "-vv", "-j", repository)
    return len(set(re.findall(r"loading Item\('.*(REQ\d{4})\.yml'\)", told.stdout + told.stderr)))


def _run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [str(argument) for argument in arguments]
    return subprocess.run(command, check=True, env=environment(), encoding="utf-8", capture_output=True)
