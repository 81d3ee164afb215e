"""Duties in the words of official papers: their cadences, periods, and what became of a return."""

from __future__ import annotations

from datetime import date, timedelta

from ducha.assess.duties.returns import ReturnStanding, ReturnTally
from ducha.assess.states import State
from ducha.render.words.values import DISPUTED, day


def period(name: str, year: int | None = None) -> str:
    """6月, 二季度, 上半年, 全年, 6月24—30日, 6月25日: a duty's period; with its year unless that is the given one."""
    written, _, part = name.partition("-")
    if not part:
        text = "全年"
    elif part[0] == "Q":
        text = f"{'一二三四'[int(part[1]) - 1]}季度"
    elif part[0] == "H":
        text = "上半年" if part == "H1" else "下半年"
    elif part[0] == "W":
        monday = date.fromisocalendar(int(written), int(part[1:]), 1)
        return days(monday, monday + timedelta(days=6), year)
    else:
        text = "".join(f"{int(digits)}{unit}" for digits, unit in zip(part.split("-"), "月日", strict=False))
    return text if int(written) == year else f"{written}年{text}"


def days(first: date, last: date, year: int | None = None) -> str:
    """6月3日, 6月3—9日, 6月28日—7月4日: a day or several; with the year unless that is the given one."""
    if first == last:
        return day(first, year)
    if (first.year, first.month) == (last.year, last.month):
        return f"{day(first, year).removesuffix('日')}—{last.day}日"
    return f"{day(first, year)}—{day(last, first.year)}"


def brief(phrase: str) -> str:
    """A cadence short enough for a table: of 一月一调度、一交办、一销号……, the beginning, of words if there are any."""
    if len(phrase) <= _BRIEF:
        return phrase
    kept = phrase[: _BRIEF - 1]
    return f"{kept.rpartition('、')[0] or kept}……"


_BRIEF = 16


RETURN_STATES = {
    State.DONE: "按时报送",
    State.DONE_LATE: "迟报",
    State.OVERDUE: "未报",
    State.UNVERIFIED: "待核实",
    State.DISPUTED: "数据核对中",
    State.DUE_SOON: "即将到期",
    State.PENDING: "未到期",
}
"""state of a return → the word for it"""


def return_state(state: State, is_report: bool) -> str:
    """What became of a return; work that nobody is sent has no record rather than no report."""
    if not is_report:
        return {State.DONE: "按时", State.DONE_LATE: "逾期", State.OVERDUE: "无记录"}.get(state, RETURN_STATES[state])
    return RETURN_STATES[state]


def returned(tally: ReturnTally, *, is_report: bool = True) -> str:
    """What became of what is due, which adds up: 68份，按时56份，迟报4份，未报5份，待核实2份，数据核对中1份."""
    late, missing, many = ("迟报", "未报", "份") if is_report else ("逾期", "无记录", "次")
    said = [
        f"{tally.due}{many}",
        f"按时{tally.on_time}{many}",
        f"{late}{tally.late}{many}",
        f"{missing}{tally.missing}{many}",
    ]
    said += [f"待核实{tally.unverified}{many}"] * bool(tally.unverified)
    said += [f"数据核对中{tally.disputed}{many}"] * bool(tally.disputed)
    return "，".join(said)


def came(one: ReturnStanding, is_report: bool, year: int | None = None) -> str:
    """What became of a return, with its day: 按时报送（6月19日收到）, 迟报4天（6月25日收到）, 未报."""
    if one.state is State.DISPUTED:
        return DISPUTED
    said = return_state(one.state, is_report)
    if one.received is None:
        return said
    late = f"{one.days_late}天" if one.days_late else ""
    return f"{said}{late}（{day(one.received, year)}{'收到' if is_report else '完成'}）"
