"""What the papers must say, reckoned anew from ``status``, ``returns`` and the plan files, by the README's rules."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from ducha.model import Indicator
from ducha.store import load_plans
from tests.conftest import printed

Item = dict[str, Any]

UNJUDGED = ("stopped", "disputed", "unverified", "unclear")


class Words(NamedTuple):
    """How a paper speaks of its period."""

    this: str
    last: str
    label: str
    next: str


class Paper:
    """A paper, and the JSON of its period and of the period before."""

    def __init__(
        self, plans: Path, period: tuple[str, ...], before: tuple[str, ...] | None, first: str, words: Words
    ) -> None:
        self.text = printed("bulletin", *period, "--plans", plans)
        self.now = json.loads(printed("status", *period, "--format", "json", "--plans", plans))
        earlier = printed("status", *before, "--format", "json", "--plans", plans) if before else None
        self.before = json.loads(earlier) if earlier else None
        ids = {plan["id"] for plan in self.now["plans"]}
        span = period[:2]
        self.duties = self._duties(plans, span, ids)
        self.duties_before = self._duties(plans, before[:2], ids) if before else []
        self.first, self.last, self.words = first, self.now["records_until"], words
        self.loaded = load_plans(plans)
        self._numbers: dict[int, set[str]] = {}
        self.files = [plan for plan in self.loaded.results if plan.id in ids]

    @staticmethod
    def _duties(plans: Path, span: tuple[str, ...], ids: set[str]) -> list[Item]:
        data = json.loads(printed("returns", *span, "--format", "json", "--plans", plans))
        return [duty for duty in data["duties"] if duty["plan"] in ids]

    @property
    def items(self) -> list[Item]:
        found: list[Item] = self.now["obligations"]
        return found

    @cached_property
    def short_titles(self) -> dict[str, str]:
        return {plan.id: plan.short_title for plan in self.files}

    def in_period(self, day: str | None) -> bool:
        return bool(day) and self.first <= str(day) <= self.last

    def in_period_before(self, day: str | None) -> bool:
        """Before the period, and not before the campaign's first: there is one period before it."""
        return bool(day) and str(day) < self.first

    @property
    def fell_due(self) -> list[Item]:
        return [o for o in self.items if self.in_period(o["due"])]

    @property
    def finished(self) -> list[Item]:
        return [o for o in self.items if self.in_period(o["done"])]

    @property
    def late(self) -> list[Item]:
        return [o for o in self.items if o["state"] == "overdue"]

    def numbers_of(self, indicator: Indicator) -> set[str]:
        """Every number that a paper may print of an indicator, from its own records alone."""
        if id(indicator) not in self._numbers:
            end, begin = date.fromisoformat(self.last), date.fromisoformat(self.first) - timedelta(1)
            self._numbers[id(indicator)] = numbers_of(indicator, end, begin)
        return self._numbers[id(indicator)]

    @cached_property
    def reports(self) -> list[Item]:
        """The returns of the period that are sent to somebody."""
        return [one for duty in self.duties if duty["recipients"] for one in duty["obligations"]]


def by_plan(p: Paper, items: list[Item]) -> list[tuple[str, list[Item]]]:
    return [(title, [o for o in items if o["plan"] == plan]) for plan, title in p.short_titles.items()]


def percent(part: Decimal | int, whole: Decimal | int) -> str:
    share = (Decimal(part) * 100 / Decimal(whole)).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return f"{share}%"


def rate(part: int, whole: int) -> str:
    return f"{percent(part, whole)}（{part}/{whole}）" if whole else "—"


def states(items: Iterable[Item]) -> Counter[str]:
    return Counter(o["state"] for o in items)


def judged(items: Iterable[Item], day: str) -> list[Item]:
    return [o for o in items if o["due"] and o["due"] < day and o["state"] not in UNJUDGED]


def finished_rate(items: list[Item]) -> tuple[int, int]:
    found = states(items)
    return found["done"] + found["done_late"], len(items) - found["stopped"] - found["disputed"]


def on_time_rate(items: list[Item], day: str) -> tuple[int, int]:
    due = judged(items, day)
    return sum(o["state"] == "done" for o in due), len(due)


def compared(now: tuple[int, int], then: tuple[int, int], what: str) -> str:
    if not (now[1] and then[1]):
        return ""
    points = Decimal(percent(*now)[:-1]) - Decimal(percent(*then)[:-1])
    if not points:
        return f"，与{what}持平"
    return f"，比{what}{'提高' if points > 0 else '下降'}{abs(points)}个百分点"


def day_words(day: str, year: int) -> str:
    found = date.fromisoformat(day)
    return ("" if found.year == year else f"{found.year}年") + f"{found.month}月{found.day}日"


def boxes(items: list[Item], day: str) -> str:
    """按期完成…项 and so on: what became of what was due, without what is none of it."""
    found, (on_time, _) = states(items), on_time_rate(items, day)
    parts = {
        "按期完成": on_time,
        "逾期后完成": found["done_late"],
        "到期未完成": found["overdue"],
        "未到时限": found["pending"] + found["due_soon"],
        "提前完成": found["done"] - on_time,
        "时限待明确": found["unclear"],
        "待核实": found["unverified"],
        "数据核对中": found["disputed"],
        "经批准取消或暂缓": found["stopped"],
    }
    return "，".join(f"{name}{count}项" for name, count in parts.items() if count)


def returned(reports: Iterable[Item], day: str) -> Counter[str]:
    """What became of reports: on_time, late, missing, unverified, disputed, ahead."""
    names = {"done": "on_time", "done_late": "late", "overdue": "missing"}
    names |= {"unverified": "unverified", "disputed": "disputed"}
    return Counter(names[one["state"]] if one["due"] < day else "ahead" for one in reports)


class Account(NamedTuple):
    """One unit's facts in a period."""

    on_time: int
    due: int
    overdue: int
    sent: Counter[str]

    @property
    def owed(self) -> int:
        return self.sent["on_time"] + self.sent["late"] + self.sent["missing"]


def accounts(items: list[Item], duties: list[Item], holds: Callable[[str], bool], day: str) -> dict[str, Account]:
    """The account of every unit, as the ranking's own words say it."""
    owed = [o for o in judged(items, day) if o["state"] == "overdue" or holds(o["due"])]
    names = {unit for o in owed for unit in o["charged"]}
    reports = [one for duty in duties if duty["recipients"] for one in duty["obligations"]]
    found = {}
    for unit in names | {one["unit"] for one in reports}:
        own = [o for o in owed if unit in o["charged"]]
        found[unit] = Account(
            sum(o["state"] == "done" for o in own),
            len(own),
            states(own)["overdue"],
            returned([one for one in reports if one["unit"] == unit], day),
        )
    return found


def in_order(units: Iterable[str], by: str, found: dict[str, Account]) -> dict[str, int]:
    """Unit → place."""

    def key(unit: str) -> tuple[Decimal, int, int]:
        one = found[unit]
        if by == "returns":
            return -Decimal(one.sent["on_time"]) / one.owed, one.sent["missing"], one.overdue
        return -Decimal(one.on_time) / one.due, one.overdue, one.sent["late"] + one.sent["missing"]

    known = [u for u in units if u in found and (found[u].owed if by == "returns" else found[u].due)]
    keys = sorted(map(key, known))
    return {unit: keys.index(key(unit)) + 1 for unit in known}


def free_text(paper: Paper) -> list[str]:
    """Every text of the files that has a number in it, and the same as it stands within quotation marks."""
    assert paper.loaded.campaign
    records = (*paper.files, paper.loaded.campaign)
    found = {text.strip("。；，") for record in records for text in _texts(record.model_dump())}
    quoted = {text.replace("“", "‘").replace("”", "’") for text in found}
    return sorted(found | quoted, key=len, reverse=True)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        if re.search(r"\d", value) and re.search("[\u4e00-\u9fff]", value):
            yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, (list, tuple)):
        for one in value:
            yield from _texts(one)


def numbers_of(indicator: Indicator, end: date, begin: date) -> set[str]:
    """The bars, the values on two days, and what lies between them: in the unit, in percent, in percentage points."""
    numbers = {format(abs(value.normalize()), "f") for value in _values(indicator, end, begin)}
    bars = [*_bars(indicator)]
    whole = bars[-1]
    for actual in latest_values(indicator, end).values() if whole else ():
        numbers.add(percent(actual, whole)[:-1])
        for bar in bars:
            shares = ((actual - bar) * 100 / whole, actual - bar)
            numbers |= {str(abs(share).quantize(Decimal("0.1"), ROUND_HALF_UP)) for share in shares}
    return numbers


def _bars(indicator: Indicator) -> Iterator[Decimal]:
    yield from (checkpoint.value for checkpoint in indicator.checkpoints)
    yield indicator.target.value


def latest_values(indicator: Indicator, until: date | str) -> dict[str | None, Decimal]:
    """Unit (None for the county) → its latest value."""
    found: dict[str | None, Decimal] = {}
    for actual in sorted(indicator.actuals, key=lambda one: one.day):
        if str(actual.day) <= str(until):
            before = found.get(actual.by, Decimal(0)) if indicator.measure == "increment" else Decimal(0)
            found[actual.by] = before + actual.value
    return found


def _values(indicator: Indicator, end: date, begin: date) -> Iterator[Decimal]:
    now, then = latest_values(indicator, end), latest_values(indicator, begin)
    for target in indicator.target.model_dump(exclude_none=True).values():
        yield from target if isinstance(target, tuple) else (target,)
    yield from _bars(indicator)
    for unit, value in now.items():
        yield value
        yield from (value - bar for bar in _bars(indicator))
        if unit in then:
            yield value - then[unit]
    if now:
        yield sum(now.values(), Decimal(0))
        yield Decimal(len(now))
