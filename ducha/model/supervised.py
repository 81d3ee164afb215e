"""In which periods a method of supervision is required (督查方法): by its cadence, from the document's issue on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from ducha.deadlines import Kind, cutoffs
from ducha.deadlines.cycles import Cycle, period_at
from ducha.deadlines.spans import Span, month_end, months_later
from ducha.model.campaign import Campaign, Method

_WEEK = timedelta(days=7)


def required_spans(campaign: Campaign, method: Method) -> Iterator[Span]:
    """Yield the periods of a method that has a number and can be counted, to the campaign's end.

    Months and pairs of months are counted from that of issue, longer periods are the calendar's, and of shorter ones
    the first is that in which the document was issued (新政发〔2013〕36号 督查工作方案 二).
    """
    rrule = campaign.read(method.every).rrule
    if not rrule or not method.at_least or not is_counted(campaign, method):
        return
    issued = campaign.document.issued or campaign.start
    number = _months_in(rrule)
    if number in (1, 2):
        yield from _spans_of_months(campaign, number, issued.replace(day=1))
        return
    begun = issued.replace(day=1) if number else issued
    earliest = begun if number else begun - _WEEK  # a week may be cut off before it ends
    for period in cutoffs(rrule, earliest, period_at(Cycle.YEAR, campaign.end).last):
        if begun <= period.last and period.first <= campaign.end:
            yield Span(period.first, period.last)


def is_counted(campaign: Campaign, method: Method) -> bool:
    """Whether a method's cadence has periods (随时 has none), and a bulletin's such as bulletins report on."""
    reading = campaign.read(method.every)
    if reading.kind is not Kind.RECURRENCE or not reading.rrule:
        return False
    year = period_at(Cycle.YEAR, campaign.start)
    spans = (Span(due.first, due.last) for due in cutoffs(reading.rrule, year.first, year.last))
    return method.kind != "bulletin" or all(map(_is_period, spans))


def _spans_of_months(campaign: Campaign, number: int, begun: date) -> Iterator[Span]:
    while begun <= campaign.end:
        end = months_later(begun, number - 1)
        yield Span(begun, month_end(end.year, end.month))
        begun = months_later(begun, number)


def _months_in(rrule: str) -> int:
    """How many months a period of a rule has, 0 of weeks, days and parts of a month (每旬, 每半月)."""
    rule = dict(part.split("=") for part in rrule.split(";"))
    if "," in rule.get("BYMONTHDAY", ""):
        return 0
    months = {"MONTHLY": 1, "YEARLY": 12 // len(rule.get("BYMONTH", "1").split(","))}
    return months.get(rule["FREQ"], 0)


def _is_period(span: Span) -> bool:
    """Whether a span is a week, month, quarter, half-year or year."""
    periods = (period_at(cycle, span.last) for cycle in Cycle)
    return any(span == (period.first, period.last) for period in periods)
