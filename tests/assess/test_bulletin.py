"""What a month's bulletin takes from an assessment."""

from __future__ import annotations

from datetime import date

from ducha.assess import Bulletin, assess, compose_bulletin, on_period
from tests.conftest import make_campaign, make_plan

PLAN = make_plan(
    milestones=[
        {"id": "may", "title": "五月完成", "due": "5月底", "done": "2013-05-20"},
        {"id": "june", "title": "六月完成", "due": "5月底", "done": "2013-06-30"},
        {"id": "late", "title": "未完成", "due": "5月底", "lead": "国土局"},
        {"id": "strive", "title": "力争未成", "due": "6月底", "strength": "strive"},
        {"id": "july", "title": "七月到期", "due": "7月底", "lead": "国土局"},
        {"id": "july-b", "title": "七月到期之二", "due": "7月10日"},
        {"id": "unclear", "title": "两种理解", "due": "7月份前"},
        {"id": "august", "title": "八月到期", "due": "8月底"},
    ],
    indicators=[
        {"id": "near", "title": "差得少", "unit": "亩", "target": "100", "due": "6月底",
         "actuals": [{"day": "2013-06-20", "value": "90"}]},
        {"id": "silent", "title": "没有数", "unit": "亩", "target": "100", "due": "6月底"},
        {"id": "far", "title": "差得多", "unit": "亩", "target": "100", "due": "6月底",
         "actuals": [{"day": "2013-06-20", "value": "10"}]},
    ],
)  # fmt: skip


def compose(month: int) -> Bulletin:
    campaign = make_campaign()
    reference = on_period(campaign, month, None, date(2020, 1, 1))
    return compose_bulletin(assess(campaign, [PLAN], reference), ["09-x.yaml"])


def names(obligations: tuple[object, ...]) -> list[str]:
    return [obligation.id.removeprefix("land/") for obligation in obligations]  # type: ignore[attr-defined]


def test_what_the_month_finished() -> None:
    assert names(compose(5).newly_finished) == ["may"]
    assert names(compose(6).newly_finished) == ["june"]


def test_strivings_stand_apart_from_what_is_late() -> None:
    june = compose(6)
    assert names(june.late_tasks) == ["late"]
    assert names(june.late_checkpoints) == ["far@2013-06-30", "near@2013-06-30", "silent@2013-06-30"]
    assert len(june.overdue) == 5
    assert names(june.unmet_strivings) == ["strive"]


def test_the_unclear_are_counted_and_not_judged() -> None:
    assert names(compose(6).unclear) == ["unclear"]
    assert names(compose(5).unclear) == []


def test_the_widest_gap_first_and_the_silent_last() -> None:
    assert [indicator.id for indicator in compose(6).short] == ["land/far", "land/near", "land/silent"]


def test_what_is_stopped_or_silent_since_before_issue_is_not_called_short() -> None:
    stop = {"day": "2013-06-01", "by": "县政府", "reason": "规划调整"}
    base = {"title": "甲", "unit": "亩", "target": "100"}
    plan = make_plan(
        indicators=[{**base, "id": "a", "due": "6月底", "stopped": stop}, {**base, "id": "b", "due": "3月底"}]
    )
    campaign = make_campaign(verify_by="2013-12-31")
    reference = on_period(campaign, 6, None, date(2020, 1, 1))
    bulletin = compose_bulletin(assess(campaign, [plan], reference))
    assert (bulletin.short, bulletin.overdue) == ((), ())
    assert (names(bulletin.stopped), names(bulletin.unverified)) == (["a@2013-06-30"], ["b@2013-03-31"])


def test_next_month_by_unit_and_those_without_a_unit_last() -> None:
    june = compose(6)
    assert [(dues.units, names(dues.obligations)) for dues in june.due_next_by_unit] == [
        (("县国土资源局",), ["july"]),
        ((), ["july-b", "unclear"]),
    ]
    assert names(compose(7).due_next) == ["august"]


def test_broken_files_are_named() -> None:
    assert compose(6).left_out == ("09-x.yaml",)
