"""The lines with which every page begins: of a report on a campaign, and of one thing."""

from __future__ import annotations

from collections.abc import Iterator

from ducha.assess import Assessment, Tally
from ducha.model import Campaign
from ducha.render.words.values import SAMPLE, bare, day


def heading(campaign: Campaign, what: str) -> Iterator[str]:
    """Yield what the report is and of which document, that its data are a sample, that its year is inferred."""
    cited = campaign.document.name
    yield f"{campaign.title}{what}" + (f"（{cited}）" if cited else "")
    yield from reservations(campaign)


def reservations(campaign: Campaign) -> Iterator[str]:
    """Yield what a reader must know before any figure."""
    if campaign.sample:
        yield f"【{SAMPLE}】"
    if campaign.year_basis:
        yield f"年份为推定，按{campaign.year}年：{bare(campaign.year_basis)}"


def head(assessment: Assessment, title: str) -> Iterator[str]:
    """Yield what one thing is, what must be known before any figure, and the reference day."""
    yield title
    yield from reservations(assessment.campaign)
    reference = assessment.reference
    yield f"参照日：{day(reference.day)}，数据截至{day(reference.records_until)}"


def said(what: str, text: str | None) -> Iterator[str]:
    """A line for a fact, none where there is nothing to say."""
    if text:
        yield f"{what}：{text}"


def states(tally: Tally) -> str:
    """How many are in each state."""
    return "，".join(f"{state.label}{count}项" for state, count in tally.counts.items() if count) or "没有事项"
