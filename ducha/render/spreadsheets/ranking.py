"""``ducha ranking`` as CSV: a row a ranked unit."""

from __future__ import annotations

from ducha.assess import Assessment
from ducha.assess.units.ranking import Ranked, RankedClass, Ranking
from ducha.render.pages.listing import Cell
from ducha.render.spreadsheets.shared import csv_text


def ranking_csv(assessment: Assessment, ranking: Ranking) -> str:
    """Return a row for each ranked unit."""
    return csv_text(assessment, _RANKING, (_ranked(one, unit) for one in ranking.classes for unit in one.ranked))


_RANKING = (
    *("类别", "名次", "单位", "应完成", "按期完成", "到期未完成", "应报", "按时", "迟报", "未报"),
    "上期名次",
)


def _ranked(one: RankedClass, unit: Ranked) -> list[Cell]:
    finished, returned = unit.account.finished, unit.account.returned
    return [
        one.name,
        unit.place,
        unit.unit,
        finished.denominator,
        finished.numerator,
        unit.account.overdue,
        returned.punctual.denominator,
        returned.on_time,
        returned.late,
        returned.missing,
        unit.place_before,
    ]
