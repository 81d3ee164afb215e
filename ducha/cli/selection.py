"""Which rows ``ducha status`` lists: by state and due day, never touching a figure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ducha.assess import Assessment, Obligation, State, longest_late_first
from ducha.cli import options
from ducha.problems import DuchaError


@dataclass(frozen=True, slots=True)
class Selection:
    """The states and the day that were asked for; nothing asked for is empty and None."""

    states: tuple[State, ...]
    due_before: date | None

    def for_reading(self, assessment: Assessment) -> tuple[Obligation, ...]:
        """Longest late first; unasked, what is overdue, or all unfinished of what is due before the day."""
        return longest_late_first(assessment.select(self.states or self._usual(), self.due_before))

    def for_programs(self, assessment: Assessment) -> tuple[Obligation, ...]:
        """In the common order; unasked, every state."""
        return assessment.select(self.states or tuple(State), self.due_before)

    @property
    def heading(self) -> str:
        """What the listed rows are."""
        usual = "到期未完成" if self.due_before is None else "未完成"
        names = "、".join(state.label for state in self.states) or usual
        return f"{names}的事项" + (f"，时限早于{self.due_before}" if self.due_before else "")

    def _usual(self) -> tuple[State, ...]:
        if self.due_before is None:
            return (State.OVERDUE,)
        return tuple(state for state in State if not state.is_finished and state is not State.STOPPED)


def parse_selection(states: Iterable[str], due_before: str | None) -> Selection:
    """Read ``--state`` and ``--due-before``."""
    day = None if due_before is None else options.parse_day(due_before, "--due-before")
    return Selection(tuple(parse_state(text) for text in states), day)


def parse_state(text: str) -> State:
    """Read a state by its English or its Chinese name."""
    for state in State:
        if text in (state.value, state.label):
            return state
    known = "、".join(f"{state.value}（{state.label}）" for state in State)
    raise DuchaError(f"没有状态“{text}”；可用：{known}")
