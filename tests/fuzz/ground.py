"""A small sound campaign on disk, with one file replaced or added."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import CAMPAIGN_YAML, PLAN_YAML

PLAN = "09-damaged.yaml"
"""a plan file beside the sound one"""
RECORDS_YAML = """\
inspections:
  - {id: a, method: joint, day: 2013-05-16, until: 2013-05-17, group: 1, about: [land], units: [国土局]}
issues:
  - id: 2013-001
    title: 甲
    about: land/quota
    source: inspection
    inspection: a
    found: 2013-05-17
    due: 2013-06-05
    lead: 国土局
    cause: funds
    extensions: [{day: 2013-06-03, to: 2013-06-10, by: 县政府, reason: 雨}]
    urgings: [{day: 2013-06-01, text: 电话}]
    feedback: [{day: 2013-06-04, by: 国土局, text: 已办, finished: true}]
    closings: [{day: 2013-06-05, finished: 2013-06-04}]
    rechecks: [{day: 2013-06-08, passed: false}]
    reopenings: [{day: 2013-06-09, due: 2013-07-09, reason: 反弹}]
bulletins:
  - {period: 2013-05, number: 1, day: 2013-06-08}
notices:
  - {number: 1, kind: remind, day: 2013-06-02, unit: 国土局, items: [2013-001, land/quota], reply_by: 2013-06-09}
"""
"""sound records of the campaign on this ground"""

_SUPERVISION = """\
causes: [{id: funds, title: 资金}]
supervision:
  groups: [{id: 1, leader: 甲, plans: [land]}]
  methods: [{id: joint, title: 联合督查, every: 每月, at_least: 1}]
"""
_OTHERS = ("campaign.yaml", "supervision.yaml")
"""files that are no plans"""


class Ground:
    """A campaign's directory that is used again and again."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        directory.mkdir(exist_ok=True)
        self._sound = {"campaign.yaml": (CAMPAIGN_YAML + _SUPERVISION).encode(), "08-land.yaml": PLAN_YAML.encode()}

    def lay(self, name: str, data: bytes) -> Path:
        """Put a file into the sound campaign, by its name one of ``_OTHERS`` or a plan more; return its path."""
        place = name if name in _OTHERS else PLAN
        for path in self.directory.iterdir():
            path.unlink()
        for other, content in (self._sound | {place: data}).items():
            (self.directory / other).write_bytes(content)
        return self.directory / place
