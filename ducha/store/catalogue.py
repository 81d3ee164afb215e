"""The catalogue of codes, read one file at a time."""

from __future__ import annotations

from pathlib import Path

import yaml

import ducha
from ducha.catalogue import Entry
from ducha.problems import SEVERITIES

_PROSE = ("meaning", "why", "note")


def codes() -> tuple[str, ...]:
    """Return every code, in order."""
    return tuple(sorted(path.stem for path in _folder().glob("DC*.yaml")))


def read_entry(code: str) -> Entry:
    """Return what the catalogue says of one of the ``codes``."""
    with (_folder() / f"{code}.yaml").open(encoding="utf-8") as stream:
        data = yaml.load(stream, yaml.CSafeLoader)
    prose = {key: "".join(data[key].splitlines()) for key in _PROSE if key in data}
    return Entry(**{**data, **prose, "severity": SEVERITIES[code]})


def _folder() -> Path:
    return Path(ducha.__file__).parent / "catalogue"
