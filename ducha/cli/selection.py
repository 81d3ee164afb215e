"""Which rows ``ducha status`` lists and in what order: by state and due day, never touching a figure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from ducha.assess import Assessment, Obligation, State, longest_late
from ducha.cli import options
from ducha.problems import DuchaError

_UNFINISHED = tuple(state for state in State if not (state.is_finished or state in (State.STOPPED, State.DISPUTED)))

SORTS: Mapping[str, Callable[[Obligation], Any]] = {
    "late": longest_late,
    "due": lambda o: (o.due.present or date.max, o.sort_key),
    "plan": lambda o: o.sort_key,
    "unit": lambda o: (not o.units.charged, o.units.charged, o.sort_key),
    "state": lambda o: (tuple(State).index(o.state), o.sort_key),
}
"""name of an order → its sort key"""


class Selection(NamedTuple):
    """The states, the day and the order that were asked for; nothing asked for is empty and None.

    ``is_whole`` where all is listed unasked (for programs and spreadsheets), not only what is late.
    """

    states: tuple[State, ...]
    due_before: date | None
    sort: str | None = None
    is_whole: bool = False

    def keeps(self, obligation: Obligation) -> bool:
        """Whether an obligation is listed."""
        day = obligation.due.present or date.max
        return obligation.state in self._shown and (self.due_before is None or day < self.due_before)

    def listed(self, assessment: Assessment) -> tuple[Obligation, ...]:
        """The obligations that are listed, in order: unasked, longest late first, or the common order of a whole."""
        chosen = filter(self.keeps, assessment.obligations)
        order = self.sort or ("plan" if self.is_whole else "late")
        return tuple(sorted(chosen, key=SORTS[order]))

    @property
    def heading(self) -> str:
        """What the listed rows are."""
        usual = "全部" if self.is_whole else "到期未完成" if self.due_before is None else "未完成"
        names = "、".join(state.label for state in self.states) or usual
        return f"{names}的事项" + (f"，时限早于{self.due_before}" if self.due_before else "")

    @property
    def _shown(self) -> tuple[State, ...]:
        usual = tuple(State) if self.is_whole else (State.OVERDUE,) if self.due_before is None else _UNFINISHED
        return self.states or usual


def parse_selection(states: Iterable[str], due_before: str | None, sort: str | None, is_whole: bool) -> Selection:
    """Read ``--state``, ``--due-before`` and ``--sort``."""
    day = None if due_before is None else options.parse_day(due_before, "--due-before")
    if sort is not None and sort not in SORTS:
        raise DuchaError(f"不能按“{sort}”排序；可用：{'、'.join(SORTS)}")
    return Selection(tuple(parse_state(text) for text in states), day, sort, is_whole)


def parse_state(text: str) -> State:
    """Read a state by its English or its Chinese name."""
    for state in State:
        if text in (state.value, state.label):
            return state
    known = "、".join(f"{state.value}（{state.label}）" for state in State)
    raise DuchaError(f"没有状态“{text}”；可用：{known}")
