"""New files to be filled in: right from the start, with every optional part beside its explanation as an example."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any, NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ducha.deadlines.spans import month_end
from ducha.model import Campaign, Register
from ducha.render.papers.templates import packaged_templates

_PLAIN = re.compile(r"[^\W_][\w《》〈〉“”‘’〔〕（）、，。；：！？—…·%/.-]*")
_READ_OTHERWISE = re.compile(r"null|Null|NULL")


class Setting(NamedTuple):
    """What a new plan takes of its campaign."""

    year: int
    start: date
    end: date
    today: date
    """the last day of which anything can be told"""
    office: str
    unit: str
    """any that can answer for something"""

    @property
    def day(self) -> date:
        """A day for the examples: neither before the campaign nor yet to come, as far as that can be."""
        return max(self.start, min(self.today, self.end))

    @property
    def words(self) -> dict[str, object]:
        """What the template of a plan fills in."""
        half = self.start + (self.end - self.start) // 2
        before = half.replace(day=1) - timedelta(days=1)
        return {
            **self._asdict(),
            "day": self.day,
            "due": self._limit(self.end),
            "middle": self._limit(max(before, self.start)),
        }

    def _limit(self, day: date) -> str:
        """A last day as documents word it: 6月底前, 2014年1月底前, 7月15日前."""
        year = "" if day.year == self.year else f"{day.year}年"
        is_end = day == month_end(day.year, day.month)
        return f"{year}{day.month}月{'底' if is_end else f'{day.day}日'}前"


def setting_of(campaign: Campaign, today: date) -> Setting:
    """Return what a new plan takes of a campaign; its first unit besides the office answers for the examples."""
    office = Register(campaign).office
    unit = next((unit.name for unit in campaign.units if unit.name != office), office)
    last = min(today, campaign.as_of) if campaign.as_of else today
    return Setting(campaign.year, campaign.start, campaign.end, last, office, unit)


def setting_for(year: int, today: date) -> Setting:
    """Return the setting of a campaign that is yet to be written: one calendar year."""
    return Setting(year, date(year, 1, 1), date(year, 12, 31), today, "县府办", "县发改局")


def campaign_text(setting: Setting, title: str, plan: str) -> str:
    """Return a new ``campaign.yaml`` with a supervision group for its first plan, given by id."""
    return _fill("campaign", **setting._asdict(), day=setting.day, title=title, plan=plan)


def plan_text(setting: Setting, name: str, number: int, title: str, has_schema: bool) -> str:
    """Return a new plan; ``has_schema`` says whether ``plan.schema.json`` stands beside it, for editors."""
    return _fill("plan", **setting.words, id=name, number=number, title=title, has_schema=has_schema)


def _fill(name: str, **values: Any) -> str:
    environment = Environment(
        loader=FileSystemLoader(packaged_templates() / "new"),
        undefined=StrictUndefined,
        trim_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["yaml"] = _yaml
    return environment.get_template(f"{name}.yaml.j2").render(values)


def _yaml(text: str) -> str:
    """Return a text as YAML: as it is, in quotation marks where YAML would read it otherwise."""
    if _PLAIN.fullmatch(text) and not _READ_OTHERWISE.fullmatch(text):
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
