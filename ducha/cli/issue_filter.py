"""Which matters ``ducha issues`` lists: its options in English or Chinese words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ducha.assess import State
from ducha.assess.supervision.selection import IssueFilter
from ducha.cli.session import unknown
from ducha.model import Campaign
from ducha.problems import DuchaError
from ducha.render.words.supervision import ISSUE_STATES, SOURCES


def parse_filter(
    campaign: Campaign, states: Iterable[str], sources: Iterable[str], cause: str | None, needs_decision: bool
) -> IssueFilter:
    """Read ``--state``, ``--source`` and ``--cause``."""
    labels = {state.value: label for state, label in ISSUE_STATES.items()}
    return IssueFilter(
        tuple(State(_key("状态", text, labels)) for text in states),
        tuple(_key("来源", text, SOURCES) for text in sources),
        None if cause is None else _cause(campaign, cause),
        needs_decision,
    )


def _key(what: str, text: str, known: Mapping[str, str]) -> str:
    """Return the English name that is meant by itself or by its Chinese one."""
    for name, label in known.items():
        if text in (name, label):
            return name
    listed = "、".join(f"{name}（{label}）" for name, label in known.items())
    raise DuchaError(f"没有{what}“{text}”；可用：{listed}")


def _cause(campaign: Campaign, text: str) -> str:
    for cause in campaign.causes:
        if text in (cause.id, cause.title):
            return cause.title
    raise unknown("原因", text, [cause.title for cause in campaign.causes])
