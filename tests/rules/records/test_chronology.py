"""Days in the wrong order become as few problems as there are mistakes."""

from __future__ import annotations

from datetime import date

from ducha.rules.records.chronology import Event, in_order, settle


def event(what: str, day: int) -> Event:
    """Something done on a day of June 2013; its place is its name."""
    return Event((what,), date(2013, 6, day), what)


FOUND, URGED, CLOSED, DUE = event("发现", 20), event("催办", 10), event("销号", 12), event("办结时限", 15)


def test_a_later_or_equal_day_is_in_order() -> None:
    assert list(in_order(CLOSED, CLOSED)) == []
    assert list(in_order(URGED, CLOSED)) == []
    assert len(list(in_order(CLOSED, URGED))) == 1


def test_two_days_alone_are_told_of_at_the_second() -> None:
    (problem,) = settle(in_order(FOUND, CLOSED))
    assert (problem.code, problem.path, problem.also) == ("DC704", ("销号",), (("发现",),))
    assert problem.message == "销号日期2013-06-12早于发现的2013-06-20"
    assert problem.rests_on == (("发现",), ("销号",))


def test_a_day_that_contradicts_several_is_told_of_itself() -> None:
    (problem,) = settle([*in_order(FOUND, DUE), *in_order(FOUND, CLOSED), *in_order(FOUND, URGED)])
    assert problem.path == ("发现",)
    assert problem.message == "发现日期2013-06-20晚于办结时限的2013-06-15、销号的2013-06-12和催办的2013-06-10"
    assert problem.also == (("办结时限",), ("销号",), ("催办",))


def test_a_day_between_two_wrong_ones() -> None:
    late, early = event("交办", 28), event("办结", 2)
    (problem,) = settle([*in_order(late, DUE), *in_order(DUE, early)])
    assert problem.path == ("办结时限",)
    assert problem.message == "办结时限2013-06-15晚于办结的2013-06-02，早于交办的2013-06-28"


def test_mistakes_that_have_nothing_to_do_with_each_other_are_both_told() -> None:
    pairs = [*in_order(FOUND, CLOSED), *in_order(event("交办", 28), event("反馈", 3))]
    assert [problem.path for problem in settle(pairs)] == [("销号",), ("反馈",)]


def test_many_days_are_counted_and_only_some_named() -> None:
    late = [event("催办", day) for day in range(13, 18)]
    named = [Event((*one.path, at), one.day, one.what) for at, one in enumerate(late)]
    (problem,) = settle(pair for one in named for pair in in_order(one, CLOSED))
    assert problem.message == "销号日期2013-06-12早于催办的2013-06-13、2013-06-14、2013-06-15等5处"
    assert len(problem.also) == 3
