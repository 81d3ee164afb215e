"""``ducha ranking`` as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ducha.assess import Assessment
from ducha.assess.accounts import Account
from ducha.assess.units.ranking import Ranked, RankedClass, Ranking
from ducha.problems import Problem
from ducha.render.machine.shared import rate_json, report, returned_json


def ranking_json(
    assessment: Assessment,
    ranking: Ranking,
    problems: Sequence[Problem],
    left_out: Sequence[str],
    *,
    for_leaders: bool,
) -> str:
    """Return the ranking of each class; who is low, and who was low twice running, for leaders only."""
    return report(
        "ranking",
        assessment,
        problems,
        left_out,
        period_before=ranking.before.name if ranking.before else None,
        due=ranking.due,
        shared=ranking.shared,
        unnamed=ranking.unnamed,
        collective=dict(ranking.collective),
        unclassed=dict(ranking.unclassed),
        classes=[_class(one, for_leaders) for one in ranking.classes],
        for_leaders=for_leaders,
    )


def _class(one: RankedClass, for_leaders: bool) -> dict[str, Any]:
    lows: dict[str, Any] = {"low": one.low, "candidates": [r.unit for r in one.candidates]} if for_leaders else {}
    ranked = [_ranked(unit, for_leaders) for unit in one.ranked]
    return {"name": one.name, "by": one.by, "ranked": ranked, "unranked": one.unranked, **lows}


def _ranked(one: Ranked, for_leaders: bool) -> dict[str, Any]:
    lows = {"is_low": one.is_low, "was_low": one.was_low} if for_leaders else {}
    return {
        "unit": one.unit,
        "place": one.place,
        **_account(one.account),
        "place_before": one.place_before,
        "before": _account(one.account_before) if one.account_before else None,
        "moved": one.moved,
        **lows,
    }


def _account(account: Account) -> dict[str, Any]:
    return {
        "finished": rate_json(account.finished),
        "overdue": account.overdue,
        "returns": returned_json(account.returned),
    }
