"""Which matters ``ducha issues`` lists: by state, source and cause, in English or Chinese words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ducha.assess import State
from ducha.assess.supervision.issues import IssueStanding
from ducha.cli.session import unknown
from ducha.model import Campaign
from ducha.problems import DuchaError
from ducha.render.words.supervision import ISSUE_STATES, SOURCES


class IssueFilter(NamedTuple):
    """What was asked for; nothing asked for is empty, None and false."""

    states: tuple[State, ...] = ()
    sources: tuple[str, ...] = ()
    cause: str | None = None
    """by its title"""
    needs_decision: bool = False

    def keeps(self, issue: IssueStanding) -> bool:
        """Whether a matter is listed."""
        if self.states and issue.state not in self.states:
            return False
        if self.sources and issue.source not in self.sources:
            return False
        if self.cause and issue.cause != self.cause:
            return False
        return not self.needs_decision or issue.needs_decision is not None


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
