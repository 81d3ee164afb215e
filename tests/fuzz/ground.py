"""A small sound campaign on disk, with one file replaced or added."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import CAMPAIGN_YAML, PLAN_YAML

PLAN = "09-damaged.yaml"
"""a plan file beside the sound one"""


class Ground:
    """A campaign's directory that is used again and again."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        directory.mkdir(exist_ok=True)
        self._sound = {"campaign.yaml": CAMPAIGN_YAML.encode(), "08-land.yaml": PLAN_YAML.encode()}

    def lay(self, name: str, data: bytes) -> Path:
        """Put a file into the sound campaign: ``campaign.yaml``, or else a plan more than it has; return its path."""
        place = name if name == "campaign.yaml" else PLAN
        for path in self.directory.iterdir():
            path.unlink()
        for other, content in (self._sound | {place: data}).items():
            (self.directory / other).write_bytes(content)
        return self.directory / place
