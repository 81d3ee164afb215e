"""Rankings in the words of official papers."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ducha.assess.units.ranking import Ranked, RankedClass, Ranking
from ducha.render.words.figures import moved_places
from ducha.render.words.periods import label, last, this

ASKED = {"tasks": "到期事项", "returns": "应报事项"}
"""what a class is ranked by → what units need to be ranked at all"""

ALONE = "没有以本单位名义承担的事项，不参加排名"
"""said of a class none of whose units answers for anything"""


def rules(ranking: Ranking) -> str:
    """What is compared in a ranking, and what of the period is in no unit's place: whole sentences."""
    return "".join(_rules(ranking))


def summons(ranking: Ranking, year: int | None = None) -> str:
    """The units that are low, and those that were so twice running, for leaders alone: whole sentences."""
    if not ranking.has_low:
        return "没有设定每类最后几名算靠后，不列名单。"
    return _low(ranking) + _low_twice(ranking, year)


def moved(places: int | None) -> str:
    """前移1位, 后移2位, 持平: from one ranking to the next; — where there was none before."""
    return "—" if places is None else moved_places(Decimal(places))


def _low(ranking: Ranking) -> str:
    named = [
        f"{unit.unit}（{one.name}第{unit.place}名）" for one in ranking.classes for unit in one.ranked if unit.is_low
    ]
    return f"{this(ranking.period)}排名靠后的{len(named)}个：{'、'.join(named)}。" if named else ""


def _low_twice(ranking: Ranking, year: int | None) -> str:
    if not ranking.before:
        return f"没有可以对照的{last(ranking.period)}排名，不列约谈名单。"
    named = [_candidate(candidate, one, ranking) for one in ranking.classes for candidate in one.candidates]
    by = f"约谈由{ranking.summoned_by}进行，约谈谁由领导决定。" if ranking.summoned_by else "约谈谁由领导决定。"
    twice = f"连续2次（{label(ranking.before, year)}、{label(ranking.period, year)}）排名靠后的"
    return f"{twice}{len(named)}个：{'；'.join(named)}。{by}" if named else f"没有{twice}单位。"


def _candidate(candidate: Ranked, one: RankedClass, ranking: Ranking) -> str:
    places = f"{last(ranking.period)}第{candidate.place_before}名，{this(ranking.period)}第{candidate.place}名"
    return f"{candidate.unit}（{one.name}{len(one.ranked)}个，最后{one.low}名算靠后；{places}）"


def _rules(ranking: Ranking) -> Iterator[str]:
    now = this(ranking.period)
    yield f"{now}应完成{ranking.due}项，即{now}到期的和以前到期、至今未完成的，不作评价的不计。"
    for by, compared in _COMPARED.items():
        if names := [one.name for one in ranking.classes if one.by == by]:
            yield f"{'、'.join(names)}先比{compared}，仍相同的并列。"
    if ranking.shared:
        yield f"共同负责的{ranking.shared}项分别计入各单位，各单位相加大于总数。"
    if ranking.unnamed:
        yield f"文件未明确单位的{ranking.unnamed}项不计入任何单位。"
    if ranking.collective:
        yield f"以集合单位名义承担的不拆分，不参加排名：{_counted(ranking.collective)}。"
    if ranking.unclassed:
        yield f"不在各类之内的不参加排名：{_counted(ranking.unclassed)}。"
    if not ranking.before:
        yield f"没有可以对照的{last(ranking.period)}排名。"


_COMPARED = {
    "tasks": "应完成事项的按期完成率，相同的依次比到期未完成的项数、定期报送迟报和未报的份数",
    "returns": "定期报送的按时报送率，相同的依次比未报的份数、到期未完成的项数",
}
"""what a class is ranked by → how it is compared"""


def _counted(named: tuple[tuple[str, int], ...]) -> str:
    return "、".join(f"{name}{count}项" for name, count in named)
