"""What is damaged: excerpts of the shipped plans and campaign, short enough to be read hundreds of times a second."""

from __future__ import annotations

import re
from functools import cache
from random import Random

from tests.conftest import PLAN_YAML, ROOT
from tests.fuzz.ground import RECORDS_YAML

_SMALL = {"small plan": ("plan.yaml", PLAN_YAML), "small records": ("supervision.yaml", RECORDS_YAML)}
"""sources that are no shipped files, but fit the campaign beside them"""
_WEIGHTS = {"campaign.yaml": 5, "supervision.yaml": 2, "small records": 2}
"""how often a source is chosen, where not once"""

_WHOLE = 0.04
"""how many of the sources are whole files"""
_ENTRIES = 3
"""how many entries of each list an excerpt has at most"""

_SECTION = re.compile(r"^(?=\S)", re.MULTILINE)
_ENTRY = re.compile(r"^(?=  - )", re.MULTILINE)


@cache
def shipped() -> dict[str, str]:
    """The shipped files by name."""
    return {path.name: path.read_text(encoding="utf-8") for path in sorted((ROOT / "plans").glob("*.yaml"))}


def choose(random: Random) -> tuple[str, str]:
    """Choose a file of the campaign and a sound text to put there."""
    sources = [*shipped(), *_SMALL]
    (source,) = random.choices(sources, [_WEIGHTS.get(one, 1) for one in sources])
    name, text = _SMALL[source] if source in _SMALL else (source, shipped()[source])
    return name, text if random.random() < _WHOLE else excerpt(text, random)


def excerpt(text: str, random: Random) -> str:
    """Keep every section of a file, but only a few entries of each list."""
    return "".join(_shortened(section, random) for section in _SECTION.split(text))


def foreign_line(random: Random) -> str:
    """A line of any shipped file."""
    return random.choice(random.choice(list(shipped().values())).splitlines())


def _shortened(section: str, random: Random) -> str:
    head, *entries = _ENTRY.split(section)
    kept = sorted(random.sample(range(len(entries)), min(len(entries), _ENTRIES)))
    return head + "".join(entries[at] for at in kept)
