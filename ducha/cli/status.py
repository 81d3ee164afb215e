"""``ducha status``: which obligations stand where."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ducha.cli import options, streams
from ducha.problems import DuchaError

if TYPE_CHECKING:
    from ducha.assess import State


def status(
    as_of: options.AsOf = None,
    month: options.Month = None,
    year: options.Year = None,
    plan: options.PlanIds = None,
    unit: Annotated[
        str | None, typer.Option("--unit", metavar="单位", help="只看某个单位牵头、负责或配合的事项。")
    ] = None,
    leader: Annotated[str | None, typer.Option("--leader", metavar="姓名", help="只看某位领导任组长的方案。")] = None,
    group: Annotated[str | None, typer.Option("--group", metavar="组号", help="只看某个督导组督查的方案。")] = None,
    state: Annotated[
        list[str] | None,
        typer.Option("--state", metavar="状态", help="列出哪些状态的事项（如overdue或到期未完成），可重复。"),
    ] = None,
    due_before: Annotated[
        str | None, typer.Option("--due-before", metavar="日期", help="列出时限早于这一天的事项。")
    ] = None,
    fail_on: Annotated[
        str | None, typer.Option("--fail-on", metavar="状态", help="有这种状态的事项时以退出码1结束。")
    ] = None,
    shape: options.Format = "text",
    plans: options.Plans = Path("plans"),
) -> int:
    """各方案进度和到期未完成的事项。

    --plan、--unit、--leader、--group决定统计哪些事项；--state、--due-before只决定列出哪些，不影响数字。
    """
    from ducha.assess import State, assess, longest_late_first
    from ducha.cli.session import errors, find_reference, find_scope, open_campaign

    wanted = options.parse_format(shape)
    states = [_parse_state(text) for text in state or ()]
    failing = None if fail_on is None else _parse_state(fail_on)
    before = None if due_before is None else options.parse_day(due_before, "--due-before")
    loaded, campaign = open_campaign(plans)
    reference = find_reference(campaign, as_of, month, year)
    scope = find_scope(loaded, campaign, plan or (), unit, leader, group)
    assessment = assess(campaign, loaded.plans, reference, scope)

    if wanted == "json":
        from ducha.render.machine import status_json

        listed = assessment.select(states or list(State), before)
        streams.emit(status_json(assessment, listed, loaded.problems, loaded.left_out, loaded.source))
    else:
        from ducha.cli.output import show_page
        from ducha.render.status import status_page

        listed = longest_late_first(assessment.select(states or _usual_states(before), before))
        show_page(status_page(assessment, listed, _heading(states, before), loaded.left_out))
    failed = failing is not None and assessment.tally.counts[failing] > 0
    return 1 if failed or errors(loaded.problems) else 0


def _usual_states(due_before: date | None) -> list[State]:
    """What the text lists unasked: what is overdue, or all unfinished of what is due before a day."""
    from ducha.assess import State

    if due_before is None:
        return [State.OVERDUE]
    return [state for state in State if not state.is_finished and state is not State.STOPPED]


def _heading(states: list[State], due_before: date | None) -> str:
    usual = "到期未完成" if due_before is None else "未完成"
    names = "、".join(state.label for state in states) or usual
    return f"{names}的事项" + (f"，时限早于{due_before}" if due_before else "")


def _parse_state(text: str) -> State:
    from ducha.assess import State

    for state in State:
        if text in (state.value, state.label):
            return state
    known = "、".join(f"{state.value}（{state.label}）" for state in State)
    raise DuchaError(f"没有状态“{text}”；可用：{known}")
