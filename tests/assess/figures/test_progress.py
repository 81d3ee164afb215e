"""What was expected by now, and how a figure compares with it: nodes first, pace only where asked, kinds apart."""

from __future__ import annotations

from typing import Any

import pytest

from ducha.assess import IndicatorStanding, State, assess, on_period
from ducha.deadlines.cycles import Cycle
from tests.conftest import TODAY, assess_on, figures, make_campaign, make_plan, one_indicator

NODES = [{"due": "6月底", "value": "500"}, {"due": "10月底", "value": "1200"}]


def held(standing: IndicatorStanding) -> tuple[str | None, str | None]:
    """What it is held to, and the value."""
    return standing.held_to, None if standing.expected is None else str(standing.expected)


@pytest.mark.parametrize("pace", ["nodes", "months"])
@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2013-07-01", ("node", "500")),
        ("2013-10-31", ("node", "500")),
        ("2013-11-01", ("node", "1200")),
        ("2014-01-01", ("target", "2000")),
    ],
)
def test_a_node_that_has_passed_comes_before_the_pace_of_months(pace: str, day: str, expected: tuple[str, str]) -> None:
    """新政发〔2013〕36号 资源要素保障 二（一）2: 土地出让 500 → 1200 → 2000亩."""
    assert held(one_indicator(day, pace=pace, checkpoints=NODES)) == expected


@pytest.mark.parametrize(
    ("pace", "expected"), [("nodes", (None, None)), ("none", (None, None)), ("months", ("months", "833.33"))]
)
def test_before_any_node_months_count_only_where_the_plan_asks_for_it(
    pace: str, expected: tuple[str | None, str | None]
) -> None:
    """From January on: five months of twelve, rounded to two decimals."""
    assert held(one_indicator("2013-06-30", pace=pace, checkpoints=NODES)) == expected


@pytest.mark.parametrize(
    ("day", "expected"), [("2013-01-31", "0.00"), ("2013-07-01", "1000.00"), ("2013-12-31", "1833.33")]
)
def test_the_pace_of_months(day: str, expected: str) -> None:
    assert held(one_indicator(day, pace="months")) == ("months", expected)


def test_no_pace_expects_nothing() -> None:
    standing = one_indicator(pace="none", checkpoints=NODES, actuals=figures(("06-20", "1")))
    assert (standing.expected, standing.gap_points, standing.progress) == (None, None, "unjudged")
    assert one_indicator("2014-01-01", pace="none").progress == "unreported"


@pytest.mark.parametrize(
    "keys",
    [
        {"measure": "point", "unit": "%", "target": "95"},
        {"target": {"at_most": "60"}},
        {"target": {"between": ["1", "2"]}},
        {"target": {"rank_within": "3"}},
        {"unit": "%", "target": "23", "base": "上年同期"},
    ],
)
def test_what_does_not_grow_from_nothing_keeps_no_pace_with_the_months(keys: dict[str, Any]) -> None:
    assert held(one_indicator(pace="months", **keys)) == (None, None)


KINDS: dict[str, dict[str, Any]] = {
    "at_least": {"target": "60"},
    "more_than": {"target": {"more_than": "60"}},
    "at_most": {"target": {"at_most": "60"}},
    "equal": {"target": {"equal": "60"}},
    "between": {"target": {"between": ["50", "60"]}},
    "rank": {"target": {"rank_within": "3"}, "unit": "名"},
    "保四争三": {"target": {"floor": "4", "stretch": "3"}, "unit": "名"},
    "保底力争": {"target": {"floor": "60", "stretch": "80"}},
    "ceiling of two levels": {"target": {"floor": "60", "stretch": "50"}},
}


@pytest.mark.parametrize(
    ("kind", "value", "before", "after"),
    [
        ("at_least", "59", "unjudged", "missed"),
        ("at_least", "60", "reached", "reached"),
        ("more_than", "60", "unjudged", "missed"),
        ("more_than", "60.1", "reached", "reached"),
        ("at_most", "60", "unjudged", "reached"),
        ("at_most", "61", "behind", "missed"),
        ("equal", "59", "unjudged", "missed"),
        ("equal", "60", "reached", "reached"),
        ("equal", "61", "behind", "missed"),
        ("between", "49", "unjudged", "missed"),
        ("between", "50", "unjudged", "reached"),
        ("between", "61", "behind", "missed"),
        ("rank", "3", "unjudged", "reached"),
        ("rank", "4", "unjudged", "missed"),
        ("保四争三", "4", "unjudged", "reached"),
        ("保四争三", "5", "unjudged", "missed"),
        ("保底力争", "59", "unjudged", "missed"),
        ("保底力争", "60", "reached", "reached"),
        ("ceiling of two levels", "60", "unjudged", "reached"),
        ("ceiling of two levels", "61", "behind", "missed"),
    ],
)
def test_every_kind_before_and_after_its_day(kind: str, value: str, before: str, after: str) -> None:
    """A total over its ceiling will not come down again; a place may still be won or lost."""
    keys: dict[str, Any] = {**KINDS[kind], "actuals": figures(("06-20", value))}
    assert (one_indicator("2013-07-01", **keys).progress, one_indicator("2014-01-01", **keys).progress) == (
        before,
        after,
    )


@pytest.mark.parametrize(
    ("kind", "node", "value", "progress", "state"),
    [
        ("at_most", "40", "40", "on", State.DONE),
        ("at_most", "40", "41", "behind", State.OVERDUE),
        ("between", "30", "30", "on", State.DONE),
        ("between", "30", "29", "behind", State.OVERDUE),
        ("rank", "5", "5", "on", State.DONE),
        ("rank", "5", "6", "behind", State.OVERDUE),
        ("保底力争", "70", "70", "reached", State.DONE),
        ("保底力争", "40", "30", "behind", State.OVERDUE),
    ],
)
def test_the_word_for_a_node_agrees_with_its_state(
    kind: str, node: str, value: str, progress: str, state: State
) -> None:
    keys: dict[str, Any] = {
        **KINDS[kind],
        "checkpoints": [{"due": "6月底", "value": node}],
        "actuals": figures(("06-20", value)),
    }
    assert one_indicator(**keys).progress == progress
    plan = make_plan(indicators=[{"id": "a", "title": "甲", "unit": "件", "due": "12月底", **keys}])
    assert assess_on("2013-07-01", plan).obligations[0].state is state


@pytest.mark.parametrize(
    ("kind", "value", "levels"),
    [
        ("保四争三", "5", (False, False)),
        ("保四争三", "4", (True, False)),
        ("保四争三", "3", (True, True)),
        ("保底力争", "59", (False, False)),
        ("保底力争", "79", (True, False)),
        ("保底力争", "80", (True, True)),
        ("ceiling of two levels", "51", (True, False)),
        ("ceiling of two levels", "50", (True, True)),
    ],
)
def test_both_levels_are_told_before_and_after_the_day(kind: str, value: str, levels: tuple[bool, bool]) -> None:
    keys: dict[str, Any] = {**KINDS[kind], "actuals": figures(("06-20", value))}
    for day, is_over in (("2013-12-31", False), ("2014-01-01", True)):
        assert one_indicator(day, **keys).levels == (*levels, is_over)


def test_a_place_won_after_the_day_does_not_count() -> None:
    keys: dict[str, Any] = {**KINDS["保四争三"], "due": "6月底", "actuals": figures(("06-20", "4"), ("07-05", "3"))}
    assert one_indicator("2013-07-10", **keys).levels == (True, False, True)


def test_what_is_judged_on_its_day_is_told_by_the_figure_of_that_day() -> None:
    """A ceiling that was broken in June is not kept by a lower figure in July."""
    late: dict[str, Any] = {"due": "6月底", "actuals": figures(("06-20", "70"), ("07-05", "50"))}
    standing = one_indicator("2013-07-10", target={"at_most": "60"}, **late)
    assert standing.judged
    assert (str(standing.judged.value), standing.progress, standing.is_over) == ("70", "missed", True)
    unheard = one_indicator("2013-07-10", target={"at_most": "60"}, due="6月底", actuals=figures(("07-05", "50")))
    assert (unheard.judged, unheard.progress, unheard.is_reported) == (None, "unreported", True)
    rising = one_indicator("2013-07-10", target="50", **late)
    assert rising.judged == rising.actual


def test_one_level_has_no_levels() -> None:
    assert one_indicator(actuals=figures(("06-20", "1"))).levels is None
    assert one_indicator(**KINDS["保四争三"]).levels is None


@pytest.mark.parametrize(
    ("value", "first", "second"), [("450", "100.0", "90.0"), ("400", "88.9", "80.0"), ("550", "122.2", "110.0")]
)
def test_two_levels_have_two_shares(value: str, first: str, second: str) -> None:
    standing = one_indicator(target={"floor": "450", "stretch": "500"}, actuals=figures(("06-20", value)))
    assert (str(standing.done_percent), str(standing.stretch_percent)) == (first, second)


@pytest.mark.parametrize(
    ("series", "done"),
    [
        ([("03-20", "4"), ("05-31", "10")], "2013-05-31"),
        ([("03-20", "10"), ("05-31", "10")], "2013-03-20"),
        ([("03-20", "10"), ("04-20", "9"), ("05-31", "10")], "2013-05-31"),
        ([("03-20", "10"), ("05-31", "11")], None),
    ],
)
def test_an_exact_number_is_reached_when_it_stays(series: list[tuple[str, str]], done: str | None) -> None:
    """投资环境年 二（五）1: 聘请效能监察专员10名, neither nine nor eleven."""
    keys: dict[str, Any] = {"id": "a", "title": "甲", "unit": "名", "due": "6月底", "target": {"equal": "10"}}
    plan = make_plan(indicators=[{**keys, "actuals": figures(*series)}])
    (final,) = assess_on("2013-07-01", plan).obligations
    assert (final.done and str(final.done)) == done


def test_past_an_exact_number_is_not_ahead() -> None:
    standing = one_indicator("2014-01-01", target={"equal": "10"}, actuals=figures(("05-31", "12")))
    assert (standing.is_over, standing.gap_points) == (True, None)


@pytest.mark.parametrize("measure", ["cumulative", "increment", "point"])
def test_a_place_is_a_level_whatever_its_measure_says(measure: str) -> None:
    """三抓两促 二（一）抓项目建设: 全市前三名; places are not added up."""
    standing = one_indicator(
        target={"rank_within": "3"}, unit="名", measure=measure, actuals=figures(("05-31", "4"), ("06-30", "3"))
    )
    assert standing.actual
    assert (str(standing.actual.value), standing.measure) == ("3", "point")


def test_what_increments_add_in_a_period_needs_no_figure_before_it() -> None:
    for measure, change in (("increment", 300), ("cumulative", None), ("point", None)):
        keys: dict[str, Any] = {"id": "a", "title": "甲", "unit": "亩", "target": "900", "measure": measure}
        plan = make_plan(indicators=[{**keys, "actuals": figures(("06-10", "100"), ("06-20", "200"))}])
        (standing,) = assess(make_campaign(), [plan], on_period(make_campaign(), 6, None, TODAY)).indicators
        assert standing.change == change


@pytest.mark.parametrize(
    ("cycle", "number", "series", "change"),
    [
        (Cycle.WEEK, 26, [("05-25", "31"), ("06-25", "43")], None),
        (Cycle.WEEK, 26, [("06-16", "31"), ("06-25", "43")], None),
        (Cycle.WEEK, 26, [("06-17", "31"), ("06-25", "43")], 12),
        (Cycle.WEEK, 27, [("06-25", "31"), ("07-02", "43")], 12),
        (Cycle.MONTH, 6, [("04-30", "31"), ("06-25", "43")], None),
        (Cycle.MONTH, 6, [("05-01", "31"), ("06-25", "43")], 12),
        (Cycle.QUARTER, 2, [("02-28", "31"), ("06-25", "43")], None),
        (Cycle.QUARTER, 2, [("03-01", "31"), ("06-25", "43")], 12),
        (Cycle.HALF, 2, [("05-31", "31"), ("12-25", "43")], None),
        (Cycle.HALF, 2, [("06-01", "31"), ("12-25", "43")], 12),
        (Cycle.YEAR, 1, [("02-28", "31"), ("06-25", "43")], None),
    ],
)
def test_what_a_period_added_is_told_only_from_about_its_beginning(
    cycle: Cycle, number: int, series: list[tuple[str, str]], change: int | None
) -> None:
    """A month's growth is no week's: what an older figure tells of grew before the period too."""
    standing = one_on_a_period(cycle, number, actuals=figures(*series))
    assert standing.change == change
    assert standing.before is None or standing.before.value == 31


def test_increments_of_a_month_are_its_own_and_of_a_week_only_after_another_weeks() -> None:
    skipped, weekly = figures(("04-25", "5"), ("06-25", "12")), figures(("06-18", "5"), ("06-25", "12"))
    assert one_on_a_period(Cycle.MONTH, 6, measure="increment", actuals=skipped).change == 12
    assert one_on_a_period(Cycle.WEEK, 26, measure="increment", actuals=skipped).change is None
    assert one_on_a_period(Cycle.WEEK, 26, measure="increment", actuals=skipped[1:]).change is None
    assert one_on_a_period(Cycle.WEEK, 26, measure="increment", actuals=weekly).change == 12


def one_on_a_period(cycle: Cycle, number: int, **keys: Any) -> IndicatorStanding:
    indicator = {"id": "a", "title": "甲", "unit": "亩", "target": "900", **keys}
    at = on_period(make_campaign(), number, 2013, TODAY, cycle)
    (standing,) = assess(make_campaign(), [make_plan(indicators=[indicator])], at).indicators
    return standing
