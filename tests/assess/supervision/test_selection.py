"""Which matters a list shows: those of its period, narrowed by what was asked for."""

from __future__ import annotations

from datetime import date

import pytest

from ducha.assess import Reference, State, assess, on_period
from ducha.assess.supervision.selection import IssueFilter, select_issues
from ducha.model.records import Records
from tests.assess.supervision.test_issues import CAUSES, make_issue
from tests.conftest import make_campaign, make_plan

MATTERS = (
    make_issue(id="open", found="2013-05-02", due="2013-05-20", cause="land"),
    make_issue(id="closed", found="2013-05-02", due="2013-06-20", closings=[{"day": "2013-06-12"}]),
    make_issue(id="new", found="2013-06-03", due="2013-07-20", source="upper", needs_decision="请协调"),
    make_issue(id="old", found="2013-05-02", due="2013-05-20", closings=[{"day": "2013-05-19"}]),
)


def selected(chosen: IssueFilter, month: int | None) -> list[str]:
    campaign, day = make_campaign(causes=CAUSES), date(2013, 7, 1)
    reference = on_period(campaign, month, None, day) if month else Reference(day, "option", day)
    records = Records.model_validate({"issues": MATTERS})
    assessment = assess(campaign, [make_plan()], reference, records=records)
    return sorted(one.id for one in select_issues(assessment.issues, assessment.reference.period, chosen))


@pytest.mark.parametrize(
    ("chosen", "month", "ids"),
    [
        (IssueFilter(), None, ["closed", "new", "old", "open"]),
        (IssueFilter(), 6, ["closed", "new", "open"]),
        (IssueFilter(), 5, ["closed", "old", "open"]),
        (IssueFilter(states=(State.DONE,)), 6, ["closed"]),
        (IssueFilter(states=(State.DONE, State.OVERDUE)), 6, ["closed", "open"]),
        (IssueFilter(sources=("upper",)), None, ["new"]),
        (IssueFilter(cause="用地"), None, ["open"]),
        (IssueFilter(needs_decision=True), None, ["new"]),
    ],
)
def test_what_is_listed(chosen: IssueFilter, month: int | None, ids: list[str]) -> None:
    assert selected(chosen, month) == ids
