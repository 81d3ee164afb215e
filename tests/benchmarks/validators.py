"""What looks after YAML files of any kind: check-jsonschema, with the schema that ``ducha`` prints, and yamllint.

Both read the plans of a county; ``campaign.yaml``, one file of many, is left to ``ducha``, which also resolves every
unit and judges every day and figure. check-jsonschema judges keys, types and patterns; yamllint keys written twice, and
style.
"""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.timing import Command, environment

_STYLE = "{extends: default, rules: {document-start: disable, line-length: disable}}"
"""yamllint's own rules, but for the two that these plans break"""
_MISTAKES = "unknown: x  \n"
"""a key that no plan has, and blanks at a line's end"""


def validate_with_schema(program: Path, ducha: Path, county: Path) -> Command:
    """check-jsonschema on every plan of a county."""
    schema = county.parent / "plan.schema.json"
    schema.write_bytes(subprocess.run([ducha, "schema", "plan"], check=True, stdout=subprocess.PIPE).stdout)
    return _on_plans((program, "--schemafile", schema), county)


def lint(program: Path, county: Path) -> Command:
    """yamllint on every plan of a county."""
    return _on_plans((program, "--strict", "-d", _STYLE), county)


def _on_plans(arguments: Sequence[str | Path], county: Path) -> Command:
    plans = sorted(county.glob("*-plan.yaml"))
    _prove_it_looks(arguments, plans[0])
    return Command((*arguments, *plans))


def _prove_it_looks(arguments: Sequence[str | Path], plan: Path) -> None:
    """Raise RuntimeError if a program lets a plan with mistakes pass."""
    broken = plan.parent.parent / "broken.yaml"
    broken.write_text(plan.read_text(encoding="utf-8") + _MISTAKES, encoding="utf-8")
    ended = subprocess.run([*arguments, broken], env=environment(), check=False, stdout=subprocess.PIPE)
    if ended.returncode != 1 or b"broken.yaml" not in ended.stdout:
        raise RuntimeError(f"{arguments[0]} ended with {ended.returncode} on a plan with mistakes")
