"""The days of a campaign fit together: its year, its document, its days of reference."""

from __future__ import annotations

from collections.abc import Iterator

from ducha.model import Campaign
from ducha.problems import Path, Problem

START: Path = ("start",)
END: Path = ("end",)


def question_calendar(campaign: Campaign) -> Iterator[Problem]:
    """Yield a problem for every day of ``campaign.yaml`` that cannot be meant beside the others."""
    if campaign.end < campaign.start:
        return
    issued = campaign.document.issued
    if not campaign.start.year <= campaign.year <= campaign.end.year:
        span = f"{campaign.start}至{campaign.end}"
        yield _doubt(("year",), f"年份{campaign.year}不在行动期（{span}）内", START, END)
    if issued and issued > campaign.end:
        yield _doubt(("document", "issued"), f"印发日期{issued}晚于行动结束的{campaign.end}", END)
    if campaign.as_of and campaign.as_of < campaign.start:
        yield _doubt(("as_of",), f"参照日{campaign.as_of}早于行动开始的{campaign.start}", START)
    if campaign.verify_by and issued and campaign.verify_by < issued:
        yield _doubt(("verify_by",), f"核实截止日{campaign.verify_by}早于文件印发的{issued}", ("document", "issued"))


def question_holidays(campaign: Campaign) -> Iterator[Problem]:
    """Yield a problem where days are to move off holidays of a year of which no notice is known."""
    if not campaign.move_to_workday:
        return
    from ducha.deadlines.holidays import NOTICES  # which hardly any campaign asks for

    unknown = [f"{year}年" for year in range(campaign.start.year, campaign.end.year + 1) if year not in NOTICES]
    if unknown:
        message = f"没有{'、'.join(unknown)}的放假安排，顺延只避开周六、周日"
        hint = "升级ducha，或对逢节假日的时限逐项核对"
        yield Problem("DC414", message, hint, ("move_to_workday",), rests_on=(START, END))


def _doubt(path: Path, message: str, *also: Path) -> Problem:
    return Problem("DC409", message, "改正其一，看年份是否写错", path, also, rests_on=also)
