"""Why an obligation stands where it stands: from the line in the file, through every rule, to the state.

Each sentence tells one step of what ``assess`` did (``due.find_due``, ``states.judge``), in its order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from ducha.assess import Assessment, Obligation, State
from ducha.assess.amounts import Figure
from ducha.deadlines import Kind, Reading
from ducha.model import Checkpoint, Indicator, Limit, Milestone, Plan
from ducha.problems import Path
from ducha.render.words.objections import shared_dispute, told_objections
from ducha.render.words.progress import against_bar
from ducha.render.words.targets import bar
from ducha.render.words.values import REASONS, bare, day, quoted, units


class Question(NamedTuple):
    """An obligation, the record it comes from, and where that stands."""

    assessment: Assessment
    plan: Plan
    obligation: Obligation
    source: Callable[[Path], str]
    """path in the plan → ``file:line``"""

    def at(self, *keys: str | int) -> str:
        """``file:line`` of the record itself, or of something in it."""
        return self.source((*self.obligation.place, *keys))

    @property
    def item(self) -> Milestone | Indicator:
        """The record of the plan: of a checkpoint, its indicator."""
        kind, index = self.obligation.place[:2]
        return self.plan.milestones[int(index)] if kind == "milestones" else self.plan.indicators[int(index)]

    @property
    def limit(self) -> Limit:
        """The record that says when."""
        item, place = self.item, self.obligation.place
        return item.checkpoints[int(place[3])] if isinstance(item, Indicator) and len(place) > 2 else item

    @property
    def until(self) -> date:
        """The last day whose records count."""
        return self.assessment.reference.records_until


def why(question: Question) -> tuple[str, ...]:
    """Return the steps as Chinese sentences."""
    steps = (_written, _read, _restated, _changed, _finished, _objected, _judged, _days_late, _charged, _counted)
    return tuple(sentence for step in steps for sentence in step(question))


def _written(q: Question) -> Iterator[str]:
    limit = q.limit
    if limit.due is None:
        yield f"{q.at()}没有写时限。"
    elif limit.due_text:
        yield f"{q.at('due')}写明时限{limit.due}，文件的用语是{quoted(limit.due_text)}。"
    else:
        yield f"{q.at('due')}写明时限“{limit.due}”。"


def _read(q: Question) -> Iterator[str]:
    if not q.limit.due:
        return
    readings = q.assessment.campaign.readings(q.limit.due)
    due = q.obligation.due
    if len(readings) > 1:
        begin = f"{day(due.start)}至" if due.start else ""
        yield f"“{q.limit.due}”写了{len(readings)}个时间，本项是其中的{begin}{day(due.first)}，以最后一天为时限。"
    else:
        yield f"“{q.limit.due}”{_meaning(readings[0])}。"
    if due.first and (moved := q.assessment.campaign.moved(due.first)) != due.first:
        yield f"{day(due.first)}是休息日，按行动的设定顺延至{day(moved)}。"
    if due.is_assumed:
        yield f"文件隐去了年份，按行动所设的{q.assessment.campaign.year}年推定。"


def _meaning(reading: Reading) -> str:
    if reading.strict_end:
        return f"有两种读法：到{day(reading.strict_end)}为止，或到{day(reading.end)}为止"
    if reading.end is None:
        return f"从{day(reading.start)}起，没有写截止日" if reading.start else "没有写截止日"
    if reading.kind is Kind.DAY:
        return f"即{day(reading.end)}，当天完成仍算按期"
    return f"是{day(reading.start)}至{day(reading.end)}，以最后一天为时限"


def _restated(q: Question) -> Iterator[str]:
    for again in () if isinstance(q.limit, Checkpoint) else q.item.restates:
        if again.due and again.due != q.limit.words():
            yield f"文件{again.section}另写“{again.due}”，{_meaning(q.assessment.campaign.read(again.due))}。"
    due = q.obligation.due
    if due.strict:
        yield f"没有人确认哪一种读法，{day(due.strict)}以后、{day(due.present)}以前无法判断是否逾期。"


def _changed(q: Question) -> Iterator[str]:
    due = q.obligation.due
    if confirmed := q.limit.confirmed:
        text = f"{q.at('confirmed')}：{day(confirmed.day)}{confirmed.by}确认时限为{day(confirmed.due)}"
        yield text + _if_counted(confirmed == due.confirmed)
    for at, extension in sorted(enumerate(q.limit.extensions), key=lambda entry: entry[1].day):
        text = f"{day(extension.day)}{extension.by}批准延期至{day(extension.to)}，原因：{bare(extension.reason)}"
        yield f"{q.at('extensions', at)}：{text}" + _if_counted(extension in due.extensions)
    if q.limit.due and not q.limit.extensions:
        yield "没有批准过延期。"
    if due.present:
        yield f"暂按较晚的{day(due.present)}掌握。" if due.strict else f"因此现时限是{day(due.present)}。"


def _if_counted(is_counted: bool) -> str:
    return "。" if is_counted else "；在完成或数据截止日以后，不计。"


def _finished(q: Question) -> Iterator[str]:
    o, item = q.obligation, q.item
    if o.stopped:
        where = q.source((*o.place[:2], "stopped"))
        yield f"{where}：{day(o.stopped.day)}{o.stopped.by}批准取消或暂缓，原因：{bare(o.stopped.reason)}。"
    if o.figure:
        yield from _figure(q, o.figure) if o.state is not State.DISPUTED else ()
    elif isinstance(item, Milestone):
        yield from _task(q, item)
    if o.last_report:
        cause = f"；单位反映原因：{bare(o.last_report.cause)}" if o.last_report.cause else ""
        by = f"，{o.last_report.by}" if o.last_report.by else ""
        yield f"最近一次进展（{day(o.last_report.day)}{by}）：{bare(o.last_report.text)}{cause}。"


def _task(q: Question, item: Milestone) -> Iterator[str]:
    o = q.obligation
    if o.window and o.done:
        yield f"{q.at('done_days')}记录这一时段于{day(o.done)}完成。"
    elif item.done and item.done.day <= q.until:
        yield f"{q.at('done')}记录于{day(item.done.day)}完成。"
    elif item.done:
        yield f"完成记录（{day(item.done.day)}）在数据截止日{day(q.until)}以后，不计。"
    else:
        yield f"截至{day(q.until)}没有完成记录。"
    is_of_this = not o.window or o.due.start is None or (item.begun or date.min) >= o.due.start
    if item.begun and item.begun <= q.until and is_of_this:
        yield f"{q.at('begun')}记录于{day(item.begun)}开始。"
    elif o.not_begun:
        yield f"文件写明从{day(o.due.start)}开始，截至{day(q.until)}没有收到开始情况；没有到时限，不算逾期。"


def _figure(q: Question, figure: Figure) -> Iterator[str]:
    if figure.actual is None and figure.members is None and figure.amount is None:
        yield f"{bar(figure)}，截至{day(q.until)}没有数据。"
    else:
        yield f"{against_bar(figure)}（数据截至{day(q.until)}）。"
    if done := q.obligation.done:
        if figure.waits and done == q.obligation.due.present:
            yield f"到{day(done)}为止的数据符合要求，即为完成日。"
        elif figure.members:
            yield f"{day(done)}最后一个成员的数据达到，即为完成日。"
        elif figure.is_final and figure.target.equal is not None:
            yield f"{day(done)}起一直恰为目标数，即为完成日。"
        else:
            yield f"{day(done)}的数据首先达到，即为完成日。"


def _objected(q: Question) -> Iterator[str]:
    yield from told_objections(q.assessment, q.item.objections, q.obligation.place[:2], q.source)
    if isinstance(q.item, Indicator):
        yield from shared_dispute(q.assessment, q.plan, q.obligation, q.item)


def _judged(q: Question) -> Iterator[str]:
    o, campaign, reference = q.obligation, q.assessment.campaign, q.assessment.reference.day
    on = f"参照日是{day(reference)}"
    soon = f"设定的{campaign.due_soon_days}天"
    verify = f"核实期限{day(campaign.verify_by)}未过" if campaign.verify_by else "没有设核实期限"
    issued = campaign.document.issued
    unheard = f"时限早于文件印发日{day(issued)}，从未报过进展，{verify}"
    rule = {
        State.STOPPED: "已批准取消或暂缓，不再判断是否逾期",
        State.DISPUTED: "异议处理以前，本期不列，不判按期也不判逾期",
        State.DONE: "没有时限，完成即为按期" if o.due.present is None else "完成日不晚于现时限",
        State.DONE_LATE: "完成日晚于现时限",
        State.UNDATED: "没有截止日，不判按期也不判逾期",
        State.UNCLEAR: f"{on}，在两种读法之间，没有确认，不作评价",
        State.UNVERIFIED: f"{on}，{unheard}，先核实，不判逾期",
        State.OVERDUE: f"{on}，晚于现时限，而没有完成" + (f"（{REASONS[o.reason]}）" if o.reason else ""),
        State.DUE_SOON: f"{on}，离现时限{o.days_left}天，不超过{soon}",
        State.PENDING: f"{on}，离现时限{o.days_left}天，超过{soon}",
    }[o.state]
    yield f"{rule}：判为“{o.state.label}”。"


def _days_late(q: Question) -> Iterator[str]:
    o, issued = q.obligation, q.assessment.campaign.document.issued
    if not o.days_late or o.due.present is None:
        return
    last = o.done or q.assessment.reference.day
    start = f"文件印发日{day(issued)}（现时限在印发以前）" if o.late_since_issue else f"现时限{day(o.due.present)}"
    yield f"逾期{o.days_late}天，从{start}算到{day(last)}。"


def _charged(q: Question) -> Iterator[str]:
    o, item = q.obligation, q.item
    if item.lead or item.responsible:
        source = "本项的"
    elif isinstance(item, Indicator) and item.each:
        source = "本项逐单位考核，"
    else:
        source = "本项没有写牵头或责任单位，按方案的"
    if not o.units.charged:
        yield "文件没有明确由谁负责，逾期不计在任何单位名下。"
    elif o.units.lead:
        yield f"{source}牵头单位是{units(o.units.lead)}，逾期由牵头单位负责。"
    else:
        yield f"{source}责任单位是{units(o.units.responsible)}，没有牵头单位，逾期由责任单位共同负责。"
    if o.units.support:
        yield f"配合单位{units(o.units.support)}对逾期不负责。"


def _counted(q: Question) -> Iterator[str]:
    state = q.obligation.state
    if state in (State.STOPPED, State.DISPUTED):
        what = "取消或暂缓的" if state is State.STOPPED else "数据核对中的"
        yield f"{what}不计入任务完成率和到期任务按期完成率。"
        return
    finished = "分子、分母都计入" if state.is_finished else "只计入分母"
    present = q.obligation.due.present
    is_due = present is not None and present < q.assessment.reference.day
    if state in (State.UNVERIFIED, State.UNCLEAR) or not is_due:
        on_time = "不计入"
    else:
        on_time = "分子、分母都计入" if state is State.DONE else "只计入分母"
    yield f"任务完成率：{finished}；到期任务按期完成率：{on_time}。"
