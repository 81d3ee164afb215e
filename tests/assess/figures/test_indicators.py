"""Indicators: when a checkpoint is met, what is expected by a day, and figures of many members or parts."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from ducha.assess import IndicatorStanding, Obligation, State
from tests.conftest import assess_on, make_campaign, make_plan

TRANSFER: dict[str, Any] = {
    "id": "transfer",
    "title": "土地出让",
    "unit": "亩",
    "target": "2000",
    "due": "12月底",
    "checkpoints": [{"due": "6月底", "value": "500"}, {"due": "10月底", "value": "1200"}],
}


def actuals(*values: tuple[str, str]) -> list[dict[str, str]]:
    return [{"day": day, "value": value} for day, value in values]


def stand(day: str, **keys: Any) -> tuple[IndicatorStanding, tuple[Obligation, ...]]:
    assessment = assess_on(day, make_plan(indicators=[{**TRANSFER, **keys}]))
    (standing,) = assessment.indicators
    return standing, assessment.obligations


def test_each_checkpoint_and_the_target_is_an_obligation_named_by_its_first_day() -> None:
    _, obligations = stand("2013-06-01")
    assert [obligation.id for obligation in obligations] == [
        "land/transfer@2013-06-30",
        "land/transfer@2013-10-31",
        "land/transfer@2013-12-31",
    ]


def test_an_undated_target_is_an_undated_obligation() -> None:
    standing, (obligation,) = stand("2013-06-01", due=None, checkpoints=[])
    assert (obligation.id, obligation.state) == ("land/transfer", State.UNDATED)
    assert standing.progress == "unjudged"


@pytest.mark.parametrize(
    ("figures", "state", "done"),
    [
        ([("2013-06-25", "430")], State.OVERDUE, None),
        ([("2013-06-25", "500")], State.DONE, date(2013, 6, 25)),
        ([("2013-05-25", "500"), ("2013-06-25", "600")], State.DONE, date(2013, 5, 25)),
        ([("2013-06-25", "430"), ("2013-07-03", "520")], State.DONE_LATE, date(2013, 7, 3)),
        ([("2013-07-03", "520"), ("2013-06-25", "430")], State.DONE_LATE, date(2013, 7, 3)),
    ],
)
def test_a_checkpoint_is_met_by_the_first_figure_that_reaches_it(
    figures: list[tuple[str, str]], state: State, done: date | None
) -> None:
    _, (june, *_) = stand("2013-07-10", actuals=actuals(*figures))
    assert (june.state, june.done) == (state, done)


def test_a_figure_reported_later_does_not_exist_yet() -> None:
    _, (june, *_) = stand("2013-07-01", actuals=actuals(("2013-07-02", "600")))
    assert (june.state, june.reason) == (State.OVERDUE, "unreported")


def test_a_short_figure_is_no_missing_report() -> None:
    _, (june, *_) = stand("2013-07-01", actuals=actuals(("2013-06-25", "430")))
    assert (june.reason, june.figure and june.figure.actual and june.figure.actual.value) == (None, Decimal(430))


def test_the_example_of_the_output_contract() -> None:
    standing, _ = stand("2013-07-01", actuals=actuals(("2013-06-25", "430")))
    assert standing.expected == 500
    assert str(standing.done_percent) == "21.5"
    assert str(standing.expected_percent) == "25.0"
    assert str(standing.gap_points) == "-3.5"
    assert standing.distance == 70
    assert standing.progress == "behind"


@pytest.mark.parametrize(
    ("day", "figure", "progress"),
    [
        ("2013-06-30", None, "unjudged"),
        ("2013-07-01", None, "unreported"),
        ("2013-06-30", "100", "unjudged"),
        ("2013-07-01", "499", "behind"),
        ("2013-07-01", "500", "on"),
        ("2013-07-01", "501", "ahead"),
        ("2013-07-01", "2000", "reached"),
        ("2013-11-01", "1199", "behind"),
        ("2014-01-01", "1999.9", "missed"),
        ("2014-01-01", "2000", "reached"),
    ],
)
def test_progress(day: str, figure: str | None, progress: str) -> None:
    standing, _ = stand(day, actuals=actuals(("2013-06-20", figure)) if figure else [])
    assert standing.progress == progress


def test_increments_add_up() -> None:
    standing, (june, *_) = stand(
        "2013-07-01", measure="increment", actuals=actuals(("2013-05-25", "200"), ("2013-06-25", "300"))
    )
    assert standing.actual
    assert standing.actual.value == 500
    assert (june.state, june.done) == (State.DONE, date(2013, 6, 25))


@pytest.mark.parametrize(
    ("day", "values", "state"),
    [
        ("2013-12-31", [("2013-06-20", "3")], State.DUE_SOON),
        ("2014-01-01", [("2013-06-20", "3")], State.DONE),
        ("2014-01-01", [("2013-06-20", "3"), ("2013-12-20", "6")], State.OVERDUE),
        ("2014-01-01", [], State.OVERDUE),
    ],
)
def test_a_ceiling_is_judged_once_its_day_has_passed(day: str, values: list[tuple[str, str]], state: State) -> None:
    _, (final,) = stand(day, target={"at_most": "5"}, checkpoints=[], actuals=actuals(*values))
    assert final.state is state


@pytest.mark.parametrize(
    ("target", "value", "is_met"),
    [
        ({"at_least": "5"}, "5", True),
        ({"equal": "5"}, "6", False),
        ({"between": ["1", "2"]}, "2", True),
        ({"between": ["1", "2"]}, "3", False),
        ({"rank_within": "3"}, "3", True),
        ({"rank_within": "3"}, "4", False),
        ({"floor": "4", "stretch": "3"}, "3", True),
        ({"floor": "4", "stretch": "3"}, "4", True),
        ({"floor": "4", "stretch": "3"}, "5", False),
        ({"floor": "40", "stretch": "50"}, "39", False),
        ({"floor": "40", "stretch": "50"}, "40", True),
    ],
)
def test_every_way_to_write_a_target(target: dict[str, Any], value: str, is_met: bool) -> None:
    _, (final,) = stand("2014-01-01", target=target, checkpoints=[], actuals=actuals(("2013-12-20", value)))
    assert (final.state is State.DONE) is is_met


def test_a_target_of_zero_has_no_percentage() -> None:
    standing, _ = stand("2014-01-01", target={"at_most": "0"}, checkpoints=[], actuals=actuals(("2013-12-20", "1")))
    assert standing.done_percent is None
    assert standing.gap_points is None


def test_a_figure_of_every_member_is_reached_when_the_last_one_is() -> None:
    each: dict[str, Any] = {"each": "各乡镇（街道）", "checkpoints": [], "due": "6月底", "target": "10"}
    first = {"day": "2013-06-10", "value": "12", "by": "县府办"}
    second = {"day": "2013-06-20", "value": "10", "by": "建设局"}
    standing, (final,) = stand("2013-07-01", **each, actuals=[first, second])
    assert (final.state, final.done) == (State.DONE, date(2013, 6, 20))
    assert standing.members
    assert (standing.members.total, standing.members.reported, standing.members.reached) == (
        2,
        2,
        2,
    )
    standing, (final,) = stand("2013-07-01", **each, actuals=[first])
    assert (final.state, final.reason) == (State.OVERDUE, None)
    assert standing.members
    assert (standing.members.total, standing.members.reported, standing.members.reached) == (
        2,
        1,
        1,
    )


def test_a_member_whose_figure_came_later_has_not_reported_yet() -> None:
    later = {"day": "2013-07-10", "value": "12", "by": "县府办"}
    standing, (final,) = stand("2013-07-01", each="各乡镇", checkpoints=[], due="6月底", target="10", actuals=[later])
    assert standing.members
    assert (standing.members.reported, standing.members.reached) == (0, 0)
    assert final.reason == "unreported"


def test_a_figure_of_an_open_group_is_never_taken_for_complete() -> None:
    first = {"day": "2013-06-10", "value": "12", "by": "县府办"}
    standing, (final,) = stand("2013-07-01", each="各部门", checkpoints=[], due="6月底", target="10", actuals=[first])
    assert final.state is State.OVERDUE
    assert standing.members
    assert standing.members.total is None


def test_an_extension_after_a_figure_reached_the_target_makes_nothing_punctual() -> None:
    late = {"due": "5月底", "checkpoints": [], "target": "10", "actuals": actuals(("2013-06-20", "10"))}
    extensions = [{"day": "2013-06-25", "to": "2013-06-30", "by": "县政府", "reason": "材料补正"}]
    _, (final,) = stand("2013-07-01", **late, extensions=extensions)
    assert (final.state, final.days_late) == (State.DONE_LATE, 20)


def test_a_later_figure_of_a_total_does_not_change_an_earlier_report() -> None:
    part: dict[str, Any] = {
        "id": "a",
        "title": "甲",
        "unit": "亩",
        "target": "300",
        "actuals": actuals(("2013-05-01", "300")),
    }
    part |= {"part_of": {"indicator": "transfer", "complete": "true"}}
    incomplete = {**part, "id": "b", "part_of": {"indicator": "transfer"}}
    total = {**TRANSFER, "actuals": actuals(("2013-09-01", "900"))}
    plan = make_plan(indicators=[total, part, incomplete])
    for day, value in (("2013-07-01", 300), ("2013-09-01", 900)):
        standing = next(i for i in assess_on(day, plan).indicators if i.id == "land/transfer")
        assert standing.actual
        assert standing.actual.value == value


def test_a_figure_after_the_due_day_of_a_ceiling_does_not_count() -> None:
    figures = actuals(("2013-06-20", "6"), ("2013-07-02", "3"))
    _, (final,) = stand("2013-07-10", target={"at_most": "5"}, due="6月底", checkpoints=[], actuals=figures)
    assert final.state is State.OVERDUE


def test_a_node_of_a_range_is_a_lower_bound_and_a_ceiling_has_no_share() -> None:
    nodes = [{"due": "6月底", "value": "8"}]
    _, (june, _) = stand("2013-07-01", target={"between": ["10", "12"]}, checkpoints=nodes,
                         actuals=actuals(("2013-06-20", "9")))  # fmt: skip
    assert june.state is State.DONE
    standing, _ = stand("2013-07-01", target={"at_most": "5"}, checkpoints=[], actuals=actuals(("2013-06-20", "3")))
    assert standing.done_percent is None


def test_what_is_stopped_is_not_judged() -> None:
    stop = {"day": "2013-06-01", "by": "县政府", "reason": "规划调整"}
    standing, (june, *_) = stand("2013-07-01", stopped=stop)
    assert (standing.progress, june.state) == ("stopped", State.STOPPED)


def test_an_items_own_support_comes_before_the_plans() -> None:
    plan = make_plan(lead="国土局", support="各乡镇", milestones=[{"id": "a", "title": "甲", "support": "建设局"}])
    (obligation,) = assess_on("2013-07-01", plan).obligations
    assert (obligation.units.lead, obligation.units.support) == (("县国土资源局",), ("县建设局",))


def test_a_figure_that_falls_back_after_reaching_its_target_has_reached_it() -> None:
    standing, (final,) = stand(
        "2013-07-01",
        due="6月底",
        checkpoints=[],
        target="10",
        actuals=actuals(("2013-06-10", "12"), ("2013-06-20", "5")),
    )
    assert (final.state, standing.progress) == (State.DONE, "reached")


def test_members_are_counted_once_under_their_registered_name_and_others_not_at_all() -> None:
    figures = [
        {"day": "2013-06-10", "value": "12", "by": "建设局"},
        {"day": "2013-06-20", "value": "13", "by": "县建设局"},
        {"day": "2013-06-20", "value": "13", "by": "国土局"},
    ]
    standing, (final,) = stand("2013-07-01", each="各乡镇", checkpoints=[], due="6月底", target="10", actuals=figures)
    assert standing.members
    assert (standing.members.total, standing.members.reported, standing.members.reached) == (2, 1, 1)
    assert (final.state, standing.progress, final.is_short) == (State.OVERDUE, "missed", True)


def test_below_a_ceiling_there_is_no_gap() -> None:
    ceiling = {"target": {"at_most": "10"}, "checkpoints": [], "due": "6月底"}
    standing, _ = stand("2013-07-01", **ceiling, actuals=actuals(("2013-06-20", "5")))
    assert (standing.progress, standing.gap_points) == ("reached", None)


def test_a_total_that_nobody_reports_is_the_sum_of_its_parts() -> None:
    part = {"unit": "亩", "due": "6月底", "part_of": {"indicator": "transfer", "complete": "true"}}
    plan = make_plan(
        indicators=[
            TRANSFER,
            {**part, "id": "a", "title": "甲", "target": "300", "actuals": actuals(("2013-05-01", "300"))},
            {**part, "id": "b", "title": "乙", "target": "200", "actuals": actuals(("2013-06-01", "200"))},
        ]
    )
    standing = next(i for i in assess_on("2013-07-01", plan).indicators if i.id == "land/transfer")
    assert standing.actual
    assert standing.actual[:2] == (date(2013, 6, 1), Decimal(500))


def test_an_item_naming_any_unit_inherits_nothing() -> None:
    plan = make_plan(
        lead="国土局",
        support="各乡镇",
        indicators=[{**TRANSFER, "checkpoints": []}],
        milestones=[{"id": "own", "title": "自定", "responsible": "建设局"}],
    )
    inherited, own = assess_on("2013-07-01", plan, make_campaign()).obligations
    assert (inherited.units.charged, inherited.units.support) == (("县国土资源局",), ("各乡镇（街道）",))
    assert (own.units.lead, own.units.charged) == ((), ("县建设局",))
