"""The lines with which every report on a campaign begins."""

from __future__ import annotations

from collections.abc import Iterator

from ducha.model import Campaign
from ducha.render.words.values import SAMPLE, bare

FOR_LEADERS = "【供领导参阅，不得外传】"
"""the mark of what names leaders or proposes what nobody has approved"""


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
