"""What a paper on a span tells of returns: those whose cut-off day has passed."""

from __future__ import annotations

from datetime import date
from typing import Any

from ducha.assess.duties.rounds import Rounds, find_rounds
from ducha.deadlines.cycles import Cycle, period_at
from tests.conftest import assess_on, make_plan

REPORT: dict[str, Any] = {"id": "form", "title": "报送进展", "who": "各乡镇", "to": "国土局", "every": "每月25日前"}
WORK: dict[str, Any] = {"id": "work", "title": "检查工地", "who": "各乡镇", "every": "每月25日前"}
SENT = [{"period": "2013-05", "day": "2013-05-20", "by": "各乡镇"}]


def rounds(day: str, cycle: Cycle) -> Rounds:
    """What is told on a day of the span in which it lies; from 8 May on two units owe a report and a work a month."""
    duties = assess_on(day, make_plan(duties=[{**REPORT, "returns": SENT}, WORK])).duties
    return find_rounds(duties, period_at(cycle, date.fromisoformat(day)))


def test_a_span_that_is_not_over_counts_only_what_has_reached_its_cut_off_day() -> None:
    """As ``status`` and ``returns`` do: neither owed nor on time is what is not due yet."""
    found = rounds("2013-06-25", Cycle.YEAR)
    assert [[one.name for one in some.periods] for some in found.all] == [["2013-05"], ["2013-05"]]
    assert (found.reported.due, found.reported.on_time, found.reported.ahead) == (2, 2, 0)
    assert (found.worked.due, found.worked.missing) == (2, 2)


def test_a_span_before_its_first_cut_off_day_has_nothing_to_tell() -> None:
    """The cut-off day itself is not over."""
    assert rounds("2013-05-25", Cycle.MONTH).all == ()
    assert len(rounds("2013-05-26", Cycle.MONTH).all) == 2
