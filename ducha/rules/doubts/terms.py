"""Limits of the office's own: not of another year, and put off by an extension."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from ducha.model import Campaign
from ducha.model.issue import Issue
from ducha.model.records import Records
from ducha.problems import Path, Problem
from ducha.rules.doubts.span import span_hint

_LONGEST = timedelta(days=183)
"""what a matter is given at most, where its limit lies after the campaign's end; half a year"""


class _Term(NamedTuple):
    """A limit, and the day on which it was set."""

    set_on: date
    limit: date
    path: Path
    is_extension: bool = False

    def is_far(self, campaign: Campaign) -> bool:
        """Whether its year is probably wrong: matters of the last months may well be due after the campaign."""
        return campaign.start <= campaign.end < self.limit and self.limit - self.set_on > _LONGEST


def question_terms(campaign: Campaign, records: Records) -> Iterator[Problem]:
    """Yield the doubts about every limit that the office has set, and every extension of one."""
    for at, issue in enumerate(records.issues):
        terms = sorted(_terms(issue, ("issues", at)), key=lambda term: (term.set_on, term.is_extension))
        yield from _put_off(campaign, terms, ("issues", at))
    for at, notice in enumerate(records.notices):
        if notice.reply_by:
            yield from _far(campaign, _Term(notice.day, notice.reply_by, ("notices", at, "reply_by")))


def _terms(issue: Issue, path: Path) -> Iterator[_Term]:
    yield _Term(issue.assigned or issue.found, issue.due, (*path, "due"))
    for at, reopening in enumerate(issue.reopenings):
        yield _Term(reopening.day, reopening.due, (*path, "reopenings", at, "due"))
    for at, extension in enumerate(issue.extensions):
        yield _Term(extension.day, extension.to, (*path, "extensions", at, "to"), is_extension=True)


def _put_off(campaign: Campaign, terms: list[_Term], path: Path) -> Iterator[Problem]:
    """An extension is later than the limit that it replaces: of this round, the first or the one before."""
    before: _Term | None = None
    for term in terms:
        yield from _far(campaign, term)
        if term.is_extension and before and term.limit <= before.limit:
            message = f"延期到{term.limit}，并不晚于原来的{before.limit}"
            rests_on = tuple((*path, key) for key in ("due", "extensions", "reopenings"))
            yield Problem("DC603", message, "改正日期；提前完成不必延期", term.path, (before.path,), rests_on)
        if not term.is_far(campaign):
            before = term


def _far(campaign: Campaign, term: _Term) -> Iterator[Problem]:
    if term.is_far(campaign):
        message = f"时限{term.limit}不在行动期内，定于{term.set_on}，已隔半年以上"
        yield Problem("DC404", message, span_hint(campaign), term.path)
