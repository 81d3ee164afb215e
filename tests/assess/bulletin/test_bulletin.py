"""What a month's bulletin takes from an assessment."""

from __future__ import annotations

from datetime import date

from ducha.assess import assess, on_period, on_period_before
from ducha.assess.bulletin.bulletin import Bulletin, compose_bulletin
from ducha.assess.bulletin.lateness import most
from tests.conftest import make_campaign, make_plan

PLAN = make_plan(
    milestones=[
        {"id": "may", "title": "五月完成", "due": "5月底", "done": "2013-05-20"},
        {"id": "june", "title": "六月完成", "due": "5月底", "done": "2013-06-30"},
        {"id": "late", "title": "未完成", "due": "5月底", "lead": "国土局",
         "reports": [{"day": "2013-05-30", "text": "正在办理"}]},
        {"id": "quiet", "title": "没有消息", "due": "6月10日", "lead": "国土局"},
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
    before = on_period_before(campaign, reference)
    return compose_bulletin(assess(campaign, [PLAN], reference, before=before), ["09-x.yaml"])


def names(obligations: tuple[object, ...]) -> list[str]:
    return [obligation.id.removeprefix("land/") for obligation in obligations]  # type: ignore[attr-defined]


def test_what_the_month_finished() -> None:
    assert names(compose(5).newly_finished) == ["may"]
    assert names(compose(6).newly_finished) == ["june"]


def test_strivings_stand_apart_from_what_is_late() -> None:
    june = compose(6)
    assert names(june.late.tasks) == ["late"]
    assert names(june.late.nodes) == ["near@2013-06-30", "far@2013-06-30"]
    assert names(june.late.unreported) == ["quiet", "silent@2013-06-30"]
    assert [(dues.units, names(dues.obligations)) for dues in june.late.unreported_by_unit] == [
        (("县国土资源局",), ["quiet"]),
        ((), ["silent@2013-06-30"]),
    ]
    assert len(june.late.all) == 6
    assert names(june.late.strivings) == ["strive"]


def test_the_unclear_are_counted_and_not_judged() -> None:
    assert names(compose(6).unclear) == ["unclear"]
    assert names(compose(5).unclear) == []


def test_the_silent_are_not_called_short() -> None:
    assert names(compose(6).late.nodes) == ["near@2013-06-30", "far@2013-06-30"]


def test_what_is_stopped_or_silent_since_before_issue_is_not_called_short() -> None:
    stop = {"day": "2013-06-01", "by": "县政府", "reason": "规划调整"}
    base = {"title": "甲", "unit": "亩", "target": "100"}
    plan = make_plan(
        indicators=[{**base, "id": "a", "due": "6月底", "stopped": stop}, {**base, "id": "b", "due": "3月底"}]
    )
    campaign = make_campaign(verify_by="2013-12-31")
    reference = on_period(campaign, 6, None, date(2020, 1, 1))
    bulletin = compose_bulletin(assess(campaign, [plan], reference))
    assert bulletin.late.all == ()
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


def test_the_first_bulletin_has_nothing_to_compare_with() -> None:
    assert compose(5).changes is None
    assert (compose(5).late.repeated, compose(5).late.unchanged, compose(5).late.silent) == ((), (), ())


def test_what_was_late_is_accounted_for() -> None:
    changes = compose(6).changes
    assert changes
    assert changes.were_late == 2
    assert (names(changes.finished), names(changes.still_late)) == (["june"], ["late"])
    assert (changes.moved, changes.stopped) == ((), ())
    assert sorted(names(changes.newly_late)) == [
        "far@2013-06-30",
        "near@2013-06-30",
        "quiet",
        "silent@2013-06-30",
        "strive",
    ]
    assert str(changes.finished_points) == "8.4"  # 16.7 - 8.3, as printed


def test_what_is_moved_or_stopped_is_accounted_for_too() -> None:
    extension = {"day": "2013-06-05", "to": "2013-07-20", "by": "县政府", "reason": "雨季"}
    stop = {"day": "2013-06-05", "by": "县政府", "reason": "规划调整"}
    plan = make_plan(
        milestones=[
            {"id": "moved", "title": "甲", "due": "5月底", "extensions": [extension]},
            {"id": "stopped", "title": "乙", "due": "5月底", "stopped": stop},
        ]
    )
    campaign = make_campaign()
    june = on_period(campaign, 6, None, date(2020, 1, 1))
    bulletin = compose_bulletin(assess(campaign, [plan], june, before=on_period_before(campaign, june)))
    assert bulletin.changes
    assert (names(bulletin.changes.moved), names(bulletin.changes.stopped)) == (["moved"], ["stopped"])
    assert (bulletin.changes.were_late, bulletin.late.all) == (2, ())


def test_what_was_late_before_and_brought_no_news_is_known() -> None:
    june = compose(6)
    assert june.late.repeated == ("land/late",)
    assert june.late.silent == ("land/late",)


def said(*reports: tuple[str, str]) -> str:
    listed = [{"day": day, "text": text} for day, text in reports]
    plan = make_plan(milestones=[{"id": "task", "title": "任务", "due": "5月底", "reports": listed}])
    campaign = make_campaign()
    reference = on_period(campaign, 6, None, date(2020, 1, 1))
    bulletin = compose_bulletin(assess(campaign, [plan], reference))
    return "unchanged" if bulletin.late.unchanged else "silent" if bulletin.late.silent else "news or nothing"


def test_the_same_text_again_is_no_news() -> None:
    may, june = ("2013-05-25", "正在办理"), ("2013-06-25", "正在办理")
    assert said(may) == "silent"
    assert said(may, june) == "unchanged"
    assert said(may, ("2013-06-10", "已报县政府"), june) == "news or nothing"
    assert said(may, ("2013-06-25", "已报县政府")) == "news or nothing"
    assert said(june) == "news or nothing"
    assert said() == "news or nothing"


def test_bulletins_are_numbered_by_the_month_from_the_first() -> None:
    campaign = make_campaign(bulletin={"first": "2013-03"}, end="2014-03-31")
    number = {
        (month, year): compose_bulletin(
            assess(campaign, [PLAN], on_period(campaign, month, year, date(2020, 1, 1)))
        ).number
        for month, year in [(2, 2013), (3, 2013), (12, 2013), (1, 2014)]
    }
    assert list(number.values()) == [None, 1, 10, 11]
    assert compose(6).number is None


def test_the_bases_of_the_figures_are_counted_and_add_up() -> None:
    """Of a group it is that of its members; an amount of which no growth can be told is a figure too."""

    def indicator(name: str, *bases: str | None, **keys: object) -> dict[str, object]:
        days = ["2013-05-20", "2013-06-20"]
        actuals = [{"day": day, "value": "1", "basis": basis} for day, basis in zip(days, bases, strict=False)]
        return {"id": name, "title": name, "unit": "亩", "target": "100", "due": "12月底", "actuals": actuals, **keys}

    def of_group(name: str, *bases: str | None) -> dict[str, object]:
        units = ["县府办", "县建设局"]
        actuals = [
            {"day": "2013-06-20", "value": "1", "basis": b, "by": by} for by, b in zip(units, bases, strict=True)
        ]
        return indicator(name, each="各乡镇", actuals=actuals)

    plan = make_plan(
        indicators=[
            *(indicator("a", "部门口径", "统计口径"), indicator("b", "统计口径"), indicator("c", "部门口径")),
            *(indicator("d", None), indicator("e", None), indicator("f", None), indicator("none")),
            indicator("grown", unit="%", base={"what": "去年", "value": "81", "of": "c"}),
            *(of_group("g", "部门口径", "部门口径"), of_group("h", "部门口径", None)),
        ]
    )
    campaign = make_campaign()
    reference = on_period(campaign, 6, None, date(2020, 1, 1))
    bulletin = compose_bulletin(assess(campaign, [plan], reference))
    assert bulletin.bases == (("部门口径", 3), ("统计口径", 2), ("口径不一", 1), (None, 3))
    assert sum(count for _, count in bulletin.bases) == bulletin.with_figures == 9


def test_what_was_being_verified_is_not_said_to_have_fallen_due() -> None:
    report = {"day": "2013-06-10", "text": "正在办理"}
    plan = make_plan(
        milestones=[
            {"id": "verified", "title": "甲", "due": "3月底", "reports": [report]},
            {"id": "due", "title": "乙", "due": "6月底"},
        ]
    )
    campaign = make_campaign()
    june = on_period(campaign, 6, None, date(2020, 1, 1))
    changes = compose_bulletin(assess(campaign, [plan], june, before=on_period_before(campaign, june))).changes
    assert changes
    assert (names(changes.settled_late), changes.fallen_due, len(changes.newly_late)) == (["verified"], 1, 2)
    assert (str(changes.finished_points), changes.on_time_points) == ("0.0", None)


def test_whose_lateness_is_most_without_cutting_between_equals() -> None:
    def late(name: str, **units: object) -> dict[str, object]:
        return {"id": name, "title": name, "due": "6月底", **units}

    plan = make_plan(
        milestones=[
            late("a", lead=["国土局", "建设局"]),
            late("e", lead=["国土局", "建设局"]),
            late("b", responsible="国土局"),
            late("c", lead="建设局", responsible="县府办"),
            late("d", lead="县府办"),
        ]
    )
    campaign = make_campaign()
    bulletin = compose_bulletin(assess(campaign, [plan], on_period(campaign, 6, None, date(2020, 1, 1))))
    assert bulletin.late.by_unit == (("县国土资源局", 3), ("县建设局", 3))
    assert bulletin.late.by_plan == (("资源要素保障", 5),)
    assert most([("甲", 5), ("乙", 3), ("丙", 3), ("丁", 3), ("戊", 1)]) == (("甲", 5),)
    assert bulletin.all_on_time == ()


def test_the_first_bulletin_is_the_campaigns_or_that_of_the_month_of_issue() -> None:
    def compared(month: int, year: int, **settings: str) -> str | None:
        campaign = make_campaign(bulletin=settings, end="2014-03-31")
        before = on_period_before(campaign, on_period(campaign, month, year, date(2020, 1, 1)))
        return before.period.name if before and before.period else None

    assert [compared(month, 2013) for month in (4, 5, 6)] == [None, None, "2013-05"]
    assert [compared(month, 2013, first="2013-03") for month in (3, 4, 5)] == [None, "2013-03", "2013-04"]
    assert [compared(month, 2013, first="2013-08") for month in (8, 9)] == [None, "2013-08"]
    assert compared(1, 2014) == "2013-12"


def test_the_body_tells_the_indicators_that_tellmost() -> None:
    def indicator(name: str, due: str, *values: str) -> dict[str, object]:
        days = ["2013-05-20", "2013-06-20"]
        actuals = [{"day": day, "value": value} for day, value in zip(days, values, strict=False)]
        return {"id": name, "title": name, "unit": "亩", "target": "100", "due": due, "actuals": actuals}

    plan = make_plan(
        indicators=[
            indicator("a-old", "5月底", "100", "100"),
            indicator("b-quiet", "12月底", "30", "30"),
            indicator("c-grown", "12月底", "30", "40"),
            indicator("d-reached", "12月底", "30", "100"),
            indicator("e-missed", "6月底", "30", "40"),
        ]
    )
    campaign = make_campaign()
    reference = on_period(campaign, 6, None, date(2020, 1, 1))
    (section,) = compose_bulletin(assess(campaign, [plan], reference)).plans
    assert [i.title for i in section.indicators] == ["c-grown", "d-reached", "e-missed"]
    assert section.other_indicators == 2
