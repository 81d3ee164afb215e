"""Matters in a bulletin: what became of those of last time, and what is new; the sums add up."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ducha.assess import Assessment, assess, on_period, on_period_before
from ducha.assess.bulletin.bulletin import compose_bulletin
from ducha.assess.bulletin.matters import Matters, count_by, find_matters
from ducha.model.records import Records
from tests.assess.supervision.test_issues import make_issue
from tests.conftest import make_campaign, make_plan


def matters_of(month: int, *issues: dict[str, Any]) -> Matters:
    assessment = assessed(month, *issues)
    assert assessment.reference.period
    return find_matters(assessment, assessment.reference.period)


def assessed(month: int, *issues: dict[str, Any]) -> Assessment:
    campaign = make_campaign(causes=[{"id": "land", "title": "用地"}])
    reference = on_period(campaign, month, None, date(2020, 1, 1))
    records = Records.model_validate({"issues": issues})
    before = on_period_before(campaign, reference)
    return assess(campaign, [make_plan()], reference, before=before, records=records)


def ids(issues: Any) -> list[str]:
    return [one.id for one in issues]


JUNE = (
    make_issue(id="closed", found="2013-05-20", due="2013-06-10", closings=[{"day": "2013-06-09"}], cause="land"),
    make_issue(id="late", found="2013-05-20", due="2013-06-20", cause="land"),
    make_issue(
        id="claimed",
        found="2013-05-20",
        due="2013-06-20",
        feedback=[{"day": "2013-06-19", "text": "已办", "finished": "true"}],
    ),
    make_issue(id="hand", found="2013-05-20", due="2013-07-20"),
    make_issue(id="old", found="2013-05-10", due="2013-05-20", closings=[{"day": "2013-05-19"}]),
    make_issue(
        id="again",
        found="2013-05-10",
        due="2013-05-20",
        closings=[{"day": "2013-05-19"}],
        reopenings=[{"day": "2013-06-20", "due": "2013-07-05", "reason": "反弹"}],
    ),
    make_issue(id="new", found="2013-06-18", due="2013-06-25", source="inspection", inspection="a"),
    make_issue(id="found", found="2013-06-29", assigned="2013-07-02", due="2013-07-25", source="inspection"),
    make_issue(id="later", found="2013-07-02", due="2013-07-25"),
)


def test_what_became_of_the_matters_of_last_time() -> None:
    """Bulletin 三: of those handed over, how many closed, how many past their limit."""
    found = matters_of(6, *JUNE)
    assert sorted(ids(found.before)) == ["claimed", "closed", "hand", "late"]
    assert (ids(found.closed), ids(found.overdue), ids(found.claimed), ids(found.in_hand)) == (
        ["closed"],
        ["late"],
        ["claimed"],
        ["hand"],
    )
    assert (ids(found.handed_over), ids(found.reopened)) == (["new"], ["again"])
    assert ids(found.found) == ["new", "found"]
    assert found.not_handed_over == 1
    assert "found" not in ids(found.listed)
    assert ids(found.late) == ["late", "new"]
    assert ids(found.newly_late) == ["new"]
    assert ids(found.to_check) == ["claimed"]
    assert ids(found.due_next) == ["again", "hand"]
    assert "old" not in ids(found.listed)
    assert "later" not in ids(found.listed)
    assert found.sources == (("inspection", 1),)
    assert found.causes == (("用地", 1),)


def test_what_was_found_last_time_and_handed_over_now_is_new() -> None:
    """As printed in July, so in December: nothing that was handed over later is told of before but as found."""
    matter = make_issue(found="2013-05-29", assigned="2013-06-03", due="2013-06-20", source="inspection", cause="land")
    may, june = matters_of(5, matter), matters_of(6, matter)
    assert (ids(may.found), may.not_handed_over) == (["1"], 1)
    assert (may.listed, may.open, may.causes) == ((), (), ())
    assert (june.before, june.found, ids(june.handed_over), ids(june.listed)) == ((), (), ["1"], ["1"])


def test_the_first_bulletin_has_none_of_last_time() -> None:
    found = matters_of(5, *JUNE)
    assert found.before == ()
    assert sorted(ids(found.handed_over)) == ["again", "claimed", "closed", "hand", "late", "old"]


def test_what_is_in_dispute_is_told_apart() -> None:
    objections = [{"day": "2013-07-03", "by": "国土局", "text": "不属实"}]
    late = make_issue(found="2013-05-20", due="2013-06-10", objections=objections)
    found = matters_of(6, late)
    assert (ids(found.disputed), found.overdue, found.late) == (["1"], (), ())
    settled = [{**objections[0], "settled": {"day": "2013-07-04", "text": "属实的部分已改"}}]
    assert ids(matters_of(6, {**late, "objections": settled}).overdue) == ["1"]


@pytest.mark.parametrize("for_leaders", [False, True])
def test_nothing_in_a_circulated_bulletin_holds_the_number_of_an_instruction(for_leaders: bool) -> None:
    """Not what was found only, nor how it stood before, which a template of the campaign's own may print."""
    instruction = {"source": "instruction", "reference": "批示18号", "found": "2013-05-20", "due": "2013-07-20"}
    several = make_issue(id="1", **instruction), make_issue(id="2", **instruction, assigned="2013-07-01")
    shown = compose_bulletin(assessed(6, *several), for_leaders=for_leaders).assessment
    assert (ids(shown.issues), ids(shown.issues_waiting), ids(shown.issues_before)) == (["1"], ["2"], ["1"])
    told = {one.reference for one in (*shown.issues, *shown.issues_waiting, *(shown.issues_before or ()))}
    assert told == {"批示18号" if for_leaders else None}


def test_what_waits_for_a_leader_is_told_until_it_is_closed() -> None:
    waiting = make_issue(found="2013-05-20", due="2013-06-10", needs_decision="请协调")
    assert ids(matters_of(6, waiting).to_decide) == ["1"]
    assert ids(matters_of(6, {**waiting, "closings": [{"day": "2013-06-09"}]}).to_decide) == []


def test_a_late_closing_is_told() -> None:
    found = matters_of(6, make_issue(found="2013-05-20", due="2013-06-10", closings=[{"day": "2013-06-12"}]))
    assert (len(found.closed), found.closed_late) == (1, 1)


days = st.dates(date(2013, 5, 1), date(2013, 7, 31))


@st.composite
def issues(draw: st.DrawFn) -> dict[str, Any]:
    found, *others = sorted(draw(st.lists(days, min_size=5, max_size=5, unique=True)))
    keys: dict[str, Any] = {"found": str(found), "due": str(draw(st.sampled_from(others)))}
    if draw(st.booleans()):
        keys["feedback"] = [
            {"day": str(others[0]), "text": "已办", "finished": draw(st.sampled_from(["true", "false"]))}
        ]
    if draw(st.booleans()):
        keys["closings"] = [{"day": str(others[1])}]
        if draw(st.booleans()):
            keys["reopenings"] = [{"day": str(others[2]), "due": str(others[3]), "reason": "反弹"}]
    if draw(st.booleans()):
        keys["objections"] = [{"day": str(others[1]), "by": "国土局", "text": "不属实"}]
    return make_issue(**keys)


@settings(max_examples=50)
@given(st.lists(issues(), max_size=6))
def test_the_kinds_make_up_the_whole(several: list[dict[str, Any]]) -> None:
    numbered = [{**one, "id": str(at)} for at, one in enumerate(several)]
    found = matters_of(6, *numbered)
    parts = (found.closed, found.overdue, found.claimed, found.in_hand, found.disputed)
    assert sorted(one for part in parts for one in ids(part)) == sorted(ids(found.before))
    assert set(ids(found.before)) <= set(ids(found.listed))
    assert len(found.open) + sum(not one.is_open for one in found.listed) == len(found.listed)
    july = matters_of(7, *numbered)
    assert set(ids(july.before)) == {one.id for one in found.open if one.assigned <= date(2013, 6, 30)}


def test_counts_come_the_most_first() -> None:
    assert count_by(["a", None, "b", "b"]) == (("b", 2), ("a", 1))
